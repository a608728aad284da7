// SPDX-License-Identifier: EUPL-1.2
/// The tables of a run as CSV text. Every number is a mean or a percentile over the replicates.
#pragma once

#include <string>

#include "sim/score/ensemble.h"
#include "sim/world/world.h"

namespace mgz {

/// country.csv: every recorded year, tidy. Sums over the regions; of shortage what they miss.
std::string country_csv(const Ensemble& ensemble);
/// regions.csv: every recorded year, tidy. Profession "huisarts_so" has the combined shortage.
std::string regions_csv(const World& world, const Ensemble& ensemble);
/// subregions.csv: the same.
std::string subregions_csv(const World& world, const Ensemble& ensemble);

/// employers.csv: every employer in every output year, also those without need or physicians.
std::string employers_csv(const World& world, const Scenario& scenario, const Ensemble& ensemble);

/// account.csv: FTE by cause; the causes of a year sum to the change of fte and commercial FTE, to
/// the last digits written.
std::string account_csv(const World& world, const Scenario& scenario, const Ensemble& ensemble);

/// care.csv: every recorded year, tidy.
std::string care_csv(const World& world, const Ensemble& ensemble);

/// inventory.csv: every item of every region and recorded year.
std::string inventory_csv(const World& world, const Ensemble& ensemble);

/// costs.csv: what was spent, by year, region, item and payer.
std::string costs_csv(const World& world, const Ensemble& ensemble);

/// distances.csv: how far the people of a region are from where a profession is trained, in the
/// years of the scenario. A year without an open institute has no row.
std::string distances_csv(const World& world, const Scenario& scenario);

}  // namespace mgz
