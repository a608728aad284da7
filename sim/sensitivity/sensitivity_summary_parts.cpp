// SPDX-License-Identifier: EUPL-1.2
#include "sim/sensitivity/sensitivity_summary_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

#include "sim/output/compare_words.h"
#include "sim/sensitivity/sensitivity_summary.h"
#include "sim/sensitivity/sensitivity_tables.h"

namespace mgz {

static constexpr std::size_t shown_drivers = 3;

std::string capital(std::string words)
{
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] -= 'a' - 'A';
    return words;
}

namespace {

/// A difference in the unit of an outcome.
std::string spread_text(double value, std::string_view unit)
{
    if (unit == "share") return fmt::format("{} percentage points", fixed(100 * value, 1));
    return level_text(value, unit);
}

/// "0.61 (0.55 to 0.67)"; of Morris in the unit of the outcome.
std::string index_text(const SummaryOf& s, const DriverIndex& driver, std::string_view unit)
{
    if (s.sobol()) {
        return fmt::format("{} ({} to {})", fixed(driver.strength, 2),
                           fixed(driver.strength_interval.low, 2),
                           fixed(driver.strength_interval.high, 2));
    }
    const double scale = unit == "share" ? 100 : 1;
    return fmt::format("{} ({} to {}){}", fixed(scale * driver.strength, 1),
                       fixed(scale * driver.strength_interval.low, 1),
                       fixed(scale * driver.strength_interval.high, 1),
                       unit == "share" ? " percentage points"
                       : unit == "1"   ? ""
                                       : fmt::format(" {}", unit));
}

std::string share_text(double share)
{
    return fmt::format("{}%", fixed(100 * share, 0));
}

std::string design_text(const SummaryOf& s)
{
    const auto n = static_cast<std::size_t>(s.table.design.blocks);
    const auto points = counted(s.table.points(), "point", "points");
    switch (s.table.design.kind) {
        case DesignKind::morris:
            return fmt::format("{} in {} of Morris", points,
                               counted(n, "trajectory", "trajectories"));
        case DesignKind::saltelli:
            return fmt::format("{} in {} of Saltelli (N = {})", points,
                               counted(n, "block", "blocks"), n);
        case DesignKind::latin_hypercube:
            return fmt::format("{} of a Latin hypercube", points);
        case DesignKind::full_factorial:
            return fmt::format("{}, every combination of levels", points);
        case DesignKind::one_at_a_time:
            return fmt::format("{}, one factor moved at a time", points);
        case DesignKind::random:
            return fmt::format("{} at random", points);
        case DesignKind::list:
            return fmt::format("{} from a list", points);
    }
    return points;
}

}  // namespace

void append_varied(std::string& text, const SummaryOf& s)
{
    const auto& table = s.table;
    const auto out = std::back_inserter(text);
    text +=
        "## What was varied\n\n| factor | what it is | unit | range | how its default is known |"
        "\n|---|---|---|---|---|\n";
    for (const Factor& factor : table.study.factors) {
        const FactorFacts facts = facts_of(factor);
        const auto source =
            facts.source.empty() ? facts.basis : fmt::format("{}: {}", facts.basis, facts.source);
        fmt::format_to(out, "| {} | {} | {} | {} | {} |\n", markdown(factor.name),
                       markdown(factor.meaning), markdown(factor.times ? "times" : factor.unit),
                       markdown(facts.range), markdown(source.empty() ? "-" : source));
    }
    const auto runs = table.points() * table.policies() * table.replicates();
    const auto policies =
        table.study.policies.empty()
            ? std::string()
            : fmt::format(" under {}", counted(table.policies(), "policy", "policies"));
    fmt::format_to(
        out,
        "\n{}, each{} with {}: {}, of which {} failed and {} missing.\n\nGP: general practitioner "
        "(huisarts); SO: elderly care physician (specialist ouderengeneeskunde); AVG: physician "
        "for people with intellectual disabilities.\n",
        capital(design_text(s)), policies, counted(table.replicates(), "replicate", "replicates"),
        counted(runs, "run", "runs"), table.failed == 0 ? "none" : fmt::format("{}", table.failed),
        table.missing == 0 ? "none is" : fmt::format("{} are", table.missing));
}

/// One sentence about one outcome that has indices.
static std::string drivers_sentence(const SummaryOf& s, const QuantityIndices& q)
{
    const auto& unit = s.quantity(q.quantity).unit;
    std::vector<std::string> items;
    for (const std::size_t d : q.ranked()) {
        if (items.size() == shown_drivers) break;
        items.push_back(fmt::format("**{}** {}", markdown(s.findings.drivers[d]),
                                    index_text(s, q.drivers[d], unit)));
    }
    std::string sentence =
        fmt::format("{}; differs between futures by {} (one standard deviation). Matters most: {}.",
                    level_text(q.mean, unit), spread_text(q.sd, unit), list_of(items));
    if (!is_clear(q) && q.drivers.size() > 1)
        sentence += " Which of the first two matters more is not clear.";
    const auto alone = q.first_sum();
    if (alone && q.blocks.used >= blocks_for_sums) {
        sentence += *alone >= 0.995
                        ? " The factors add up: there is hardly any interaction."
                        : fmt::format(
                              " Each alone, the factors explain {} of the variance; the "
                              "rest they do together.",
                              share_text(std::max(0.0, *alone)));
    }
    return sentence;
}

