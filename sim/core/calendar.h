// SPDX-License-Identifier: EUPL-1.2
/// The clock: quarters counted from the first quarter of 2003.
#pragma once

#include <compare>
#include <string>

namespace mgz {

inline constexpr int first_year = 2003;

struct Quarter {
    int index = 0;  ///< 0 is 2003 Q1; negative before

    /// \param number 1 to 4
    static constexpr Quarter of(int year, int number)
    {
        return Quarter{(year - first_year) * 4 + number - 1};
    }
    constexpr int year() const { return first_year + (index >= 0 ? index / 4 : (index - 3) / 4); }
    constexpr int number() const { return index - (year() - first_year) * 4 + 1; }
    /// Middle of the quarter as a decimal year.
    constexpr double decimal_year() const { return first_year + (index + 0.5) / 4.0; }

    friend constexpr auto operator<=>(const Quarter&, const Quarter&) = default;
    friend constexpr Quarter operator+(Quarter q, int n) { return {q.index + n}; }
    friend constexpr int operator-(Quarter a, Quarter b) { return a.index - b.index; }
};

/// "2023 Q2"
std::string to_string(Quarter q);

}  // namespace mgz
