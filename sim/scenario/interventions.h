// SPDX-License-Identifier: EUPL-1.2
/// What a scenario switches on, as it stands in its file:
///
///     [[interventions]]
///     initiative = "anw_pool"
///     where = ["R1", "R2-3"]   # codes of regions, subregions or municipalities, or:
///     # area = "mine.gpkg|layer"   # polygons of any source and coordinate system
///     from = 2025              # first year
///     until = 2035             # last year; left out: no end
///     intensity = 0.5          # 0 to 1; left out: 1
///     ramp_years = 1.5         # until full intensity; left out: 1.5
///
/// With neither where nor area it works everywhere. An area's path starts at the folder of the
/// file. A municipality or an area that is part of a subregion works in the whole subregion at part
/// of the intensity (an assumption: sim/world/places.h).
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/plain_toml.h"
#include "sim/scenario/scenario.h"

namespace mgz {

inline constexpr int last_intervention_year = 2100;
inline constexpr double longest_ramp_years = 20;

/// Appends what a file says under "interventions".
/// Errors (InputError, with file and line): not a list of tables; no initiative or no first year;
/// unknown initiative or key (with the nearest); wrong type; value out of range; last year before
/// the first; both where and area; places for a lever that only exists for the country. Whether
/// there are such places is checked when the world is there: sim/input/world_input.h.
void read_interventions(const PlainValue& value, const std::string& file,
                        std::vector<Intervention>& to);

/// The TOML above, every key written.
std::string intervention_text(const Intervention& intervention);

/// The strongest of the interventions without a place, at a decimal year; 0 where there is none.
double national_intensity(const Scenario& scenario, Initiative i, double year);

}  // namespace mgz