void append_country_drivers(std::string& text, const SummaryOf& s)
{
    const auto out = std::back_inserter(text);
    fmt::format_to(out, "\n## What matters most for the country in {}\n\n", s.last_year());
    text += s.sobol()
                ? "The number after a factor is its total index: the share of the variance between "
                  "futures that would be left if everything else were known. In brackets the 95% "
                  "interval.\n\n"
                : "The number after a factor is Morris's mu*: how much the outcome moves, on "
                  "average, when the factor goes through its whole range. In brackets the 95% "
                  "interval.\n\n";
    for (const QuantityIndices& q : s.findings.indices) {
        if (!s.headline(q.quantity)) continue;
        const auto what = capital(words_of(s.quantity(q.quantity)));
        fmt::format_to(out, "- **{}**{}: ", markdown(what), s.under(q.policy));
        if (q.state == IndexState::too_few) {
            text += "too many runs failed to say anything.\n";
        } else if (q.state == IndexState::constant) {
            text += "the same in every future; nothing that was varied changes it.\n";
        } else {
            text += drivers_sentence(s, q) + "\n";
        }
    }
}

void append_country_associations(std::string& text, const SummaryOf& s)
{
    const auto out = std::back_inserter(text);
    fmt::format_to(out,
                   "\n## What goes with what in the country in {}\n\nThe design gives no shares of "
                   "variance. Below are rank correlations of outcome and value: 1 or -1 where the "
                   "order is the same or opposite, 0 where there is none. Means by label or level "
                   "are in `associations.csv`.\n\n",
                   s.last_year());
    std::map<std::pair<std::size_t, std::size_t>, std::vector<Association>> of;
    for (const Association& a : s.findings.associations) {
        if (s.headline(a.quantity) && a.kind == AssociationKind::rank_correlation)
            of[{a.policy, a.quantity}].push_back(a);
    }
    for (auto& [key, list] : of) {
        std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) {
            return std::abs(a.measure) > std::abs(b.measure);
        });
        std::vector<std::string> items;
        for (const Association& a : list) {
            if (items.size() == shown_drivers) break;
            items.push_back(fmt::format("**{}** {}", markdown(s.table.study.factors[a.factor].name),
                                        signed_fixed(a.measure, 2)));
        }
        fmt::format_to(out, "- **{}**{}: {}.\n",
                       markdown(capital(words_of(s.quantity(key.second)))), s.under(key.first),
                       list_of(items));
    }
}

/// What the mean over replicates leaves of luck is in the outcomes that indices share out.
static void append_left_over(std::string& text, const SummaryOf& s)
{
    constexpr double much = 0.1;
    const auto replicates = static_cast<double>(s.table.replicates());
    std::vector<std::string> items;
    for (const LuckShare& l : s.findings.luck) {
        const double left = l.split.interaction.value_or(0) / replicates;
        const double all = l.split.parameters + left;
        if (!s.headline(l.quantity) || !(left > much * all) || !(all > 0)) continue;
        items.push_back(fmt::format("{}{} ({})", markdown(words_of(s.quantity(l.quantity))),
                                    s.under(l.policy), share_text(std::min(1.0, left / all))));
    }
    if (items.empty()) return;
    text += fmt::format(
        "\nNot all of that luck is gone from the means over replicates. It is left in the variance "
        "between futures, where it looks like interaction and makes total indices larger than they "
        "would be: {}. More replicates make it smaller.\n",
        list_of(items));
}

void append_luck(std::string& text, const SummaryOf& s)
{
    const auto out = std::back_inserter(text);
    text += "\n## How much is luck\n\n";
    if (s.table.replicates() < 2) {
        text +=
            "Every point was run once, with the same luck, so nothing can be said about luck. "
            "Set `replicates` to 2 or more under `[runs]` in the study.\n";
        return;
    }
    if (!luck_can_be_split(s.table)) {
        text +=
            "The points of this design are no random sample of futures, so the variance "
            "between them cannot be set against that of luck.\n";
        return;
    }
    text += "Of the variance between single runs:\n\n";
    for (const LuckShare& l : s.findings.luck) {
        if (!s.headline(l.quantity)) continue;
        fmt::format_to(out, "- **{}**{}: ", markdown(capital(words_of(s.quantity(l.quantity)))),
                       s.under(l.policy));
        const double total = l.split.total();
        if (!(total > 0)) {
            text += "nothing differs.\n";
            continue;
        }
        const auto share = [&](double part) { return share_text(std::max(0.0, part / total)); };
        fmt::format_to(out,
                       "{} comes from the factors, {} from luck that is the same in every future "
                       "and {} from luck that works out differently from future to future.\n",
                       share(l.split.parameters), share(l.split.luck.value_or(0)),
                       share(l.split.interaction.value_or(0)));
    }
    append_left_over(text, s);
}

}  // namespace mgz
