// SPDX-License-Identifier: EUPL-1.2
#include "sim/sweep/plan.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <bit>
#include <filesystem>
#include <map>

#include "geo/check.h"
#include "sim/core/limits.h"
#include "sim/output/manifest.h"
#include "sim/output/run_facts.h"
#include "sim/output/run_folder.h"
#include "sim/output/sha256.h"
#include "sim/sweep/study_file.h"

namespace mgz {

using geo::InputError;

RunKey SweepPlan::run(std::size_t number) const
{
    const auto replicates = static_cast<std::size_t>(study.replicates);
    const std::size_t point = number / replicates / study.policy_count();
    return {static_cast<std::uint32_t>(point),
            static_cast<std::uint32_t>(number / replicates % study.policy_count()),
            static_cast<std::uint32_t>(number % replicates)};
}

std::size_t SweepPlan::number(const RunKey& run) const
{
    return (run.point * study.policy_count() + run.policy) *
               static_cast<std::size_t>(study.replicates) +
           run.replicate;
}

std::uint64_t SweepPlan::fingerprint(const RunKey& run) const
{
    std::uint64_t hash = 14695981039346656037u;
    const auto add = [&hash](std::uint64_t word) {
        for (int byte = 0; byte < 8; ++byte)
            hash = (hash ^ (word >> (8 * byte) & 0xff)) * 1099511628211u;
    };
    add(run.policy);
    add(run.replicate);
    for (const double v : values_of(run.point))
        add(std::bit_cast<std::uint64_t>(v));
    return hash;
}

/// Number of the group of each factor, in order of appearance; empty when none is named.
static std::vector<int> groups_of(const Study& study)
{
    const auto& factors = study.factors;
    if (std::all_of(factors.begin(), factors.end(),
                    [](const Factor& f) { return f.group.empty(); }))
        return {};
    std::map<std::string, int> numbers;
    std::vector<int> groups;
    int next = 0;
    for (const auto& f : factors) {
        const auto known = f.group.empty() ? numbers.end() : numbers.find(f.group);
        groups.push_back(known == numbers.end() ? next++ : known->second);
        if (!f.group.empty()) numbers.emplace(f.group, groups.back());
    }
    return groups;
}

static int levels_of(const Factor& f, const Study& study)
{
    if (f.levels > 0) return f.levels;
    if (f.labelled()) return static_cast<int>(f.labels.size());
    if (f.kind == FactorKind::integer)
        return static_cast<int>(std::min<double>(study.levels, f.high - f.low + 1));
    return study.levels;
}

static std::vector<int> levels_of(const Study& study)
{
    std::vector<int> levels;
    for (const auto& f : study.factors)
        levels.push_back(levels_of(f, study));
    return levels;
}

static Design design_of(const Study& study)
{
    const Draws draws(study.design_seed, 0);
    const auto k = static_cast<int>(study.factors.size());
    switch (study.design) {
        case DesignKind::morris:
            return morris_design(k, study.n, study.levels, draws, groups_of(study));
        case DesignKind::saltelli:
            return saltelli_design(k, study.n, draws, groups_of(study));
        case DesignKind::latin_hypercube:
            return latin_hypercube_design(k, study.n, draws);
        case DesignKind::full_factorial:
            return full_factorial_design(levels_of(study));
        case DesignKind::one_at_a_time:
            return one_at_a_time_design(std::vector<double>(study.factors.size(), 0.5),
                                        levels_of(study));
        case DesignKind::random:
            return random_design(k, study.n, draws);
        case DesignKind::list:
            return list_design(k, study.n);
    }
    return {};
}

/// One at a time: what does not move stays as the scenario has it.
static std::vector<double> values_of(const Study& study, const Design& design, const RunBase& base)
{
    if (study.design == DesignKind::list) return study.listed;
    const bool own = study.design == DesignKind::one_at_a_time;
    std::vector<double> values;
    values.reserve(design.points.size());
    for (std::size_t row = 0; row < design.rows(); ++row) {
        for (std::size_t f = 0; f < study.factors.size(); ++f) {
            const Factor& factor = study.factors[f];
            values.push_back(own && design.roles[row].factor != static_cast<int>(f)
                                 ? own_value(factor, base)
                                 : value_at(factor, design.row(row)[f]));
        }
    }
    return values;
}

/// The study's own words, less those that decide how many runs there are.
static Conditions conditions_of(const Study& study, const std::vector<RunBase>& bases)
{
    Conditions all{{std::string(program_condition), this_program()}};
    for (const auto& base : bases) {
        const auto& loaded = base.loaded;
        all.emplace_back(
            "scenario " + base.name,
            sha256_of(scenario_echo(loaded.scenario, loaded.origins, EchoPaths::base_names)));
        // A shapefile is several files.
        for (const auto& input : hash_inputs(loaded.scenario)) {
            const auto file = std::filesystem::path(input.path).filename().string();
            all.emplace_back(fmt::format("input {} of {} ({})", input.key, base.name, file),
                             input.sha256);
        }
    }
    for (const auto& [name, text] : study_conditions(study))
        all.emplace_back(name, text);
    return all;
}

static std::string id_of(const Conditions& conditions)
{
    std::string text;
    for (const auto& [name, value] : conditions)
        text += fmt::format("{}\n{}\n", name, value);
    return sha256_of(text);
}

SweepPlan plan_study(const std::string& study_file, const std::string& data_folder)
{
    return with_study(read_study(study_file, data_folder), data_folder);
}

std::string group_name(const Study& study, const Design& design, int group)
{
    std::vector<std::string> members;
    for (std::size_t f = 0; f < study.factors.size(); ++f) {
        const Factor& factor = study.factors[f];
        if (design.group.empty() ? static_cast<int>(f) != group : design.group[f] != group)
            continue;
        if (!factor.group.empty()) return factor.group;
        members.push_back(factor.name);
    }
    return fmt::format("{}", fmt::join(members, " + "));
}

SweepPlan with_study(const Study& study, const std::string& data_folder)
{
    SweepPlan plan;
    plan.study = study;
    plan.bases = load_bases(plan.study, data_folder);
    plan.design = design_of(plan.study);
    if (plan.runs() > limits::runs) {
        throw InputError(
            study.file,
            fmt::format("makes {} runs: points times policies times replicates", plan.runs()),
            fmt::format("ask for {} at most", limits::runs));
    }
    plan.values = values_of(plan.study, plan.design, plan.bases.front());
    plan.conditions = conditions_of(plan.study, plan.bases);
    plan.id = id_of(plan.conditions);
    return plan;
}

std::string condition(const Conditions& all, std::string_view name)
{
    for (const auto& [known, value] : all)
        if (known == name) return value;
    return {};
}

std::vector<std::string> differences(const Conditions& was, const Conditions& is)
{
    const auto find = [](const Conditions& list, const std::string& name) {
        const auto at = std::find_if(list.begin(), list.end(),
                                     [&](const auto& entry) { return entry.first == name; });
        return at == list.end() ? nullptr : &at->second;
    };
    const auto shown = [](const std::string& value) {
        const bool hash = value.size() == 64 && value.find(' ') == value.npos;
        return hash ? value.substr(0, 8) + "..." : value;
    };
    std::vector<std::string> out;
    for (const auto& [name, value] : was) {
        const auto* now = find(is, name);
        if (!now) {
            out.push_back(fmt::format("{} is gone (was {})", name, shown(value)));
        } else if (*now != value) {
            out.push_back(fmt::format("{} was {}, is {}", name, shown(value), shown(*now)));
        }
    }
    for (const auto& [name, value] : is) {
        if (!find(was, name)) out.push_back(fmt::format("{} is new ({})", name, shown(value)));
    }
    return out;
}

}  // namespace mgz
