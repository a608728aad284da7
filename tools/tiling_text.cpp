// SPDX-License-Identifier: EUPL-1.2
#include "tools/tiling_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "geo/text.h"
#include "tools/text_table.h"

namespace mgz::cli {

static std::string km2(double square_metres)
{
    return fmt::format("{:.2f} km2", square_metres * 1e-6);
}

/// One row per problem, the first of them with the title; at most ten.
template <class Problem, class Line>
static void add(Rows& rows, const std::string& title, const std::vector<Problem>& problems,
                Line line)
{
    constexpr std::size_t most = 10;
    if (problems.empty()) rows.push_back({title, "none"});
    for (std::size_t i = 0; i < std::min(most, problems.size()); ++i) {
        rows.push_back({i == 0 ? fmt::format("{} ({})", title, problems.size()) : std::string{},
                        line(problems[i])});
    }
    if (problems.size() > most) {
        rows.push_back({"", fmt::format("and {} smaller", problems.size() - most)});
    }
}

std::string tiling_text(const geo::io::TilingReport& report)
{
    using Report = geo::io::TilingReport;
    auto gaps = report.gaps;
    std::sort(gaps.begin(), gaps.end(), [](const Report::Gap& a, const Report::Gap& b) {
        return a.square_metres > b.square_metres;
    });
    Rows rows;
    add(rows, "overlaps", report.overlaps, [](const Report::Overlap& o) {
        return fmt::format("{} and {}: {}", o.first, o.second, km2(o.square_metres));
    });
    add(rows, "holes", gaps, [](const Report::Gap& gap) {
        return fmt::format("beside {}: {}", geo::joined(gap.beside), km2(gap.square_metres));
    });
    add(rows, "alone", report.orphans,
        [](const std::string& code) { return fmt::format("{} touches no other", code); });
    return aligned(rows, 2);
}

}  // namespace mgz::cli
