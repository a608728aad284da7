// SPDX-License-Identifier: EUPL-1.2
#include "sim/study/calibrate_targets.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "geo/check.h"
#include "geo/text.h"
#include "sim/study/patterns_reader.h"

namespace mgz {

using geo::InputError;

double FitTarget::loss(std::optional<double> value) const
{
    double misses = unmeasured_misses;
    if (value) misses = std::max({0.0, low - *value, *value - high}) / tolerance;
    return weight * misses * misses;
}

std::string FitTarget::wanted() const
{
    if (low == high) return fmt::format("{}", low);
    if (std::isinf(high)) return fmt::format(">= {}", low);
    if (std::isinf(low)) return fmt::format("<= {}", high);
    return fmt::format("{} to {}", low, high);
}

static double number_within(PatternReader& r, const std::string& key, double low, double high)
{
    const double value = r.number(key);
    if (value >= low && value <= high) return value;
    throw InputError(r.place(key), fmt::format("{} is {}", key, value),
                     fmt::format("give {} to {}", low, high));
}

static std::int64_t whole_within(PatternReader& r, const std::string& key, double low, double high)
{
    const double value = number_within(r, key, low, high);
    if (value != std::floor(value)) r.wrong(key, "a whole number");
    return static_cast<std::int64_t>(value);
}

static Movable read_move(PatternReader r)
{
    Movable m;
    m.key = r.text("key");
    m.place = r.place("key");
    m.low = r.number("low");
    m.high = r.number("high");
    if (!(m.low < m.high)) {
        throw InputError(r.place("low"), fmt::format("low of {} is not below high", m.key),
                         "give the range in which it may move");
    }
    if (r.has("start")) m.start = number_within(r, "start", m.low, m.high);
    r.done();
    return m;
}

/// A figure of its own: measure, profession and at, as in a pattern file.
static std::optional<NationalTarget> read_measure(PatternReader& r, const FitTarget& target)
{
    if (!r.has("measure")) return std::nullopt;
    NationalTarget n;
    n.id = target.id;
    n.measure = r.measure("measure");
    n.profession = r.profession("profession");
    n.at = r.quarter("at");
    n.target.low = target.low;
    n.target.high = target.high;
    n.target.text = target.wanted();
    n.target.use = PatternUse::fit;
    return n;
}

static FitTarget read_target(PatternReader& r)
{
    FitTarget t;
    t.id = r.text("id");
    t.place = r.place("id");
    const bool value = r.has("value"), low = r.has("at_least"), high = r.has("at_most");
    if (value == (low || high)) {
        throw InputError(t.place, fmt::format("{} has no single wish", t.id),
                         "give value, or at_least and at_most, or one of these two");
    }
    if (value) t.low = t.high = r.number("value");
    if (low) t.low = r.number("at_least");
    if (high) t.high = r.number("at_most");
    if (!(t.low <= t.high)) {
        throw InputError(r.place("at_least"), fmt::format("{} can never be met", t.id),
                         "at_least must not lie above at_most");
    }
    t.tolerance = number_within(r, "tolerance", 1e-12, 1e12);
    if (r.has("weight")) t.weight = number_within(r, "weight", 0, 1e6);
    return t;
}

/// What is left out keeps its default.
static void read_search(PatternReader r, CalibrationTargets& t)
{
    if (r.has("method")) {
        t.method = static_cast<SearchMethod>(r.one_of("method", search_method_names));
    }
    if (r.has("replicates")) {
        t.replicates = static_cast<int>(whole_within(r, "replicates", 1, 100000));
    }
    if (r.has("seed")) {
        t.seed = static_cast<std::uint32_t>(whole_within(r, "seed", 0, 4294967295.0));
    }
    if (r.has("max_evaluations")) {
        t.max_evaluations = static_cast<int>(whole_within(r, "max_evaluations", 1, 1e6));
    }
    if (r.has("tolerance")) t.tolerance = number_within(r, "tolerance", 0, 0.5);
    if (r.has("first_step")) t.first_step = number_within(r, "first_step", 1e-6, 0.5);
    if (r.has("to")) t.to = r.year("to");
    r.done();
}

template <class Item>
static void refuse_twice(const std::vector<Item>& items, std::string Item::*name)
{
    for (std::size_t i = 0; i < items.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (items[i].*name != items[j].*name) continue;
            throw InputError(items[i].place, fmt::format("{} is given twice", items[i].*name));
        }
    }
}

CalibrationTargets read_calibration_targets(const std::string& path)
{
    const auto table = read_toml(path, "a target file");
    PatternReader r(table, path, "");
    const auto folder = std::filesystem::path(path).parent_path();
    const auto path_of = [&](const std::string& key) {
        return (folder / r.text(key)).lexically_normal().string();
    };
    CalibrationTargets t;
    t.file = path;
    t.title = r.text("title");
    if (r.has("scenario")) t.scenario = path_of("scenario");
    if (r.has("patterns")) t.patterns = path_of("patterns");
    if (r.has("search")) read_search(r.table("search"), t);
    for (auto& move : r.tables("move"))
        t.moves.push_back(read_move(move));
    for (auto& target : r.tables("target")) {
        t.targets.push_back(read_target(target));
        if (auto measure = read_measure(target, t.targets.back())) {
            t.measures.push_back(std::move(*measure));
        }
        target.done();
    }
    r.done();
    refuse_twice(t.moves, &Movable::key);
    refuse_twice(t.targets, &FitTarget::id);
    // Quadratic models need two directions.
    if (t.moves.size() < 2) t.method = SearchMethod::sbplx;
    return t;
}

