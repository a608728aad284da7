// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/measures.h"

namespace mgz {

void Groundwork::prepare_forced()
{
    for (const auto& intervention : scenario.interventions)
        forced.push_back({intervention, subregions_of(world, intervention)});
}

static void strengthen(double& intensity, double other)
{
    intensity = std::max(intensity, other);
}

IdVector<SubregionId, Intensities::Row> forced_intensities(const Groundwork& g, Quarter quarter)
{
    IdVector<SubregionId, Intensities::Row> forced(g.world.subregions.size(), {});
    for (const auto& measure : g.forced) {
        const auto i = index_of(measure.what.initiative);
        const double now = measure.what.at(quarter.decimal_year());
        for (const auto& [s, share] : measure.where)
            strengthen(forced[s][i], share * now);
    }
    return forced;
}

static void take_national(const Groundwork& g, State& state)
{
    auto& national = state.intensities.national;
    national = {};
    for (const auto& measure : g.forced) {
        if (!measure.what.everywhere()) continue;
        strengthen(national[index_of(measure.what.initiative)],
                   measure.what.at(state.quarter.decimal_year()));
    }
}

static void take_projects(const Groundwork& g, State& state)
{
    for (const auto& project : state.cooperation.projects) {
        for (const SubregionId s : g.tables[project.table].subregions) {
            strengthen(state.intensities.here[s][index_of(project.initiative)], project.intensity);
        }
    }
}

/// Of a mean weighted by inhabitants. Where nobody lives nothing works.
static void take_means(const Groundwork& g, Intensities& to)
{
    const auto regions = g.world.regions.size();
    to.in_region.assign(regions, {});
    for (const SubregionId s : g.world.subregions.ids()) {
        const RegionId r = g.world.subregions[s].region;
        for (std::size_t i = 0; i < initiative_count; ++i)
            to.in_region[r][i] += g.inhabitants[s] * to.here[s][i];
    }
    for (const RegionId r : g.world.regions.ids()) {
        for (double& sum : to.in_region[r])
            sum = g.inhabitants_of[r] > 0 ? sum / g.inhabitants_of[r] : 0.0;
    }
}

void resolve_intensities(const Groundwork& g, State& state)
{
    state.intensities.here = forced_intensities(g, state.quarter);
    take_national(g, state);
    take_projects(g, state);
    take_means(g, state.intensities);
}

double intensity(const Groundwork& g, const State& state, Initiative i, TableId t)
{
    double sum = 0, people = 0;
    for (const SubregionId s : g.tables[t].subregions) {
        sum += g.inhabitants[s] * intensity(state, i, s);
        people += g.inhabitants[s];
    }
    return people > 0 ? sum / people : 0.0;
}

}  // namespace mgz
