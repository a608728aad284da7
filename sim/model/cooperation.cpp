// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/cooperation.h"

#include <algorithm>

#include "sim/model/governance.h"
#include "sim/model/measures.h"
#include "sim/model/own_measures.h"
#include "sim/model/programme.h"
#include "sim/model/spending.h"
#include "sim/model/urgency.h"

namespace mgz {

/// Boards that feel it, with physicians who feel it too and ties that hold, begin something
/// together without being asked; other dossiers keep them from it.
static void begin_joint(const Groundwork& g, const Draws& draws, State& state)
{
    // Each table adds at most one, to its own agenda.
    const auto all = agendas(g, state.cooperation);
    for (const TableId t : g.tables.ids()) {
        const double rate = joint_rate(g, state, t, all[t]);
        const auto draw = draws.words(Purpose::joint, key_of_code(g.tables[t].code), state.quarter);
        if (draw.uniform(0) >= chance_within(rate, 0.25)) continue;  // not with the best of ties
        const auto weights = joint_weights(g, state, t, all[t], true);
        if (draw.uniform(0) >= chance_within(rate * mean_tie(weights), 0.25)) continue;
        Project project;
        project.initiative = pick_initiative(weights, draw.uniform(1));
        project.table = t;
        state.cooperation.projects.push_back(project);
    }
}

/// What is in force ends when its money does; some of it finds money that stays.
static void renew_funding(const Groundwork& g, const Draws& draws, State& state)
{
    const auto& options = g.scenario.cooperation;
    auto& all = state.cooperation;
    for (auto& project : all.projects) {
        if (!in_force(project)) continue;
        const double structural =
            intensity(g, state, Initiative::structural_funding, project.table);
        const double temporary =
            options.temporary_lapse +
            (g.scenario.initiatives.structural_funding_lapse - options.temporary_lapse) *
                structural;
        const double lapse = project.temporary ? temporary : options.structural_lapse;
        const auto draw =
            draws.words(Purpose::funding, key_of_code(g.tables[project.table].code), state.quarter,
                        static_cast<std::uint32_t>(project.initiative));
        if (draw.uniform(0) < chance_within(lapse, 0.25)) {
            project.phase = Phase::ended;
            all.finished += project.supported;
            wear_tie(options, all.tables[project.table], project.initiative);
        } else if (project.temporary && draw.uniform(1) < chance_within(options.conversion, 0.25)) {
            project.temporary = false;
        }
    }
    std::erase_if(all.projects, [](const Project& p) { return p.phase == Phase::ended; });
}

void cooperate(const Groundwork& g, const Draws& draws, State& state)
{
    const auto& options = g.scenario.cooperation;
    book_costs(g, state);  // of what was in force this quarter; what follows works from the next
    feel_urgency(g, draws, state);
    if (state.quarter.year() >= options.measures_from) take_measures(g, draws, state);

    const int start = programme_start(options);
    const int first = first_month_of(state.quarter);
    if (first + 2 < start) return;
    if (!state.cooperation.begun) begin_cooperation(g, draws, state);
    begin_joint(g, draws, state);
    for (int month = std::max(first, start); month < first + 3; ++month)
        advance_month(g, draws, month, state);
    renew_funding(g, draws, state);
    build_ties(g, state.cooperation);
}

}  // namespace mgz
