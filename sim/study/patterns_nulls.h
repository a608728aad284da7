// SPDX-License-Identifier: EUPL-1.2
/// Validation of one scenario beside its nulls: the same scenario with one mechanism taken out,
/// under the same seeds. A pattern that survives the null of its own mechanism is no evidence.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/scenario_file.h"
#include "sim/study/patterns.h"
#include "sim/world/world.h"

namespace mgz {

struct ValidationRequest {
    std::string scenario;               ///< path; empty for the defaults
    std::vector<std::string> settings;  ///< key=value
    std::string data_folder;            ///< holds scenarios/nulls/NAME.toml
    std::string patterns;               ///< path of the pattern file
    /// Names of the nulls to run beside it; when not set, all of the pattern file.
    std::optional<std::vector<std::string>> nulls;
    int replicates = 50;
    std::uint32_t seed = 1;
    int threads = 0;  ///< 0: as many as OpenMP offers
    /// Called by one thread at a time: replicates done, of all scenarios together.
    std::function<void(int done, int of)> progress;
};

/// Whether a null did to a pattern what it must.
struct NullOutcome {
    std::string pattern;
    bool must_lose = false;  ///< else it should keep the pattern
    std::optional<double> baseline, value;
    std::optional<bool> as_expected;  ///< none when the pattern could not be judged
};

struct NullReport {
    std::string name;
    ValidationReport report;  ///< its books end with the last year that a null is judged by
    std::vector<NullOutcome> outcomes;
};

struct Validation {
    std::string heading;  ///< what was run and what it is held against
    ValidationReport baseline;
    std::vector<NullReport> nulls;
    int exit_status = 1;  ///< as exit_status() of the baseline: nulls inform, they do not decide
};

/// Scenario `request.scenario` with what the null's own file changes laid over it; ends with
/// `last_year`, because nothing is read later.
/// Errors (InputError): as load_scenario, and a null that changes the world (its geography,
/// inputs, employers or need), which would have to be read again.
Scenario null_scenario(const ValidationRequest& request, const std::string& name, int last_year);

/// Run the scenario and its nulls. `scenario` is what request.scenario and settings load to, and
/// `world` was made from it.
/// Errors (InputError): as read_pattern_data and null_scenario, before anything is run; a null
/// that the pattern file does not know.
Validation validate_beside_nulls(const World& world, const Scenario& scenario,
                                 const ValidationRequest& request);

/// Tables for people: patterns with the nulls beside them, what the nulls did, the books.
std::string validation_text(const Validation& validation);

/// {"patterns": [{"id", "group", "value", "low", "high", "target", "pass", "use"}],
///  "books": [...], "nulls": [{"null", "patterns", "outcomes"}]}; null where there is no value.
std::string validation_json(const Validation& validation);

}  // namespace mgz
