// SPDX-License-Identifier: EUPL-1.2
/// What a calibration may move and what it shall meet, as data (scenarios/targets/).
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/registry.h"
#include "sim/study/optimise.h"
#include "sim/study/patterns_data.h"

namespace mgz {

/// A parameter that may move. A series moves as a whole: its bounds are factors on its values.
struct Movable {
    std::string key;
    double low = 0, high = 0;
    std::optional<double> start;  ///< none: the scenario's own value, or factor 1
    std::string place;            ///< file and line, for messages
};

/// What a measured figure shall be: a value, or a band inside which nothing is lost.
struct FitTarget {
    std::string id;  ///< of a pattern or national figure
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    double tolerance = 1;  ///< a miss by this much costs one `weight`
    double weight = 1;
    std::string place;

    /// weight x (distance to the band / tolerance)^2. A figure that cannot be measured costs as
    /// much as one that is unmeasured_misses tolerances away.
    double loss(std::optional<double> value) const;
    /// "0.09", ">= 0.6", "1750 to 1900"
    std::string wanted() const;
};
inline constexpr double unmeasured_misses = 10;

struct CalibrationTargets {
    std::string file;  ///< as given
    std::string title;
    std::string scenario;  ///< path of the scenario that is fitted; empty: the defaults
    std::string patterns;  ///< path of the pattern file; empty: not given
    int replicates = 20;
    std::uint32_t seed = 1;
    std::optional<int> to;  ///< last year; none: the last that a target looks at
    SearchMethod method = SearchMethod::bobyqa;
    int max_evaluations = 200;
    double tolerance = 1e-3;  ///< of a parameter, as a share of its range
    double first_step = 0.1;  ///< likewise
    std::vector<Movable> moves;
    std::vector<FitTarget> targets;
    std::vector<NationalTarget> measures;  ///< figures that the target file itself defines
};

/// Paths in the file start at its folder.
/// Errors (InputError): as read_toml; an unknown or missing key; a wrong type; nothing to move or
/// to meet; a key or id given twice; low not below high; a start outside; a tolerance not above 0.
CalibrationTargets read_calibration_targets(const std::string& path);

/// Pattern data with the target file's own measures added.
/// Errors (InputError): an id that nothing measures, or that only a null can; a held-out pattern;
/// a measure with the id of a pattern.
PatternData data_for(const CalibrationTargets& targets, PatternData patterns);

/// The last year that a target looks at.
int last_year_of(const CalibrationTargets& targets, const PatternData& data);

/// Cuts the upper bound on a series, a factor on its present values, to what the registry allows.
/// Errors (InputError): an unknown key; a kind that cannot move; a range beyond the registry's.
void check_moves(CalibrationTargets& targets, const Scenario& base);

/// The registered parameter of each move, bound to the scenario, in order.
/// REQUIRES: check_moves() accepted them.
std::vector<Parameter> parameters_of(const CalibrationTargets& targets, Scenario& scenario);

/// Whether a key decides what is read or built before the first quarter.
bool changes_world(std::string_view key);

}  // namespace mgz
