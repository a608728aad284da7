// SPDX-License-Identifier: EUPL-1.2
// The items of the inventory: what they are called, how they may be answered, how they are found.
#include <fmt/format.h>

#include "sim/score/inventory.h"

namespace mgz {

using Item = InventoryItem;

static constexpr std::array<std::string_view, 4> staffing_answers{"groot", "aanzienlijk", "klein",
                                                                  "geen"};
static constexpr std::array<std::string_view, 4> no_answers{};

static constexpr std::array<InventoryEntry, inventory_item_count> entries{{
    {Item::staffing, "staffing", InventoryKind::scale, "formatieproblemen nu", staffing_answers,
     "1",
     "Share of employers short by over 10%, mean of practices, VVT and GHZ. Steps: above "
     "{staffing1:.2f}, {staffing2:.2f}, {staffing3:.2f}, less."},
    {Item::staffing_in_2_years, "staffing_in_2_years", InventoryKind::scale,
     "formatieproblemen over 2 jaar", staffing_answers, "1",
     "The same as it is two years later in the simulation; empty where the run ends before."},
    {Item::waiting_lists,
     "waiting_lists",
     InventoryKind::scale,
     "wachtlijsten",
     {"lang, bijna overal", "lang, bij de meeste", "kort, bij de meeste", "nauwelijks"},
     "1",
     "Share of VVT and GHZ institutions where clients wait over 13 weeks. Steps: above "
     "{all:.2f}, above {most:.2f}, over 4 weeks in more than {short:.2f}, else."},
    {Item::urgency,
     "urgency",
     InventoryKind::scale,
     "urgentie",
     {"niet gedeeld", "beperkt", "groot bij de meeste partijen", "groot en gedeeld"},
     "parties",
     "Parties with an urgency over 0.5, of five: GPs, VVT, GHZ, physicians, insurer. Steps: 0, 1 "
     "or 2, 3, 4 or 5."},
    {Item::initiatives,
     "initiatives",
     InventoryKind::scale,
     "initiatieven",
     {"nauwelijks", "binnen de instelling", "ook binnen de sector", "ook over sectoren heen"},
     "institutions",
     "Institutions with a measure of their own. Steps: nothing, own measures, a joint initiative "
     "in force within a sector, one across sectors."},
    {Item::cooperation_vvt,
     "cooperation_vvt",
     InventoryKind::scale,
     "bestuurlijke samenwerking VVT",
     {"tafel werkt matig", "tafel werkt, zonder anderen", "met anderen beperkt en lokaal",
      "trekt regionaal samen op"},
     "1",
     "Mean governance of the ties VVT-VVT, VVT-GP and VVT-GHZ. Steps: the own tie below "
     "{works:.2f}, no other tie above it, some tie above it, all above {together:.2f}."},
    {Item::cooperation_ghz,
     "cooperation_ghz",
     InventoryKind::scale,
     "bestuurlijke samenwerking VG",
     {"tafel werkt matig", "tafel werkt, zonder anderen", "met anderen beperkt en lokaal",
      "trekt regionaal samen op"},
     "1",
     "The same for the ties GHZ-GHZ, GHZ-GP and VVT-GHZ."},
    {Item::cooperation_gp,
     "cooperation_gp",
     InventoryKind::scale,
     "bestuurlijke samenwerking huisartsen",
     {"onderling beperkt", "onderling goed, zonder anderen", "met anderen beperkt en lokaal",
      "trekt regionaal samen op"},
     "1",
     "Mean governance of the ties of GPs with VVT and GHZ. Steps as for VVT; that among GPs "
     "themselves is not simulated and taken as good, so that the first does not occur."},
    {Item::ambition,
     "ambition",
     InventoryKind::scale,
     "ambitie",
     {"nauwelijks plannen", "binnen de instelling", "binnen de sector", "over sectoren heen"},
     "initiatives",
     "Joint initiatives explored or prepared. Steps: no plans, only measures of institutions, a "
     "plan within a sector, one across sectors."},
    {Item::ambition_group,
     "ambition_group",
     InventoryKind::group,
     "ambitie, groep in de tekst",
     {"geen ambitie", "eerst een visie", "concrete plannen", "opschalen en borgen"},
     "1",
     "Urgency of boards. Groups: urgency below {calm:.3g} or mean governance below {apart:.2f}; no "
     "plan in preparation; one at least; none while {running:.0f} or more joint initiatives are in "
     "force."},
    {Item::small_homes, "small_homes", InventoryKind::bottleneck, "MGZ in kleine woonvormen",
     no_answers, "1",
     "Share of the hours needed in small homes that no physician gives; over "
     "{salience:.2f}."},
    {Item::outside_hours, "outside_hours", InventoryKind::bottleneck,
     "inzet van SO en AVG buiten de eigen organisatie", no_answers, "1",
     "Share of the hours of SO and AVG needed outside the own house that are not given; over "
     "{salience:.2f}."},
    {Item::anw_duty, "anw_duty", InventoryKind::bottleneck, "ANW-diensten", no_answers, "1",
     "Share of clients in duty groups with too many shifts per physician; over "
     "{thin:.2f}."},
    {Item::hap_seh, "hap_seh", InventoryKind::bottleneck, "druk op HAP en SEH", no_answers, "1",
     "Extra contacts of vulnerable clients at HAP and SEH over their normal contacts; over "
     "{pushed:.2f}."},
    {Item::vulnerability, "vulnerability", InventoryKind::bottleneck,
     "kwetsbare formatie: commercieel ingekocht", no_answers, "FTE",
     "FTE bought from commercial agencies; over 0."},
    {Item::funding, "funding", InventoryKind::bottleneck, "kwetsbare financiering", no_answers, "1",
     "Share of the joint initiatives in force that lives on temporary money, 0 when there are "
     "fewer than {least:.0f}; over {temporary:.2f}."},
    {Item::succession, "succession", InventoryKind::bottleneck, "praktijkopvolging huisartsen",
     no_answers, "1",
     "Share of the successions of the last four years with a new owner in time; below "
     "{filled:.2f}. Empty "
     "where no owner left."},
    {Item::exploring, "exploring", InventoryKind::number, "initiatieven in verkenning", no_answers,
     "initiatives", "Joint initiatives being explored."},
    {Item::preparing, "preparing", InventoryKind::number, "initiatieven in voorbereiding",
     no_answers, "initiatives", "Joint initiatives being prepared."},
    {Item::in_force, "in_force", InventoryKind::number, "initiatieven die lopen", no_answers,
     "initiatives",
     "Joint initiatives in force: being realised, secured, or running without an end."},
}};

std::span<const InventoryEntry> inventory_entries()
{
    return entries;
}

std::string meaning_of(const InventoryEntry& entry, const Instrument& cuts)
{
    using fmt::arg;
    return fmt::format(fmt::runtime(entry.meaning), arg("staffing1", cuts.staffing[0]),
                       arg("staffing2", cuts.staffing[1]), arg("staffing3", cuts.staffing[2]),
                       arg("all", cuts.long_waits_all), arg("most", cuts.long_waits_most),
                       arg("short", cuts.short_waits_most), arg("works", cuts.tie_works),
                       arg("together", cuts.tie_together), arg("calm", cuts.ambition_urgency),
                       arg("apart", cuts.ambition_governance),
                       arg("running", cuts.ambition_running), arg("salience", cuts.salience),
                       arg("thin", cuts.thin_duty), arg("pushed", cuts.pushed),
                       arg("least", cuts.funding_least), arg("temporary", cuts.funding_share),
                       arg("filled", cuts.succession));
}

}  // namespace mgz
