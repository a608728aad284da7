// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/compare_summary.h"

#include <fmt/format.h>

#include <iterator>

#include "sim/output/compare_dictionary.h"
#include "sim/output/compare_lookup.h"
#include "sim/output/compare_summary_parts.h"
#include "sim/output/compare_words.h"
#include "sim/output/labels.h"

namespace mgz {

namespace {

/// What a question adds to a title.
std::string asked(const std::string& question)
{
    return question.empty() ? "" : fmt::format(" {}", markdown(question));
}

void append_what(std::string& text, const Scenario& reference, const Comparison& c)
{
    const auto out = std::back_inserter(text);
    fmt::format_to(out, "# {} compared with {}\n\n",
                   counted(c.scenarios.size(), "scenario", "scenarios"),
                   markdown(c.reference_title));
    fmt::format_to(out, "## What was compared\n\n- Reference: **{}** (`{}`).{}\n",
                   markdown(c.reference_title), c.reference, asked(reference.question));
    for (const auto& s : c.scenarios) {
        fmt::format_to(out, "- **{}** (`{}`).{}\n", markdown(s.title), s.name, asked(s.question));
    }
    fmt::format_to(out,
                   "\nFigures are of the end of {}, unless another year is given. GP: general "
                   "practitioner (huisarts); SO: elderly care physician (specialist "
                   "ouderengeneeskunde); AVG: physician for people with intellectual "
                   "disabilities.\n",
                   c.year);
}

void append_how_sure(std::string& text, const Comparison& c)
{
    constexpr int few = 20;  // of which one replicate is 5%
    const auto out = std::back_inserter(text);
    const auto n = static_cast<std::size_t>(c.replicates);
    text += "\n## How sure is it?\n\n";
    if (c.replicates == 1) {
        text +=
            "Each scenario was simulated only once. What is called better or worse below may be "
            "chance: use more replicates before drawing a conclusion.\n";
        return;
    }
    fmt::format_to(out,
                   "Each scenario was simulated in {}: futures that differ by luck only. The "
                   "scenario and the reference meet the same luck in each of them, so what differs "
                   "between the two is what the scenario does. Figures in brackets hold the middle "
                   "90% of the replicates. An effect is called better or worse only when that "
                   "whole interval lies on one side of zero; else there is no clear effect. "
                   "Changes are medians over replicates, so they may differ a little from the "
                   "difference of the two means beside them.\n",
                   counted(n, "replicate", "replicates"));
    if (c.replicates < few) {
        fmt::format_to(out,
                       "\nWith only {} the ends of these intervals are rough: use {} or more "
                       "before drawing a conclusion.",
                       counted(n, "replicate", "replicates"), few);
        // All replicates on one side, either side, by the toss of a coin.
        const auto chance = std::size_t{1} << (n - 1);
        if (chance < 100) {
            fmt::format_to(out,
                           " By luck alone about 1 in {} figures would look clear; of many regions "
                           "some will.",
                           chance);
        }
        text += "\n";
    }
}

void append_scenario(std::string& text, const SummarySource& source, std::size_t s)
{
    const auto& scenario = source.comparison.scenarios[s];
    const auto out = std::back_inserter(text);
    fmt::format_to(out, "\n## {} (`{}`)\n\n", markdown(scenario.title), scenario.name);
    if (!scenario.differs_from) {
        text +=
            "Nothing differs: in every year and every replicate the figures are those of the "
            "reference.\n";
        return;
    }
    const int year = source.comparison.year;
    if (*scenario.differs_from > year) {
        fmt::format_to(out,
                       "Until {} nothing differs from the reference, so there is nothing to say of "
                       "{}. Compare a later year: set output.map_year.\n",
                       *scenario.differs_from, year);
        append_lasting(text, source, s);
        return;
    }
    append_headline(text, source, s);
    append_country(text, source, s);
    append_winners(text, source, s);
    append_moves(text, source, s);
    append_lasting(text, source, s);
    append_costs(text, source, s);
    append_verdicts(text, source, s);
}

}  // namespace

std::string summary_text(const World& world, const Scenario& reference,
                         const Comparison& comparison)
{
    std::string text;
    append_what(text, reference, comparison);
    append_how_sure(text, comparison);
    const EffectIndex effects(comparison);
    const SummarySource source{world, comparison, effects};
    for (std::size_t s = 0; s < comparison.scenarios.size(); ++s)
        append_scenario(text, source, s);
    fmt::format_to(
        std::back_inserter(text),
        "\n## Before you use this\n\n{} Differences between scenarios are surer than the figures "
        "themselves. What a scenario assumes stands in the header of its file and, with every "
        "parameter, in `scenario-<name>.toml`; `mgz parameters` says how each parameter is known, "
        "and those marked assumption have no direct source. Intervals show luck only: they do not "
        "show what follows from a wrong assumption. All effects, of every area and year, are in "
        "`differences.csv`.\n",
        simulated_note);
    return text;
}

}  // namespace mgz
