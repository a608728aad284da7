// SPDX-License-Identifier: EUPL-1.2
// A plan as files, and back.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <bit>
#include <filesystem>
#include <list>
#include <map>
#include <nlohmann/json.hpp>

#include "geo/check.h"
#include "sim/output/csv.h"
#include "sim/output/manifest.h"
#include "sim/output/manifest_file.h"
#include "sim/output/output_file.h"
#include "sim/output/run_folder.h"
#include "sim/output/sha256.h"
#include "sim/output/write_atomically.h"
#include "sim/scenario/json_file.h"
#include "sim/scenario/json_member.h"
#include "sim/sweep/plan.h"
#include "sim/sweep/study_file.h"

namespace mgz {

using geo::InputError;
using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

static constexpr auto format_name = "mgz sweep plan";
static constexpr int format_version = 1;
static constexpr auto study_copy = "study.toml";
static constexpr auto table_copy = "plan.csv";
static constexpr auto record_copy = "plan.json";

static constexpr std::array<std::string_view, 6> part_names{"point", "base", "step",
                                                            "a",     "b",    "ab"};

/// What moved in a row: a factor, or the factors of a group.
static std::string moved(const SweepPlan& plan, const RowRole& role)
{
    if (role.factor < 0) return "";
    return group_name(plan.study, plan.design, role.factor);
}

static std::string fields_text(const std::vector<std::string>& fields)
{
    std::string line;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i > 0) line += ',';
        append_field(line, fields[i]);
    }
    return line + '\n';
}

std::string plan_csv(const SweepPlan& plan)
{
    const Study& study = plan.study;
    std::vector<std::string> header{"run",  "point", "policy", "replicate",
                                    "part", "block", "moved"};
    for (const auto& f : study.factors)
        header.push_back(f.name);
    std::string text = fields_text(header);
    std::vector<std::string> fields(header.size());
    for (std::size_t number = 0; number < plan.runs(); ++number) {
        const RunKey run = plan.run(number);
        const RowRole& role = plan.design.roles[run.point];
        fields[0] = std::to_string(number);
        fields[1] = std::to_string(run.point);
        fields[2] = study.policies.empty() ? "" : study.policies[run.policy];
        fields[3] = std::to_string(run.replicate);
        fields[4] = part_names[static_cast<std::size_t>(role.part)];
        fields[5] = std::to_string(role.block);
        fields[6] = moved(plan, role);
        const auto values = plan.values_of(run.point);
        for (std::size_t f = 0; f < values.size(); ++f)
            fields[7 + f] = text_of_value(study.factors[f], values[f]);
        text += fields_text(fields);
    }
    return text;
}

static Json quantities_json(const std::vector<KeptQuantity>& quantities)
{
    Json list = Json::array();
    for (const auto& q : quantities) {
        list.push_back({{"level", name_of(q.level)},
                        {"area", q.area},
                        {"code", q.code},
                        {"name", q.name},
                        {"profession", q.profession},
                        {"indicator", q.indicator},
                        {"unit", q.unit},
                        {"more_is_better", q.more_is_better},
                        {"year", q.year}});
    }
    return list;
}

static std::vector<KeptQuantity> quantities_of(const Json& list)
{
    std::vector<KeptQuantity> quantities;
    for (const auto& item : list) {
        KeptQuantity q;
        const auto level = item.at("level").get<std::string>();
        for (const Level l : {Level::country, Level::region, Level::subregion})
            if (name_of(l) == level) q.level = l;
        q.area = member_of<decltype(q.area)>(item, "area");
        item.at("code").get_to(q.code);
        item.at("name").get_to(q.name);
        item.at("profession").get_to(q.profession);
        item.at("indicator").get_to(q.indicator);
        item.at("unit").get_to(q.unit);
        item.at("more_is_better").get_to(q.more_is_better);
        q.year = member_of<int>(item, "year");
        quantities.push_back(std::move(q));
    }
    return quantities;
}

