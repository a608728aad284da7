// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/manifest.h"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <ctime>
#include <nlohmann/json.hpp>

#include "geo/check.h"
#include "sim/output/build_facts.h"
#include "sim/output/labels.h"
#include "sim/output/manifest_file.h"
#include "sim/output/program_version.h"
#include "sim/output/sha256.h"
#include "sim/scenario/json_file.h"
#include "sim/scenario/registry.h"

namespace mgz {

using Json = nlohmann::ordered_json;

static std::string base_name(const std::string& path)
{
    const auto slash = path.rfind('/');
    return slash == path.npos ? path : path.substr(slash + 1);
}

/// An input, "path" or "path|layer", without its folder. The layer stays, whatever its name.
static std::string without_folder(const std::string& where)
{
    const auto file = file_in(where);
    return base_name(file) + where.substr(file.size());
}

/// Paths may hold bytes that are not UTF-8; they are shown as well as can be.
static std::string text_of(const Json& json)
{
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

/// Replaces the one line of a key in a TOML text. REQUIRES: it is there.
static void replace_line(std::string& text, const std::string& line, const std::string& by)
{
    const auto at = text.find(fmt::format("\n{}\n", line));
    expects(at != text.npos);
    if (at != text.npos) text.replace(at + 1, line.size(), by);
}

std::string scenario_echo(const Scenario& scenario, const Origins& origins, EchoPaths paths)
{
    Scenario copy = scenario;
    if (paths == EchoPaths::base_names) {
        for (auto& intervention : copy.interventions)
            intervention.area = without_folder(intervention.area);
    }
    auto text = fmt::format("\n{}", scenario_text(copy));
    const auto inputs = input_paths(scenario);
    for (const auto& p : parameters(copy)) {
        const auto is_input = [&](const auto& input) { return input.first == p.key; };
        if (std::none_of(inputs.begin(), inputs.end(), is_input)) continue;
        const auto name = p.key.substr(group_of(p.key).size() + 1);
        const auto line = fmt::format("{} = {}", name, value_text(p));
        const auto origin = origins.find(p.key);
        if (origin != origins.end() && origin->second == "default") {
            replace_line(text, line, fmt::format("# {}: as the program has it", name));
        } else if (paths == EchoPaths::base_names) {
            auto& path = *std::get<std::string*>(p.target);
            path = without_folder(path);
            replace_line(text, line, fmt::format("{} = {}", name, value_text(p)));
        }
    }
    return text.substr(1);
}

/// Where values came from, for those that are not defaults: "own.toml, line 3" or "--set".
static Json origins_json(const Origins& origins)
{
    Json json = Json::object();
    for (const auto& [key, origin] : origins) {
        if (origin != "default") json[key] = base_name(origin);
    }
    return json;
}

static Json inputs_json(const std::vector<InputFile>& inputs)
{
    Json list = Json::array();
    for (const auto& input : inputs) {
        list.push_back({{"key", input.key},
                        {"file", base_name(input.path)},
                        {"sha256", input.sha256},
                        {"size", input.size}});
    }
    return list;
}

static Json scenario_json(const Scenario& scenario, const Origins& origins,
                          const std::vector<std::string>& scenario_files)
{
    Json files = Json::array();
    for (const auto& file : scenario_files)
        files.push_back(base_name(file));
    return {{"title", scenario.title},
            {"question", scenario.question},
            {"files", files},
            {"origins", origins_json(origins)},
            {"text", scenario_echo(scenario, origins, EchoPaths::base_names)}};
}

static Json outputs_json(const std::vector<WrittenFile>& outputs)
{
    Json files = Json::array();
    for (const auto& file : outputs) {
        files.push_back({{"file", file.name}, {"sha256", file.sha256}, {"size", file.size}});
    }
    return files;
}

/// A line for the text of a scenario and one for each of its inputs.
static std::string case_lines(const Scenario& scenario, const Origins& origins,
                              const std::vector<InputFile>& inputs)
{
    auto lines = sha256_of(scenario_echo(scenario, origins, EchoPaths::base_names)) + "\n";
    for (const auto& input : inputs)
        lines += input.sha256 + "\n";
    return lines;
}

std::string case_sha256(const Scenario& scenario, const RunFacts& facts)
{
    return sha256_of(case_lines(scenario, facts.origins, facts.inputs));
}

std::string case_sha256(const CompareFacts& facts)
{
    std::string lines;
    for (const auto& compared : facts.scenarios) {
        const auto& loaded = compared.loaded;
        lines += case_lines(loaded.scenario, loaded.origins, compared.inputs);
    }
    return sha256_of(lines);
}

/// What every manifest starts with.
static Json manifest_head(const char* format, const std::string& attribution, std::uint32_t seed,
                          int replicates)
{
    Json json{{"format", format},
              {"format_version", manifest_version},
              {"program",
               {{"name", "mgz"}, {"version", program_version()}, {"revision", program_revision()}}},
              {"note", simulated_note},
              {"assumptions",
               "`mgz parameters` and docs/model.md say of every parameter how it is known; those "
               "marked assumption have no direct source."}};
    if (!attribution.empty()) json["attribution"] = attribution;
    json["seed"] = seed;
    json["replicates"] = replicates;
    return json;
}

std::string manifest_json(const Scenario& scenario, const Ensemble& ensemble, const RunFacts& facts,
                          const std::vector<WrittenFile>& outputs)
{
    Json json = manifest_head("mgz manifest", facts.attribution, facts.seed, ensemble.replicates);
    json["case_sha256"] = case_sha256(scenario, facts);
    json["scenario"] = scenario_json(scenario, facts.origins, facts.scenario_files);
    json["inputs"] = inputs_json(facts.inputs);
    json["outputs"] = outputs_json(outputs);
    return text_of(json);
}

std::string comparison_manifest_json(const CompareFacts& facts, int replicates,
                                     const std::vector<WrittenFile>& outputs)
{
    Json json =
        manifest_head("mgz comparison manifest", attribution_of(facts), facts.seed, replicates);
    json["case_sha256"] = case_sha256(facts);
    Json scenarios = Json::array();
    for (const auto& compared : facts.scenarios) {
        const auto& loaded = compared.loaded;
        Json scenario{{"name", compared.name}};
        scenario.update(scenario_json(loaded.scenario, loaded.origins, loaded.files));
        scenario["inputs"] = inputs_json(compared.inputs);
        scenarios.push_back(std::move(scenario));
    }
    json["scenarios"] = std::move(scenarios);
    json["outputs"] = outputs_json(outputs);
    return text_of(json);
}

/// "2026-01-31T12:34:56Z"
static std::string utc(std::chrono::system_clock::time_point when)
{
    const std::time_t seconds = std::chrono::system_clock::to_time_t(when);
    std::tm t{};
    gmtime_r(&seconds, &t);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", t.tm_year + 1900, t.tm_mon + 1,
                       t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec);
}

static std::string host_name()
{
    std::array<char, 256> name{};
    return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "unknown";
}

std::string run_json(const RunFacts& facts, const std::string& output_path)
{
    const auto now = std::chrono::system_clock::now();
    Json libraries = Json::object();
    for (const auto& [name, version] : library_versions())
        libraries[name] = version;
    Json phases = Json::object();
    for (const auto& [name, seconds] : facts.phases)
        phases[name] = seconds;
    Json inputs = Json::array();
    for (const auto& input : facts.inputs)
        inputs.push_back(input.path);
    const Json json{
        {"started", utc(facts.started)},
        {"finished", utc(now)},
        {"wall_seconds", std::chrono::duration<double>(now - facts.started).count()},
        {"phase_seconds", phases},
        {"threads", facts.threads},
        {"host", host_name()},
        {"program",
         {{"name", "mgz"}, {"version", program_version()}, {"revision", program_revision()}}},
        {"compiler", compiler()},
        {"build", {{"type", build_type()}, {"flags", build_flags()}}},
        {"libraries", libraries},
        {"command", facts.command},
        {"output", output_path},
        {"scenario_files", facts.scenario_files},
        {"input_files", inputs}};
    return text_of(json);
}

}  // namespace mgz
