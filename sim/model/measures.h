// SPDX-License-Identifier: EUPL-1.2
/// How strongly each entry of the catalogue works, here and now.
#pragma once

#include <algorithm>

#include "sim/model/groundwork.h"
#include "sim/model/state.h"

namespace mgz {

/// Intensities of the quarter from running projects and what the scenario forces: the stronger of
/// the two, everywhere. ENSURES: the tables have their full size.
void resolve_intensities(const Groundwork& g, State& state);

/// Of what the scenario forces alone. A measure of a part of a subregion has that part of its
/// intensity there (sim/world/places.h); of several measures the strongest counts, parts are not
/// added.
IdVector<SubregionId, Intensities::Row> forced_intensities(const Groundwork& g, Quarter quarter);

/// 0 to 1, in a subregion.
inline double intensity(const State& state, Initiative i, SubregionId s)
{
    return state.intensities.here[s][index_of(i)];
}

inline double intensity(const Groundwork&, const State& state, Initiative i, SubregionId s)
{
    return intensity(state, i, s);
}

/// At an employer: of its subregion, or its own measure where that is stronger.
inline double intensity(const Groundwork& g, const State& state, Initiative i, EmployerId e)
{
    const double here = intensity(state, i, g.subregion_of[e]);
    if (index_of(i) >= institutional_initiative_count) return here;
    return std::max(here, state.cooperation.measures[e][index_of(i)]);
}

/// Mean over the subregions of a region, weighted by inhabitants.
inline double intensity(const Groundwork&, const State& state, Initiative i, RegionId r)
{
    return state.intensities.in_region[r][index_of(i)];
}

/// Mean over the subregions of a table, weighted by inhabitants.
double intensity(const Groundwork& g, const State& state, Initiative i, TableId t);

/// Of a national lever that is not limited to places.
inline double intensity(const State& state, Initiative i)
{
    return state.intensities.national[index_of(i)];
}

}  // namespace mgz
