// SPDX-License-Identifier: EUPL-1.2
#include "sim/scenario/scenario_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "geo/check.h"
#include "geo/text.h"
#include "sim/core/calendar.h"
#include "sim/core/limits.h"
#include "sim/scenario/file_format.h"
#include "sim/scenario/input_path.h"
#include "sim/scenario/interventions.h"
#include "sim/scenario/plain_toml.h"
#include "sim/scenario/ready_scenarios.h"
#include "sim/scenario/registry.h"
#include "sim/scenario/scenario_text.h"

namespace mgz {

namespace fs = std::filesystem;
using geo::InputError;

namespace {

/// Puts one TOML value into one parameter, or says why not.
class Setter {
public:
    Setter(const Parameter& parameter, const PlainValue& value, std::string where)
        : parameter_(parameter), value_(value), where_(std::move(where))
    {
    }

    void operator()(double* target) const { *target = in_range(real(value_)); }
    void operator()(int* target) const
    {
        const auto v = value_.whole();
        if (!v) wrong("a whole number");
        *target = static_cast<int>(in_range(static_cast<double>(*v)));
    }
    void operator()(std::string* target) const
    {
        const auto* v = value_.text();
        if (!v) wrong("text in quotes");
        *target = *v;
    }
    void operator()(const RootChoice& target) const
    {
        const auto* v = value_.text();
        if (!v || (*v != "practice" && *v != "home")) wrong("\"practice\" or \"home\"");
        *target.rule = *v == "home" ? RootRule::home : RootRule::practice;
    }
    void operator()(Series* target) const
    {
        if (value_.real()) {
            target->points = {{first_year, in_range(real(value_))}};
            return;
        }
        std::vector<std::pair<int, double>> points;
        for (const auto& item : list("a number, or pairs [[year, value], ...]")) {
            const auto* pair = item.array();
            if (!pair || pair->size() != 2 || !pair->front().whole() || !pair->back().real()) {
                wrong("a number, or pairs [[year, value], ...]");
            }
            const auto year = *pair->front().whole();
            if (year < first_series_year || year > last_series_year) {
                wrong(fmt::format("years between {} and {}", first_series_year, last_series_year));
            }
            if (!points.empty() && year <= points.back().first) wrong("years in rising order");
            points.emplace_back(static_cast<int>(year), in_range(real(pair->back())));
        }
        if (points.empty()) wrong("at least one pair [year, value]");
        target->points = std::move(points);
    }
    void operator()(std::vector<int>* target) const
    {
        std::vector<int> values;
        for (const auto& item : list("a list of whole numbers")) {
            const auto v = item.whole();
            if (!v) wrong("a list of whole numbers");
            values.push_back(static_cast<int>(in_range(static_cast<double>(*v))));
        }
        if (values.empty()) wrong("at least one value");
        std::sort(values.begin(), values.end());
        values.erase(std::unique(values.begin(), values.end()), values.end());
        *target = std::move(values);
    }
    void operator()(std::vector<std::string>* target) const
    {
        std::vector<std::string> values;
        for (const auto& item : list("a list of texts")) {
            const auto* v = item.text();
            if (!v) wrong("a list of texts");
            values.push_back(*v);
        }
        if (values.size() != target->size()) wrong(fmt::format("{} texts", target->size()));
        *target = std::move(values);
    }

private:
    [[noreturn]] void wrong(const std::string& expected) const
    {
        throw InputError(where_, fmt::format("{} has the wrong kind of value", parameter_.key),
                         "give " + expected);
    }
    const PlainArray& list(const std::string& expected) const
    {
        if (!value_.array()) wrong(expected);
        return *value_.array();
    }
    double real(const PlainValue& value) const
    {
        const auto v = value.real();
        if (!v) wrong("a number");
        return *v;
    }
    double in_range(double v) const
    {
        if (v >= parameter_.low && v <= parameter_.high) return v;  // false for NaN
        throw InputError(
            where_, fmt::format("{} is {}", parameter_.key, v),
            fmt::format("give {} to {} ({})", parameter_.low, parameter_.high, parameter_.unit));
    }

