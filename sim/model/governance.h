// SPDX-License-Identifier: EUPL-1.2
/// Ties between boards: drawn once, built by what boards do together, worn by what ends.
#pragma once

#include <array>
#include <utility>

#include "sim/core/random.h"
#include "sim/model/groundwork.h"
#include "sim/model/state.h"

namespace mgz {

/// Mean and standard deviation; 0 and 0 of nothing.
std::pair<double, double> moments(const std::vector<double>& values);

/// Strength of a tie: its mean plus `spread` times a standard normal that correlates with the
/// standardised shortage of the table; kept within 0 and 1.
double drawn_tie(const CooperationOptions& options, double mean, double shortage, double u);

/// The ties of every table and what is in force, or planned, when cooperation begins.
void begin_cooperation(const Groundwork& g, const Draws& draws, State& state);

/// Does the project change care now?
inline bool in_force(const Project& project)
{
    return project.phase == Phase::realising || project.phase == Phase::securing ||
           project.phase == Phase::running;
}

/// Every project in force builds its tie, once a quarter.
void build_ties(const Groundwork& g, Cooperation& cooperation);

/// A tie after one of its initiatives ended.
void wear_tie(const CooperationOptions& options, TableState& table, Initiative i);

/// What a table has in hand.
struct Agenda {
    std::array<bool, initiative_count> has{};  ///< a project for the initiative, in whatever phase
    int under_way = 0;                         ///< projects that do not run yet
    void add(const Project& project)
    {
        has[index_of(project.initiative)] = true;
        under_way += project.phase != Phase::running;
    }
};

/// Of every table, in one way through the projects.
IdVector<TableId, Agenda> agendas(const Groundwork& g, const Cooperation& cooperation);

/// Joint initiatives that a table could begin: weights by the strength of the tie they need, 0
/// for those that are there already, by itself or by a scenario, or wait for `ghz`.
std::array<double, initiative_count> joint_weights(const Groundwork& g, const State& state,
                                                   TableId t, const Agenda& agenda, bool ghz);

/// Mean over those that could begin; 0 where there are none.
double mean_tie(const std::array<double, initiative_count>& weights);

/// The initiative at a share of the total weight. REQUIRES: some weight, 0 < u < 1.
Initiative pick_initiative(const std::array<double, initiative_count>& weights, double u);

}  // namespace mgz
