// SPDX-License-Identifier: EUPL-1.2
/// What the simulation is held against, as data: names, codes and targets of one country and year
/// (scenarios/patterns/). The measures that use them are in sim/study/patterns_*.h.
#pragma once

#include <limits>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/calendar.h"
#include "sim/core/profession.h"
#include "sim/score/instrument.h"

namespace mgz {

/// Where a figure comes from, and how sure we are: read, report, derived, remembered, assumption.
struct Evidence {
    std::string source;
    std::string confidence;
};

/// What a pattern is for. Fit and check decide the exit status of a validation.
enum class PatternUse : unsigned char { fit, check, held_out, extra };
std::string_view name_of(PatternUse use);

/// The values that pass.
struct Target {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    bool low_open = false;   ///< low itself does not pass
    bool high_open = false;  ///< high itself does not pass
    std::string text;        ///< ">= 0.95", "9 (7 to 11)"
    PatternUse use = PatternUse::check;
    Evidence evidence;

    /// A value that equals a bound but for rounding lies on it: 14/21 is two thirds.
    bool met_by(double v) const;
};

enum class NationalMeasure : unsigned char {
    gap,           ///< 1 - FTE / need
    heads,         ///< physicians who work
    owner_share,   ///< of those who work
    locum_share,   ///< of those who work
    fte_per_head,  ///< FTE worked by own physicians and locums, per physician who works
    exits,         ///< retired and left in the calendar year
    exit_rate,     ///< the same per head at the start of that year
    diplomas       ///< in the calendar year
};

struct NationalTarget {
    std::string id;
    NationalMeasure measure = NationalMeasure::heads;
    Profession profession = Profession::gp;
    Quarter at;
    Target target;
};

/// GPs that a province really had.
struct ProvinceCount {
    std::string name;
    double gps = 0;
    double per_10_000 = 0;
    double inhabitants() const { return gps / per_10_000 * 1e4; }
};

struct NamedArea {
    std::string name;
    std::vector<std::string> subregions;  ///< codes
};

/// A null removes one mechanism; what must go with it, and what should stay.
struct NullExpectation {
    std::string name;                       ///< of the file in scenarios/nulls
    std::vector<std::string> loses, keeps;  ///< ids of patterns
};

struct PatternData {
    std::string title;
    Quarter quarter;        ///< where a pattern names no other
    Quarter later_quarter;  ///< for growing shortage (P1c)
    int centres_open = 0;   ///< year of the centres that count for distance
    double least_gap = 0;   ///< orders of regions are not judged when the national gap is smaller
    std::string margin_null;

    std::vector<std::string> near, far, always_ranked;  ///< codes of regions
    Evidence regions_evidence;

    struct Employers {
        Profession profession = Profession::so;
        double least_fte = 0;
        int least_count = 0;
        double difference = 0;  ///< of FTE over need between large and small that counts
        Evidence evidence;
    } employers;

    std::map<std::string, Target> targets;  ///< by id of pattern
    std::vector<NationalTarget> national;

    Instrument instrument;                     ///< cut points of P6 to P12, P17 and P18
    Quarter successions_from, successions_to;  ///< counters of P10: their difference
    Evidence bottlenecks_evidence, ambition_evidence;

    /// Supports that ran, by month; months count from January 2003 = 0.
    struct Programme {
        int first = 0;      ///< month of the first count
        int fitted_to = 0;  ///< last month that fits
        std::vector<double> running;
        int earlier = 0, last = 0;  ///< months of the requests; phases are those of the last
        Evidence evidence;

        int end() const { return first + static_cast<int>(running.size()); }
    } programme;

    struct Provinces {
        Quarter at;
        std::vector<ProvinceCount> list;
        Evidence evidence;
    } provinces;

    struct Areas {
        std::vector<NamedArea> worse, better;
        Evidence evidence;
    } areas;

    struct Young {
        std::string favourite, shunned, below_median;  ///< codes of regions
        Evidence evidence;
    } young;

    std::vector<NullExpectation> nulls;

    /// Null when the file gives none.
    const Target* target(const std::string& id) const;
};

/// The patterns that the program can measure; [[national]] figures come on top.
struct PatternKind {
    std::string_view id;     ///< unique: "P3-so"
    std::string_view group;  ///< the pattern it is part of: "P3"
    std::string_view what;   ///< what is measured, in a few words
};
std::span<const PatternKind> pattern_kinds();

/// Errors (InputError): as read_toml, and: unknown key or id (with the nearest), missing key,
/// wrong type, empty list, an id given twice.
PatternData read_pattern_data(const std::string& path);

}  // namespace mgz
