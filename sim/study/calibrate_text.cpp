// SPDX-License-Identifier: EUPL-1.2
// What a calibration leaves behind: a scenario file, a record for programs, tables for people.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/scenario/registry.h"
#include "sim/study/calibrate.h"
#include "sim/study/json_columns.h"

namespace mgz {

using Json = nlohmann::ordered_json;
using Rows = std::vector<std::vector<std::string>>;

/// Columns as wide as their widest cell, two spaces between.
static std::vector<std::string> lines_of(const Rows& rows)
{
    std::vector<std::size_t> widths(rows.front().size(), 0);
    for (const auto& row : rows) {
        for (std::size_t c = 0; c < row.size(); ++c)
            widths[c] = std::max(widths[c], row[c].size());
    }
    std::vector<std::string> lines;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t c = 0; c < row.size(); ++c)
            line += fmt::format("{:<{}}", row[c], widths[c] + 2);
        line.erase(line.find_last_not_of(' ') + 1);
        lines.push_back(std::move(line));
    }
    return lines;
}

static std::string text_of(const std::optional<double>& value)
{
    return value ? fmt::format("{:.6g}", *value) : "none";
}

static std::vector<std::string> target_lines(const LossFunction& loss, const Calibration& c)
{
    Rows rows{{"target", "at the start", "now", "wanted", "tolerance", "weight", "loss"}};
    const auto& targets = loss.targets().targets;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const auto& t = targets[i];
        rows.push_back({t.id, text_of(c.start.targets[i].value),
                        text_of(c.outcome.targets[i].value), t.wanted(),
                        fmt::format("{}", t.tolerance), fmt::format("{}", t.weight),
                        fmt::format("{:.4f}", c.outcome.targets[i].loss)});
    }
    return lines_of(rows);
}

static std::vector<std::string> parameter_lines(const LossFunction& loss, const Calibration& c)
{
    Rows rows{{"parameter", "at the start", "now", "range"}};
    const auto start = loss.start();
    Scenario scenario = loss.with(c.values);
    const auto moving = parameters_of(loss.targets(), scenario);
    for (std::size_t i = 0; i < moving.size(); ++i) {
        const auto& move = loss.targets().moves[i];
        const bool series = std::holds_alternative<Series*>(moving[i].target);
        rows.push_back({move.key, fmt::format("{:.4g}", start[i]),
                        fmt::format("{}{}", c.values[i], series ? " (factor)" : ""),
                        fmt::format("{} to {}", move.low, move.high)});
    }
    return lines_of(rows);
}

static std::string summary(const LossFunction& loss, const Calibration& c)
{
    const auto& t = loss.targets();
    return fmt::format(
        "loss {:.4f} at the start, {:.4f} now\n"
        "{} evaluations of {} replicates (seed {}) through {} by {}\n"
        "the search ended: {}",
        c.start.loss, c.outcome.loss, c.evaluations, t.replicates, t.seed, loss.last_year(),
        search_method_names[static_cast<std::size_t>(t.method)], c.ended);
}

std::string calibration_text(const LossFunction& loss, const Calibration& c)
{
    std::string text = fmt::format("{}\n{}\n\n", loss.targets().title, summary(loss, c));
    for (const auto& line : target_lines(loss, c))
        text += line + '\n';
    text += '\n';
    for (const auto& line : parameter_lines(loss, c))
        text += line + '\n';
    return text;
}

/// The moved parameters in the order of the registry, a table per group.
static std::string parameter_tables(const LossFunction& loss, const Calibration& c)
{
    Scenario scenario = loss.with(c.values);
    std::string text, section;
    for (const auto& p : parameters(scenario)) {
        const auto& moves = loss.targets().moves;
        if (std::none_of(moves.begin(), moves.end(),
                         [&](const Movable& m) { return m.key == p.key; })) {
            continue;
        }
        const auto group = std::string(group_of(p.key));
        if (group != section) text += fmt::format("\n[{}]\n", section = group);
        text += fmt::format("{} = {}\n", p.key.substr(group.size() + 1), value_text(p));
    }
    return text;
}

