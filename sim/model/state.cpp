// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/state.h"

#include <algorithm>
#include <tuple>

#include "sim/core/threads.h"

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

template <class P>
auto columns_of(P& p)
{
    const auto columns = std::tie(p.key, p.role, p.woman, p.wants_ownership, p.fte, p.root, p.home,
                                  p.home_weight, p.base, p.employer, p.diploma, p.since, p.retires,
                                  p.older, p.leave_left, p.move_left, p.sale_left, p.searches);
    static_assert(sizeof(P) == std::tuple_size_v<decltype(columns)> * sizeof(p.key),
                  "a column would be forgotten");
    return columns;
}

}  // namespace

void Physicians::append(std::size_t rows)
{
    const std::size_t after = size() + rows;
    std::apply([after](auto&... column) { (column.resize(after), ...); }, columns_of(*this));
}

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
    const auto columns = columns_of(*this);
    constexpr std::size_t count = std::tuple_size_v<decltype(columns_of(*this))>;
    const auto keep_column = [&](std::size_t wanted) {
        std::size_t at = 0;
        std::apply([&](auto&... column) { ((at++ == wanted ? keep(column) : void()), ...); },
                   columns);
    };
    share_if(gone.size() - first >= rows_worth_a_team, count, keep_column);
}

}  // namespace mgz
