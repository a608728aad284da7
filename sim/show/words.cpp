// SPDX-License-Identifier: EUPL-1.2
#include "sim/show/words.h"

#include <algorithm>
#include <array>

#include "sim/scenario/initiative.h"
#include "sim/score/inventory.h"

namespace mgz {

namespace {

constexpr std::array professions{
    Named{"huisarts_so",
          {"GPs and elderly care physicians", "huisartsen en specialisten ouderengeneeskunde"}},
    Named{"huisarts", {"GPs", "huisartsen"}},
    Named{"so", {"elderly care physicians (SO)", "specialisten ouderengeneeskunde (SO)"}},
    Named{"avg",
          {"physicians for the intellectually disabled (AVG)",
           "artsen verstandelijk gehandicapten (AVG)"}},
};

constexpr std::array causes{
    Named{"retired", {"retired", "met pensioen"}},
    Named{"left", {"left the profession", "vak verlaten"}},
    Named{"hours", {"other hours", "meer of minder uren"}},
    Named{"role", {"owners who became employed", "praktijkhouders die in dienst gingen"}},
    Named{"graduated", {"first place after the diploma", "eerste plek na het diploma"}},
    Named{"settled", {"locums who took a fixed place", "waarnemers die zich vestigden"}},
    Named{"moved_in", {"came from elsewhere", "van elders gekomen"}},
    Named{"moved_out", {"went elsewhere", "naar elders vertrokken"}},
    Named{"closed", {"practices that closed", "gesloten praktijken"}},
    Named{"locums", {"changing locums", "wisselende waarnemers"}},
    Named{"trainees", {"trainees", "aios"}},
    Named{"contracts", {"contracts between institutions", "contracten tussen instellingen"}},
    Named{"retreated", {"withdrawal behind the own walls", "terugtrekken achter de eigen muren"}},
    Named{"shared", {"shared by institutions", "gedeeld door instellingen"}},
    Named{"shifted", {"task shifting", "taakherschikking"}},
    Named{"bought", {"bought from commercial agencies", "ingekocht bij commerciële bureaus"}},
    Named{"drawn", {"drawn away by commercial agencies", "weggetrokken door commerciële bureaus"}},
};

constexpr std::array payers{
    Named{"wlz", {"long-term care act (Wlz)", "Wet langdurige zorg (Wlz)"}},
    Named{"zvw", {"health insurance act (Zvw)", "Zorgverzekeringswet (Zvw)"}},
    Named{"wmo", {"social support act (Wmo)", "Wet maatschappelijke ondersteuning (Wmo)"}},
    Named{"own_funds", {"own means of institutions", "eigen middelen van instellingen"}},
    Named{"temporary_grant", {"grants that end", "tijdelijke subsidie"}},
};

constexpr std::array levels{
    Named{"country", {"country", "land"}},
    Named{"region", {"regions", "regio's"}},
    Named{"subregion", {"subregions", "subregio's"}},
};

constexpr std::array groups{
    Named{"shortage", {"Shortage", "Tekort"}},
    Named{"workforce", {"Workforce", "Formatie"}},
    Named{"care", {"Care given", "Geleverde zorg"}},
    Named{"duty", {"Evenings, nights and weekends", "Avond, nacht en weekend"}},
    Named{"waiting", {"Waiting and overflow", "Wachten en uitwijken"}},
    Named{"cooperation", {"Cooperation", "Samenwerking"}},
    Named{"equity", {"Differences between regions", "Verschillen tussen regio's"}},
};

constexpr std::array other_cost_items{
    Named{"support_staff",
          {"nurse practitioners, physician assistants and basic doctors",
           "verpleegkundig specialisten, physician assistants en basisartsen"}},
    Named{"programme",
          {"support by the national programme", "ondersteuning door het landelijke programma"}},
};

using Answers = std::array<Bilingual, 4>;

constexpr Answers staffing{
    {{"large", "groot"}, {"considerable", "aanzienlijk"}, {"small", "klein"}, {"none", "geen"}}};
constexpr Answers waiting{{{"long, almost everywhere", "lang, bijna overal"},
                           {"long, at most", "lang, bij de meeste"},
                           {"short, at most", "kort, bij de meeste"},
                           {"hardly any", "nauwelijks"}}};
constexpr Answers urgency{{{"not shared", "niet gedeeld"},
                           {"limited", "beperkt"},
                           {"large, for most parties", "groot bij de meeste partijen"},
                           {"large and shared", "groot en gedeeld"}}};
constexpr Answers initiatives{{{"hardly any", "nauwelijks"},
                               {"within institutions", "binnen de instelling"},
                               {"within the sector too", "ook binnen de sector"},
                               {"across sectors too", "ook over sectoren heen"}}};
constexpr Answers cooperation{
    {{"the table works moderately", "tafel werkt matig"},
     {"the table works, without others", "tafel werkt, zonder anderen"},
     {"with others a little and locally", "met anderen beperkt en lokaal"},
     {"acts together in the region", "trekt regionaal samen op"}}};
constexpr Answers cooperation_gp{
    {{"limited among themselves", "onderling beperkt"},
     {"good among themselves, without others", "onderling goed, zonder anderen"},
     {"with others a little and locally", "met anderen beperkt en lokaal"},
     {"acts together in the region", "trekt regionaal samen op"}}};
constexpr Answers ambition{{{"hardly any plans", "nauwelijks plannen"},
                            {"within institutions", "binnen de instelling"},
                            {"within the sector", "binnen de sector"},
                            {"across sectors", "over sectoren heen"}}};
constexpr Answers ambition_group{{{"no ambition", "geen ambitie"},
                                  {"a vision first", "eerst een visie"},
                                  {"concrete plans", "concrete plannen"},
                                  {"scale up and secure", "opschalen en borgen"}}};

/// English of an item; its Dutch stands in the inventory itself, for it is a Dutch form.
struct ItemEnglish {
    std::string_view id, question;
    const Answers* answers = nullptr;
};
constexpr std::array items{
    ItemEnglish{"staffing", "staffing problems now", &staffing},
    ItemEnglish{"staffing_in_2_years", "staffing problems in two years", &staffing},
    ItemEnglish{"waiting_lists", "waiting lists", &waiting},
    ItemEnglish{"urgency", "urgency", &urgency},
    ItemEnglish{"initiatives", "initiatives", &initiatives},
    ItemEnglish{"cooperation_vvt", "cooperation of boards: VVT", &cooperation},
    ItemEnglish{"cooperation_ghz", "cooperation of boards: GHZ", &cooperation},
    ItemEnglish{"cooperation_gp", "cooperation of boards: GPs", &cooperation_gp},
    ItemEnglish{"ambition", "ambition", &ambition},
    ItemEnglish{"ambition_group", "ambition, group in the text", &ambition_group},
    ItemEnglish{"small_homes", "generalist care in small-scale living homes"},
    ItemEnglish{"outside_hours", "hours of SO and AVG outside the own house"},
    ItemEnglish{"anw_duty", "evening, night and weekend duty"},
    ItemEnglish{"hap_seh", "pressure on HAP and SEH"},
    ItemEnglish{"vulnerability", "vulnerable staffing: bought from agencies"},
    ItemEnglish{"funding", "vulnerable funding"},
    ItemEnglish{"succession", "succession in general practices"},
    ItemEnglish{"exploring", "initiatives being explored"},
    ItemEnglish{"preparing", "initiatives being prepared"},
    ItemEnglish{"in_force", "initiatives in force"},
};

}  // namespace

std::span<const Named> profession_words()
{
    return professions;
}

std::span<const Named> cause_words()
{
    return causes;
}

std::span<const Named> payer_words()
{
    return payers;
}

std::span<const Named> level_words()
{
    return levels;
}

std::span<const Named> group_words()
{
    return groups;
}

std::optional<Bilingual> words_of(std::span<const Named> list, std::string_view id)
{
    const auto found =
        std::find_if(list.begin(), list.end(), [id](const Named& n) { return n.id == id; });
    if (found == list.end()) return std::nullopt;
    return found->name;
}

std::optional<Bilingual> cost_item_words(std::string_view id)
{
    if (const auto initiative = initiative_named(id)) {
        const auto& entry = initiative_catalogue()[index_of(*initiative)];
        return Bilingual{entry.english, entry.dutch};
    }
    return words_of(other_cost_items, id);
}

std::optional<ItemWords> inventory_words(std::string_view id)
{
    const auto english =
        std::find_if(items.begin(), items.end(), [id](const ItemEnglish& i) { return i.id == id; });
    const auto entries = inventory_entries();
    const auto entry = std::find_if(entries.begin(), entries.end(),
                                    [id](const InventoryEntry& e) { return e.id == id; });
    if (english == items.end() || entry == entries.end()) return std::nullopt;
    ItemWords words{{english->question, entry->dutch}, {}};
    if (english->answers != nullptr) words.answers = *english->answers;
    return words;
}

}  // namespace mgz
