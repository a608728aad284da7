// SPDX-License-Identifier: EUPL-1.2
// Regret in sentences.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <tuple>

#include "sim/output/compare_words.h"
#include "sim/sensitivity/discovery.h"
#include "sim/sensitivity/discovery_words.h"
#include "sim/sensitivity/regret.h"

namespace mgz {

namespace {

std::string policy_words(const Study& study, std::size_t policy)
{
    return markdown(study.policies[policy]);
}

/// A difference of two values in the unit of both: "1.2 percentage points", "34.0 FTE".
std::string difference_words(double value, const std::string& unit)
{
    return unit == "share" ? fixed(100 * value, 1) + " percentage points" : level_text(value, unit);
}

std::vector<std::string> minimax_policies(const Study& study, const QuantityRegret& r)
{
    std::vector<std::string> names;
    for (std::size_t p = 0; p < r.policies.size(); ++p) {
        if (r.policies[p].minimax) names.push_back(policy_words(study, p));
    }
    return names;
}

/// Of the country, or looked for in one area: its policies side by side.
std::string quantity_part(const SweepTable& table, const QuantityRegret& r)
{
    const auto& kept = table.quantities[r.quantity];
    auto heading = fmt::format("{}: {} in {}", area_words(kept),
                               subject_words(kept.indicator, kept.profession), kept.year);
    std::string text = fmt::format("### {}\n\n", markdown(heading));
    if (r.futures == 0) return text + "Every future misses a run: nothing is known.\n\n";
    text +=
        "| policy | outcome, mean | regret, mean | regret in the worst tenth, at least | "
        "regret, largest | best in |";
    std::string rule = "|---|---:|---:|---:|---:|---:|";
    for (const auto s : r.searches) {
        const auto& search = table.study.searches[s];
        text += fmt::format(" not {} {} in |", search.above ? "above" : "below",
                            level_text(search.limit, kept.unit));
        rule += "---:|";
    }
    text += "\n" + rule + "\n";
    for (std::size_t p = 0; p < r.policies.size(); ++p) {
        const auto& policy = r.policies[p];
        const auto regret = [&](double value) { return difference_words(value, kept.unit); };
        text +=
            fmt::format("| {} | {} | {} | {} | {} | {} |", policy_words(table.study, p),
                        level_text(policy.outcome, kept.unit), regret(policy.mean),
                        regret(policy.p90), regret(policy.max), percent_words(policy.best_share));
        for (const double met : policy.met_shares)
            text += fmt::format(" {} |", percent_words(met));
        text += "\n";
    }
    const auto names = minimax_policies(table.study, r);
    text += fmt::format("\nOver {}, the largest regret is smallest with {}.",
                        counted(r.futures, "future", "futures"), list_of(names));
    if (r.missing > 0)
        text += fmt::format(" Left out because a run failed or is missing: {}.",
                            counted(r.missing, "future", "futures"));
    return text + "\n\n";
}

using Subject = std::tuple<Level, std::string, std::string, int>;

Subject subject_of(const KeptQuantity& q)
{
    return {q.level, q.indicator, q.profession, q.year};
}

/// Areas of one kind by the policy that disappoints least in them.
std::string areas_part(const SweepTable& table, const Subject& subject,
                       const std::vector<const QuantityRegret*>& members)
{
    std::map<std::vector<std::string>, std::vector<std::string>> areas;
    for (const auto* r : members) {
        if (r->futures > 0)
            areas[minimax_policies(table.study, *r)].push_back(
                markdown(area_words(table.quantities[r->quantity])));
    }
    std::vector<std::pair<std::vector<std::string>, std::vector<std::string>>> groups(areas.begin(),
                                                                                      areas.end());
    std::stable_sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) {
        return a.second.size() > b.second.size();
    });
    const auto& [level, indicator, profession, year] = subject;
    auto text =
        fmt::format("### {}: {} in {}\n\n", level == Level::region ? "Regions" : "Subregions",
                    markdown(subject_words(indicator, profession)), year);
    for (const auto& [policies, where] : groups)
        text +=
            fmt::format("- The largest regret is smallest with {} in {}: {}.\n", list_of(policies),
                        counted(where.size(), "area", "areas"), list_of(where));
    return text + "\n";
}

}  // namespace

std::string regret_text(const SweepTable& table, const std::vector<QuantityRegret>& regrets)
{
    if (regrets.empty()) return {};
    std::string text = fmt::format(
        "## Which policy disappoints least\n\n"
        "{} were tried in the same futures. The regret of a policy in a future is how much worse "
        "it comes out there than the best of them.",
        counted(table.policies(), "policy", "policies"));
    if (sample_rows(table.design).empty())
        text +=
            " The futures of this design are steps from one point to the next, not a sample: "
            "read the largest regret, not the shares.";
    text += "\n\n";
    std::map<Subject, int> last_year;  // of each subject but its year
    const auto timeless = [](const KeptQuantity& q) {
        auto subject = subject_of(q);
        std::get<int>(subject) = 0;
        return subject;
    };
    for (const auto& r : regrets) {
        const auto& kept = table.quantities[r.quantity];
        auto& year = last_year[timeless(kept)];
        year = std::max(year, kept.year);
    }
    std::vector<std::pair<Subject, std::vector<const QuantityRegret*>>> areas;
    for (const auto& r : regrets) {
        const auto& kept = table.quantities[r.quantity];
        const bool searched = !r.searches.empty();
        if (!searched && kept.year != last_year[timeless(kept)]) continue;
        if (kept.level == Level::country) {
            text += quantity_part(table, r);
            continue;
        }
        const auto subject = subject_of(kept);
        const auto at = std::find_if(areas.begin(), areas.end(),
                                     [&](const auto& entry) { return entry.first == subject; });
        if (at == areas.end()) {
            areas.push_back({subject, {&r}});
        } else {
            at->second.push_back(&r);
        }
    }
    for (const auto& [subject, members] : areas)
        text += areas_part(table, subject, members);
    return text;
}

}  // namespace mgz
