// SPDX-License-Identifier: EUPL-1.2
/// Sweeps whose outcomes are functions of the factors: no country is simulated.
#pragma once

#include <functional>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "sim/sweep/sweep_table.h"

namespace mgz::test {

inline constexpr double missing = std::numeric_limits<double>::quiet_NaN();
inline constexpr double endless = std::numeric_limits<double>::infinity();

inline Factor real_factor(std::string name, double low, double high, std::string unit,
                          std::string meaning)
{
    Factor factor;
    factor.name = std::move(name);
    factor.low = low;
    factor.high = high;
    factor.unit = std::move(unit);
    factor.meaning = std::move(meaning);
    return factor;
}

inline KeptQuantity shortage_in(std::uint32_t area, std::string code, std::string name, int year)
{
    KeptQuantity quantity;
    quantity.level = Level::region;
    quantity.area = area;
    quantity.code = std::move(code);
    quantity.name = std::move(name);
    quantity.profession = "so";
    quantity.indicator = "shortage";
    quantity.unit = "share";
    quantity.year = year;
    return quantity;
}

inline Search shortage_above(double limit, int year, std::string code = {})
{
    Search search;
    search.indicator = "shortage";
    search.profession = "so";
    search.level = Level::region;
    search.code = std::move(code);
    search.year = year;
    search.limit = limit;
    return search;
}

/// Outcome of (point, policy, replicate, quantity).
using Outcome = std::function<double(std::size_t, std::size_t, std::size_t, std::size_t)>;

/// Fills values and outcomes of a table that has its study, design and quantities.
inline void fill(SweepTable& table, const Outcome& outcome)
{
    for (std::size_t p = 0; p < table.points() && !table.design.points.empty(); ++p) {
        for (std::size_t f = 0; f < table.study.factors.size(); ++f)
            table.values.push_back(value_at(table.study.factors[f], table.design.row(p)[f]));
    }
    for (std::size_t p = 0; p < table.points(); ++p)
        for (std::size_t policy = 0; policy < table.policies(); ++policy)
            for (std::size_t r = 0; r < table.replicates(); ++r)
                for (std::size_t q = 0; q < table.quantities.size(); ++q)
                    table.outcomes.push_back(outcome(p, policy, r, q));
}

}  // namespace mgz::test
