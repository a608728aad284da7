// SPDX-License-Identifier: EUPL-1.2
/// The national books: what the country needs and who it trains, before any space.
///
/// Supply and need must agree here first; everything regional is a way of dividing these totals.
/// National levers on training places, their fill, hours and the growth of need are known from the
/// scenario and stand in the books from the start.
#pragma once

#include <vector>

#include "sim/core/calendar.h"
#include "sim/core/profession.h"
#include "sim/core/units.h"
#include "sim/scenario/scenario.h"

namespace mgz {

enum class Role : unsigned char {
    seeking,   ///< has a diploma and no place
    owner,     ///< of a GP practice
    employed,  ///< includes the fixed locum of a practice
    locum,     ///< changing locum (GP)
    gone       ///< retired or left: works nowhere and waits for nothing
};
inline constexpr std::size_t role_count = 5;

/// FTE of one physician before the trend of hours. REQUIRES: owner and locum only for GPs.
Fte base_fte(const CareerOptions& careers, Profession profession, Role role, bool woman,
             double women_share);

/// The same, over women and men in the share given.
Fte mean_fte(const CareerOptions& careers, Profession profession, Role role, double women_share);

class Books {
public:
    explicit Books(const Scenario& scenario);

    /// National need.
    Fte need(Profession p, Quarter q) const { return {at(need_, p, q)}; }
    /// Factor on base_fte by the trend of hours and a lever on it; 1 at the start without one.
    double hours(Profession p, Quarter q) const { return at(hours_, p, q); }
    /// Trainees that enter in the quarter; the running sum follows places x fill. REQUIRES: not
    /// before 1990, which no pipeline reaches.
    int entrants(Profession p, Quarter q) const;
    /// Quarters from entry to diploma.
    int training_quarters(Profession p) const { return training_quarters_[p]; }
    /// Work of a trainee who entered `quarters` ago, supervision taken off.
    Fte trainee_fte(Profession p, int quarters) const;

    Quarter first() const { return first_; }
    Quarter last() const { return last_; }

private:
    double at(const ByProfession<std::vector<double>>& table, Profession p, Quarter q) const
    {
        return table[p][static_cast<std::size_t>(q - first_)];
    }
    double entrants_until(Profession p, Quarter q) const;
    void sum_intake(const Scenario& scenario, Profession p);
    Fte start_fte(const Scenario& scenario, Profession p) const;

    Quarter first_;
    Quarter last_;
    TrainingOptions training_;
    ByProfession<int> training_quarters_;
    ByProfession<std::vector<double>> need_;
    ByProfession<std::vector<double>> hours_;
    ByProfession<std::vector<double>> intake_;  ///< since the origin of the sum, by quarter
};

}  // namespace mgz
