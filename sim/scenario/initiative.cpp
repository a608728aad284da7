// SPDX-License-Identifier: EUPL-1.2
#include "sim/scenario/initiative.h"

namespace mgz {

std::span<const InitiativeEntry> initiative_catalogue()
{
    return {};
}

bool crosses_sectors(Initiative i)
{
    switch (i) {
        case Initiative::regional_training:
        case Initiative::anw_pool:
        case Initiative::treatment_service:
        case Initiative::capacity_sharing:
            return false;
        default:
            return index_of(i) >= institutional_initiative_count;
    }
}

std::string_view id_of(Initiative i)
{
    return initiative_catalogue()[index_of(i)].id;
}

std::optional<Initiative> initiative_named(std::string_view id)
{
    for (const auto& entry : initiative_catalogue()) {
        if (entry.id == id) return entry.initiative;
    }
    return std::nullopt;
}

}  // namespace mgz
