// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <cmath>
#include <optional>

#include "sim/output/csv.h"
#include "sim/sensitivity/discovery.h"
#include "sim/sensitivity/discovery_dictionary.h"
#include "sim/sensitivity/indices.h"

namespace mgz {

namespace {

double share(std::size_t part, std::size_t whole)
{
    return static_cast<double>(part) / static_cast<double>(whole);
}

/// A row: what was looked for, and then `more`.
template <class... Cells>
void row(CsvTable& csv, const SweepTable& table, const CornerFinding& finding, const Cells&... more)
{
    const auto& kept = table.quantities[finding.quantity];
    const auto& search = table.study.searches[finding.search];
    csv.row(policy_name(table.study, finding.policy), kept.year, name_of(kept.level), kept.code,
            kept.profession, kept.indicator, search.above ? "above" : "below", search.limit,
            more...);
}

std::optional<double> finite(double value)
{
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::string labels_text(const Factor& factor, const Range& range)
{
    std::string text;
    for (std::size_t l = 0; l < range.allowed.size(); ++l) {
        if (!range.allowed[l]) continue;
        if (!text.empty()) text += '|';
        text += factor.labels[l];
    }
    return text;
}

void add_step(CsvTable& csv, const SweepTable& table, const CornerFinding& finding, std::size_t box,
              std::size_t number)
{
    constexpr std::array<std::string_view, 4> names{"nothing", "below", "above", "label"};
    const auto& steps = finding.boxes[box].trajectory;
    const auto& step = steps[number];
    const auto& factor = table.study.factors[step.factor];
    const bool first = step.what == Peeled::nothing, label = step.what == Peeled::label;
    row(csv, table, finding, box + 1, number, first ? std::string() : factor.name,
        names[static_cast<std::size_t>(step.what)],
        first || label ? std::nullopt : std::optional(step.limit),
        label ? factor.labels[static_cast<std::size_t>(step.limit)] : std::string(),
        share(step.cases, steps.front().cases), step.density(), share(step.points, finding.futures),
        step.points, step.cases, number == finding.boxes[box].chosen ? 1 : 0);
}

}  // namespace

std::string searches_csv(const SweepTable& table, const Discovery& discovery)
{
    CsvTable csv(table_entry(discovery_dictionary(), "searches.csv"));
    for (const auto& f : discovery.findings) {
        std::optional<double> coverage, density;
        if (!f.boxes.empty()) {
            coverage = share(f.held_cases, f.cases);
            density = share(f.held_cases, f.held_futures);
        }
        row(csv, table, f, f.futures, f.missing, f.cases, name_of(f.state), f.boxes.size(),
            coverage, density);
    }
    return csv.take();
}

std::string boxes_csv(const SweepTable& table, const Discovery& discovery)
{
    CsvTable csv(table_entry(discovery_dictionary(), "boxes.csv"));
    for (const auto& finding : discovery.findings) {
        for (std::size_t b = 0; b < finding.boxes.size(); ++b) {
            const auto& box = finding.boxes[b];
            for (std::size_t f = 0; f < box.ranges.size(); ++f) {
                const auto& range = box.ranges[f];
                if (!range.restricted()) continue;
                const auto& factor = table.study.factors[f];
                row(csv, table, finding, b + 1, factor.name, finite(range.low), finite(range.high),
                    labels_text(factor, range), finding.coverage(box), box.density(),
                    share(box.points, finding.futures), box.quasi_p[f], box.p_value[f], box.points,
                    box.cases);
            }
        }
    }
    return csv.take();
}

std::string trajectory_csv(const SweepTable& table, const Discovery& discovery)
{
    CsvTable csv(table_entry(discovery_dictionary(), "trajectory.csv"));
    for (const auto& finding : discovery.findings) {
        for (std::size_t b = 0; b < finding.boxes.size(); ++b) {
            for (std::size_t s = 0; s < finding.boxes[b].trajectory.size(); ++s)
                add_step(csv, table, finding, b, s);
        }
    }
    return csv.take();
}

}  // namespace mgz
