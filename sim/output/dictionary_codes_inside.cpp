// SPDX-License-Identifier: EUPL-1.2
// Codes of care, the inventory and money, explained.
#include <fmt/format.h>

#include "sim/output/dictionary_codes.h"
#include "sim/output/dictionary_columns.h"
#include "sim/score/inventory.h"

namespace mgz {

std::vector<CodeEntry> region_figure_codes()
{
    const std::array<CodeEntry, region_figure_count> entries{{
        {"", "FTE", "FTE of all physicians that clients in small-scale living homes need."},
        {"", "FTE", "FTE that they get."},
        {"", "shifts per week",
         "Evening, night and weekend shifts per participant of a duty group; weighted by clients."},
        {"", "1", "Share of clients whose duty group has too many shifts per participant."},
        {"", "1", "Extra contacts of vulnerable clients at HAP and SEH over normal contacts."},
        {"", "people", "VVT: clients who needed a place urgently in the last quarter."},
        {"", "people", "VVT: of them, placed out of the region."},
        {"", "people", "VVT: of them, placed nowhere."},
        {"", "weeks", "VVT: expected time until the return of who is placed away."},
        {"", "weeks", "VVT: wait of active waiters."},
        {"", "people", "GHZ: clients who needed a place urgently in the last quarter."},
        {"", "people", "GHZ: of them, placed out of the region."},
        {"", "people", "GHZ: of them, placed nowhere."},
        {"", "weeks", "GHZ: expected time until the return of who is placed away."},
        {"", "weeks", "GHZ: wait of active waiters."},
        {"", "1", "Occupancy of crisis and short-stay beds; above 1 admissions are refused."},
        {"", "1", "Share of VVT and GHZ institutions where clients wait over 13 weeks."},
        {"", "1", "Share of VVT and GHZ institutions where clients wait over 4 weeks."},
        {"", "1", "Share of employers short by over 10%, mean of practices, VVT and GHZ."},
        {"", "1", "Urgency that boards feel, 0 to 1."},
        {"", "1", "Urgency that physicians feel, 0 to 1."},
        {"", "parties", "Parties with an urgency over 0.5, of five."},
        {"", "1", "Governance of the tie among VVT, 0 to 1."},
        {"", "1", "Governance of the tie of GPs and VVT, 0 to 1."},
        {"", "1", "Governance of the tie among GHZ, 0 to 1."},
        {"", "1", "Governance of the tie of GHZ and GPs, 0 to 1."},
        {"", "1", "Governance of the tie of VVT and GHZ, 0 to 1."},
        {"", "institutions", "Institutions with a measure of their own."},
        {"", "initiatives", "Joint initiatives in force within one sector."},
        {"", "initiatives", "Joint initiatives in force across sectors."},
        {"", "initiatives", "Joint initiatives being prepared."},
        {"", "initiatives", "Joint initiatives being explored."},
        {"", "code",
         "Widest scope explored or prepared: 0 none, 1 institution, 2 sector, 3 across sectors."},
        {"", "initiatives", "Joint initiatives in force on temporary money."},
        {"", "pools", "Shared rotas for evening, night and weekend duty in force."},
        {"", "FTE", "FTE that VVT and GHZ buy from commercial agencies."},
        {"", "practices", "Owners' seats taken by a successor, since the start."},
        {"", "practices", "Owners' seats that lapsed, since the start."},
    }};
    return explained(region_figure_names, entries);
}

std::vector<CodeEntry> inventory_codes()
{
    std::vector<CodeEntry> codes;
    for (const auto& entry : inventory_entries()) {
        codes.push_back({std::string(entry.id), std::string(entry.unit), meaning_of(entry)});
    }
    return codes;
}

std::vector<CodeEntry> cost_item_codes()
{
    std::vector<CodeEntry> codes;
    for (const auto& entry : initiative_catalogue()) {
        codes.push_back(
            {std::string(entry.id), "EUR", fmt::format("{} ({}).", entry.english, entry.dutch)});
    }
    const auto item = [](CostItem i) {
        return std::string(cost_item_name(static_cast<std::size_t>(i)));
    };
    codes.push_back({item(CostItem::support_staff), "EUR",
                     "Nurse practitioners, physician assistants and basic doctors who take over "
                     "hours."});
    codes.push_back({item(CostItem::programme), "EUR", "Support by the national programme."});
    return codes;
}

std::vector<CodeEntry> payer_codes()
{
    const std::array<CodeEntry, payer_count> entries{{
        {"", "-", "Long-term care act."},
        {"", "-", "Health insurance act."},
        {"", "-", "Social support act."},
        {"", "-", "Means of the institutions themselves."},
        {"", "-", "Grants that end."},
    }};
    return explained(payer_names, entries);
}

}  // namespace mgz
