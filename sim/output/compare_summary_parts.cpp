// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/compare_summary_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "sim/output/compare_dictionary.h"
#include "sim/output/compare_words.h"

namespace mgz {

namespace {

constexpr std::string_view gp = name_of(Profession::gp), so = name_of(Profession::so),
                           avg = name_of(Profession::avg), no_profession;

/// A row of the table of the country.
struct CountryRow {
    std::string_view label, profession, indicator;
};
constexpr std::array<CountryRow, 15> country_rows{{
    {"Shortage of GPs and SOs together", combined_name, indicators::shortage},
    {"Shortage of GPs", gp, indicators::shortage},
    {"Shortage of SOs", so, indicators::shortage},
    {"Shortage of AVGs", avg, indicators::shortage},
    {"FTE of GPs", gp, indicators::fte},
    {"FTE of SOs", so, indicators::fte},
    {"FTE of AVGs", avg, indicators::fte},
    {"Duty load (evenings, nights, weekends)", no_profession, indicators::duty_load},
    {"Unmet need in small homes", no_profession, "small_home_unmet"},
    {"Contacts pushed to out-of-hours posts and emergency departments", no_profession, "pushed"},
    {"Wait for a nursing home", no_profession, "vvt_wait_weeks"},
    {"Wait for a home for disabled people", no_profession, "ghz_wait_weeks"},
    {"Inequality between regions: Gini of need met", combined_name, "gini"},
    {"Inequality between regions: Theil of need met", combined_name, "theil"},
    {"Shortage in the worst region", combined_name, "worst_region"},
}};

const Effect* of_country(const SummarySource& source, std::size_t s, const CountryRow& row)
{
    const auto key = source.effects.key(Level::country, 0, row.profession, row.indicator);
    return source.effects.find(s, key, source.comparison.year);
}

}  // namespace

std::string region_name(const SummarySource& source, std::size_t region)
{
    return markdown(area_name(source.world, Level::region, region));
}

void append_headline(std::string& text, const SummarySource& source, std::size_t s)
{
    const auto out = std::back_inserter(text);
    text += "**";
    bool first = true;
    for (const auto profession : {combined_name, avg}) {
        const auto* e = of_country(source, s, {"", profession, indicators::shortage});
        if (e == nullptr) continue;
        const auto whose =
            first ? fmt::format("In {} the shortage", source.comparison.year) : "; that";
        fmt::format_to(out, "{} of {} is {}{}", whose, plural_of(profession), shortage_change(*e),
                       e->certain() ? " than in the reference" : "");
        first = false;
    }
    text += ".**\n";
    if (const auto from = source.comparison.scenarios[s].differs_from) {
        fmt::format_to(out, "\nThe scenario differs from the reference from {} on.\n", *from);
    }
}

void append_country(std::string& text, const SummarySource& source, std::size_t s)
{
    const auto out = std::back_inserter(text);
    fmt::format_to(out,
                   "\n### The country in {}\n\n| | reference | scenario | change (90% interval) | "
                   "reading |\n|---|---|---|---|---|\n",
                   source.comparison.year);
    for (const auto& row : country_rows) {
        const Effect* e = of_country(source, s, row);
        if (e == nullptr) continue;
        const auto& indicator = *source.comparison.keys[e->key].indicator;
        fmt::format_to(out, "| {} | {} | {} | {} | {} |\n", row.label,
                       level_text(e->reference, indicator.unit),
                       level_text(e->value, indicator.unit), change_text(*e, indicator),
                       reading_of(*e));
    }
}

namespace {

/// Effects on regions' shortage, best first; equals in order of code.
std::vector<const Effect*> region_effects(const SummarySource& source, std::size_t s,
                                          std::string_view profession)
{
    std::vector<const Effect*> effects;
    for (std::size_t r = 0; r < source.world.regions.size(); ++r) {
        const auto key = source.effects.key(Level::region, r, profession, indicators::shortage);
        if (const Effect* e = source.effects.find(s, key, source.comparison.year)) {
            effects.push_back(e);
        }
    }
    std::stable_sort(effects.begin(), effects.end(),
                     [](const Effect* a, const Effect* b) { return a->median > b->median; });
    return effects;
}

/// The first few that are certain, each on a line of its own.
template <class Iterator>
void append_regions(std::string& text, const SummarySource& source, const char* title,
                    Iterator first, Iterator last, bool better)
{
    std::size_t shown = 0;
    for (; first != last && shown < shown_regions; ++first) {
        const Effect& e = **first;
        if (!e.certain() || (e.p05 > 0) != better) continue;
        if (shown++ == 0) text += fmt::format("\n{}\n\n", title);
        text += fmt::format("- {}: {}\n", region_name(source, source.comparison.keys[e.key].area),
                            shortage_change(e));
    }
}

}  // namespace

void append_winners(std::string& text, const SummarySource& source, std::size_t s)
{
    text += "\n### Who gains and who loses?\n";
    for (const auto profession : {combined_name, avg}) {
        const auto effects = region_effects(source, s, profession);
        if (effects.empty()) continue;
        const auto better = static_cast<std::size_t>(
            std::count_if(effects.begin(), effects.end(), [](auto* e) { return e->p05 > 0; }));
        const auto worse = static_cast<std::size_t>(
            std::count_if(effects.begin(), effects.end(), [](auto* e) { return e->p95 < 0; }));
        fmt::format_to(std::back_inserter(text), "\nShortage of {}: of {}, ", plural_of(profession),
                       counted(effects.size(), "region", "regions"));
        if (better + worse == 0) {
            text += "none has a clear effect.\n";
            continue;
        }
        const auto some = [](std::size_t n) { return n == 0 ? "none" : std::to_string(n); };
        text += list_of({some(better) + " clearly better off", some(worse) + " clearly worse off",
                         some(effects.size() - better - worse) + " without a clear effect"});
        text += ".\n";
        append_regions(text, source, "Largest clear gains:", effects.begin(), effects.end(), true);
        append_regions(text, source, "Largest clear losses:", effects.rbegin(), effects.rend(),
                       false);
    }
}

namespace {

const LastingEffect* lasting_of(const ScenarioEffects& scenario, std::optional<std::size_t> key)
{
    const auto& all = scenario.lasting;
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const LastingEffect& l) { return key && l.key == *key; });
    return found == all.end() ? nullptr : &*found;
}