/// What the pattern file says a figure is for; none when it says nothing of it.
static std::optional<PatternUse> use_of(const PatternData& data, const std::string& id)
{
    if (const auto* target = data.target(id)) return target->use;
    for (const auto& national : data.national) {
        if (national.id == id) return national.target.use;
    }
    return std::nullopt;
}

static std::vector<std::string> measured_ids(const PatternData& data)
{
    std::vector<std::string> ids;
    for (const auto& kind : pattern_kinds())
        ids.emplace_back(kind.id);
    for (const auto& national : data.national)
        ids.push_back(national.id);
    return ids;
}

PatternData data_for(const CalibrationTargets& targets, PatternData data)
{
    for (const auto& measure : targets.measures) {
        const auto ids = measured_ids(data);
        if (std::find(ids.begin(), ids.end(), measure.id) != ids.end()) {
            throw InputError(targets.file,
                             fmt::format("{} is a figure of the pattern file too", measure.id),
                             "leave out its measure, or give it another id");
        }
        data.national.push_back(measure);
    }
    const auto ids = measured_ids(data);
    for (const auto& target : targets.targets) {
        if (std::find(ids.begin(), ids.end(), target.id) == ids.end()) {
            const auto near = geo::nearest_name(target.id, ids);
            throw InputError(target.place, fmt::format("nothing measures \"{}\"", target.id),
                             near.empty() ? "mgz validate prints what can be measured"
                                          : fmt::format("did you mean \"{}\"?", near));
        }
        if (target.id.ends_with("-margin")) {
            throw InputError(target.place,
                             fmt::format("{} compares with a null, which is not run", target.id),
                             "leave it out");
        }
        if (use_of(data, target.id) == PatternUse::held_out) {
            throw InputError(
                target.place, fmt::format("{} is held out and may not be fitted", target.id),
                fmt::format("leave it out; {} keeps it for judging the result", targets.patterns));
        }
    }
    return data;
}

int last_year_of(const CalibrationTargets& targets, const PatternData& data)
{
    int last = 0;
    for (const auto& target : targets.targets) {
        int year = data.quarter.year();
        for (const auto& national : data.national) {
            if (national.id == target.id) year = national.at.year();
        }
        if (target.id == "P1c") year = data.later_quarter.year();
        if (target.id.starts_with("P13")) year = first_year + (data.programme.end() - 1) / 12;
        last = std::max(last, year);
    }
    return last;
}

/// Registered keys that can move.
static std::vector<std::string> movable_keys(Scenario& scenario)
{
    std::vector<std::string> keys;
    for (const auto& p : parameters(scenario)) {
        if (std::holds_alternative<double*>(p.target) || std::holds_alternative<Series*>(p.target))
            keys.push_back(p.key);
    }
    return keys;
}

/// The smallest and largest value that the move can lead to.
static std::pair<double, double> reach_of(const Movable& move, const Parameter& p)
{
    const auto* series = std::get_if<Series*>(&p.target);
    if (!series) return {move.low, move.high};
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const auto& [year, value] : (*series)->points) {
        for (const double factor : {move.low, move.high}) {
            low = std::min(low, factor * value);
            high = std::max(high, factor * value);
        }
    }
    return {low, high};
}

/// The factor on a series up to which all its values stay within the registry's range.
static double largest_factor(const Movable& move, const Parameter& p)
{
    double largest = move.high;
    for (const auto& [year, value] : std::get<Series*>(p.target)->points) {
        if (value > 0) largest = std::min(largest, p.high / value);
    }
    return largest;
}

void check_moves(CalibrationTargets& targets, const Scenario& base)
{
    Scenario scenario = base;
    const auto all = parameters(scenario);
    for (auto& move : targets.moves) {
        const auto at = std::find_if(all.begin(), all.end(),
                                     [&](const Parameter& p) { return p.key == move.key; });
        if (at == all.end()) {
            const auto near = geo::nearest_name(move.key, movable_keys(scenario));
            throw InputError(move.place, fmt::format("there is no key \"{}\"", move.key),
                             near.empty() ? "mgz parameters lists all keys"
                                          : fmt::format("did you mean \"{}\"?", near));
        }
        if (!std::holds_alternative<double*>(at->target) &&
            !std::holds_alternative<Series*>(at->target)) {
            throw InputError(move.place, fmt::format("{} cannot move", move.key),
                             "only real numbers and series can; whole numbers, texts and choices "
                             "make the structure of the model");
        }
        if (std::holds_alternative<Series*>(at->target)) move.high = largest_factor(move, *at);
        const auto [low, high] = reach_of(move, *at);
        if (low < at->low || high > at->high) {
            throw InputError(move.place,
                             fmt::format("{} could become {} to {}", move.key, low, high),
                             fmt::format("stay within {} to {} ({})", at->low, at->high, at->unit));
        }
    }
}

std::vector<Parameter> parameters_of(const CalibrationTargets& targets, Scenario& scenario)
{
    const auto all = parameters(scenario);
    std::vector<Parameter> found;
    for (auto& move : targets.moves) {
        const auto at = std::find_if(all.begin(), all.end(),
                                     [&](const Parameter& p) { return p.key == move.key; });
        expects(at != all.end());
        found.push_back(*at);
    }
    return found;
}

bool changes_world(std::string_view key)
{
    const auto group = group_of(key);
    return group == "geography" || group == "inputs" || group == "world" ||
           (group == "need" &&
            (key.find(".use.") != key.npos || key.find("age_growth") != key.npos));
}

}  // namespace mgz
