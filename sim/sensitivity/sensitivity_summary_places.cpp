// SPDX-License-Identifier: EUPL-1.2
// Where regions differ, whether N is enough, and what to beware of.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <tuple>

#include "sim/output/compare_words.h"
#include "sim/sensitivity/sensitivity_summary.h"
#include "sim/sensitivity/sensitivity_summary_parts.h"

namespace mgz {

static constexpr std::size_t named_regions = 6;  ///< more are counted only
static constexpr int enough_blocks = 1024;

namespace {

/// Regions in which one driver is the strongest.
struct Camp {
    std::size_t driver = 0;
    std::vector<std::string> regions;
    std::size_t clear = 0;
};

std::size_t counted_as(const std::vector<const QuantityIndices*>& outcomes, IndexState state)
{
    return static_cast<std::size_t>(
        std::count_if(outcomes.begin(), outcomes.end(),
                      [&](const QuantityIndices* q) { return q->state == state; }));
}

/// Largest first.
std::vector<Camp> camps_of(const SummaryOf& s, const std::vector<const QuantityIndices*>& outcomes)
{
    std::vector<Camp> camps(s.findings.drivers.size());
    for (std::size_t d = 0; d < camps.size(); ++d)
        camps[d].driver = d;
    for (const QuantityIndices* q : outcomes) {
        if (q->state != IndexState::known) continue;
        Camp& camp = camps[q->ranked().front()];
        const auto& area = s.quantity(q->quantity);
        camp.regions.push_back(markdown(area.name.empty() ? area.code : area.name));
        if (is_clear(*q)) ++camp.clear;
    }
    std::erase_if(camps, [](const Camp& c) { return c.regions.empty(); });
    std::stable_sort(camps.begin(), camps.end(), [](const Camp& a, const Camp& b) {
        return a.regions.size() > b.regions.size();
    });
    return camps;
}

std::string camp_text(const SummaryOf& s, const Camp& camp)
{
    std::string text =
        fmt::format("in {} **{}**", camp.regions.size(), markdown(s.findings.drivers[camp.driver]));
    if (camp.regions.size() <= named_regions) {
        text += fmt::format(" ({}{})", list_of(camp.regions),
                            camp.clear == camp.regions.size() ? ""
                            : camp.clear == 0                 ? "; not clearly"
                                              : fmt::format("; clearly in {}", camp.clear));
    } else if (camp.clear < camp.regions.size()) {
        text += camp.clear == 0 ? " (not clearly)" : fmt::format(" (clearly in {})", camp.clear);
    }
    return text;
}

}  // namespace

void append_regions(std::string& text, const SummaryOf& s)
{
    using Key = std::tuple<std::size_t, std::string, std::string>;  // policy, indicator, profession
    std::map<Key, std::vector<const QuantityIndices*>> of;
    for (const QuantityIndices& q : s.findings.indices) {
        const auto& what = s.quantity(q.quantity);
        if (what.level == Level::region && what.year == s.last_year())
            of[{q.policy, what.indicator, what.profession}].push_back(&q);
    }
    if (of.empty()) return;
    const auto out = std::back_inserter(text);
    fmt::format_to(out,
                   "\n## Where regions differ\n\nWhich factor matters most in {}. Clearly: the "
                   "interval of its index lies above the index of the second. The map is in "
                   "`sensitivity.gpkg`.\n\n",
                   s.last_year());
    for (const auto& [key, outcomes] : of) {
        const auto camps = camps_of(s, outcomes);
        std::vector<std::string> items;
        for (const Camp& camp : camps)
            items.push_back(camp_text(s, camp));
        const auto still = counted_as(outcomes, IndexState::constant);
        const auto failed = counted_as(outcomes, IndexState::too_few);
        if (still > 0)
            items.push_back(fmt::format("in {} nothing (it is the same in every future)", still));
        if (failed > 0)
            items.push_back(fmt::format("in {} nobody knows (too many runs failed)", failed));
        auto what = words_of(s.quantity(outcomes.front()->quantity));
        what = what.substr(0, what.find(','));
        fmt::format_to(out, "- **{}**{}, {}: {}.\n", markdown(capital(what)),
                       s.under(std::get<0>(key)), counted(outcomes.size(), "region", "regions"),
                       list_of(items));
    }
}

/// Largest change of a total index from the last step but one to the last; and of which driver.
static std::pair<double, std::size_t> last_change(const Convergence& c)
{
    std::pair<double, std::size_t> largest{0, 0};
    const auto& before = c.steps[c.steps.size() - 2];
    const auto& last = c.steps.back();
    for (std::size_t f = 0; f < last.factors.size(); ++f) {
        const double change = std::abs(last.factors[f].total - before.factors[f].total);
        if (change > largest.first) largest = {change, f};
    }
    return largest;
}

void append_enough(std::string& text, const SummaryOf& s)
{
    const auto out = std::back_inserter(text);
    fmt::format_to(
        out, "\n## Are {} enough?\n\n",
        counted(static_cast<std::size_t>(s.table.design.blocks), s.sobol() ? "block" : "trajectory",
                s.sobol() ? "blocks" : "trajectories"));
    for (const QuantityIndices& q : s.findings.indices) {
        if (!s.headline(q.quantity) || q.state != IndexState::known) continue;
        const auto& strongest = q.drivers[q.ranked().front()];
        const double half =
            (strongest.strength_interval.high - strongest.strength_interval.low) / 2;
        fmt::format_to(out, "- **{}**{}: ", markdown(capital(words_of(s.quantity(q.quantity)))),
                       s.under(q.policy));
        if (strongest.strength > 0) {
            fmt::format_to(out, "the strongest index is known to within {}% of itself",
                           fixed(100 * half / strongest.strength, 0));
        }
        const Convergence* c = s.convergence(q.policy, q.quantity);
        if (c && c->steps.size() >= 2) {
            const auto [change, f] = last_change(*c);
            const auto& before = c->steps[c->steps.size() - 2].blocks;
            const auto moved = fixed(std::max(change, 0.001), 3);
            fmt::format_to(out, "; from {} to {} blocks no total index moved by more than {} ({})",
                           before.used + before.failed, s.table.design.blocks, moved,
                           markdown(s.findings.drivers[f]));
        }
        text += ".\n";
    }
    text +=
        "\nIntervals that overlap do not tell two factors apart: `mgz sweep extend` doubles the "
        "design and keeps what was run.\n";
}

void append_warnings(std::string& text, const SummaryOf& s)
{
    std::vector<std::string> warnings;
    const auto add = [&](std::string warning) { warnings.push_back(std::move(warning)); };
    if (s.sobol() && s.table.design.blocks < enough_blocks) {
        add(
            fmt::format("Only {} blocks: below {} the intervals of Sobol' indices are wide, and "
                        "small indices say nothing.",
                        s.table.design.blocks, enough_blocks));
    }
    if (s.table.design.kind == DesignKind::morris) {
        add("Morris screens: it tells factors that matter from those that do not, not which share "
            "of the variance they explain. A sigma as large as mu* means interaction or a bend.");
    }
    int failed = 0;
    double least_alone = 1;
    for (const QuantityIndices& q : s.findings.indices) {
        failed = std::max(failed, q.blocks.failed);
        if (s.headline(q.quantity) && q.state == IndexState::known &&
            q.blocks.used >= blocks_for_sums)
            least_alone = std::min(least_alone, q.first_sum().value_or(1));
    }
    if (failed > 0) {
        add(
            fmt::format("Up to {} of {} blocks are left out, since a run of them failed or is "
                        "missing. If such runs gather in one corner, that corner is not described.",
                        failed, s.table.design.blocks));
    }
    if (least_alone < 0.9) {
        add(
            fmt::format("Interaction matters: for at least one outcome the factors alone explain "
                        "only {}% of the variance. Do not read indices as effects that add up.",
                        fixed(100 * std::max(0.0, least_alone), 0)));
    }
    if (s.findings.indices.empty() && s.table.failed + s.table.missing > 0)
        add("Points with a failed or missing run are left out.");
    if (warnings.empty()) return;
    text += "\n## Beware\n\n";
    for (const auto& warning : warnings)
        text += fmt::format("- {}\n", warning);
}

}  // namespace mgz
