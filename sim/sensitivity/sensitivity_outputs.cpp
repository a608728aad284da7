// SPDX-License-Identifier: EUPL-1.2
#include "sim/sensitivity/sensitivity_outputs.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <chrono>
#include <nlohmann/json.hpp>

#include "sim/output/labels.h"
#include "sim/output/manifest.h"
#include "sim/output/program_version.h"
#include "sim/scenario/json_file.h"
#include "sim/sensitivity/sensitivity_dictionary.h"
#include "sim/sensitivity/sensitivity_maps.h"
#include "sim/sensitivity/sensitivity_styles.h"
#include "sim/sensitivity/sensitivity_summary.h"
#include "sim/sensitivity/sensitivity_tables.h"

namespace mgz {

namespace {

using Json = nlohmann::ordered_json;

/// manifest.json after the rules of the other manifests: nothing of this machine, input files by
/// their base names.
std::string manifest_of(const SweepTable& table, const SensitivityFacts& facts,
                        const std::vector<WrittenFile>& outputs)
{
    Json json{{"format", "mgz sensitivity manifest"},
              {"format_version", manifest_version},
              {"program",
               {{"name", "mgz"}, {"version", program_version()}, {"revision", program_revision()}}},
              {"note", simulated_note}};
    if (!facts.run.attribution.empty()) json["attribution"] = facts.run.attribution;
    json["study"] = {{"id", facts.study_id}, {"title", table.study.title}};
    for (const auto& [name, value] : facts.conditions)
        json["study"]["conditions"][name] = value;
    json["seed"] = table.study.seed;
    json["design_seed"] = table.study.design_seed;
    json["points"] = table.points();
    json["policies"] = table.policies();
    json["replicates"] = table.replicates();
    json["runs_failed"] = table.failed;
    json["runs_missing"] = table.missing;
    json["bootstrap"] = {{"resamples", facts.bootstrap.resamples},
                         {"level", facts.bootstrap.level}};
    json["inputs"] = Json::array();
    for (const InputFile& input : facts.run.inputs) {
        const auto slash = input.path.rfind('/');
        json["inputs"].push_back(
            {{"key", input.key},
             {"file", slash == input.path.npos ? input.path : input.path.substr(slash + 1)},
             {"sha256", input.sha256},
             {"size", input.size}});
    }
    json["outputs"] = Json::array();
    for (const WrittenFile& file : outputs)
        json["outputs"].push_back(
            {{"file", file.name}, {"sha256", file.sha256}, {"size", file.size}});
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Labels labels_of(const SweepTable& table, const SensitivityFacts& facts)
{
    std::vector<std::string> policies;
    for (std::size_t p = 0; p < table.policies(); ++p)
        policies.push_back(policy_name(table.study, p));
    Labels labels{{"MGZ_VERSION", std::string(program_version())},
                  {"STUDY", facts.study_id},
                  {"TITLE", table.study.title},
                  {"POLICIES", fmt::format("{}", fmt::join(policies, ", "))},
                  {"POINTS", std::to_string(table.points())},
                  {"SEED", std::to_string(table.study.seed)},
                  {"REPLICATES", std::to_string(table.replicates())},
                  {"NOTE", std::string(simulated_note)}};
    if (!facts.run.attribution.empty()) labels.emplace_back("ATTRIBUTION", facts.run.attribution);
    return labels;
}

void write_tables(const SweepTable& table, const Findings& findings,
                  const std::vector<TableEntry>& dictionary, OutputFolder& out)
{
    using Make = std::string (*)(const SweepTable&, const Findings&, const TableEntry&);
    constexpr std::pair<const char*, Make> all[] = {{"indices.csv", indices_csv},
                                                    {"convergence.csv", convergence_csv},
                                                    {"variance.csv", variance_csv},
                                                    {"associations.csv", associations_csv}};
    for (const auto& [name, make] : all) {
        for (const TableEntry& entry : dictionary) {
            if (entry.file == name) out.write(name, make(table, findings, entry));
        }
    }
}

}  // namespace

void write_sensitivity(const World& world, const SweepTable& table, const Findings& findings,
                       const SensitivityFacts& facts, const SensitivityExtra& extra,
                       OutputFolder& out)
{
    const auto start = std::chrono::steady_clock::now();
    auto dictionary = sensitivity_dictionary(table, findings);
    write_tables(table, findings, dictionary, out);
    if (has_region_layers(table, findings)) {
        const auto bytes =
            sensitivity_gpkg(world, table, findings, dictionary, labels_of(table, facts));
        out.write(sensitivity_gpkg_name, bytes);
        out.write("sensitivity.qgs",
                  sensitivity_project(world, table, findings, dictionary, facts.run.attribution));
    }
    for (const auto& [name, content] : extra.files)
        out.write(name, content);
    dictionary.insert(dictionary.end() - 1, extra.tables.begin(), extra.tables.end());
    out.write("dictionary.csv", dictionary_csv(dictionary));
    out.write("summary.md", sensitivity_summary(table, findings, facts.bootstrap, extra.text));
    out.write("manifest.json", manifest_of(table, facts, out.files()));
    RunFacts machine = facts.run;
    machine.phases.emplace_back(
        "write", std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    out.write("run.json", run_json(machine, out.path()));
}

}  // namespace mgz