/// Regions whose score stays clearly better or worse, and the first year of any.
void append_lasting_regions(std::string& text, const SummarySource& source,
                            const ScenarioEffects& scenario, bool better)
{
    std::size_t count = 0;
    int first = 0;
    for (std::size_t r = 0; r < source.world.regions.size(); ++r) {
        const auto* lasting = lasting_of(
            scenario, source.effects.key(Level::region, r, combined_name, indicators::shortage));
        if (lasting == nullptr || lasting->better != better) continue;
        first = count == 0 ? lasting->from_year : std::min(first, lasting->from_year);
        ++count;
    }
    if (count == 0) return;
    fmt::format_to(std::back_inserter(text),
                   "- In {} the shortage of {} is clearly {} and stays so, {} {} on.\n",
                   counted(count, "region", "regions"), plural_of(combined_name),
                   better ? "lower" : "higher", count == 1 ? "from" : "in the first from", first);
}

}  // namespace

void append_lasting(std::string& text, const SummarySource& source, std::size_t s)
{
    const auto& scenario = source.comparison.scenarios[s];
    const auto out = std::back_inserter(text);
    fmt::format_to(out,
                   "\n### From which year on is it certain?\n\nEffects that are clear at the end "
                   "of {}, the last year, and from when they are so without a break:\n\n",
                   source.comparison.years.back());
    for (const auto profession : compared_professions) {
        const auto key = source.effects.key(Level::country, 0, profession, indicators::shortage);
        if (!key) continue;
        const auto* lasting = lasting_of(scenario, key);
        if (lasting == nullptr) {
            fmt::format_to(out, "- Shortage of {}: no clear effect on the country that lasts.\n",
                           plural_of(profession));
        } else {
            fmt::format_to(out, "- Shortage of {}: clearly {} in the country from {} on.\n",
                           plural_of(profession), lasting->better ? "lower" : "higher",
                           lasting->from_year);
        }
    }
    append_lasting_regions(text, source, scenario, true);
    append_lasting_regions(text, source, scenario, false);
}

void append_costs(std::string& text, const SummarySource& source, std::size_t s)
{
    const int year = source.comparison.year;
    std::string lines;
    for (const auto& c : source.comparison.scenarios[s].costs) {
        if (c.level != Level::country || c.year != year) continue;
        lines += fmt::format("- {}: {}\n", words_of(c.payer), cost_text(c));
    }
    fmt::format_to(std::back_inserter(text), "\n### Who pays in {}?\n\n", year);
    if (lines.empty()) {
        text += "Nobody pays more or less than in the reference.\n";
    } else {
        text += "Beside ordinary salaries, compared with the reference:\n\n" + lines;
    }
}

}  // namespace mgz
