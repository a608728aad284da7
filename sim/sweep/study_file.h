// SPDX-License-Identifier: EUPL-1.2
/// Study files: TOML that says what varies, by which design, and what is kept.
///
///     title = "What drives the gap between near and far regions"
///     scenario = "baseline"            # beside the file, else a ready one; left out: baseline
///     policies = ["baseline", "mine"]  # optional: every point under each of them
///
///     [set]                            # optional: in every run, as --set
///     to = 2030
///
///     [design]
///     method = "saltelli"  # morris, saltelli, latin_hypercube, full_factorial, one_at_a_time,
///                          # random, list
///     n = 256              # blocks, trajectories or points
///     levels = 4           # morris, full_factorial, one_at_a_time
///     seed = 1             # of the points
///     file = "points.csv"  # list: a column per factor
///
///     [runs]
///     replicates = 1
///     seed = 1             # of luck, the same for every point
///
///     [keep]
///     indicators = ["shortage"]        # docs/data.md lists them
///     professions = ["huisarts"]       # left out: all
///     levels = ["country", "region"]
///     years = [2030]                   # left out: the last year
///
///     [[factor]]                       # a number: low and high, or a distribution
///     key = "settlement.size"
///     name = "pull of large houses"    # optional
///     low = 0.2
///     high = 1.4
///     distribution = "uniform"         # log_uniform; triangular with mode; normal with mean, sd
///     group = "settlement"             # optional: Morris and Saltelli move a group as one
///     levels = 3                       # full_factorial, one_at_a_time: other than the design's
///     times = true                     # the range multiplies what the scenario has
///
///     [[factor]]                       # one of a few values
///     key = "training.root"
///     values = ["practice", "home"]
///
///     [[factor]]                       # off or on; with low and high: how strongly
///     name = "shared duty"
///     [[factor.interventions]]
///     initiative = "anw_pool"
///     from = 2025
///
///     [[factor]]                       # a policy as a whole: the scenario a run starts from
///     name = "policy"
///     scenarios = ["baseline", "regional_training"]
///
///     [[search]]                       # what `mgz sensitivity` looks for among the runs
///     indicator = "shortage"
///     profession = "so"
///     level = "region"
///     code = "R1"                      # left out: each area of the level
///     year = 2030
///     above = 0.15                     # or below
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/sweep/study.h"

namespace mgz {

/// A series moves as a whole: its range always multiplies. Paths start at the file's folder.
/// Errors (InputError, with file and line): see sim/scenario/table_reader.h; no such parameter,
/// indicator, profession or scenario (with the nearest); an empty range; a range that leaves what
/// the parameter allows; a factor given twice; a design that lacks what it needs, or does not use
/// what is given; N that is no power of two. What takes the world to know is checked later:
/// sim/sweep/run_bases.h.
Study read_study(const std::string& file, const std::string& data_folder);

/// The study as a file in a folder that holds all it needs: its scenarios as NAME.toml, [set] being
/// part of them, and a list as points.csv. Reads back to the same.
std::string study_text(const Study& study);
/// What decides the outcome of a run, as names and values; how many runs there are is no part.
std::vector<std::pair<std::string, std::string>> study_conditions(const Study& study);
/// Name of the file of a scenario in such a folder.
std::string scenario_copy(const std::string& name);
/// What a scenario is called after its file.
std::string scenario_name_of(const std::string& file);
inline constexpr std::string_view points_copy = "points.csv";

inline constexpr std::array<std::string_view, 7> design_names{
    "morris", "saltelli", "latin_hypercube", "full_factorial", "one_at_a_time", "random", "list"};
inline constexpr std::string_view name_of(DesignKind kind)
{
    return design_names[static_cast<std::size_t>(kind)];
}
inline constexpr std::array<std::string_view, 4> distribution_names{"uniform", "log_uniform",
                                                                    "triangular", "normal"};

}  // namespace mgz
