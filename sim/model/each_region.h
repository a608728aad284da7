// SPDX-License-Identifier: EUPL-1.2
/// Loops over employers, region by region: what they add up by region is added in the order of the
/// employers, whichever thread does it.
#pragma once

#include "sim/core/threads.h"
#include "sim/model/groundwork.h"

namespace mgz {

/// Calls work(region, employers) with those of the profession in each region, as share_if() does.
/// What it does may write to the region, its parts and its employers alone.
template <class Work>
void each_region(const Groundwork& g, Profession p, Work work)
{
    const auto region = [&](std::size_t i) {
        const RegionId r = RegionId::at(i);
        work(r, g.employers_in[p][r]);
    };
    constexpr std::size_t practices_as_much_work = 8;  // as an institution
    const std::size_t each = p == Profession::gp ? 1 : practices_as_much_work;
    share_if(each * g.employers[p].size() >= rows_worth_a_team, g.world.regions.size(), region);
}

}  // namespace mgz
