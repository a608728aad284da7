// SPDX-License-Identifier: EUPL-1.2
/// A study: what varies over many runs, by which design, and what is kept of each. Plain values;
/// sim/sweep/study_file.h reads them from TOML.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/initiative.h"
#include "sim/study/comparison.h"
#include "sim/study/design.h"

namespace mgz {

enum class FactorKind : unsigned char {
    real,      ///< a parameter, or the intensity of interventions
    integer,   ///< a parameter
    category,  ///< one of a few values of a parameter
    toggle,    ///< interventions that are off or on
    package    ///< the scenario that a run starts from: a policy as a whole
};

enum class Distribution : unsigned char { uniform, log_uniform, triangular, normal };

/// One thing that varies. Its value is a number; of a category, a toggle or a package the index of
/// its label.
struct Factor {
    std::string name;  ///< unique in the study; its column in tables
    FactorKind kind = FactorKind::real;
    std::string key;      ///< of the parameter; empty for toggles, packages and intensities
    bool times = false;   ///< the value multiplies what the scenario has; always so for a series
    std::string unit;     ///< "1" for a multiplier, "-" where labels are
    std::string meaning;  ///< one sentence, from the registry

    Distribution distribution = Distribution::uniform;
    double low = 0, high = 1;         ///< uniform, log_uniform, triangular: both ends belong to it
    double mode = 0;                  ///< triangular
    double mean = 0, sd = 1;          ///< normal, cut at three standard deviations
    std::vector<std::string> labels;  ///< category: values as TOML; toggle: off, on;
                                      ///< package: names of scenarios
    std::vector<std::string> scenario_files;  ///< package: one per label
    std::vector<Intervention> interventions;  ///< toggle, intensity
    int levels = 0;                           ///< full factorial, one at a time; 0: the design's
    std::string group;                        ///< empty: a group of its own
    std::string place;                        ///< file and line, for messages

    bool labelled() const { return !labels.empty(); }
};

/// What is looked for among the runs: where an outcome is beyond a limit.
struct Search {
    std::string indicator, profession;  ///< as in results
    Level level = Level::region;
    std::string code;  ///< of the area; empty: every area of the level
    int year = 0;
    double limit = 0;  ///< in the indicator's unit
    bool above = true;
    std::string place;
};

/// Which quantities are kept of each run. What is not named here is not kept.
struct Keep {
    std::vector<std::string> indicators{"shortage"};
    std::vector<std::string> professions;  ///< empty: all
    std::vector<Level> levels{Level::country, Level::region};
    std::vector<int> years;  ///< rising
    std::string place;
};

struct Study {
    std::string file;  ///< as the user named it
    std::string title, question;
    std::string scenario;               ///< path of what is varied; empty: the defaults
    std::vector<std::string> settings;  ///< "key=value", in every run
    std::string setting_place;

    DesignKind design = DesignKind::saltelli;
    int n = 0;       ///< blocks, trajectories or points; 0 where the levels decide
    int levels = 4;  ///< Morris, full factorial, one at a time
    std::uint32_t design_seed = 1;
    std::vector<double> listed;  ///< design list: values, row after row
    int replicates = 1;
    std::uint32_t seed = 1;  ///< of luck: the same for every point

    std::vector<Factor> factors;
    /// Every point is run under each of these scenarios; empty: under `scenario` alone.
    std::vector<std::string> policies;      ///< names, the reference first
    std::vector<std::string> policy_files;  ///< one per policy
    Keep keep;
    std::vector<Search> searches;
    std::string place_of_n;  ///< file and line

    std::size_t policy_count() const { return policies.empty() ? 1 : policies.size(); }
};

/// Value of a factor at a place between 0 and 1. REQUIRES: a factor as study_file reads it.
double value_at(const Factor& factor, double u);
/// As in tables: shortest text that reads back as the same number, or the label.
std::string text_of_value(const Factor& factor, double value);

}  // namespace mgz
