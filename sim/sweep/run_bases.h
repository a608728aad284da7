// SPDX-License-Identifier: EUPL-1.2
/// What runs of a study start from, and what a point makes of it.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "sim/scenario/scenario_file.h"
#include "sim/sweep/study.h"

namespace mgz {

struct RunBase {
    std::string name;
    LoadedScenario loaded;
};

/// The policies; else the scenarios of the factor that names some; else the one that is varied.
/// Errors (InputError): load_scenario()'s; scenarios of other years than the first; a multiplied
/// range that leaves what the parameter allows; years to keep, or to search, outside the run.
std::vector<RunBase> load_bases(const Study& study, const std::string& data_folder);

/// Years that are kept: those of the study, else the last.
std::vector<int> kept_years(const Study& study, const RunBase& base);

/// Index of the base of a run. \param values of the factors at the point
std::size_t base_of(const Study& study, std::span<const double> values, std::size_t policy);

/// The scenario of a run. Ends with the last year that is kept.
/// Errors (InputError at the factor's place): a value that a parameter refuses.
Scenario scenario_of(const Study& study, const RunBase& base, std::span<const double> values);

/// Value that the base itself has; of a multiplier 1, of a toggle 0.
/// Errors (InputError at the factor's place): a category that has none of the labels.
double own_value(const Factor& factor, const RunBase& base);

}  // namespace mgz
