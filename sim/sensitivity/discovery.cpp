// SPDX-License-Identifier: EUPL-1.2
#include "sim/sensitivity/discovery.h"

#include <algorithm>
#include <cmath>

#include "geo/check.h"

namespace mgz {

std::string_view name_of(FindingState state)
{
    constexpr std::array<std::string_view, 7> names{
        "corners", "scattered", "no_cases", "all_cases", "few_cases", "few_others", "no_futures"};
    return names[static_cast<std::size_t>(state)];
}

std::vector<std::size_t> sample_rows(const Design& design)
{
    std::vector<std::size_t> rows;
    if (design.kind == DesignKind::morris || design.kind == DesignKind::one_at_a_time) return rows;
    for (std::size_t i = 0; i < design.rows(); ++i) {
        if (design.roles[i].part != RowPart::ab) rows.push_back(i);
    }
    return rows;
}

bool is_case(const Search& search, double outcome)
{
    return search.above ? outcome > search.limit : outcome < search.limit;
}

std::vector<std::size_t> quantities_of(const Search& search,
                                       const std::vector<KeptQuantity>& quantities)
{
    std::vector<std::size_t> found;
    for (std::size_t q = 0; q < quantities.size(); ++q) {
        const auto& kept = quantities[q];
        if (kept.indicator == search.indicator && kept.profession == search.profession &&
            kept.level == search.level && kept.year == search.year &&
            (search.code.empty() || kept.code == search.code))
            found.push_back(q);
    }
    return found;
}

/// Futures with an outcome, and which of them are cases.
static PrimPoints futures_of(const SweepTable& table, const std::vector<std::size_t>& rows,
                             const CornerFinding& finding)
{
    PrimPoints futures;
    for (const auto& factor : table.study.factors)
        futures.labels.push_back(factor.labels.size());
    const auto& search = table.study.searches[finding.search];
    for (const auto row : rows) {
        const double y = table.mean_outcome(row, finding.policy, finding.quantity);
        if (!std::isfinite(y)) continue;
        futures.of_interest.push_back(is_case(search, y));
        for (std::size_t f = 0; f < futures.factors(); ++f)
            futures.values.push_back(table.value(row, f));
    }
    return futures;
}

static FindingState state_before_search(const CornerFinding& finding, std::size_t min_cases)
{
    if (finding.futures == 0) return FindingState::no_futures;
    if (finding.cases == 0) return FindingState::no_cases;
    if (finding.cases == finding.futures) return FindingState::all_cases;
    if (finding.cases < min_cases) return FindingState::few_cases;
    if (finding.futures - finding.cases < min_cases) return FindingState::few_others;
    return FindingState::scattered;
}

static void complete(const SweepTable& table, const std::vector<std::size_t>& rows,
                     const PrimOptions& options, CornerFinding& finding)
{
    const auto futures = futures_of(table, rows, finding);
    finding.futures = futures.size();
    finding.missing = rows.size() - futures.size();
    finding.cases = static_cast<std::size_t>(
        std::count(futures.of_interest.begin(), futures.of_interest.end(), 1));
    finding.state = state_before_search(finding, options.min_cases);
    if (finding.state != FindingState::scattered) return;

    finding.boxes = find_boxes(futures, options);
    if (finding.boxes.empty()) return;
    finding.state = FindingState::corners;
    for (std::size_t p = 0; p < futures.size(); ++p) {
        const bool held = std::any_of(finding.boxes.begin(), finding.boxes.end(),
                                      [&](const Box& box) { return box.holds(futures, p); });
        finding.held_futures += held;
        finding.held_cases += held && futures.of_interest[p] != 0;
    }
}

Discovery discover(const SweepTable& table, int threads, const PrimOptions& options)
{
    Discovery discovery;
    const auto rows = sample_rows(table.design);
    discovery.is_sample = !rows.empty();
    if (!discovery.is_sample) return discovery;
    for (std::size_t s = 0; s < table.study.searches.size(); ++s) {
        const auto quantities = quantities_of(table.study.searches[s], table.quantities);
        if (quantities.empty()) discovery.not_kept.push_back(s);
        for (std::size_t policy = 0; policy < table.policies(); ++policy) {
            for (const auto q : quantities) {
                auto& finding = discovery.findings.emplace_back();
                finding.search = s;
                finding.policy = policy;
                finding.quantity = q;
            }
        }
    }
    const auto count = static_cast<std::ptrdiff_t>(discovery.findings.size());
#pragma omp parallel for schedule(dynamic) num_threads(threads)
    for (std::ptrdiff_t i = 0; i < count; ++i)
        complete(table, rows, options, discovery.findings[static_cast<std::size_t>(i)]);
    return discovery;
}

}  // namespace mgz
