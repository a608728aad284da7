// SPDX-License-Identifier: EUPL-1.2
#include "sim/study/patterns_nulls.h"

#include <fmt/format.h>

#include <algorithm>

#include "geo/check.h"
#include "geo/text.h"
#include "sim/scenario/registry.h"

namespace mgz {

using geo::InputError;

/// Names of the nulls in the pattern file, in its order.
static std::vector<std::string> all_nulls(const PatternData& data)
{
    std::vector<std::string> names;
    for (const auto& null : data.nulls)
        names.push_back(null.name);
    return names;
}

/// What a null's own file sets, as settings; not what it inherits.
static std::vector<std::string> changes_of_null(const ValidationRequest& request,
                                                const std::string& name)
{
    const auto path = fmt::format("{}/scenarios/nulls/{}.toml", request.data_folder, name);
    auto loaded = load_scenario(path, {}, request.data_folder);
    std::vector<std::string> settings;
    for (const auto& parameter : parameters(loaded.scenario)) {
        if (loaded.origins.at(parameter.key) != path) continue;
        const auto group = group_of(parameter.key);
        if (parameter.key == "title" || parameter.key == "question") continue;
        if (group == "training" || group == "careers" || group == "settlement" || group == "care") {
            settings.push_back(parameter.key + "=" + value_text(parameter));
            continue;
        }
        throw InputError(path, fmt::format("a null may not change {}", parameter.key),
                         "change keys of training, careers, settlement or care only");
    }
    if (settings.empty()) {
        throw InputError(path, "changes nothing", "set the key that takes the mechanism out");
    }
    return settings;
}

Scenario null_scenario(const ValidationRequest& request, const std::string& name, int last_year)
{
    auto settings = request.settings;
    for (auto& change : changes_of_null(request, name))
        settings.push_back(std::move(change));
    auto scenario = load_scenario(request.scenario, settings, request.data_folder).scenario;
    scenario.title = name;
    scenario.to = std::min(scenario.to, last_year);
    return scenario;
}

static const NullExpectation& expectation_of(const PatternData& data, const std::string& name,
                                             const std::string& file)
{
    for (const auto& null : data.nulls) {
        if (null.name == name) return null;
    }
    throw InputError(file, fmt::format("there is no null \"{}\"", name),
                     "give one of: " + geo::joined(all_nulls(data)));
}

static std::vector<NullOutcome> outcomes_of(const NullExpectation& null,
                                            std::span<const PatternResult> baseline,
                                            std::span<const PatternResult> patterns)
{
    std::vector<NullOutcome> outcomes;
    const auto add = [&](const std::vector<std::string>& ids, bool must_lose) {
        for (const auto& id : ids) {
            NullOutcome outcome{id, must_lose, {}, {}, {}};
            if (const auto* before = find_pattern(baseline, id)) outcome.baseline = before->value;
            if (const auto* here = find_pattern(patterns, id)) {
                outcome.value = here->value;
                if (here->pass) outcome.as_expected = *here->pass != must_lose;
            }
            outcomes.push_back(std::move(outcome));
        }
    };
    add(null.loses, true);
    add(null.keeps, false);
    return outcomes;
}

/// Rows for how far the baseline stands out from the null in which training does not matter, each
/// after the pattern it belongs to.
static void add_margins(const PatternData& data, const NullReport* null,
                        std::vector<PatternResult>& patterns)
{
    static constexpr std::string_view suffix = "-margin";
    for (const auto& kind : pattern_kinds()) {
        if (!kind.id.ends_with(suffix)) continue;
        const auto of = kind.id.substr(0, kind.id.size() - suffix.size());
        const auto at = std::find_if(patterns.begin(), patterns.end(),
                                     [&](const PatternResult& p) { return p.id == of; });
        if (at == patterns.end()) continue;
        PatternResult margin;
        margin.id = kind.id;
        margin.group = kind.group;
        margin.what = kind.what;
        const auto* target = data.target(margin.id);
        if (target) {
            margin.target = target->text;
            margin.use = target->use;
            margin.confidence = target->evidence.confidence;
        }
        const auto* there = null ? find_pattern(null->report.patterns, of) : nullptr;
        if (!null) {
            margin.note = fmt::format("the null {} was not run", data.margin_null);
        } else if (at->value && there && there->value) {
            margin.value = *at->value - *there->value;
            if (target) margin.pass = target->met_by(*margin.value);
            margin.note = fmt::format("{:.3f} against {:.3f}", *at->value, *there->value);
        } else {
            margin.note = fmt::format("{} was not judged", of);
        }
        patterns.insert(at + 1, std::move(margin));
    }
}

Validation validate_beside_nulls(const World& world, const Scenario& scenario,
                                 const ValidationRequest& request)
{
    const auto data = read_pattern_data(request.patterns);
    std::vector<Scenario> scenarios;
    std::vector<const NullExpectation*> expectations;
    // Of what a null must lose, successions are looked at last.
    const int last_year = std::max(data.quarter.year(), data.successions_to.year());
    const auto names = request.nulls.value_or(all_nulls(data));
    for (const auto& name : names) {
        expectations.push_back(&expectation_of(data, name, request.patterns));
        scenarios.push_back(null_scenario(request, name, last_year));
    }

    const int total = request.replicates * static_cast<int>(1 + scenarios.size());
    int before = 0;
    ValidationOptions options{request.replicates, request.seed, request.threads, {}};
    if (request.progress) {
        options.progress = [&](int done) { request.progress(before + done, total); };
    }
    Validation validation;
    validation.heading = fmt::format(
        "{}\nagainst: {} ({} where nothing else is said)\n{} replicates, seed {}", scenario.title,
        data.title, to_string(data.quarter), request.replicates, request.seed);
    validation.baseline = validate(world, scenario, data, options);
    for (std::size_t i = 0; i < scenarios.size(); ++i) {
        before += request.replicates;
        NullReport null{names[i], validate(world, scenarios[i], data, options), {}};
        null.outcomes =
            outcomes_of(*expectations[i], validation.baseline.patterns, null.report.patterns);
        validation.nulls.push_back(std::move(null));
    }
    const NullReport* margin_null = nullptr;
    for (const auto& null : validation.nulls) {
        if (null.name == data.margin_null) margin_null = &null;
    }
    add_margins(data, margin_null, validation.baseline.patterns);
    validation.exit_status = exit_status(validation.baseline.patterns);
    return validation;
}

}  // namespace mgz
