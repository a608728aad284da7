// SPDX-License-Identifier: EUPL-1.2
// Of the summary: where physicians work, and what measures say of places.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "sim/output/compare_summary_parts.h"
#include "sim/output/compare_words.h"

namespace mgz {

namespace {

/// Moves of one year, added up.
struct MoveSums {
    double fte = 0, heads = 0;             ///< of those who work in another region
    double only_here = 0, only_there = 0;  ///< FTE at work in the scenario, in the reference only
    ByProfession<double> by_profession{};
    double crossing = 0;      ///< FTE that regions gain, profession by profession, no exchanges
    std::vector<double> net;  ///< FTE by region, all professions
};

MoveSums sums_of(const SummarySource& source, std::size_t s)
{
    MoveSums sums;
    const std::vector<double> nothing(source.world.regions.size(), 0.0);
    ByProfession<std::vector<double>> net{{nothing, nothing, nothing}};
    sums.net = nothing;
    for (const auto& m : source.comparison.scenarios[s].moves) {
        if (m.year != source.comparison.year) continue;
        if (m.from.none() && !m.to.none()) sums.only_here += m.fte;
        if (m.to.none() && !m.from.none()) sums.only_there += m.fte;
        if (m.from.none() || m.to.none() || m.from == m.to) continue;
        sums.fte += m.fte;
        sums.heads += m.heads;
        sums.by_profession[m.profession] += m.fte;
        net[m.profession][m.to.index()] += m.fte;
        net[m.profession][m.from.index()] -= m.fte;
    }
    for (const auto& of_profession : net) {
        for (std::size_t r = 0; r < of_profession.size(); ++r) {
            sums.net[r] += of_profession[r];
            sums.crossing += std::max(0.0, of_profession[r]);
        }
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
        fmt::format_to(
            out,
            "On average {} ({} physicians) works in another region than in the "
            "reference: {} FTE of GPs, {} of SOs and {} of AVGs. Most of them may take each "
            "other's places; what regions gain from one another without such exchanges "
            "is {} FTE.",
            level_text(sums.fte, "FTE"), fixed(sums.heads, 1),
            fixed(sums.by_profession[Profession::gp], 1),
            fixed(sums.by_profession[Profession::so], 1),
            fixed(sums.by_profession[Profession::avg], 1), fixed(sums.crossing, 1));
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

/// The few that are furthest apart: "A (19 places)".
std::string furthest(const SummarySource& source, const std::vector<double>& spreads)
{
    std::vector<std::size_t> order;
    for (std::size_t r = 0; r < spreads.size(); ++r) {
        if (spreads[r] > disagree_above) order.push_back(r);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return spreads[a] > spreads[b]; });
    if (order.size() > shown_regions) order.resize(shown_regions);
    std::vector<std::string> items;
    for (const std::size_t r : order)
        items.push_back(fmt::format("{} ({:.9g} places)", region_name(source, r), spreads[r]));
    return list_of(items);
}

void append_verdict_line(std::string& text, const SummarySource& source, Profession p,
                         const std::vector<double>& before, const std::vector<double>& after)
{
    std::size_t many = 0, were = 0;
    std::vector<std::string> apart, together;
    for (std::size_t r = 0; r < after.size(); ++r) {
        const bool was = before[r] > disagree_above, is = after[r] > disagree_above;
        many += is;
        were += was;
        if (is && !was) apart.push_back(region_name(source, r));
        if (was && !is) together.push_back(region_name(source, r));
    }
    const auto out = std::back_inserter(text);
    const auto some = [](std::size_t n) { return n == 0 ? "none" : std::to_string(n); };
    fmt::format_to(out, "- {}: {} of {} (in the reference {}).", plural_of(name_of(p)), some(many),
                   counted(after.size(), "region", "regions"), some(were));
    if (many > 0) fmt::format_to(out, " Furthest apart: {}.", furthest(source, after));
    if (!apart.empty()) fmt::format_to(out, " New in the scenario: {}.", list_of(apart));
    if (!together.empty()) fmt::format_to(out, " No longer: {}.", list_of(together));
    text += "\n";
}

}  // namespace

void append_verdicts(std::string& text, const SummarySource& source, std::size_t s)
{
    const auto& scenario = source.comparison.scenarios[s];
    if (scenario.verdicts.empty()) return;
    fmt::format_to(
        std::back_inserter(text),
        "\n### Does the verdict depend on the measure?\n\nThree measures rank the "
        "regions: FTE over need, FTE in reach of people (access), and a score of "
        "shortage areas. How many regions do two of them rank more than {} places apart?\n\n",
        fixed(disagree_above, 0));
    for (const Profession p : all_professions) {
        append_verdict_line(text, source, p,
                            spreads_of(source, source.comparison.reference_verdicts, p),
                            spreads_of(source, scenario.verdicts, p));
    }
}

}  // namespace mgz
