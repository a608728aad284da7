// SPDX-License-Identifier: EUPL-1.2
/// Pattern-oriented modelling (Grimm & Railsback 2012): the simulation against what was observed.
///
/// "bar" is the mean over replicates. S is the combined shortage of GP and SO. Patterns, measures
/// and targets are those of docs/model.md; names and codes come from the pattern file.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sim/model/history.h"
#include "sim/study/patterns_data.h"

namespace mgz {

struct PatternResult {
    std::string id;                   ///< unique: "P3-so"
    std::string group;                ///< the pattern it is part of: "P3"
    std::string what;                 ///< what is measured, in a few words
    std::optional<double> value;      ///< none: could not be measured, see the note
    std::optional<double> low, high;  ///< 5 and 95% over replicates, of a mean over replicates
    std::string target;
    std::optional<bool> pass;  ///< none: not judged
    PatternUse use = PatternUse::extra;
    std::string confidence;  ///< in the target
    std::string note;        ///< figures that explain the value
};

/// The national books of one profession and year: means over replicates at the end of the year,
/// flows within it.
struct BookRow {
    int year = 0;
    Profession profession = Profession::gp;
    double heads = 0;  ///< who work: owners, employed, locums
    double fte = 0;    ///< delivered, all sources
    double need = 0;   ///< FTE
    double gap = 0;    ///< 1 - fte / need
    double fte_per_head = 0;
    double owners = 0, locums = 0, seeking = 0, trainees = 0, vacancies = 0;
    double entrants = 0, diplomas = 0, retired = 0, left = 0, unplaced = 0;
};

struct ValidationReport {
    std::string title;  ///< of the scenario
    std::vector<PatternResult> patterns;
    std::vector<BookRow> books;  ///< by profession, then year
};

struct ValidationOptions {
    int replicates = 50;
    std::uint32_t seed = 1;
    int threads = 0;  ///< 0: as many as OpenMP offers
    /// Called by one thread at a time, with the number of replicates done.
    std::function<void(int)> progress;
};

/// What has to be recorded for the patterns and the books.
RecordPlan pattern_plan(const Scenario& scenario, const PatternData& data);

/// Measure. REQUIRES: histories recorded by pattern_plan, at least one.
std::vector<PatternResult> measure_patterns(const World& world, const Scenario& scenario,
                                            const PatternData& data,
                                            std::span<const History> histories);
std::vector<BookRow> measure_books(std::span<const History> histories);

/// Run one scenario and measure it.
ValidationReport validate(const World& world, const Scenario& scenario, const PatternData& data,
                          const ValidationOptions& options);

/// Null when there is none of that id.
const PatternResult* find_pattern(std::span<const PatternResult> patterns, std::string_view id);

/// 0 when at least one pattern of use fit or check was judged and all that were judged pass.
int exit_status(std::span<const PatternResult> patterns);

}  // namespace mgz
