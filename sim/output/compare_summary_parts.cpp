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
                           avg = name_of(Profession::avg), none = "";

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
    {"Duty load (evenings, nights, weekends)", none, indicators::duty_load},
    {"Unmet need in small homes", none, "small_home_unmet"},
    {"Contacts pushed to out-of-hours posts and emergency departments", none, "pushed"},
    {"Wait for a nursing home", none, "vvt_wait_weeks"},
    {"Wait for a home for disabled people", none, "ghz_wait_weeks"},
    {"Inequality between regions: Gini of need met", combined_name, "gini"},
    {"Inequality between regions: Theil of need met", combined_name, "theil"},
    {"Shortage in the worst region", combined_name, "worst_region"},
}};

const Effect* of_country(const SummarySource& source, std::size_t s, const CountryRow& row)
{
    const auto key = source.effects.key(Level::country, 0, row.profession, row.indicator);
    return source.effects.find(s, key, source.comparison.year);
}

std::string region_name(const SummarySource& source, std::size_t region)
{
    return markdown(area_name(source.world, Level::region, region));
}

}  // namespace

void append_headline(std::string& text, const SummarySource& source, std::size_t s)
{
    const auto out = std::back_inserter(text);
    const auto sentence = [&](std::string_view profession) {
        const auto* e = of_country(source, s, {"", profession, indicators::shortage});
        if (e == nullptr) return;
        fmt::format_to(out, "In {} the shortage of {} is {}{}. ", source.comparison.year,
                       plural_of(profession), shortage_change(*e),
                       e->certain() ? " than in the reference" : "");
    };
    text += "**";
    sentence(combined_name);
    sentence(avg);
    while (text.ends_with(' '))
        text.pop_back();
    text += "**\n";
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

constexpr std::size_t shown_regions = 3;  // of each list

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
        text +=
            list_of({fmt::format("{} clearly better off", better),
                     fmt::format("{} clearly worse off", worse),
                     fmt::format("{} without a clear effect", effects.size() - better - worse)});
        text += ".\n";
        append_regions(text, source, "Clearest gains:", effects.begin(), effects.end(), true);
        append_regions(text, source, "Clearest losses:", effects.rbegin(), effects.rend(), false);
    }
}

namespace {

/// Moves of one year, added up.
struct MoveSums {
    double fte = 0, heads = 0;             ///< of those who work in another region
    double only_here = 0, only_there = 0;  ///< FTE at work in the scenario, in the reference only
    ByProfession<double> by_profession{};
    std::vector<double> net;  ///< FTE by region
};

MoveSums sums_of(const SummarySource& source, std::size_t s)
{
    MoveSums sums;
    sums.net.assign(source.world.regions.size(), 0.0);
    for (const auto& m : source.comparison.scenarios[s].moves) {
        if (m.year != source.comparison.year) continue;
        if (m.from.none() && !m.to.none()) sums.only_here += m.fte;
        if (m.to.none() && !m.from.none()) sums.only_there += m.fte;
        if (m.from.none() || m.to.none() || m.from == m.to) continue;
        sums.fte += m.fte;
        sums.heads += m.heads;
        sums.by_profession[m.profession] += m.fte;
        sums.net[m.to.index()] += m.fte;
        sums.net[m.from.index()] -= m.fte;
    }
    return sums;
}

/// "A (+2.1), B (+0.4)": the largest of one sign.
std::string largest_nets(const SummarySource& source, const std::vector<double>& net, double sign)
{
    constexpr double least = 0.05;  // less would be written 0.0
    std::vector<std::size_t> order;
    for (std::size_t r = 0; r < net.size(); ++r) {
        if (sign * net[r] >= least) order.push_back(r);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return sign * net[a] > sign * net[b]; });
    if (order.size() > shown_regions) order.resize(shown_regions);
    std::vector<std::string> items;
    for (const std::size_t r : order)
        items.push_back(fmt::format("{} ({})", region_name(source, r), signed_fixed(net[r], 1)));
    return list_of(items);
}

}  // namespace