    const Parameter& parameter_;
    const PlainValue& value_;
    std::string where_;
};

/// Input paths start at the folder of whoever wrote them.
void make_absolute(const Parameter& parameter, const std::string& folder)
{
    static constexpr std::array<std::string_view, 8> path_keys{
        "geography.regions",       "geography.subregions",   "geography.settlements",
        "inputs.training_centres", "inputs.student_origins", "inputs.employers",
        "inputs.travel",           "inputs.population"};
    if (std::find(path_keys.begin(), path_keys.end(), parameter.key) == path_keys.end()) return;
    auto& path = *std::get<std::string*>(parameter.target);
    path = input_path(path, folder);
}

/// Builds one scenario out of defaults, files and settings.
class Loader {
public:
    explicit Loader(const std::string& data_folder)
        : data_folder_(data_folder), list_(parameters(loaded_.scenario))
    {
        for (const auto& p : list_)
            loaded_.origins[p.key] = "default";
        for (const auto& p : list_)
            make_absolute(p, data_folder);
    }

    void read_file(const std::string& path)
    {
        std::error_code code;
        const auto canonical = fs::weakly_canonical(path, code).string();
        if (std::find(chain_.begin(), chain_.end(), canonical) != chain_.end()) {
            throw InputError(path, fmt::format("inherits itself through {}", chain_.back()),
                             "break the loop");
        }
        if (chain_.size() == limits::inherited_files) {
            throw InputError(
                path,
                fmt::format("is file number {} of those that inherit from each other",
                            chain_.size() + 1),
                fmt::format("let {} follow each other at most", limits::inherited_files));
        }
        chain_.push_back(canonical);
        const auto table = read_toml(path, "a scenario", " (mgz scenarios lists the ready ones)");
        if (const auto* parent = table.find("inherits")) {
            const auto* name = parent->text();
            if (!name) {
                throw InputError(fmt::format("{}, line {}", path, parent->line),
                                 "inherits is not text", "name a scenario file");
            }
            read_file(scenario_named(*name, fs::path(path).parent_path().string(), data_folder_,
                                     fmt::format("{}, line {}", path, parent->line), "to inherit"));
        }
        apply(table, "", path, folder_of(path));
        loaded_.files.push_back(path);
    }

    void read_text(std::string_view text, const std::string& where)
    {
        auto table = parse_toml(text, where);
        bring_up_to_date(table, where);
        if (const auto* parent = table.find("inherits")) {
            throw InputError(fmt::format("{}, line {}", where, parent->line),
                             "inherits from another scenario", "give the whole scenario");
        }
        apply(table, "", where, folder_of(where));
    }

    void apply_setting(const std::string& setting)
    {
        const auto equals = setting.find('=');
        if (equals == std::string::npos || equals == 0) {
            throw InputError("--set " + setting, "is not key=value",
                             "for example --set settlement.size=0.5");
        }
        const std::string key = setting.substr(0, equals);
        const std::string value = setting.substr(equals + 1);
        const auto& parameter = find(key, "--set");
        const bool is_text = std::holds_alternative<std::string*>(parameter.target) ||
                             std::holds_alternative<RootChoice>(parameter.target);
        const bool bare = is_text && (value.empty() || (value[0] != '"' && value[0] != '\''));
        const auto table = bare ? PlainTable{{{"value", {value, 1}}}}
                                : parse_toml("value = " + value, "--set " + key);
        set(parameter, *table.find("value"), "--set", fs::current_path().string());
    }

    LoadedScenario finish()
    {
        const auto& s = loaded_.scenario;
        if (s.to < s.from) throw InputError(loaded_.origins["to"], "to lies before from");
        fit_default_years();
        return LoadedScenario{loaded_.scenario, loaded_.origins, loaded_.files};
    }

private:
    /// Years of output that nobody chose follow the years of the run; chosen ones are checked.
    void fit_default_years()
    {
        auto& s = loaded_.scenario;
        auto& output = s.output;
        const auto is_default = [this](const char* key) {
            return loaded_.origins.at(key) == "default";
        };
        if (is_default("output.map_year")) {
            output.map_year = std::clamp(output.map_year, s.from, s.to);
        }
        if (!is_default("output.years")) return;
        std::erase_if(output.years, [&](int year) { return year < s.from || year > s.to; });
        if (output.map_year < s.from || output.map_year > s.to) return;
        output.years.push_back(output.map_year);
        std::sort(output.years.begin(), output.years.end());
        output.years.erase(std::unique(output.years.begin(), output.years.end()),
                           output.years.end());
    }

