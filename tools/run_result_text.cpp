// SPDX-License-Identifier: EUPL-1.2
#include "tools/run_result_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "tools/run_command.h"
#include "tools/text_table.h"

namespace mgz::cli {

namespace {

struct Sentences {
    const char* where;  ///< title, replicates, from, to, out
    const char* page;
    const char* map;  ///< year
    const char* figures;
    const char* columns;
    const char* shortest;  ///< number, year
    char decimal;
};

constexpr Sentences english{
    "{}: {} replicates of {} to {} are in {}",
    "maps and figures to look at, in a browser",
    "map of {}; open it in QGIS",
    "every figure, year by year",
    "what each column means",
    "The {} regions most short of GPs and elderly care physicians in {}: share of the need that "
    "is\n"
    "not met, mean of both professions (5% to 95% of the replicates). Simulated, not observed.",
    '.'};

constexpr Sentences dutch{
    "{}: {} replicaties van {} tot en met {} staan in {}",
    "kaarten en cijfers om te bekijken, in een browser",
    "kaart van {}; open hem in QGIS",
    "alle cijfers, jaar voor jaar",
    "wat elke kolom betekent",
    "De {} regio's met het grootste tekort aan huisartsen en specialisten ouderengeneeskunde in "
    "{}:\ndeel van de behoefte waarin niet wordt voorzien, gemiddelde van beide beroepen (5% tot "
    "95%\nvan de replicaties). Gesimuleerd, niet waargenomen.",
    ','};

}  // namespace

/// The most short first; of equals the first code.
static std::vector<RegionId> by_shortage(const World& world, const Ensemble& ensemble,
                                         std::size_t time)
{
    std::vector<RegionId> order;
    for (const RegionId region : world.regions.ids())
        order.push_back(region);
    std::stable_sort(order.begin(), order.end(), [&](RegionId a, RegionId b) {
        return ensemble.regions.shortage(time, a.index()).mean >
               ensemble.regions.shortage(time, b.index()).mean;
    });
    return order;
}

static std::string percent(double share, char decimal)
{
    std::string text = fmt::format("{:.1f}%", 100 * share);
    std::replace(text.begin(), text.end(), '.', decimal);
    return text;
}

void show_run_result(const RunArguments& arguments, const World& world, const Scenario& scenario,
                     const Ensemble& ensemble)
{
    constexpr std::size_t most = 7;
    const Sentences& say = arguments.language == Language::dutch ? dutch : english;
    const int year = scenario.output.map_year;
    fmt::print(fmt::runtime(say.where), scenario.title, arguments.replicates, scenario.from,
               scenario.to, arguments.out);
    fmt::print("\n{}", aligned({{"report.html", say.page},
                                {"shortage.gpkg", fmt::format(fmt::runtime(say.map), year)},
                                {"regions.csv", say.figures},
                                {"dictionary.csv", say.columns}},
                               4));

    const std::size_t time = ensemble.time_of_year(year);
    const auto order = by_shortage(world, ensemble, time);
    Rows rows;
    for (std::size_t i = 0; i < std::min(most, order.size()); ++i) {
        const Spread& s = ensemble.regions.shortage(time, order[i].index());
        rows.push_back(
            {fmt::format("{:>6}", percent(s.mean, say.decimal)),
             fmt::format("({} - {})", percent(s.p05, say.decimal), percent(s.p95, say.decimal)),
             world.regions[order[i]].name});
    }
    fmt::print(fmt::runtime(say.shortest), rows.size(), year);
    fmt::print("\n{}", aligned(rows, 4));
}

}  // namespace mgz::cli
