// SPDX-License-Identifier: EUPL-1.2
// What was found, in sentences.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <numeric>
#include <set>

#include "sim/output/compare_words.h"
#include "sim/sensitivity/discovery.h"
#include "sim/sensitivity/discovery_words.h"

namespace mgz {

static std::string percent(std::size_t part, std::size_t whole)
{
    return percent_words(static_cast<double>(part) / static_cast<double>(whole));
}

namespace {

class FindingWords {
public:
    FindingWords(const SweepTable& table, const Discovery& discovery)
        : table_(table), discovery_(discovery), spans_(table.study.factors.size())
    {
        for (std::size_t f = 0; f < spans_.size(); ++f) {
            double low = 0, high = 0;
            for (std::size_t p = 0; p < table.points(); ++p) {
                const double v = table.value(p, f);
                low = p == 0 ? v : std::min(low, v);
                high = p == 0 ? v : std::max(high, v);
            }
            spans_[f] = high - low;
        }
    }

    std::string all() const
    {
        std::string text = "## Where the outcome is beyond a limit\n\n";
        if (!discovery_.is_sample) {
            return text +
                   "The rows of this design are steps from one point to the next, not a sample of "
                   "the futures: what share of them is beyond a limit means nothing. Use a "
                   "saltelli, latin_hypercube or random design to look for corners.\n\n";
        }
        for (std::size_t s = 0; s < table_.study.searches.size(); ++s)
            text += search(s);
        return text + factors();
    }

private:
    using Group = std::vector<const CornerFinding*>;

    const KeptQuantity& kept(const CornerFinding& f) const { return table_.quantities[f.quantity]; }

