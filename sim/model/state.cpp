// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/state.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "sim/core/threads.h"

namespace mgz {

namespace {

/// Rows [first, last) that stay, after one that goes.
struct Run {
    std::size_t first, last;
};

/// Few leave at a time: the rows between two of them move together.
std::vector<Run> runs_behind_the_first(const std::vector<Role>& role, std::size_t first)
{
    std::vector<Run> runs;
    const auto end = role.end();
    const auto stays = [](Role r) { return r != Role::gone; };
    for (auto at = role.begin() + static_cast<long>(first); at != end;) {
        const auto from = std::find_if(at, end, stays);
        at = std::find(from, end, Role::gone);
        runs.push_back({static_cast<std::size_t>(from - role.begin()),
                        static_cast<std::size_t>(at - role.begin())});
    }
    return runs;
}

template <class P>
auto columns_of(P& p)
{
    const auto columns = std::tie(p.key, p.role, p.woman, p.wants_ownership, p.fte, p.root, p.home,
                                  p.home_weight, p.base, p.employer, p.diploma, p.since, p.retires,
                                  p.older, p.leave_left, p.move_left, p.sale_left, p.searches);
    static_assert(
        sizeof(P) == std::tuple_size_v<decltype(columns)> * sizeof(p.key) + sizeof(p.gone),
        "a column would be forgotten");
    return columns;
}

}  // namespace

void Physicians::append(std::size_t rows)
{
    const std::size_t after = size() + rows;
    std::apply([after](auto&... column) { (column.resize(after), ...); }, columns_of(*this));
}

void Physicians::leave(std::size_t row)
{
    expects(employer[row].none() && role[row] != Role::gone);
    constexpr double never = std::numeric_limits<double>::infinity();
    role[row] = Role::gone;
    retires[row] = Quarter{std::numeric_limits<int>::max()};
    leave_left[row] = move_left[row] = sale_left[row] = never;
    ++gone;
}

void Physicians::sweep()
{
    const auto first =
        static_cast<std::size_t>(std::find(role.begin(), role.end(), Role::gone) - role.begin());
    const auto runs = runs_behind_the_first(role, first);
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
    share_if(size() - first >= rows_worth_a_team, count, keep_column);
    gone = 0;
}

}  // namespace mgz
