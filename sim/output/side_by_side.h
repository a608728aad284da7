// SPDX-License-Identifier: EUPL-1.2
/// Pieces of work that know nothing of each other, several at a time.
#pragma once

#include <functional>
#include <span>

namespace mgz {

/// Does every piece once, in the order of the list as far as hands are free: the longest go first.
/// Once a piece has thrown no further one is begun; of those that threw, the first of the list
/// speaks.
/// \param threads at a time; of the machine when 0
void do_side_by_side(std::span<const std::function<void()>> pieces, int threads);

}  // namespace mgz
