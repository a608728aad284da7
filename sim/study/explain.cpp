// SPDX-License-Identifier: EUPL-1.2
#include "sim/study/explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "geo/check.h"
#include "geo/text.h"
#include "sim/model/people.h"
#include "sim/model/simulation.h"

namespace mgz {

using geo::InputError;

bool RegionExplanation::balanced() const
{
    return std::all_of(changes.begin(), changes.end(), [](const FteChange& c) {
        return std::abs(c.difference()) <= account_tolerance;
    });
}

std::size_t region_of(const FteHistory& history, const std::string& code)
{
    std::vector<std::string> codes, names;
    for (std::size_t r = 0; r < history.regions.size(); ++r) {
        if (history.regions[r].code == code) return r;
        codes.push_back(history.regions[r].code);
        names.push_back(history.regions[r].name);
    }
    std::string near = geo::nearest_name(code, codes);
    // Who wrote a name means the code of that name.
    if (const auto name = geo::nearest_name(code, names); near.empty() && !name.empty()) {
        const auto at = std::find(names.begin(), names.end(), name) - names.begin();
        near = codes[static_cast<std::size_t>(at)];
    }
    if (near.empty()) near = codes.front();
    const auto at = std::find(codes.begin(), codes.end(), near) - codes.begin();
    throw InputError("--region", fmt::format("there is no region \"{}\"", code),
                     fmt::format("did you mean {} ({})?", near,
                                 history.regions[static_cast<std::size_t>(at)].name));
}

Years years_of(const FteHistory& history, std::optional<int> from, std::optional<int> to)
{
    const auto check = [&](const char* option, std::optional<int> year) {
        if (!year || (*year >= history.first_year && *year <= history.last_year)) return;
        throw InputError(option, fmt::format("{} is not a year of the run", *year),
                         fmt::format("give {} to {}", history.first_year, history.last_year));
    };
    check("--from", from);
    check("--to", to);
    const Years years{from.value_or(history.first_year), to.value_or(history.last_year)};
    if (years.from >= years.to) {
        throw InputError("--from", fmt::format("{} is not before {}", years.from, years.to),
                         "the account runs from the end of one year to the end of a later one");
    }
    return years;
}

RegionExplanation explain_region(const FteHistory& history, const RunSource& source,
                                 std::size_t region, std::optional<Profession> only, Years years)
{
    RegionExplanation explanation;
    explanation.source = source;
    explanation.region = history.regions[region];
    explanation.from = years.from;
    explanation.to = years.to;
    for (const Profession p : all_professions) {
        if (only && *only != p) continue;
        explanation.changes.push_back(change_between(history, region, p, years.from, years.to));
    }
    return explanation;
}

SettlementWatch watch_replicate(const Groundwork& g, std::uint32_t seed, std::uint32_t replicate,
                                std::optional<AgentKey> key, Quarter last)
{
    const Draws draws(seed, replicate);
    SettlementWatch watch;
    watch.key = key;
    State state;
    start_state(g, draws, state);
    for (Quarter q = g.books.first(); q <= std::min(last, g.books.last()); q = q + 1) {
        advance_quarter(g, draws, q, state, &watch);
    }
    return watch;
}

std::vector<Placement> placements_in(const Groundwork& g, const SettlementWatch& watch,
                                     RegionId region, std::optional<Profession> only, Years years)
{
    std::vector<Placement> found;
    for (const auto& placement : watch.placements) {
        const int year = placement.quarter.year();
        if (year <= years.from || year > years.to || (only && placement.profession != *only) ||
            g.world.employers[placement.employer].region != region) {
            continue;
        }
        found.push_back(placement);
    }
    return found;
}

[[noreturn]] static void refuse(const Groundwork& g, const SettlementWatch& watch, RegionId region)
{
    const auto where = fmt::format("--physician {}", watch.key.value_or(0));
    const Proposal* last = nullptr;
    for (const auto& proposal : watch.proposals) {
        if (proposal.taken) last = &proposal;
    }
    if (!last) {
        throw InputError(where, "nobody with this key took a place until then in this replicate",
                         "--list shows who did");
    }
    const auto& elsewhere = g.world.regions[g.world.employers[last->wish].region];
    throw InputError(where,
                     fmt::format("settled in {} in {}, never in {}", elsewhere.code,
                                 last->quarter.year(), g.world.regions[region].code),
                     fmt::format("give --region {}", elsewhere.code));
}

SettlementDecision last_decision(const Groundwork& g, const SettlementWatch& watch, RegionId region,
                                 std::size_t alternatives)
{
    const auto found = std::find_if(
        watch.proposals.rbegin(), watch.proposals.rend(),
        [&](const Proposal& p) { return p.taken && g.world.employers[p.wish].region == region; });
    if (found == watch.proposals.rend()) refuse(g, watch, region);

    SettlementDecision decision;
    decision.proposal = *found;
    auto others = std::move(decision.proposal.positions);
    decision.proposal.positions.clear();
    const auto chosen = std::find_if(others.begin(), others.end(), [&](const WeighedPosition& w) {
        return w.employer == found->wish;
    });
    decision.chosen = *chosen;
    others.erase(chosen);
    std::stable_sort(
        others.begin(), others.end(),
        [](const WeighedPosition& a, const WeighedPosition& b) { return a.total > b.total; });
    const auto shown = std::min(alternatives, others.size());
    decision.others = others.size() - shown;
    for (std::size_t i = shown; i < others.size(); ++i)
        decision.others_chance += others[i].chance;
    others.resize(shown);
    decision.best = std::move(others);
    return decision;
}

}  // namespace mgz
