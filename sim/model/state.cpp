// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/state.h"

#include <limits>
#include <tuple>

#include "sim/core/threads.h"

namespace mgz {

namespace {

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
    const RowList rows =
        list_rows_where(size(), [this](std::size_t i) { return role[i] == Role::gone; });
    const auto columns = columns_of(*this);
    constexpr std::size_t count = std::tuple_size_v<decltype(columns_of(*this))>;
    const auto take_out_of = [&](std::size_t wanted) {
        std::size_t at = 0;
        std::apply(
            [&](auto&... column) { ((at++ == wanted ? take_out(column, rows) : void()), ...); },
            columns);
    };
    share_if(size() >= rows_worth_a_team, count, take_out_of);
    gone = 0;
}

}  // namespace mgz
