// SPDX-License-Identifier: EUPL-1.2
#include "sim/sweep/run_bases.h"

#include <fmt/format.h>

#include <algorithm>

#include "geo/check.h"
#include "sim/scenario/registry.h"
#include "sim/sweep/study_file.h"

namespace mgz {

using geo::InputError;

static const Factor* package_of(const Study& study)
{
    for (const auto& f : study.factors) {
        if (f.kind == FactorKind::package) return &f;
    }
    return nullptr;
}

namespace {

/// Puts the value of a factor into the parameter it varies.
class Applier {
public:
    Applier(const Factor& factor, const Parameter& parameter, double value)
        : factor_(factor), parameter_(parameter), value_(value)
    {
    }

    void operator()(double* target) const
    {
        *target = in_range(factor_.times ? *target * value_ : value_);
    }
    void operator()(int* target) const { *target = static_cast<int>(in_range(value_)); }
    void operator()(Series* target) const
    {
        for (auto& [year, v] : target->points)
            v = in_range(v * value_);
    }
    template <class Other>
    void operator()(Other) const
    {
    }

private:
    double in_range(double v) const
    {
        if (v >= parameter_.low && v <= parameter_.high) return v;
        throw InputError(factor_.place, fmt::format("{} becomes {}", parameter_.key, v),
                         fmt::format("choose a range of {} that keeps it within {} to {}",
                                     factor_.name, parameter_.low, parameter_.high));
    }

    const Factor& factor_;
    const Parameter& parameter_;
    double value_;
};

void apply_label(const Factor& factor, const Parameter& parameter, double value)
{
    const auto& label = factor.labels.at(static_cast<std::size_t>(value));
    const auto table = parse_toml("value = " + label, factor.place);
    set_parameter(parameter, *table.find("value"), factor.place, "");
}

void apply_interventions(const Factor& factor, double value, Scenario& scenario)
{
    if (value == 0) return;
    for (auto intervention : factor.interventions) {
        intervention.intensity *= value;
        scenario.interventions.push_back(std::move(intervention));
    }
}

/// A multiplier is checked on the base at both ends: it is monotone.
void check_ends(const Study& study, const RunBase& base)
{
    for (const auto& factor : study.factors) {
        if (factor.key.empty() || factor.labelled()) continue;
        for (const double end : {factor.low, factor.high}) {
            Scenario copy = base.loaded.scenario;
            const auto list = parameters(copy);
            const auto& parameter = parameter_named(list, factor.key, factor.place);
            std::visit(Applier(factor, parameter, end), parameter.target);
        }
    }
}

void check_years(const Study& study, const RunBase& base)
{
    const Scenario& s = base.loaded.scenario;
    const auto years = kept_years(study, base);
    for (const int year : years) {
        if (year >= s.from && year <= s.to) continue;
        throw InputError(study.keep.place, fmt::format("keeps {}", year),
                         fmt::format("{} runs from {} to {}", base.name, s.from, s.to));
    }
    for (const auto& search : study.searches) {
        if (std::find(years.begin(), years.end(), search.year) != years.end()) continue;
        throw InputError(search.place, fmt::format("looks at {}, which is not kept", search.year),
                         "add it to the years under [keep]");
    }
}

}  // namespace

std::vector<RunBase> load_bases(const Study& study, const std::string& data_folder)
{
    std::vector<std::string> names{scenario_name_of(study.scenario)}, files{study.scenario};
    if (!study.policies.empty()) {
        names = study.policies;
        files = study.policy_files;
    } else if (const Factor* package = package_of(study)) {
        names = package->labels;
        files = package->scenario_files;
    }
    std::vector<RunBase> bases;
    for (std::size_t i = 0; i < files.size(); ++i) {
        bases.push_back({names[i], load_scenario(files[i], study.settings, data_folder)});
        const Scenario& first = bases.front().loaded.scenario;
        const Scenario& s = bases.back().loaded.scenario;
        if (s.from != first.from || s.to != first.to) {
            throw InputError(files[i],
                             fmt::format("runs from {} to {}, but {} from {} to {}", s.from, s.to,
                                         names.front(), first.from, first.to),
                             "give all of them the same years under [set]");
        }
        check_years(study, bases.back());
        check_ends(study, bases.back());
    }
    return bases;
}

std::vector<int> kept_years(const Study& study, const RunBase& base)
{
    if (!study.keep.years.empty()) return study.keep.years;
    return {base.loaded.scenario.to};
}

std::size_t base_of(const Study& study, std::span<const double> values, std::size_t policy)
{
    if (!study.policies.empty()) return policy;
    for (std::size_t f = 0; f < study.factors.size(); ++f) {
        if (study.factors[f].kind == FactorKind::package)
            return static_cast<std::size_t>(values[f]);
    }
    return 0;
}

Scenario scenario_of(const Study& study, const RunBase& base, std::span<const double> values)
{
    Scenario scenario = base.loaded.scenario;
    scenario.to = kept_years(study, base).back();
    const auto list = parameters(scenario);
    for (std::size_t f = 0; f < study.factors.size(); ++f) {
        const Factor& factor = study.factors[f];
        if (!factor.interventions.empty()) {
            apply_interventions(factor, values[f], scenario);
        } else if (!factor.key.empty()) {
            const auto& parameter = parameter_named(list, factor.key, factor.place);
            if (factor.labelled()) {
                apply_label(factor, parameter, values[f]);
            } else {
                std::visit(Applier(factor, parameter, values[f]), parameter.target);
            }
        }
    }
    return scenario;
}

double own_value(const Factor& factor, const RunBase& base)
{
    if (factor.key.empty()) return 0;  // a toggle that is off, the first package
    if (factor.times) return 1;
    Scenario copy = base.loaded.scenario;
    const auto list = parameters(copy);
    const auto& parameter = parameter_named(list, factor.key, factor.place);
    if (!factor.labelled()) {
        if (const auto* whole = std::get_if<int*>(&parameter.target)) return **whole;
        return *std::get<double*>(parameter.target);
    }
    const auto own = value_text(parameter);
    const auto found = std::find(factor.labels.begin(), factor.labels.end(), own);
    if (found == factor.labels.end()) {
        throw InputError(
            factor.place,
            fmt::format("{} is {} in {}, which is none of the values", factor.key, own, base.name),
            "add it: one at a time needs a point to start from");
    }
    return static_cast<double>(found - factor.labels.begin());
}

}  // namespace mgz
