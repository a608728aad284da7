// SPDX-License-Identifier: EUPL-1.2
// Where the facts come from, and how a world is made of them.
#include "sim/scenario/registry.h"

namespace mgz {

static Described input(std::string meaning)
{
    return {"-", 0, 0, Basis::technical, "-", std::move(meaning)};
}

/// Tables of zones: travel between them, people in them.
static void list_zones(ParameterList& list, Inputs& inputs)
{
    auto& travel = inputs.travel;
    list.add(
        "inputs.travel", &travel.where,
        input(
            "Travel between zones (regions, subregions, municipalities or settlements): a "
            "table with from, to and km or minutes; empty: crow-fly distance times world.detour."));
    list.add("inputs.travel_from", &travel.from, input("Column with the code of one zone."));
    list.add("inputs.travel_to", &travel.to, input("Column with the code of the other zone."));
    list.add("inputs.travel_km", &travel.km, input("Column with the travelled distance in km."));
    list.add("inputs.travel_minutes", &travel.minutes,
             input("Column with the travel time in minutes, read where there are no km."));
    list.add("inputs.travel_speed", &travel.speed,
             {"km/h", 5, 130, Basis::assumption, "car on mixed roads",
              "Speed that makes km of minutes."});
    auto& population = inputs.population;
    list.add("inputs.population", &population.where,
             input("Population by zone (as in inputs.travel), year and age: a table;"
                   " empty: every place ages by need.age_growth."));
    list.add("inputs.population_code", &population.code, input("Column with the zone's code."));
    list.add("inputs.population_year", &population.year, input("Column with the year."));
    list.add("inputs.population_ages", &population.ages,
             input("Five columns with inhabitants of 0-19, 20-64, 65-74, 75-84, 85 and over."));
}

void list_geography(ParameterList& list, Scenario& s)
{
    auto& [regions, subregions, settlements, snap_m] = s.geography;
    list.add("geography.regions", &regions.where,
             input("Polygons of the zorgkantoorregio's: path or \"path|layer\", any OGR source."));
    list.add("geography.regions_code", &regions.code, input("Column with the region's code."));
    list.add("geography.regions_name", &regions.name, input("Column with the region's name."));
    list.add("geography.subregions", &subregions.where,
             input("Polygons of the subregions; \"none\" makes each region its own subregion."));
    list.add("geography.subregions_code", &subregions.code,
             input("Column with the subregion's code."));
    list.add("geography.subregions_name", &subregions.name,
             input("Column with the subregion's name."));
    list.add("geography.subregions_region", &subregions.region,
             input("Column with the code of the region that the subregion lies in."));
    list.add("geography.subregions_amenity", &subregions.amenity,
             input("Column with amenity in utility units (1 = 2.7 times as attractive); 0 without "
                   "the column."));
    list.add("geography.subregions_housing", &subregions.housing,
             input("Column with the relative cost of housing a practice; 0 without the column."));
    list.add("geography.subregions_table", &subregions.table,
             input("Column that is 1 where boards meet for the subregion, not for its region; 0 "
                   "without the column."));
    list.add("geography.settlements", &settlements.where,
             input("Points where people live, with population by age."));
    list.add("geography.settlements_code", &settlements.code,
             input("Column with the settlement's code."));
    list.add("geography.settlements_name", &settlements.name,
             input("Column with the settlement's name."));
    list.add("geography.settlements_province", &settlements.province,
             input("Column with the province; may be absent."));
    list.add("geography.settlements_municipality", &settlements.municipality,
             input("Column with the municipality's code, for interventions; may be absent."));
    list.add("geography.settlements_population", &settlements.population,
             input("Five columns with inhabitants of 0-19, 20-64, 65-74, 75-84, 85 and over."));
    list.add("geography.snap_m", &snap_m,
             {"m", 0, 100000, Basis::technical, "-",
              "A settlement outside every region joins the nearest within this distance."});

    list.add("inputs.training_centres", &s.inputs.training_centres,
             input("Training centres: points with code, name, prof, parent, share, from_year, "
                   "to_year."));
    list.add("inputs.student_origins", &s.inputs.student_origins,
             input("CSV with province and inhabitants_per_student; \"none\" for no difference."));
    list.add("inputs.employers", &s.inputs.employers,
             input("Employers: points with kind, size and more (mgz data columns); empty: "
                   "synthesised."));
    list_zones(list, s.inputs);
}

void list_world(ParameterList& list, WorldOptions& w)
{
    list.add("world.seed", &w.seed,
             {"1", 0, 2147483647, Basis::technical, "-",
              "Seed of the synthesised employers; the same in all replicates."});
    list.add("world.gp_practices", &w.gp_practices,
             {"practices", 1, 1000000, Basis::remembered,
              "facts: 4,999 in 2018 (read), ca. 4,900 in 2022",
              "Number of GP practices in the country.", Applies::start, Grows::with_country});
    list.add("world.vvt_organisations", &w.vvt_organisations,
             {"organisations", 1, 100000, Basis::remembered,
              "ca. 400 members of the trade association, 2022",
              "Number of organisations for nursing, care and home care (VVT).", Applies::start,
              Grows::with_country});
    list.add("world.ghz_organisations", &w.ghz_organisations,
             {"organisations", 1, 100000, Basis::read, "vgn.nl: 165 providers, ca. 2015",
              "Number of organisations for the care of disabled people (GHZ).", Applies::start,
              Grows::with_country});
    list.add("world.small_homes", &w.small_homes,
             {"homes", 0, 100000, Basis::remembered, "400-500 locations, 2022 (weak)",
              "Number of small-scale living homes without a physician of their own.",
              Applies::start, Grows::with_country});
    list.add("world.vvt_minimum_per_region", &w.vvt_minimum_per_region,
             {"organisations", 0, 100, Basis::assumption, "model design",
              "Every region has at least this many VVT organisations."});
    list.add("world.size_spread", &w.size_spread,
             {"1", 0, 2.5, Basis::assumption, "heavy-tailed sizes of care organisations",
              "Sigma of the lognormal sizes of VVT and GHZ organisations."});
    list.add("world.solo_share", &w.solo_share,
             {"1", 0, 1, Basis::read, "Nivel, peiling 2018: 35.1%", "Share of solo GP practices."});
    list.add("world.duo_share", &w.duo_share,
             {"1", 0, 1, Basis::read, "Nivel, peiling 2018: 41.5%",
              "Share of duo GP practices; the rest are group practices."});
    list.add("world.detour", &w.detour,
             {"1", 1, 3, Basis::assumption, "crow-fly by default",
              "Travelled distance over crow-fly distance."});
}

void list_output(ParameterList& list, OutputOptions& o)
{
    list.add("output.years", &o.years,
             {"year", 2003, 2100, Basis::technical, "-",
              "Years for employers, settlements and rasters.", Applies::from});
    list.add(
        "output.map_year", &o.map_year,
        {"year", 2003, 2100, Basis::technical, "-", "Year of the shortage map.", Applies::from});
    list.add("output.cell_m", &o.cell_m,
             {"m", 50, 10000, Basis::technical, "-", "Cell of the rasters.", Applies::from});
}

}  // namespace mgz
