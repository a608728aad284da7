// SPDX-License-Identifier: EUPL-1.2
/// Everything `mgz sensitivity` leaves behind.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sim/output/dictionary.h"
#include "sim/output/run_facts.h"
#include "sim/output/write_atomically.h"
#include "sim/sensitivity/indices.h"
#include "sim/sweep/plan.h"
#include "sim/world/world.h"

namespace mgz {

struct SensitivityFacts {
    std::string study_id;   ///< of the sweep, hexadecimal
    Conditions conditions;  ///< what the sweep's runs depend on
    Bootstrap bootstrap;    ///< with which the findings were made
    /// seed, inputs and attribution of the world; of the machine what run.json tells.
    RunFacts run;
};

/// What another analysis of the same sweep adds: files with their entries in the dictionary, and
/// sections of the summary, in Markdown from "## " on.
struct SensitivityExtra {
    std::string text;
    std::vector<std::pair<std::string, std::string>> files;  ///< name and content
    std::vector<TableEntry> tables;
};

/// Writes indices.csv, convergence.csv, variance.csv or associations.csv as the design allows,
/// sensitivity.gpkg and sensitivity.qgs where there are indices of regions, the files of `extra`,
/// dictionary.csv, summary.md, run.json and manifest.json; publishes nothing.
///
/// All but run.json are a function of the sweep, the world, the bootstrap and the release: the
/// same bytes for any number of threads.
/// REQUIRES: findings of this table; the world of its scenarios.
/// Errors: RunError when the machine refuses.
void write_sensitivity(const World& world, const SweepTable& table, const Findings& findings,
                       const SensitivityFacts& facts, const SensitivityExtra& extra,
                       OutputFolder& out);

}  // namespace mgz