    std::string search(std::size_t s) const
    {
        const auto& looked_for = table_.study.searches[s];
        const auto subject = subject_words(looked_for.indicator, looked_for.profession);
        const auto looked_at = quantities_of(looked_for, table_.quantities);
        const auto limit =
            looked_at.empty()
                ? std::string("a limit")
                : level_text(looked_for.limit, table_.quantities[looked_at.front()].unit);
        const auto where =
            looked_for.level == Level::country ? std::string()
            : looked_for.code.empty()
                ? fmt::format(", every {}", name_of(looked_for.level))
                : fmt::format(", {} {}", name_of(looked_for.level), markdown(looked_for.code));
        std::string text =
            fmt::format("### {} {} {} in {}{}\n\n", subject, looked_for.above ? "above" : "below",
                        limit, looked_for.year, where);
        text[4] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[4])));
        bool any = false;
        for (std::size_t p = 0; p < table_.policies(); ++p) {
            Group group;
            for (const auto& f : discovery_.findings) {
                if (f.search == s && f.policy == p) group.push_back(&f);
            }
            if (group.empty()) continue;
            any = true;
            text += policy(looked_for, subject, group);
        }
        if (!any) text += "None of the kept quantities is what this search looks at.\n\n";
        return text;
    }

    std::string policy(const Search& looked_for, const std::string& subject,
                       const Group& group) const
    {
        const auto& unit = kept(*group.front()).unit;
        std::string text = fmt::format(
            "Looked for: futures in which the {} is {} {} at the end "
            "of {}",
            subject, looked_for.above ? "above" : "below", level_text(looked_for.limit, unit),
            looked_for.year);
        if (!table_.study.policies.empty())
            text += fmt::format(", under the policy {}",
                                markdown(table_.study.policies[group.front()->policy]));
        text += ".\n\n";
        text += with_corners(group);
        text += without_corners(group);
        return text + missing(group);
    }

    /// Areas in which the same factors decide, together; most areas first.
    std::string with_corners(const Group& group) const
    {
        std::map<std::vector<std::size_t>, Group> by_factors;
        for (const auto* f : group) {
            if (f->state == FindingState::corners) by_factors[deciding(*f)].push_back(f);
        }
        std::vector<std::pair<std::vector<std::size_t>, Group>> groups(by_factors.begin(),
                                                                       by_factors.end());
        std::stable_sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) {
            return a.second.size() > b.second.size();
        });
        std::string text;
        for (const auto& [factors, members] : groups) {
            std::vector<std::string> names;
            for (const auto f : factors)
                names.push_back(markdown(table_.study.factors[f].name));
            text += fmt::format("**{} {}**", list_of(names),
                                names.size() == 1 ? "decides" : "decide together");
            if (group.size() > 1)
                text += fmt::format(" in {}", counted(members.size(), "area", "areas"));
            text += ":\n\n";
            text += members.size() > most_sentences ? areas_table(members) : areas_list(members);
            text += "\n";
        }
        return text;
    }

    /// Sentences about more areas than this nobody reads.
    static constexpr std::size_t most_sentences = 3;

    std::string areas_list(const Group& members) const
    {
        std::string text;
        for (const auto* f : members)
            text += area(*f);
        return text;
    }

    /// The same as area() in a row per corner.
    std::string areas_table(const Group& members) const
    {
        std::string text =
            "| area | so in | corner | holds of these | such in the corner |\n"
            "|---|---:|---|---:|---:|\n";
        for (const auto* f : members) {
            for (std::size_t b = 0; b < f->boxes.size(); ++b) {
                const auto& box = f->boxes[b];
                const auto first = fmt::format("{} | {} of {} ({})", markdown(area_words(kept(*f))),
                                               count_words(f->cases), count_words(f->futures),
                                               percent(f->cases, f->futures));
                text += fmt::format("| {} | {}{} | {} | {} of {} ({}) |\n", b == 0 ? first : " | ",
                                    b == 0               ? ""
                                    : wider(f->boxes, b) ? "more widely: "
                                                         : "also: ",
                                    conditions(box), percent(box.cases, f->cases),
                                    count_words(box.cases), count_words(box.points),
                                    percent(box.cases, box.points));
            }
        }
        return text;
    }

    /// Factors of all its boxes, in the order of the study.
    static std::vector<std::size_t> deciding(const CornerFinding& finding)
    {
        std::set<std::size_t> factors;
        for (const auto& box : finding.boxes) {
            for (std::size_t f = 0; f < box.ranges.size(); ++f) {
                if (box.ranges[f].restricted()) factors.insert(f);
            }
        }
        return {factors.begin(), factors.end()};
    }

    std::string area(const CornerFinding& f) const
    {
        auto text = fmt::format("- {}: so in {} of {} ({}).", markdown(area_words(kept(f))),
                                count_words(f.cases), counted(f.futures, "future", "futures"),
                                percent(f.cases, f.futures));
        for (std::size_t b = 0; b < f.boxes.size(); ++b) {
            const auto& box = f.boxes[b];
            text += fmt::format(
                " {} {}: {} of all such futures {} in this corner, and of its {} {} are such.",
                b == 0              ? "When"
                : wider(f.boxes, b) ? "More widely, when"
                                    : "Also when",
                conditions(box), percent(box.cases, f.cases), b == 0 ? "are" : "lie",
                counted(box.points, "future", "futures"), percent(box.cases, box.points));
        }
        if (f.boxes.size() > 1) {
            text += fmt::format(
                " Together these corners hold {} of such futures; {} of their "
                "futures are such.",
                percent(f.held_cases, f.cases), percent(f.held_cases, f.held_futures));
        }
        return text + "\n";
    }

    /// Does it hold an earlier box, so that it says the same less strictly?
    static bool wider(const std::vector<Box>& boxes, std::size_t b)
    {
        return std::any_of(boxes.begin(), boxes.begin() + static_cast<std::ptrdiff_t>(b),
                           [&](const Box& earlier) { return holds(boxes[b], earlier); });
    }

    static bool holds(const Box& box, const Box& other)
    {
        for (std::size_t f = 0; f < box.ranges.size(); ++f) {
            const auto &outer = box.ranges[f], &inner = other.ranges[f];
            if (outer.low > inner.low || outer.high < inner.high) return false;
            for (std::size_t l = 0; l < outer.allowed.size(); ++l) {
                if (outer.allowed[l] < inner.allowed[l]) return false;
            }
        }
        return true;
    }

    /// The strongest restriction first.
    std::string conditions(const Box& box) const
    {
        std::vector<std::size_t> order(box.ranges.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return box.quasi_p[a] < box.quasi_p[b];
        });
        std::vector<std::string> words;
        for (const auto f : order) {
            if (box.ranges[f].restricted())
                words.push_back(
                    markdown(range_words(table_.study.factors[f], box.ranges[f], spans_[f])));
        }
        return list_of(words);
    }

    std::string without_corners(const Group& group) const
    {
        struct Line {
            FindingState state;
            std::string_view words;
        };
        constexpr std::array<Line, 6> lines{
            {{FindingState::no_cases, "In no future"},
             {FindingState::all_cases, "In every future"},
             {FindingState::few_cases, "In too few futures to look for a corner"},
             {FindingState::few_others, "In all but too few futures to look for a corner"},
             {FindingState::scattered,
              "In some futures, but in no corner that is more than chance"},
             {FindingState::no_futures, "Not known, since every future misses a run"}}};
        std::string text;
        for (const auto& [state, words] : lines) {
            std::vector<std::string> areas;
            for (const auto* f : group) {
                if (f->state != state) continue;
                const bool some = f->cases > 0 && f->cases < f->futures;
                areas.push_back(markdown(area_words(kept(*f))) +
                                (some ? fmt::format(" ({} of {})", count_words(f->cases),
                                                    count_words(f->futures))
                                      : ""));
            }
            if (!areas.empty()) text += fmt::format("{}: {}.\n\n", words, list_of(areas));
        }
        return text;
    }

    std::string missing(const Group& group) const
    {
        std::size_t most = 0;
        for (const auto* f : group)
            most = std::max(most, f->missing);
        if (most == 0) return {};
        return fmt::format("Left out because a run failed or is missing: {}.\n\n",
                           counted(most, "future", "futures"));
    }

    /// What the factors in the sentences are.
    std::string factors() const
    {
        std::set<std::size_t> named;
        for (const auto& finding : discovery_.findings) {
            for (const auto f : deciding(finding))
                named.insert(f);
        }
        if (named.empty()) return {};
        std::string text =
            "A corner says where such futures gather among those that were run, with the ranges "
            "of this study; it does not say how probable they are. The factors:\n\n";
        for (const auto f : named) {
            const auto& factor = table_.study.factors[f];
            const auto& what = !factor.meaning.empty() ? factor.meaning
                               : !factor.key.empty()   ? factor.key
                                                       : std::string("Off or on, or how much.");
            text += fmt::format("- {}: {}\n", markdown(factor.name), markdown(what));
        }
        return text + "\n";
    }

    const SweepTable& table_;
    const Discovery& discovery_;
    std::vector<double> spans_;  ///< of each factor, highest less lowest value
};

}  // namespace

std::string discovery_text(const SweepTable& table, const Discovery& discovery)
{
    return table.study.searches.empty() ? std::string() : FindingWords(table, discovery).all();
}

}  // namespace mgz