void append_moves(std::string& text, const SummarySource& source, std::size_t s)
{
    const auto sums = sums_of(source, s);
    const auto out = std::back_inserter(text);
    text += "\n### Who works elsewhere?\n\n";
    if (sums.heads == 0) {
        text += "Nobody works in another region than in the reference.\n";
    } else {
        fmt::format_to(out,
                       "On average {} FTE ({} physicians) works in another region than in the "
                       "reference: {} FTE of GPs, {} of SOs and {} of AVGs.",
                       fixed(sums.fte, 1), fixed(sums.heads, 1),
                       fixed(sums.by_profession[Profession::gp], 1),
                       fixed(sums.by_profession[Profession::so], 1),
                       fixed(sums.by_profession[Profession::avg], 1));
        const auto gains = largest_nets(source, sums.net, 1);
        const auto losses = largest_nets(source, sums.net, -1);
        if (!gains.empty()) fmt::format_to(out, " Largest net gains in FTE: {}.", gains);
        if (!losses.empty()) fmt::format_to(out, " Largest net losses: {}.", losses);
        text += "\n";
    }
    if (sums.only_here > 0 || sums.only_there > 0) {
        fmt::format_to(out,
                       "\n{} FTE is at work in the scenario but not in the reference, {} FTE in "
                       "the reference but not in the scenario.\n",
                       fixed(sums.only_here, 1), fixed(sums.only_there, 1));
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
    fmt::format_to(std::back_inserter(text), "- In {} that of {} stays clearly {}{} {}.\n",
                   counted(count, "region", "regions"), plural_of(combined_name),
                   better ? "lower" : "higher", count == 1 ? ", from" : ", in the first from",
                   first);
}

}  // namespace

void append_lasting(std::string& text, const SummarySource& source, std::size_t s)
{
    const auto& scenario = source.comparison.scenarios[s];
    const int last = source.comparison.years.empty() ? 0 : source.comparison.years.back();
    fmt::format_to(std::back_inserter(text), "\n### From which year on is it certain?\n\n");
    for (const auto profession : compared_professions) {
        const auto key = source.effects.key(Level::country, 0, profession, indicators::shortage);
        if (!key) continue;
        const auto* lasting = lasting_of(scenario, key);
        if (lasting == nullptr) {
            fmt::format_to(std::back_inserter(text),
                           "- Shortage of {}: no effect on the country that stays clear to {}.\n",
                           plural_of(profession), last);
        } else {
            fmt::format_to(std::back_inserter(text),
                           "- Shortage of {}: clearly {} in the country from {} to {}.\n",
                           plural_of(profession), lasting->better ? "lower" : "higher",
                           lasting->from_year, last);
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

namespace {

constexpr double disagree_above = 10;  // ranks

/// Spread of ranks by region; below 0 where there is no verdict.
std::vector<double> spreads_of(const SummarySource& source, const std::vector<Verdict>& verdicts,
                               Profession p)
{
    std::vector<double> spreads(source.world.regions.size(), -1.0);
    for (const auto& v : verdicts) {
        if (v.year != source.comparison.year || v.profession != p) continue;
        spreads[v.region.index()] = v.rank_spread();
    }
    return spreads;
}

void append_verdict_line(std::string& text, const SummarySource& source, Profession p,
                         const std::vector<double>& before, const std::vector<double>& after)
{
    std::vector<std::string> all, apart, together;
    for (std::size_t r = 0; r < after.size(); ++r) {
        const bool was = before[r] > disagree_above, is = after[r] > disagree_above;
        const auto name = region_name(source, r);
        if (is) all.push_back(fmt::format("{} ({} ranks apart)", name, fixed(after[r], 0)));
        if (is && !was) apart.push_back(name);
        if (was && !is) together.push_back(name);
    }
    const auto out = std::back_inserter(text);
    fmt::format_to(out, "- {}: ", plural_of(name_of(p)));
    text +=
        all.empty() ? "they disagree nowhere." : fmt::format("they disagree in {}.", list_of(all));
    if (!apart.empty()) fmt::format_to(out, " Not so in the reference: {}.", list_of(apart));
    if (!together.empty()) {
        fmt::format_to(out, " In the reference they disagree in {} too.", list_of(together));
    }
    text += "\n";
}

}  // namespace

void append_verdicts(std::string& text, const SummarySource& source, std::size_t s)
{
    const auto& scenario = source.comparison.scenarios[s];
    if (scenario.verdicts.empty()) return;
    fmt::format_to(std::back_inserter(text),
                   "\n### Does the verdict depend on the measure?\n\nThree measures rank the "
                   "regions: FTE over need, FTE in reach of people (access), and a score of "
                   "shortage areas. Regions that two of them rank more than {} places apart:\n\n",
                   fixed(disagree_above, 0));
    for (const Profession p : all_professions) {
        append_verdict_line(text, source, p,
                            spreads_of(source, source.comparison.reference_verdicts, p),
                            spreads_of(source, scenario.verdicts, p));
    }
}

}  // namespace mgz
