// SPDX-License-Identifier: EUPL-1.2
#include "sim/score/money.h"

#include <algorithm>
#include <tuple>

#include "sim/score/spread.h"

namespace mgz {

namespace {

struct Spent {
    CostRow row;
    std::size_t replicate = 0;

    auto what() const { return std::tuple(row.year, row.region, row.item, row.payer); }
};

/// All that was spent, what belongs together side by side, replicates in order within.
std::vector<Spent> sorted_costs(std::span<const History> histories)
{
    std::size_t size = 0;
    for (const auto& history : histories)
        size += history.costs.size();
    std::vector<Spent> all;
    all.reserve(size);
    for (std::size_t i = 0; i < histories.size(); ++i) {
        for (const auto& row : histories[i].costs) {
            if (row.euro != 0) all.push_back({row, i});
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Spent& a, const Spent& b) { return a.what() < b.what(); });
    return all;
}

}  // namespace

std::vector<CostSpread> spread_costs(std::span<const History> histories)
{
    const auto all = sorted_costs(histories);
    std::vector<CostSpread> costs;
    std::vector<double> euro;
    for (std::size_t i = 0; i < all.size();) {
        euro.assign(histories.size(), 0.0);
        const CostRow& row = all[i].row;
        const auto what = all[i].what();
        for (; i < all.size() && all[i].what() == what; ++i)
            euro[all[i].replicate] += all[i].row.euro;
        const Spread s = spread_of(euro);
        costs.push_back({row.year, row.region, row.item, row.payer, s.mean, s.p05, s.p95});
    }
    return costs;
}

}  // namespace mgz