    void apply(const PlainTable& table, const std::string& prefix, const std::string& file,
               const std::string& folder)
    {
        for (const auto& [name, value] : table.entries) {
            const std::string key = prefix + name;
            if (key == "inherits") continue;
            if (key == "interventions") {
                read_interventions(value, file, loaded_.scenario.interventions);
                continue;
            }
            if (const auto* inner = value.table()) {
                apply(*inner, key + ".", file, folder);
                continue;
            }
            const auto where = fmt::format("{}, line {}", file, value.line);
            set(find(key, where), value, where, folder);
            loaded_.origins[key] = file;
        }
    }

    const Parameter& find(const std::string& key, const std::string& where) const
    {
        return parameter_named(list_, key, where);
    }

    void set(const Parameter& parameter, const PlainValue& value, const std::string& where,
             const std::string& folder)
    {
        set_parameter(parameter, value, where, folder);
        loaded_.origins[parameter.key] = where;
    }

    const std::string& data_folder_;
    LoadedScenario loaded_;
    std::vector<Parameter> list_;
    std::vector<std::string> chain_;
};

}  // namespace

const Parameter& parameter_named(const std::vector<Parameter>& list, const std::string& key,
                                 const std::string& where)
{
    for (const auto& p : list) {
        if (p.key == key) return p;
    }
    if (key == "interventions") {
        throw InputError(where, "interventions are not one value",
                         "write them in a scenario file, each under [[interventions]]");
    }
    if (const auto instead = instead_of_retired(key); !instead.empty()) {
        throw InputError(where, fmt::format("there is no key \"{}\" any more", key), instead);
    }
    std::vector<std::string> keys;
    for (const auto& p : list)
        keys.push_back(p.key);
    const auto near = geo::nearest_name(key, keys);
    throw InputError(
        where, fmt::format("there is no key \"{}\"", key),
        near.empty() ? "mgz parameters lists all keys" : fmt::format("did you mean \"{}\"?", near));
}

void set_parameter(const Parameter& parameter, const PlainValue& value, const std::string& where,
                   const std::string& folder)
{
    std::visit(Setter(parameter, value, where), parameter.target);
    make_absolute(parameter, folder);
}

LoadedScenario load_scenario(const std::string& path, const std::vector<std::string>& settings,
                             const std::string& data_folder)
{
    Loader loader(data_folder);
    if (!path.empty()) loader.read_file(path);
    for (const auto& setting : settings)
        loader.apply_setting(setting);
    return loader.finish();
}

LoadedScenario load_scenario_text(std::string_view text, const std::string& where,
                                  const std::string& data_folder)
{
    Loader loader(data_folder);
    loader.read_text(text, where);
    return loader.finish();
}

std::string scenario_text(const Scenario& scenario)
{
    Scenario copy = scenario;
    std::string top = fmt::format("format = {}\n", file_format);
    std::string rest;
    std::string section;
    for (const auto& p : parameters(copy)) {
        const auto dot = p.key.rfind('.');
        if (dot == std::string::npos) {
            top += fmt::format("{} = {}\n", p.key, value_text(p));
            continue;
        }
        // A header may stand once only: keys of one table are adjacent only by first group.
        const auto group = std::string(group_of(p.key));
        if (group != section) rest += fmt::format("\n[{}]\n", section = group);
        rest += fmt::format("{} = {}\n", p.key.substr(group.size() + 1), value_text(p));
    }
    for (const auto& intervention : scenario.interventions)
        rest.append("\n").append(intervention_text(intervention));
    return top + rest;
}

}  // namespace mgz
