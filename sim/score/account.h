// SPDX-License-Identifier: EUPL-1.2
/// Why the FTE of a region changed between two years: the causes of every year, added up.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "sim/core/profession.h"
#include "sim/model/state.h"

namespace mgz {

/// One profession in one region: the state at the end of a year and what moved it in that year.
/// Means over replicates.
struct FteYear {
    double need = 0;        ///< FTE
    double fte = 0;         ///< delivered by own, changing and shared physicians
    double commercial = 0;  ///< FTE bought from agencies; not in fte
    double shortage = 0;    ///< share of need; a mean of shares, not the share of means
    std::array<double, cause_count> causes{};  ///< FTE gained in the course of the year
};

/// What a run keeps of FTE and its causes.
struct FteHistory {
    struct Area {
        std::string code, name;
    };
    std::vector<Area> regions;
    int first_year = 0, last_year = 0;
    std::vector<ByProfession<std::vector<FteYear>>> table;  ///< [region][profession][year]

    const FteYear& at(std::size_t region, Profession p, int year) const
    {
        expects(year >= first_year && year <= last_year);
        return table[region][p][static_cast<std::size_t>(year - first_year)];
    }
};

/// The change between the ends of two years. By the law of the account `sum` and `change` differ
/// by rounding only.
struct FteChange {
    Profession profession = Profession::gp;
    FteYear before, after;
    std::array<double, cause_count> causes{};  ///< of the years after `before` through `after`
    double sum = 0;                            ///< of the causes
    double change = 0;                         ///< of fte and commercial together

    double difference() const { return sum - change; }
};

/// REQUIRES: first_year <= from < to <= last_year; a region of the table.
FteChange change_between(const FteHistory& history, std::size_t region, Profession p, int from,
                         int to);

/// Largest difference that rounding explains, FTE.
inline constexpr double account_tolerance = 1e-9;

}  // namespace mgz
