// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/state.h"

#include <algorithm>

namespace mgz {

namespace {

/// Rows [first, last) that stay, after one that goes.
struct Run {
    std::size_t first, last;
};

/// Few leave at a time: the rows between two of them move together.
std::vector<Run> runs_behind_the_first(const std::vector<std::uint8_t>& gone, std::size_t first)
{
    std::vector<Run> runs;
    const auto end = gone.end();
    for (auto at = gone.begin() + static_cast<long>(first); at != end;) {
        const auto from = std::find(at, end, 0);
        at = std::find(from, end, 1);
        runs.push_back({static_cast<std::size_t>(from - gone.begin()),
                        static_cast<std::size_t>(at - gone.begin())});
    }
    return runs;
}

}  // namespace

void Physicians::remove(const std::vector<std::uint8_t>& gone)
{
    expects(gone.size() == size());
    const auto first =
        static_cast<std::size_t>(std::find(gone.begin(), gone.end(), 1) - gone.begin());
    const auto runs = runs_behind_the_first(gone, first);
    const auto keep = [&](auto& column) {
        auto* to = column.data() + first;
        for (const Run& run : runs)
            to = std::copy(column.data() + run.first, column.data() + run.last, to);
        column.resize(static_cast<std::size_t>(to - column.data()));
    };
    keep(role);
    keep(woman);
    keep(wants_ownership);
    keep(fte);
    keep(root);
    keep(home);
    keep(home_weight);
    keep(base);
    keep(employer);
    keep(diploma);
    keep(since);
    keep(retires);
    keep(older);
    keep(leave_left);
    keep(move_left);
    keep(sale_left);
    keep(searches);
    keep(key);
}

}  // namespace mgz
