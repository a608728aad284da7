// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/state.h"

namespace mgz {

template <class T>
static void keep(std::vector<T>& column, const std::vector<std::uint8_t>& gone)
{
    std::size_t to = 0;
    for (std::size_t from = 0; from < column.size(); ++from) {
        if (!gone[from]) column[to++] = column[from];
    }
    column.resize(to);
}

void Physicians::remove(const std::vector<std::uint8_t>& gone)
{
    expects(gone.size() == size());
    keep(role, gone);
    keep(woman, gone);
    keep(wants_ownership, gone);
    keep(fte, gone);
    keep(root, gone);
    keep(home, gone);
    keep(home_weight, gone);
    keep(base, gone);
    keep(employer, gone);
    keep(diploma, gone);
    keep(since, gone);
    keep(retires, gone);
    keep(older, gone);
    keep(leave_left, gone);
    keep(move_left, gone);
    keep(sale_left, gone);
    keep(searches, gone);
    keep(key, gone);
}

}  // namespace mgz
