// SPDX-License-Identifier: EUPL-1.2
// How every indicator is called and shown.
#include <algorithm>
#include <array>

#include "sim/show/words.h"

namespace mgz {

namespace {

constexpr auto less = Better::less, more = Better::more, neither = Better::none;

// A table, of which clang-format would make ten lines a row.
// clang-format off
constexpr std::array indicators{
    ShownIndicator{"shortage", "shortage", "share", 1000, 1, less,
                   {"Shortage", "Tekort"}, "Deel van de behoefte waarin niet wordt voorzien."},
    ShownIndicator{"fte_ratio", "shortage", "ratio", 1000, 2, more,
                   {"FTE over need", "Fte ten opzichte van de behoefte"},
                   "Geleverde fte gedeeld door de benodigde fte."},
    ShownIndicator{"gap_employers", "shortage", "share", 1000, 1, less,
                   {"Employers short by over a tenth", "Werkgevers met een tekort boven 10%"},
                   "Gemiddelde over de sectoren van het deel van de werkgevers dat meer dan een "
                   "tiende tekortkomt."},
    ShownIndicator{"hpsa", "shortage", "points", 10, 1, less,
                   {"Score of shortage areas", "Score voor tekortgebieden"},
                   "Tekort aan artsen, kwetsbare inwoners en de afstand tot een regio zonder "
                   "tekort; 0 tot 20."},

    ShownIndicator{"need", "workforce", "FTE", 10, 1, neither,
                   {"Need", "Behoefte"}, "Fte die de inwoners nodig hebben."},
    ShownIndicator{"fte", "workforce", "FTE", 10, 1, more,
                   {"FTE delivered", "Geleverde fte"},
                   "Fte die de inwoners krijgen, van wie dan ook, commerciële inhuur niet "
                   "meegeteld."},
    ShownIndicator{"staff", "workforce", "FTE", 10, 1, more,
                   {"FTE of own physicians", "Fte van eigen artsen"},
                   "Fte van artsen met een vaste plek."},
    ShownIndicator{"locums", "workforce", "FTE", 10, 1, neither,
                   {"FTE of changing locums", "Fte van wisselende waarnemers"},
                   "Fte van waarnemers zonder vaste plek die er werken."},
    ShownIndicator{"trainees", "workforce", "FTE", 10, 1, neither,
                   {"FTE of trainees", "Fte van aios"},
                   "Fte van artsen in opleiding, na aftrek van de tijd van hun opleiders."},
    ShownIndicator{"contracts", "workforce", "FTE", 10, 1, neither,
                   {"FTE by contract from elsewhere", "Fte op contract van elders"},
                   "Fte van instellingen elders, min de fte die daar naartoe gaat."},
    ShownIndicator{"shifted", "workforce", "FTE", 10, 1, neither,
                   {"FTE taken over by others", "Fte van taakherschikking"},
                   "Fte van artsen die verpleegkundig specialisten, physician assistants en "
                   "basisartsen overnemen."},
    ShownIndicator{"commercial", "workforce", "FTE", 10, 1, less,
                   {"FTE of commercial agencies", "Commercieel ingehuurde fte"},
                   "Fte die bij commerciële bureaus wordt ingekocht."},
    ShownIndicator{"heads", "workforce", "heads", 10, 0, neither,
                   {"Physicians", "Artsen"}, "Artsen met een vaste plek."},
    ShownIndicator{"owners", "workforce", "heads", 10, 0, neither,
                   {"Practice owners", "Praktijkhouders"}, "Huisartsen met een eigen praktijk."},
    ShownIndicator{"young", "workforce", "heads", 10, 0, neither,
                   {"Recently qualified", "Pas opgeleiden"},
                   "Artsen met een diploma van hoogstens vijf jaar oud."},
    ShownIndicator{"vacancies", "workforce", "positions", 10, 1, less,
                   {"Vacancies", "Vacatures"}, "Open plaatsen."},

    ShownIndicator{"access", "care", "FTE per 100,000 people", 10, 1, more,
                   {"FTE in reach per 100,000 people", "Bereikbare fte per 100.000 inwoners"},
                   "Bereikbaarheid volgens E2SFCA, inwoners gewogen naar hun behoefte, ook over "
                   "de grens van de regio."},
    ShownIndicator{"outside_unmet", "care", "share", 1000, 1, less,
                   {"Unmet hours outside the own house",
                    "Niet geleverde uren buiten de eigen muren"},
                   "Deel van de uren voor cliënten buiten de eigen muren dat niet wordt gegeven."},
    ShownIndicator{"outside_needed", "care", "FTE", 10, 1, neither,
                   {"FTE needed outside the own house", "Benodigde fte buiten de eigen muren"},
                   "Fte die cliënten buiten de eigen muren nodig hebben, met de uren op contract."},
    ShownIndicator{"outside_given", "care", "FTE", 10, 1, more,
                   {"FTE given outside the own house", "Geleverde fte buiten de eigen muren"},
                   "Fte die deze cliënten krijgen."},
    ShownIndicator{"small_home_unmet", "care", "share", 1000, 1, less,
                   {"Unmet need in small homes", "Tekort in kleinschalige woonvormen"},
                   "Deel van de behoefte aan artsen in kleinschalige woonvormen waarin niet "
                   "wordt voorzien."},
    ShownIndicator{"small_needed", "care", "FTE", 10, 1, neither,
                   {"FTE needed in small homes", "Benodigde fte in kleinschalige woonvormen"},
                   "Fte van alle artsen die bewoners van kleinschalige woonvormen nodig hebben."},
    ShownIndicator{"small_given", "care", "FTE", 10, 1, more,
                   {"FTE given in small homes", "Geleverde fte in kleinschalige woonvormen"},
                   "Fte die zij krijgen."},

    ShownIndicator{"duty_load", "duty", "shifts per week", 1000, 2, less,
                   {"Duty load (evening, night, weekend)", "ANW-belasting"},
                   "Diensten per week en per deelnemer in de avond, de nacht en het weekend, "
                   "gewogen naar cliënten."},
    ShownIndicator{"thin_duty", "duty", "share", 1000, 1, less,
                   {"Clients of thin duty groups", "Cliënten van krappe dienstgroepen"},
                   "Deel van de cliënten van wie de dienstgroep te veel diensten per deelnemer "
                   "heeft."},
    ShownIndicator{"pools", "duty", "pools", 10, 1, more,
                   {"Shared duty rotas", "Gezamenlijke ANW-diensten"},
                   "Gezamenlijke roosters voor de avond, de nacht en het weekend die lopen."},
    ShownIndicator{"pushed", "duty", "ratio", 1000, 2, less,
                   {"Extra contacts at HAP and SEH", "Extra contacten op HAP en SEH"},
                   "Extra contacten van kwetsbare mensen op huisartsenpost en spoedeisende hulp,"
                   " gedeeld door hun gewone contacten."},

    ShownIndicator{"vvt_wait_weeks", "waiting", "weeks", 10, 1, less,
                   {"Wait for a nursing home", "Wachttijd verpleeghuis"},
                   "Wachttijd van wie actief wacht op een plaats in de VVT."},
    ShownIndicator{"ghz_wait_weeks", "waiting", "weeks", 10, 1, less,
                   {"Wait for a home for disabled people", "Wachttijd gehandicaptenzorg"},
                   "Wachttijd van wie actief wacht op een plaats in de GHZ."},
    ShownIndicator{"long_waits", "waiting", "share", 1000, 1, less,
                   {"Institutions with waits over 13 weeks",
                    "Instellingen met wachttijd boven 13 weken"},
                   "Deel van de instellingen in VVT en GHZ waar cliënten langer dan 13 weken "
                   "wachten."},
    ShownIndicator{"short_waits", "waiting", "share", 1000, 1, less,
                   {"Institutions with waits over 4 weeks",
                    "Instellingen met wachttijd boven 4 weken"},
                   "Deel van de instellingen in VVT en GHZ waar cliënten langer dan 4 weken "
                   "wachten."},
    ShownIndicator{"vvt_urgent", "waiting", "persons per quarter", 10, 1, less,
                   {"Urgent clients, nursing homes", "Spoedaanvragen VVT"},
                   "Cliënten die in het laatste kwartaal met spoed een plaats in de VVT nodig "
                   "hadden."},
    ShownIndicator{"vvt_placed_away", "waiting", "persons per quarter", 10, 1, less,
                   {"Placed outside the region, nursing homes", "Buiten de regio geplaatst, VVT"},
                   "Aantal van hen dat buiten de eigen regio een plaats kreeg."},
    ShownIndicator{"vvt_unplaced", "waiting", "persons per quarter", 10, 1, less,
                   {"Placed nowhere, nursing homes", "Nergens geplaatst, VVT"},
                   "Aantal van hen dat nergens een plaats kreeg."},
    ShownIndicator{"vvt_weeks_back", "waiting", "weeks", 10, 1, less,
                   {"Weeks until return, nursing homes", "Weken tot terugkeer, VVT"},
                   "Verwachte tijd tot wie elders is geplaatst terug kan naar de eigen regio."},
    ShownIndicator{"ghz_urgent", "waiting", "persons per quarter", 10, 1, less,
                   {"Urgent clients, care for disabled people", "Spoedaanvragen GHZ"},
                   "Cliënten die in het laatste kwartaal met spoed een plaats in de GHZ nodig "
                   "hadden."},
    ShownIndicator{"ghz_placed_away", "waiting", "persons per quarter", 10, 1, less,
                   {"Placed outside the region, care for disabled people",
                    "Buiten de regio geplaatst, GHZ"},
                   "Aantal van hen dat buiten de eigen regio een plaats kreeg."},
    ShownIndicator{"ghz_unplaced", "waiting", "persons per quarter", 10, 1, less,
                   {"Placed nowhere, care for disabled people", "Nergens geplaatst, GHZ"},
                   "Aantal van hen dat nergens een plaats kreeg."},
    ShownIndicator{"ghz_weeks_back", "waiting", "weeks", 10, 1, less,
                   {"Weeks until return, care for disabled people", "Weken tot terugkeer, GHZ"},
                   "Verwachte tijd tot wie elders is geplaatst terug kan naar de eigen regio."},
    ShownIndicator{"crisis", "waiting", "ratio", 1000, 2, less,
                   {"Occupancy of crisis and short-stay beds",
                    "Bezetting van crisis- en ELV-bedden"},
                   "Bezette bedden gedeeld door beschikbare; boven 1 wordt geweigerd."},

    ShownIndicator{"board_urgency", "cooperation", "1", 1000, 2, neither,
                   {"Urgency felt by boards", "Urgentie bij bestuurders"}, "Van 0 tot 1."},
    ShownIndicator{"physician_urgency", "cooperation", "1", 1000, 2, neither,
                   {"Urgency felt by physicians", "Urgentie bij artsen"}, "Van 0 tot 1."},
    ShownIndicator{"urgent_parties", "cooperation", "parties", 10, 1, neither,
                   {"Parties that feel urgency", "Partijen die urgentie voelen"},
                   "Van vijf partijen hoeveel meer dan 0,5 urgentie voelen."},
    ShownIndicator{"governance_vvt_vvt", "cooperation", "1", 1000, 2, more,
                   {"Cooperation of boards: VVT", "Bestuurlijke samenwerking: VVT onderling"},
                   "Van 0 tot 1."},
    ShownIndicator{"governance_gp_vvt", "cooperation", "1", 1000, 2, more,
                   {"Cooperation of boards: GPs and VVT",
                    "Bestuurlijke samenwerking: huisartsen en VVT"},
                   "Van 0 tot 1."},
    ShownIndicator{"governance_ghz_ghz", "cooperation", "1", 1000, 2, more,
                   {"Cooperation of boards: GHZ", "Bestuurlijke samenwerking: GHZ onderling"},
                   "Van 0 tot 1."},
    ShownIndicator{"governance_ghz_gp", "cooperation", "1", 1000, 2, more,
                   {"Cooperation of boards: GPs and GHZ",
                    "Bestuurlijke samenwerking: huisartsen en GHZ"},
                   "Van 0 tot 1."},
    ShownIndicator{"governance_vvt_ghz", "cooperation", "1", 1000, 2, more,
                   {"Cooperation of boards: VVT and GHZ", "Bestuurlijke samenwerking: VVT en GHZ"},
                   "Van 0 tot 1."},
    ShownIndicator{"own_measures", "cooperation", "institutions", 10, 1, neither,
                   {"Institutions with measures of their own",
                    "Instellingen met eigen maatregelen"},
                   "Instellingen die zelf een maatregel hebben genomen."},
    ShownIndicator{"joint_exploring", "cooperation", "initiatives", 10, 1, neither,
                   {"Initiatives explored", "Initiatieven in verkenning"},
                   "Gezamenlijke initiatieven die worden verkend."},
    ShownIndicator{"joint_preparing", "cooperation", "initiatives", 10, 1, neither,
                   {"Initiatives prepared", "Initiatieven in voorbereiding"},
                   "Gezamenlijke initiatieven die worden voorbereid."},
    ShownIndicator{"joint_sector", "cooperation", "initiatives", 10, 1, more,
                   {"Initiatives in force, within a sector",
                    "Lopende initiatieven binnen een sector"},
                   "Gezamenlijke initiatieven die lopen, binnen één sector."},
    ShownIndicator{"joint_across", "cooperation", "initiatives", 10, 1, more,
                   {"Initiatives in force, across sectors",
                    "Lopende initiatieven over sectoren heen"},
                   "Gezamenlijke initiatieven die lopen, met meer dan één sector."},
    ShownIndicator{"joint_temporary", "cooperation", "initiatives", 10, 1, less,
                   {"Initiatives on temporary money", "Initiatieven op tijdelijk geld"},
                   "Lopende gezamenlijke initiatieven die van tijdelijk geld bestaan."},
    ShownIndicator{"successions_filled", "cooperation", "practices", 10, 1, more,
                   {"Practices taken over", "Overgenomen praktijkplaatsen"},
                   "Plaatsen van praktijkhouders met een opvolger, sinds het begin."},
    ShownIndicator{"successions_failed", "cooperation", "practices", 10, 1, less,
                   {"Practice seats that lapsed", "Vervallen praktijkplaatsen"},
                   "Plaatsen van praktijkhouders zonder opvolger, sinds het begin."},

    ShownIndicator{"excess_shortage", "equity", "share", 1000, 1, less,
                   {"Shortage above that of the country", "Tekort boven dat van het land"},
                   "Tekort van het gebied min dat van het land in dezelfde run."},
    ShownIndicator{"far_gap", "equity", "share", 1000, 1, less,
                   {"Shortage far from training less that nearby",
                    "Verschil in tekort tussen ver en dichtbij"},
                   "Tekort in het derde deel van de regio's dat het verst van een opleiding "
                   "ligt, min dat in het dichtstbijzijnde derde deel."},
    ShownIndicator{"worst_region", "equity", "share", 1000, 1, less,
                   {"Largest shortage of any region", "Grootste tekort van alle regio's"},
                   "Tekort van de regio die er het slechtst voor staat."},
    ShownIndicator{"gini", "equity", "1", 10000, 3, less,
                   {"Gini coefficient", "Gini-coëfficiënt"},
                   "Ongelijkheid tussen regio's in het deel van de behoefte waarin wordt "
                   "voorzien; 0 is gelijk."},
    ShownIndicator{"theil", "equity", "1", 100000, 4, less,
                   {"Theil index", "Theil-index"},
                   "Ongelijkheid tussen regio's in het deel van de behoefte waarin wordt "
                   "voorzien; 0 is gelijk."},
};
// clang-format on

}  // namespace

std::string_view name_of(Better better)
{
    constexpr std::array<std::string_view, 3> names{"less", "more", "none"};
    return names[static_cast<std::size_t>(better)];
}

std::span<const ShownIndicator> shown_indicators()
{
    return indicators;
}

const ShownIndicator* shown_indicator(std::string_view id)
{
    const auto found = std::find_if(indicators.begin(), indicators.end(),
                                    [id](const ShownIndicator& i) { return i.id == id; });
    return found == indicators.end() ? nullptr : &*found;
}

}  // namespace mgz