/// What stands beside the record, each with its text.
static std::vector<std::pair<std::string, std::string>> files_of(const SweepPlan& plan)
{
    std::vector<std::pair<std::string, std::string>> files{{study_copy, study_text(plan.study)},
                                                           {table_copy, plan_csv(plan)}};
    for (const auto& base : plan.bases) {
        files.emplace_back(
            scenario_copy(base.name),
            scenario_echo(base.loaded.scenario, base.loaded.origins, EchoPaths::full));
    }
    if (plan.study.design == DesignKind::list) {
        std::vector<std::string> names;
        for (const auto& f : plan.study.factors)
            names.push_back(f.name);
        std::string text = fields_text(names);
        for (std::size_t point = 0; point < plan.points(); ++point) {
            std::vector<std::string> fields;
            for (std::size_t f = 0; f < names.size(); ++f)
                fields.push_back(text_of_value(plan.study.factors[f], plan.values_of(point)[f]));
            text += fields_text(fields);
        }
        files.emplace_back(points_copy, text);
    }
    return files;
}

static std::string record_text(const SweepPlan& plan,
                               const std::vector<std::pair<std::string, std::string>>& files)
{
    Json json{{"format", format_name}, {"format_version", format_version}, {"id", plan.id}};
    json["points"] = plan.points();
    json["runs"] = plan.runs();
    json["conditions"] = plan.conditions;
    Json hashes = Json::object();
    for (const auto& [name, text] : files)
        hashes[name] = sha256_of(text);
    json["files"] = hashes;
    json["cost"] = {{"seconds", plan.cost.seconds},
                    {"megabytes", plan.cost.megabytes},
                    {"megabytes_per_thread", plan.cost.megabytes_per_thread},
                    {"bytes", plan.cost.bytes}};
    json["quantities"] = quantities_json(plan.quantities);
    return json.dump(1) + "\n";
}

void write_plan(const SweepPlan& plan, const std::string& folder)
{
    OutputFolder out(folder, Existing::refuse);
    const auto files = files_of(plan);
    for (const auto& file : files) {
        const auto same = std::count_if(files.begin(), files.end(), [&](const auto& other) {
            return other.first == file.first;
        });
        if (same > 1)
            throw InputError(plan.study.file, fmt::format("a scenario is called {}", file.first),
                             "give that file another name");
        out.write(file.first, file.second);
    }
    out.write(record_copy, record_text(plan, files));
    out.publish();
}

namespace {

/// plan.json, less what the study says again.
struct Record {
    std::string id;
    Conditions conditions;
    std::map<std::string, std::string> files;  ///< name beside it -> SHA-256
    RunCost cost;
    std::vector<KeptQuantity> quantities;
};

}  // namespace

/// Throws std::exception.
static Record record_of(const Json& json)
{
    Record record;
    json.at("id").get_to(record.id);
    json.at("conditions").get_to(record.conditions);
    for (const auto& [name, hash] : json.at("files").items())
        hash.get_to(record.files[name]);
    if (!record.files.contains(study_copy)) throw std::runtime_error("no study");
    const auto cost = [&](const char* name, double most) {
        const double value = json.at("cost").at(name);
        if (!(value >= 0 && value <= most)) throw std::runtime_error("a cost beyond measure");
        return value;
    };
    record.cost = {cost("seconds", 1e7), cost("megabytes", 1e7), cost("megabytes_per_thread", 1e6),
                   cost("bytes", 1e12)};
    record.quantities = quantities_of(json.at("quantities"));
    return record;
}

static Record read_record(const std::string& folder)
{
    const auto file = fs::path(folder) / record_copy;
    std::error_code none;
    if (!fs::is_directory(folder, none)) {
        throw InputError(folder, "there is no such folder",
                         "make it with mgz sweep plan STUDY -o " + folder);
    }
    if (!fs::is_regular_file(file, none)) {
        throw InputError(folder,
                         fmt::format("is not the folder of a sweep: it has no {}", record_copy),
                         "give a folder that mgz sweep plan made");
    }
    constexpr auto right = "plan again in another folder";
    const Json json = read_json(file.string(), right);
    if (json.value("format", Json()) != format_name)
        throw InputError(file.string(), "is not the record of a plan", right);
    check_format_version(json, format_version, file.string());
    try {
        for (const auto& entry : json.at("files").items()) {
            if (!is_plain_name(entry.key()))
                throw InputError(file.string(), "names a file elsewhere", right);
        }
        return record_of(json);
    } catch (const InputError&) {
        throw;
    } catch (const std::exception&) {
        throw InputError(file.string(), "is damaged", right);
    }
}

