// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/tables.h"

#include "sim/output/csv.h"
#include "sim/output/recorded.h"
#include "sim/score/shortage.h"

namespace mgz {

/// All figures of one area in one year.
static void add_area(CsvTable& csv, int year, std::string_view code, std::string_view name,
                     const AreaEnsemble& figures, std::size_t time, std::size_t area)
{
    const auto row = [&](std::string_view profession, Figure f, const Spread& s) {
        csv.row(year, code, name, profession, figure_names[static_cast<std::size_t>(f)],
                Exact{s.mean}, s.p05, s.p50, s.p95);
    };
    for (const Profession p : all_professions) {
        for (std::size_t f = 0; f < figure_count; ++f) {
            const auto figure = static_cast<Figure>(f);
            row(name_of(p), figure, figures.at(time, area, p, figure));
        }
    }
    row(combined_name, Figure::shortage, figures.shortage(time, area));
}

/// Areas are regions or subregions: anything in a table with a code and a name.
template <class Areas>
static std::string areas_csv(const TableEntry& entry, const Areas& areas,
                             const AreaEnsemble& figures, const Ensemble& ensemble)
{
    CsvTable csv(entry);
    for (const int year : recorded_years(ensemble)) {
        const auto time = ensemble.time_of_year(year);
        for (const auto id : areas.ids())
            add_area(csv, year, areas[id].code, areas[id].name, figures, time, id.index());
    }
    return csv.take();
}

std::string country_csv(const Ensemble& ensemble)
{
    CsvTable csv(table_entry("country.csv"));
    for (const int year : recorded_years(ensemble))
        add_area(csv, year, "country", "", ensemble.country, ensemble.time_of_year(year), 0);
    return csv.take();
}

std::string regions_csv(const World& world, const Ensemble& ensemble)
{
    return areas_csv(table_entry("regions.csv"), world.regions, ensemble.regions, ensemble);
}

std::string subregions_csv(const World& world, const Ensemble& ensemble)
{
    return areas_csv(table_entry("subregions.csv"), world.subregions, ensemble.subregions,
                     ensemble);
}

std::string employers_csv(const World& world, const Scenario& scenario, const Ensemble& ensemble)
{
    CsvTable csv(table_entry("employers.csv"));
    for (const int year : scenario.output.years) {
        const auto& means = employers_of_year(ensemble, year);
        for (const EmployerId id : world.employers.ids()) {
            const auto& e = world.employers[id];
            const auto& place = world.settlements[e.at];
            const auto& m = means[id];
            csv.row(year, e.code, name_of(e.kind), place.code, world.subregions[e.subregion].code,
                    world.regions[e.region].code, place.at.x, place.at.y, m.need, m.delivered,
                    m.staff, m.heads);
        }
    }
    return csv.take();
}

std::string account_csv(const World& world, const Scenario& scenario, const Ensemble& ensemble)
{
    CsvTable csv(table_entry("account.csv"));
    for (std::size_t y = 0; y < ensemble.accounts.size(); ++y) {
        const int year = scenario.from + static_cast<int>(y);
        for (const RegionId r : world.regions.ids()) {
            for (const Profession p : all_professions) {
                for (std::size_t c = 0; c < cause_count; ++c) {
                    csv.row(world.regions[r].code, name_of(p), year, cause_names[c],
                            Exact{ensemble.accounts[y][r][p][c]});
                }
            }
        }
    }
    return csv.take();
}

}  // namespace mgz
