// SPDX-License-Identifier: EUPL-1.2
#include "sim/sensitivity/sensitivity_summary.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/output/compare_words.h"
#include "sim/output/labels.h"
#include "sim/sensitivity/sensitivity_summary_parts.h"

namespace mgz {

std::string words_of(const KeptQuantity& q)
{
    std::string words = q.indicator;
    for (char& c : words) {
        if (c == '_') c = ' ';
    }
    if (!q.profession.empty()) words += fmt::format(" of {}", plural_of(q.profession));
    const auto area = q.level == Level::country ? "country" : q.name.empty() ? q.code : q.name;
    return fmt::format("{}, {}, {}", words, area, q.year);
}

int SummaryOf::last_year() const
{
    int year = 0;
    for (const auto& q : table.quantities)
        year = std::max(year, q.year);
    return year;
}

bool SummaryOf::headline(std::size_t q) const
{
    return quantity(q).level == Level::country && quantity(q).year == last_year();
}

/// The entry of an outcome in a list of Findings; none: it has none.
const Convergence* SummaryOf::convergence(std::size_t policy, std::size_t quantity) const
{
    for (const Convergence& entry : findings.convergence) {
        if (entry.policy == policy && entry.quantity == quantity) return &entry;
    }
    return nullptr;
}

std::string SummaryOf::under(std::size_t policy) const
{
    if (table.policies() < 2) return "";
    return fmt::format(" under **{}**", markdown(policy_name(table.study, policy)));
}

std::string sensitivity_summary(const SweepTable& table, const Findings& findings,
                                const Bootstrap& bootstrap, std::string_view extra)
{
    const SummaryOf s{table, findings, bootstrap};
    const auto& study = table.study;
    std::string text = fmt::format(
        "# {}\n\n", study.title.empty() ? "What drives the outcomes" : markdown(study.title));
    if (!study.question.empty()) text += markdown(study.question) + "\n\n";
    append_varied(text, s);
    if (findings.indices.empty()) {
        append_country_associations(text, s);
    } else {
        append_country_drivers(text, s);
        append_regions(text, s);
    }
    append_luck(text, s);
    if (!findings.indices.empty()) append_enough(text, s);
    append_warnings(text, s);
    if (!extra.empty()) text += fmt::format("\n{}", extra);
    if (!text.ends_with('\n')) text += '\n';
    text += fmt::format(
        "\n## Before you use this\n\n{} What matters here is what matters in the model, over the "
        "ranges above: a factor with a narrow range seems unimportant, and what was not varied "
        "cannot be seen. Every figure, of every area and year, is in the tables; `dictionary.csv` "
        "explains their columns.\n",
        simulated_note);
    return text;
}

}  // namespace mgz
