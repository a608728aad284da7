// SPDX-License-Identifier: EUPL-1.2
/// A country of so many regions and subregions that choices race by groups of them.
#pragma once

#include <fmt/format.h>

#include "tests/support/drieland.h"

namespace support {

/// Thirty-six times Drieland, 70 km apart: 144 subregions, 252 settlements.
inline mgz::World wide_drieland()
{
    using namespace mgz;
    constexpr std::size_t columns = 6;
    const World one = drieland();
    World all = one;
    for (std::size_t copy = 1; copy < columns * columns; ++copy) {
        const double east = 70e3 * static_cast<double>(copy % columns);
        const double north = 70e3 * static_cast<double>(copy / columns);
        for (auto region : one.regions) {
            region.code += fmt::format("-{}", copy);
            all.regions.push_back(region);
        }
        for (auto sub : one.subregions) {
            sub.region = RegionId::at(sub.region.index() + copy * one.regions.size());
            all.subregions.push_back(sub);
        }
        for (auto s : one.settlements) {
            s.code += fmt::format("-{}", copy);
            s.at = {s.at.x + east, s.at.y + north};
            s.region = RegionId::at(s.region.index() + copy * one.regions.size());
            s.subregion = SubregionId::at(s.subregion.index() + copy * one.subregions.size());
            all.settlements.push_back(s);
        }
        for (auto e : one.employers) {
            e.code += fmt::format("-{}", copy);
            e.at = SettlementId::at(e.at.index() + copy * one.settlements.size());
            e.region = all.settlements[e.at].region;
            e.subregion = all.settlements[e.at].subregion;
            all.employers.push_back(e);
        }
    }
    return all;
}

}  // namespace support
