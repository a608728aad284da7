// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>

#include "sim/scenario/file_format.h"
#include "sim/scenario/interventions.h"
#include "sim/scenario/registry.h"
#include "sim/sweep/study_file.h"

namespace mgz {

std::string scenario_copy(const std::string& name)
{
    return name + ".toml";
}

std::string scenario_name_of(const std::string& file)
{
    return std::filesystem::path(file).stem().string();
}

static std::string list_of(const std::vector<std::string>& texts)
{
    std::vector<std::string> items;
    for (const auto& text : texts)
        items.push_back(mgz::quoted(text));
    return fmt::format("[{}]", fmt::join(items, ", "));
}

static std::string range_text(const Factor& f)
{
    std::string out;
    if (f.distribution != Distribution::uniform) {
        out += fmt::format("distribution = \"{}\"\n",
                           distribution_names[static_cast<std::size_t>(f.distribution)]);
    }
    if (f.distribution == Distribution::normal)
        return out + fmt::format("mean = {}\nsd = {}\n", real_text(f.mean), real_text(f.sd));
    out += fmt::format("low = {}\nhigh = {}\n", real_text(f.low), real_text(f.high));
    if (f.distribution == Distribution::triangular)
        out += fmt::format("mode = {}\n", real_text(f.mode));
    return out;
}

static std::string factor_text(const Factor& f)
{
    std::string out = fmt::format("\n[[factor]]\nname = {}\n", mgz::quoted(f.name));
    if (!f.key.empty()) out += fmt::format("key = {}\n", mgz::quoted(f.key));
    if (!f.group.empty()) out += fmt::format("group = {}\n", mgz::quoted(f.group));
    if (f.levels > 0) out += fmt::format("levels = {}\n", f.levels);
    switch (f.kind) {
        case FactorKind::category:
            out += fmt::format("values = [{}]\n", fmt::join(f.labels, ", "));
            break;
        case FactorKind::package:
            out += fmt::format("scenarios = {}\n", list_of(f.labels));
            break;
        case FactorKind::toggle:
            break;
        default:
            out += range_text(f);
            if (f.times && !f.key.empty()) out += "times = true\n";
    }
    for (const auto& i : f.interventions) {
        auto text = intervention_text(i);
        out += text.replace(0, std::string_view("[[interventions]]").size(),
                            "[[factor.interventions]]");
    }
    return out;
}

static std::string design_text(const Study& s)
{
    std::string out =
        fmt::format("\n[design]\nmethod = \"{}\"\nseed = {}\n", name_of(s.design), s.design_seed);
    switch (s.design) {
        case DesignKind::full_factorial:
        case DesignKind::one_at_a_time:
            return out + fmt::format("levels = {}\n", s.levels);
        case DesignKind::list:
            return out + fmt::format("file = \"{}\"\n", points_copy);
        case DesignKind::morris:
            out += fmt::format("levels = {}\n", s.levels);
            [[fallthrough]];
        default:
            return out + fmt::format("n = {}\n", s.n);
    }
}

static std::string keep_text(const Keep& keep)
{
    std::vector<std::string> levels;
    for (const Level level : keep.levels)
        levels.emplace_back(name_of(level));
    std::string out = fmt::format("\n[keep]\nindicators = {}\nlevels = {}\n",
                                  list_of(keep.indicators), list_of(levels));
    if (!keep.professions.empty())
        out += fmt::format("professions = {}\n", list_of(keep.professions));
    if (!keep.years.empty()) out += fmt::format("years = [{}]\n", fmt::join(keep.years, ", "));
    return out;
}

static std::string search_text(const Search& s)
{
    std::string out = fmt::format("\n[[search]]\nindicator = {}\nlevel = \"{}\"\nyear = {}\n",
                                  mgz::quoted(s.indicator), name_of(s.level), s.year);
    if (!s.profession.empty()) out += fmt::format("profession = {}\n", mgz::quoted(s.profession));
    if (!s.code.empty()) out += fmt::format("code = {}\n", mgz::quoted(s.code));
    return out + fmt::format("{} = {}\n", s.above ? "above" : "below", real_text(s.limit));
}

std::string study_text(const Study& s)
{
    std::string out = fmt::format("format = {}\ntitle = {}\n", file_format, mgz::quoted(s.title));
    if (!s.question.empty()) out += fmt::format("question = {}\n", mgz::quoted(s.question));
    bool package = false;
    for (const auto& f : s.factors)
        package = package || f.kind == FactorKind::package;
    if (!s.policies.empty()) {
        out += fmt::format("policies = {}\n", list_of(s.policies));
    } else if (!package) {
        out += fmt::format("scenario = {}\n", mgz::quoted(scenario_name_of(s.scenario)));
    }
    out += design_text(s);
    out += fmt::format("\n[runs]\nreplicates = {}\nseed = {}\n", s.replicates, s.seed);
    out += keep_text(s.keep);
    for (const auto& f : s.factors)
        out += factor_text(f);
    for (const auto& search : s.searches)
        out += search_text(search);
    return out;
}

static std::string one_line(std::string text)
{
    std::replace(text.begin(), text.end(), '\n', ' ');
    while (!text.empty() && text.back() == ' ')
        text.pop_back();
    while (!text.empty() && text.front() == ' ')
        text.erase(0, 1);
    return text;
}

/// A smaller design is the beginning of a larger one, but for strata, which depend on their number.
static std::string points_text(const Study& s)
{
    std::string out = fmt::format("{}, seed {}", name_of(s.design), s.design_seed);
    switch (s.design) {
        case DesignKind::morris:
        case DesignKind::full_factorial:
        case DesignKind::one_at_a_time:
            return out + fmt::format(", {} levels", s.levels);
        case DesignKind::latin_hypercube:
            return out + fmt::format(", {} points", s.n);
        case DesignKind::list: {
            std::vector<std::string> values;
            for (const double v : s.listed)
                values.push_back(real_text(v));
            return fmt::format("list: {}", fmt::join(values, " "));
        }
        default:
            return out;
    }
}

std::vector<std::pair<std::string, std::string>> study_conditions(const Study& s)
{
    std::vector<std::pair<std::string, std::string>> all{
        {"design", points_text(s)},
        {"seed of luck", std::to_string(s.seed)},
        {"policies", fmt::format("{}", fmt::join(s.policies, ", "))},
        {"what is kept", one_line(keep_text(s.keep))},
    };
    for (const auto& f : s.factors) {
        auto text = one_line(factor_text(f));
        const auto head = fmt::format("[[factor]] name = {}", mgz::quoted(f.name));
        all.emplace_back("factor " + f.name, one_line(text.substr(head.size())));
    }
    return all;
}

}  // namespace mgz
