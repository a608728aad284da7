// SPDX-License-Identifier: EUPL-1.2
/// What a run was made of (manifest.json) and how it went (run.json).
#pragma once

#include <string>

#include "sim/output/compare_facts.h"
#include "sim/output/run_facts.h"
#include "sim/output/write_atomically.h"
#include "sim/score/ensemble.h"

namespace mgz {

/// manifest.json: a function of inputs, scenario, seed and release. No host, time, thread,
/// compiler, library or path of this machine is in it: input files by their base names, and a
/// user's own inputs stand in the scenario's text by base name.
/// \param outputs the files that the manifest vouches for
std::string manifest_json(const Scenario& scenario, const Ensemble& ensemble, const RunFacts& facts,
                          const std::vector<WrittenFile>& outputs);

/// manifest.json of a comparison, after the same rules: every scenario with its text and inputs,
/// the reference first.
std::string comparison_manifest_json(const CompareFacts& facts, int replicates,
                                     const std::vector<WrittenFile>& outputs);

/// What the figures of a run were made of, whatever made them: the hash of the lines that are the
/// hashes of its effective scenario (as in the manifest) and of its inputs. It stands in the
/// manifest and in every map and raster, so that a lone file finds its manifest.
std::string case_sha256(const Scenario& scenario, const RunFacts& facts);
/// The same of a comparison: the lines of all its scenarios, in order.
std::string case_sha256(const CompareFacts& facts);

/// run.json: times, machine, build, libraries, and the paths that the manifest leaves out.
/// "finished" is now.
std::string run_json(const RunFacts& facts, const std::string& output_path);

/// Where the inputs of an echoed scenario are to be found.
enum class EchoPaths {
    full,       ///< scenario.toml: runs again on this machine
    base_names  ///< manifest.json: says nothing about this machine
};
/// The effective scenario as TOML. Inputs that came with the program are left to it: their keys
/// stand in comments, so that the text runs on any machine.
std::string scenario_echo(const Scenario& scenario, const Origins& origins, EchoPaths paths);

}  // namespace mgz