std::string fitted_scenario_text(const LossFunction& loss, const Calibration& c,
                                 const CalibrationSource& source)
{
    std::string text =
        "# SPDX-License-Identifier: EUPL-1.2\n"
        "# Made by mgz calibrate: to change it, change the targets and calibrate again. The same\n"
        "# record for programs stands in the JSON file beside it.\n#\n";
    const auto comment = [&](const std::string& line) {
        text += line.empty() ? "#\n" : fmt::format("# {}\n", line);
    };
    comment(fmt::format("targets: {} ({})", loss.targets().title, source.targets_file));
    std::string said = summary(loss, c);
    for (std::size_t at = 0; at < said.size();) {
        const auto end = std::min(said.find('\n', at), said.size());
        comment(said.substr(at, end - at));
        at = end + 1;
    }
    comment("");
    for (const auto& line : target_lines(loss, c))
        comment("  " + line);
    comment("");
    for (const auto& line : parameter_lines(loss, c))
        comment("  " + line);
    text += '\n';
    if (!source.inherits.empty()) text += fmt::format("inherits = \"{}\"\n", source.inherits);
    text += fmt::format("title = \"{}\"\n", "Fitted");
    text += fmt::format("question = \"{}\"\n",
                        "What follows from the parameters that meet the national figures best?");
    return text + parameter_tables(loss, c);
}

/// Of every list in the record, by its name.
static Json columns_of_calibration()
{
    const char *as_target = "as the target", *as_parameter = "as the parameter";
    return {{"targets",
             explained({{"id", "-", "Figure that was to be met."},
                        {"value", as_target, "Its value with the parameters found."},
                        {"start", as_target, "Its value where the search began."},
                        {"target", as_target, "What it should be; absent where a range is asked."},
                        {"at_least", as_target, "Least that it should be; null: no such limit."},
                        {"at_most", as_target, "Most that it should be; null: no such limit."},
                        {"tolerance", as_target, "Miss that counts as one."},
                        {"weight", "1", "How much the figure counts."},
                        {"loss", "1", "weight times the square of the miss over the tolerance."}})},
            {"parameters",
             explained({{"key", "-", "Parameter of the model; mgz parameters tells its unit."},
                        {"low", as_parameter, "Least value that was allowed."},
                        {"high", as_parameter, "Largest value that was allowed."},
                        {"start", as_parameter, "Value where the search began."},
                        {"value", as_parameter, "Value found."}})}};
}

static Json target_json(const FitTarget& t, const TargetOutcome& start, const TargetOutcome& now)
{
    const auto number = [](const std::optional<double>& v) { return v ? Json(*v) : Json(nullptr); };
    Json json{{"id", t.id}, {"value", number(now.value)}, {"start", number(start.value)}};
    if (t.low == t.high) {
        json["target"] = t.low;
    } else {
        json["at_least"] = std::isfinite(t.low) ? Json(t.low) : Json(nullptr);
        json["at_most"] = std::isfinite(t.high) ? Json(t.high) : Json(nullptr);
    }
    json["tolerance"] = t.tolerance;
    json["weight"] = t.weight;
    json["loss"] = now.loss;
    return json;
}

std::string calibration_json(const LossFunction& loss, const Calibration& c,
                             const CalibrationSource& source)
{
    const auto& t = loss.targets();
    const auto start = loss.start();
    Json parameters_found = Json::array();
    for (std::size_t i = 0; i < t.moves.size(); ++i) {
        parameters_found.push_back({{"key", t.moves[i].key},
                                    {"low", t.moves[i].low},
                                    {"high", t.moves[i].high},
                                    {"start", start[i]},
                                    {"value", c.values[i]}});
    }
    Json outcomes = Json::array();
    for (std::size_t i = 0; i < t.targets.size(); ++i) {
        outcomes.push_back(target_json(t.targets[i], c.start.targets[i], c.outcome.targets[i]));
    }
    const Json json{{"format", "mgz calibration"},
                    {"format_version", 1},
                    {"program", source.program},
                    {"targets_file", source.targets_file},
                    {"targets_sha256", source.targets_sha256},
                    {"replicates", t.replicates},
                    {"seed", t.seed},
                    {"to", loss.last_year()},
                    {"method", search_method_names[static_cast<std::size_t>(t.method)]},
                    {"evaluations", c.evaluations},
                    {"ended", c.ended},
                    {"start_loss", c.start.loss},
                    {"loss", c.outcome.loss},
                    {"columns", columns_of_calibration()},
                    {"targets", outcomes},
                    {"parameters", parameters_found}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace mgz
