// SPDX-License-Identifier: EUPL-1.2
#include "sim/world/places.h"

#include <fmt/format.h>

#include <algorithm>

#include "geo/check.h"
#include "geo/text.h"

namespace mgz {

[[noreturn]] static void refuse(const World& world, const Intervention& intervention,
                                const std::string& code)
{
    std::vector<std::string> codes;
    for (const auto& region : world.regions)
        codes.push_back(region.code);
    for (const auto& subregion : world.subregions)
        codes.push_back(subregion.code);
    const auto near = geo::nearest_name(code, codes);
    throw geo::InputError(
        intervention.origin, fmt::format("no region or subregion has the code \"{}\"", code),
        near.empty()
            ? fmt::format("the first region is \"{}\"", world.regions.empty() ? "" : codes.front())
            : fmt::format("did you mean \"{}\"?", near));
}

std::vector<SubregionId> subregions_of(const World& world, const Intervention& intervention)
{
    std::vector<SubregionId> found;
    if (intervention.where.empty()) {
        for (const SubregionId s : world.subregions.ids())
            found.push_back(s);
    }
    for (const auto& code : intervention.where) {
        const auto before = found.size();
        for (const SubregionId s : world.subregions.ids()) {
            const auto& place = world.subregions[s];
            if (place.code == code || world.regions[place.region].code == code) found.push_back(s);
        }
        if (found.size() == before) refuse(world, intervention, code);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace mgz
