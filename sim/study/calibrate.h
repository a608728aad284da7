// SPDX-License-Identifier: EUPL-1.2
/// Calibration: parameters that bring measured figures to their targets.
///
/// Every evaluation runs the same replicates under the same seed (common random numbers): the loss
/// is a function of the parameters, without noise that another evaluation would not share.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sim/study/calibrate_log.h"
#include "sim/study/calibrate_targets.h"
#include "sim/world/world.h"

namespace mgz {

/// How one target came out.
struct TargetOutcome {
    std::optional<double> value;
    double loss = 0;
    std::string note;  ///< why there is no value
};

struct Outcome {
    double loss = 0;
    std::vector<TargetOutcome> targets;  ///< in the order of the file
};

using WorldReader = std::function<World(const Scenario&)>;

/// From parameter values to a loss.
class LossFunction {
public:
    /// \param base the scenario that is fitted, with its last year; its own values are the start
    /// \param read_world called once, and again for each evaluation when a move changes the world
    /// Errors (InputError): as data_for() and check_moves(); a last year before that of a target.
    LossFunction(CalibrationTargets targets, PatternData patterns, Scenario base,
                 WorldReader read_world, int threads);

    /// Where the search starts: one value per move; 1 for a series.
    std::vector<double> start() const;
    /// The base with these values; a series is multiplied and its values rounded like the others.
    Scenario with(const std::vector<double>& values) const;
    Outcome of(const std::vector<double>& values) const;
    /// Of a scenario as it is.
    Outcome of(const Scenario& scenario) const;

    const CalibrationTargets& targets() const { return targets_; }
    int last_year() const { return base_.to; }

private:
    CalibrationTargets targets_;
    PatternData data_;
    Scenario base_;
    WorldReader read_world_;
    int threads_;
    std::optional<World> world_;  ///< none: read for each evaluation
};

struct Calibration {
    std::vector<double> values;  ///< the best, to four significant digits
    Outcome start, outcome;      ///< at the start; of the best
    int evaluations = 0;         ///< that the search asked for, the start included
    int simulated = 0;           ///< of them, in this run; the others stood in the log
    std::string ended;           ///< why the search did
};

/// Evaluates the start, then searches. Every point is rounded to four significant digits before it
/// is evaluated: what is found can be written down exactly. Evaluations that the log holds are not
/// simulated again; every other is in the log, on the disk, before the search goes on.
/// Errors (InputError): a target that cannot be measured at the start. RunError: the log cannot be
/// written.
Calibration calibrate(const LossFunction& loss, CalibrationLog& log, int max_evaluations,
                      const std::function<void(int done, double loss)>& progress);

/// Four significant digits, kept within the bounds.
double rounded_within(double value, double low, double high);

/// What made a result, for the record.
struct CalibrationSource {
    std::string program;       ///< version and revision
    std::string targets_file;  ///< base name
    std::string targets_sha256;
    std::string inherits;  ///< the scenario that was fitted, as seen from the result; "": defaults
};

/// params.toml: a scenario file with the moved parameters; the record stands in its comments.
std::string fitted_scenario_text(const LossFunction& loss, const Calibration& c,
                                 const CalibrationSource& source);
/// params.json: the same record for programs.
std::string calibration_json(const LossFunction& loss, const Calibration& c,
                             const CalibrationSource& source);
/// The same for people.
std::string calibration_text(const LossFunction& loss, const Calibration& c);

}  // namespace mgz
