// SPDX-License-Identifier: EUPL-1.2
#include "tools/compare_result_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/score/shortage.h"
#include "sim/study/branching.h"
#include "tools/memory_check.h"
#include "tools/text_table.h"

namespace mgz::cli {

void show_compare_plan(const CompareArguments& arguments, const CompareFacts& facts, double bytes)
{
    const Scenario& reference = facts.scenarios.front().loaded.scenario;
    const int quarters = 4 * (reference.to - reference.from + 1);
    Rows rows{{"reference", facts.scenarios.front().name, reference.title}};
    int simulated = quarters;
    for (std::size_t k = 1; k < facts.scenarios.size(); ++k) {
        const Scenario& scenario = facts.scenarios[k].loaded.scenario;
        const auto from = first_difference(reference, scenario);
        const int own = from ? quarters - (*from - Quarter::of(reference.from, 1)) : 0;
        simulated += own;
        rows.push_back({"scenario", facts.scenarios[k].name,
                        fmt::format("{} ({})", scenario.title,
                                    from ? fmt::format("differs from {}", from->year())
                                         : "the same as the reference")});
    }
    rows.push_back(
        {"replicates", fmt::format("{}, seed {}", arguments.replicates, arguments.seed)});
    rows.push_back({"quarters", fmt::format("{} per replicate, {} without a shared past", simulated,
                                            quarters * static_cast<int>(facts.scenarios.size()))});
    rows.push_back({"memory", memory_text(bytes)});
    rows.push_back(
        {"output", arguments.out.empty() ? "no folder given; name one with -o" : arguments.out});
    fmt::print("{}Nothing was simulated or written.\n", aligned(rows));
}

/// "+1.2 points (+0.3 to +2.0)": less shortage is positive.
static std::vector<std::string> effect_cells(const Effect& e)
{
    const auto points = [](double share) {
        const double tenths = std::round(1000 * share);
        return tenths == 0 ? std::string("0.0") : fmt::format("{:+.1f}", tenths / 10);
    };
    return {points(e.median), fmt::format("({} to {})", points(e.p05), points(e.p95)),
            e.p05 > 0   ? "better"
            : e.p95 < 0 ? "worse"
                        : "not clear"};
}

/// The regions on which the effect is clear, largest first.
static std::vector<std::pair<double, RegionId>> clear_regions(const World& world,
                                                              const Comparison& c, std::size_t k)
{
    std::vector<std::pair<double, RegionId>> clear;
    for (const RegionId r : world.regions.ids()) {
        const auto& e =
            c.effect(k, c.key_of(Level::region, r.index(), combined_name, "shortage"), c.year);
        if (e.certain()) clear.emplace_back(e.median, r);
    }
    std::stable_sort(clear.begin(), clear.end(), [](const auto& a, const auto& b) {
        return std::abs(a.first) > std::abs(b.first);
    });
    return clear;
}

void show_compare_result(const CompareArguments& arguments, const World& world, const Comparison& c)
{
    fmt::print("{} against {} other{}, {} replicate{} with the same luck, in {}\n", c.reference,
               c.scenarios.size(), c.scenarios.size() == 1 ? "" : "s", c.replicates,
               c.replicates == 1 ? "" : "s", arguments.out);
    fmt::print("{}",
               aligned({{"report.html", "maps and figures to look at, in a browser"},
                        {"summary.md", "the findings in sentences and tables"},
                        {"difference.gpkg", fmt::format("map of {}; open it in QGIS", c.year)},
                        {"differences.csv", "every effect, year by year"},
                        {"dictionary.csv", "what each column means"}},
                       4));
    fmt::print(
        "Shortage in {}: change in percentage points, positive is less shortage (5% to 95% "
        "of the\nreplicates). Simulated, not observed.\n",
        c.year);
    constexpr std::size_t most = 3;
    for (std::size_t k = 0; k < c.scenarios.size(); ++k) {
        fmt::print("{}\n", c.scenarios[k].title);
        if (!c.scenarios[k].differs_from) {
            fmt::print("    the same as {}: nothing differs\n", c.reference);
            continue;
        }
        Rows rows;
        const auto add = [&](const std::string& name, std::size_t key) {
            auto cells = effect_cells(c.effect(k, key, c.year));
            cells.insert(cells.begin(), name);
            rows.push_back(std::move(cells));
        };
        for (const Profession p : all_professions) {
            add(fmt::format("country, {}", name_of(p)),
                c.key_of(Level::country, 0, name_of(p), "shortage"));
        }
        const auto clear = clear_regions(world, c, k);
        for (std::size_t i = 0; i < std::min(most, clear.size()); ++i) {
            const RegionId r = clear[i].second;
            add(world.regions[r].name,
                c.key_of(Level::region, r.index(), combined_name, "shortage"));
        }
        fmt::print("{}", aligned(rows, 4));
        if (clear.size() > most) {
            fmt::print("    and {} more regions with a clear effect\n", clear.size() - most);
        }
    }
}

}  // namespace mgz::cli
