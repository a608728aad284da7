// SPDX-License-Identifier: EUPL-1.2
#include "sim/scenario/initiative.h"

#include <algorithm>

namespace mgz {

namespace {
using enum Scope;
using enum Kind;
using I = Initiative;
constexpr bool country_only = false;

constexpr std::array<InitiativeEntry, initiative_count> catalogue{{
    {I::task_shifting, "task_shifting", "taakherschikking", "task shifting", institution, distance,
     Payer::wlz,
     "Hours of elderly care physicians and physicians for the disabled go to nurse practitioners, "
     "physician assistants and basic doctors, as far as these are there."},
    {I::triage, "triage", "triage van zorgvragen", "triage", institution, distance, Payer::wlz,
     "A nurse hears a question first: fewer calls reach a physician, by day and on duty."},
    {I::stepped_care, "stepped_care", "stepped care", "stepped care", institution, distance,
     Payer::wlz,
     "Care teams take the first steps themselves, which saves physician time in the own house; "
     "works only where task shifting and triage do."},
    {I::bought_anw, "bought_anw", "inkoop van ANW-diensten", "bought duty cover", institution,
     extra, Payer::own_funds,
     "Part of the evening, night and weekend shifts is bought, at a price per shift."},
    {I::commercial_so, "commercial_so", "inhuur van commerciële SO's",
     "commercial elderly care physicians", institution, extra, Payer::own_funds,
     "Elderly care physicians are hired from agencies up to part of the norm; a share of these "
     "hours is lost by employers elsewhere."},

    {I::regional_training, "regional_training", "regionaal opleiden", "regional training", table,
     extra, Payer::zvw,
     "Part of the trainees that the region would have by its need practises there, as far as "
     "supervisors go, and takes root there."},
    {I::anw_pool, "anw_pool", "gezamenlijke ANW-dienst", "shared duty rota", table, spread,
     Payer::wlz,
     "Neighbouring duty groups keep one rota: fewer shifts each, more travel, and a better place "
     "to work."},
    {I::treatment_service, "treatment_service", "regionale behandeldienst",
     "regional treatment service", table, spread, Payer::wlz,
     "Institutions put their physicians in one service that shares them out by need."},
    {I::capacity_sharing, "capacity_sharing", "delen van capaciteit", "sharing of capacity", table,
     spread, Payer::wlz,
     "Institutions lend each other physician hours more readily than they do by themselves."},
    {I::role_agreements, "role_agreements", "rolafspraken huisarts en SO",
     "role agreements of GP and SO", table, spread, Payer::zvw,
     "Who does what for frail clients outside the house is agreed: practices refuse fewer of them "
     "and lose less time on them."},
    {I::home_regulation, "home_regulation", "regie op nieuwe kleinschalige woonvormen",
     "regulation of new small homes", table, extra, Payer::wmo,
     "Where physicians are short fewer small homes open; their clients wait for a place."},
    {I::technology, "technology", "technologie en zorg op afstand", "technology", table, distance,
     Payer::wlz,
     "Questions of disabled clients at home are met at a distance, and physicians who serve "
     "clients outside the house travel less."},
    {I::so_first_line, "so_first_line", "SO in de eerste lijn", "SO in the first line", table,
     spread, Payer::zvw,
     "Institutions lend elderly care physicians to practices, which lightens the care of frail "
     "patients there."},
    {I::ambulatory_team, "ambulatory_team", "ambulant team ouderengeneeskunde",
     "ambulatory geriatric team", table, spread, Payer::zvw,
     "As the first line, in a team: fewer crises and short stays as well."},
    {I::social_worker, "social_worker", "ondersteuner sociaal domein in de huisartsenpraktijk",
     "social worker in the practice", table, distance, Payer::wmo,
     "Social questions of frail patients no longer come to the practice."},
    {I::ghz_clinic, "ghz_clinic", "regiopoli voor GHZ-cliënten", "regional clinic for the disabled",
     table, spread, Payer::zvw,
     "Disabled people who live by themselves go to a clinic of the institutions: less for "
     "practices, and less per client for its physicians."},
    {I::special_practice, "special_practice", "huisartsenpraktijk voor bijzondere doelgroepen",
     "practice for special groups", table, spread, Payer::zvw,
     "One practice takes on some hundreds of complex clients, so that others refuse fewer."},
    {I::transfer_point, "transfer_point", "regionaal transferpunt", "regional transfer point",
     table, distance, Payer::zvw,
     "One desk finds a place for a client: less physician time for each, and beds stand empty "
     "less."},
    {I::urgent_care_square, "urgent_care_square", "spoedplein", "urgent care square", table,
     distance, Payer::zvw,
     "The out-of-hours post has help with unclear problems and sends fewer people on to the "
     "emergency department."},
    {I::bridge_beds, "bridge_beds", "schakelbedden", "bridge beds", table, extra, Payer::zvw,
     "Beds between hospital and nursing home: fewer days in the wrong bed."},
    {I::prevention, "prevention", "gegevensuitwisseling en preventie",
     "data exchange and prevention", table, distance, Payer::wmo,
     "Frail people need a little less care, and need grows a little more slowly."},

    {I::funded_places, "funded_places", "bekostigde opleidingsplaatsen", "funded training places",
     national, lever, Payer::zvw, "More training places are funded, in every profession.",
     country_only},
    {I::fill, "fill", "vulling van opleidingsplaatsen", "fill of training places", national, lever,
     Payer::zvw, "A larger share of the funded places is filled.", country_only},
    {I::regional_places, "regional_places", "opleidingsplaatsen naar regio's",
     "training places to regions", national, lever, Payer::zvw,
     "A share of the national places goes to practices in the places named, by their need, "
     "instead of around the institutes."},
    {I::retirement_age, "retirement_age", "pensioenleeftijd", "retirement age", national, lever,
     Payer::zvw, "Physicians who have not retired yet go on working for longer.", country_only},
    {I::hours, "hours", "uren per arts", "hours per physician", national, lever, Payer::zvw,
     "The hours of every physician change.", country_only},
    {I::locum_rules, "locum_rules", "regels voor waarnemers en zzp", "rules for locums", national,
     lever, Payer::zvw, "Fewer new general practitioners become changing locums.", country_only},
    {I::practice_housing, "practice_housing", "huisvesting van praktijken", "practice housing",
     national, lever, Payer::wmo,
     "Housing costs deter owners of practices less, where they are high."},
    {I::location_incentive, "location_incentive", "vestigingstoelage", "location incentive",
     national, lever, Payer::zvw, "Physicians are paid more in the places named."},
    {I::home_selection, "home_selection", "selectie naar herkomst", "selection by home region",
     national, lever, Payer::zvw,
     "More future physicians grow up in the places named, and home draws them more."},
    {I::regional_accountability, "regional_accountability", "verantwoording per regio",
     "accountability per region", national, lever, Payer::wlz,
     "Institutions answer for their region, not only for their own house, and share more."},
    {I::support_capacity, "support_capacity", "capaciteit van het ondersteuningsteam",
     "capacity of the support team", national, lever, Payer::temporary_grant,
     "The programme's team takes on more projects a month.", country_only},
    {I::learning_circles, "learning_circles", "leerkringen", "learning circles", national, lever,
     Payer::temporary_grant, "Boards learn from each other: joint initiatives begin more often."},
    {I::covenant, "covenant", "convenant samenwerking", "covenant on cooperation", national, lever,
     Payer::own_funds, "Agreement between the sectors: joint initiatives begin more often."},
    {I::structural_funding, "structural_funding", "structurele bekostiging", "structural funding",
     national, lever, Payer::zvw, "Temporary money lapses as seldom as structural money does."},
    {I::wlz_treatment, "wlz_treatment", "behandeling uit de Wlz", "treatment leaves the Wlz",
     national, lever, Payer::zvw,
     "Treatment is no longer paid with the stay: part of the work in the own house becomes work "
     "outside it."},
    {I::vpt_growth, "vpt_growth", "groei van volledig pakket thuis", "growth of care at home",
     national, lever, Payer::wlz,
     "Beds stay as they are; clients with a full package live at home."},
    {I::commercial_cap, "commercial_cap", "begrenzing van inhuur", "cap on commercial hiring",
     national, lever, Payer::own_funds,
     "Institutions may hire fewer hours from agencies; what these took from employers elsewhere "
     "stays there."},
    {I::demand_growth, "demand_growth", "sterkere groei van de zorgvraag", "faster growth of need",
     national, lever, Payer::zvw,
     "Need grows faster, in every profession: no policy, but what policy may meet.", country_only},
}};

constexpr bool in_order()
{
    for (std::size_t i = 0; i < initiative_count; ++i) {
        if (index_of(catalogue[i].initiative) != i) return false;
    }
    return true;
}
static_assert(in_order(), "entry i of the catalogue is Initiative i");
}  // namespace

std::span<const InitiativeEntry> initiative_catalogue()
{
    return catalogue;
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
    return catalogue[index_of(i)].id;
}

std::optional<Initiative> initiative_named(std::string_view id)
{
    for (const auto& entry : catalogue) {
        if (entry.id == id) return entry.initiative;
    }
    return std::nullopt;
}

std::vector<std::string> initiative_ids()
{
    std::vector<std::string> ids;
    for (const auto& entry : catalogue)
        ids.emplace_back(entry.id);
    return ids;
}

double Intervention::at(double year) const
{
    if (year < from || year >= until + 1) return 0;
    if (!(ramp_years > 0)) return intensity;
    return intensity * std::min(1.0, (year - from) / ramp_years);
}

}  // namespace mgz