Conditions stored_conditions(const std::string& folder)
{
    return read_record(folder).conditions;
}

/// Who edits a copy is told what that would change.
static void check_files(const Record& record, const std::string& folder, const SweepPlan* plan)
{
    for (const auto& [name, hash] : record.files) {
        const auto file = (fs::path(folder) / name).string();
        const auto found = hash_file(file);
        if (!found) throw InputError(file, "cannot be read", "put it back, or plan again");
        if (found->sha256 == hash) continue;
        std::string what;
        if (plan) {
            const auto changed = differences(record.conditions, plan->conditions);
            what = fmt::format(": {}", fmt::join(changed, "; "));
        }
        throw InputError(file, "was changed after the plan was made" + what,
                         "put it back; another study needs another folder (a longer one: mgz "
                         "sweep extend)");
    }
}

SweepPlan read_plan(const std::string& folder, const std::string& data_folder, PlanUse use)
{
    const Record record = read_record(folder);
    const auto study = (fs::path(folder) / study_copy).string();
    const auto known = hash_file(study);
    if (!known || known->sha256 != record.files.at(study_copy)) {
        if (!known) check_files(record, folder, nullptr);
        const SweepPlan edited = plan_study(study, data_folder);
        check_files(record, folder, &edited);
    }
    check_files(record, folder, nullptr);
    SweepPlan plan = plan_study(study, data_folder);
    plan.folder = folder;
    const Conditions& stored = record.conditions;
    if (use == PlanUse::read) {
        for (auto& [name, value] : plan.conditions)
            if (name == program_condition) value = condition(stored, program_condition);
    }
    const auto changed = differences(stored, plan.conditions);
    if (!changed.empty()) {
        throw InputError(
            folder,
            fmt::format("its runs would no longer be the same: {}", fmt::join(changed, "; ")),
            "run it with what it was planned with, or plan again in another folder");
    }
    plan.id = record.id;
    plan.quantities = record.quantities;
    plan.cost = record.cost;
    return plan;
}

void extend_plan(const SweepPlan& plan, int n, const std::string& data_folder)
{
    const Study& study = plan.study;
    switch (study.design) {
        case DesignKind::latin_hypercube:
            throw InputError("--n", "a Latin hypercube cannot be extended: its strata are others",
                             "use random or saltelli for a study that may grow");
        case DesignKind::full_factorial:
        case DesignKind::one_at_a_time:
        case DesignKind::list:
            throw InputError("--n", fmt::format("{} has no N", name_of(study.design)),
                             "plan another study in another folder");
        default:
            break;
    }
    if (n <= study.n) {
        throw InputError("--n",
                         fmt::format("{} is not more than the {} that are planned", n, study.n),
                         fmt::format("give {} or more", 2 * study.n));
    }
    if (study.design == DesignKind::saltelli && !std::has_single_bit(static_cast<unsigned>(n))) {
        throw InputError("--n", fmt::format("N is {}", n),
                         fmt::format("give a power of two, for example {}", 2 * study.n));
    }
    Study longer = study;
    longer.n = n;
    SweepPlan now = with_study(longer, data_folder);
    now.conditions = plan.conditions;  // the program that runs it
    now.id = plan.id;
    replace_plan(plan, now);
}

void replace_plan(const SweepPlan& there, const SweepPlan& now)
{
    expects(now.id == there.id);
    if (now.points() < there.points() || now.study.replicates < there.study.replicates) {
        throw InputError(
            there.folder,
            fmt::format("has a plan of {} runs already, this one has {}", there.runs(), now.runs()),
            "a plan can only be made longer; name another folder with -o");
    }
    SweepPlan written = now;
    written.quantities = there.quantities;
    written.cost = there.cost;
    const auto files = files_of(written);
    // All of them are on the disk before the first is replaced: they only hold together.
    std::list<OutputFile> replaced;
    const auto add = [&](const char* name, const std::string& text) {
        const auto path = (fs::path(there.folder) / name).string();
        auto& file = replaced.emplace_back(path, Existing::replace);
        file.append(text);
        file.finish();
    };
    for (const auto& [name, text] : files)
        if (name == study_copy || name == table_copy) add(name.c_str(), text);
    add(record_copy, record_text(written, files));
    for (OutputFile& file : replaced)
        file.publish();
}

}  // namespace mgz
