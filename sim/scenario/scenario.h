// SPDX-License-Identifier: EUPL-1.2
/// The policy and the assumptions of one run. Values only: what each means, its unit, range and
/// source stand in the registry (sim/scenario/registry.h), which is built from these structs.
/// The member initialisers are the defaults.
#pragma once

#include <string>
#include <vector>

#include "sim/core/profession.h"
#include "sim/scenario/care_options.h"
#include "sim/scenario/cooperation_options.h"
#include "sim/scenario/initiative.h"
#include "sim/scenario/series.h"

namespace mgz {

/// Where the facts come from: a path, or "path|layer", and the names of the columns in it.
/// Relative paths: those of the defaults start at the program's data folder, those in a scenario
/// file at that file's folder, those on the command line at the working folder.
struct RegionSource {
    std::string where;
    std::string code = "code";
    std::string name = "name";
};

struct SubregionSource {
    std::string where = "shapefiles/subregions.shp";  ///< "none": each region is its own subregion
    std::string code = "code";
    std::string name = "name";
    std::string region = "region";
    std::string amenity = "amenity";  ///< optional column
    std::string housing = "housing";  ///< optional column
    std::string table = "own_table";  ///< optional column
};

struct SettlementSource {
    std::string where = "shapefiles/settlements.shp";
    std::string code = "code";
    std::string name = "name";
    std::string province = "province";  ///< optional column
    std::string municipality = "muni";  ///< optional column
    std::vector<std::string> population = {"pop_0_19", "pop_20_64", "pop_65_74", "pop_75_84",
                                           "pop_85p"};
};

struct Geography {
    RegionSource regions{"shapefiles/regions.shp"};
    SubregionSource subregions;
    SettlementSource settlements;
    double snap_m = 2000;
};

struct TravelSource {
    std::string where;  ///< empty: distance is crow-fly times world.detour
    std::string from = "from";
    std::string to = "to";
    std::string km = "km";            ///< this column or the next
    std::string minutes = "minutes";  ///< made into km by the speed
    double speed = 60;                ///< km/h
};

struct PopulationSource {
    std::string where;  ///< empty: every place ages as the country does (need.age_growth)
    std::string code = "code";
    std::string year = "year";
    std::vector<std::string> ages = {"pop_0_19", "pop_20_64", "pop_65_74", "pop_75_84", "pop_85p"};
};

struct Inputs {
    std::string training_centres = "shapefiles/training_centres.shp";
    std::string student_origins = "shapefiles/source/student_origins.csv";
    std::string employers;  ///< empty: synthesised
    TravelSource travel;
    PopulationSource population;
};

struct WorldOptions {
    int seed = 1;
    int gp_practices = 4900;
    int vvt_organisations = 400;
    int ghz_organisations = 165;
    int small_homes = 450;
    int vvt_minimum_per_region = 4;
    double size_spread = 1.1;
    double solo_share = 0.35;
    double duo_share = 0.42;
    double detour = 1.0;
};

enum class RootRule {
    practice,  ///< where the practice training was
    home       ///< the home settlement: the null in which training places do not matter
};

struct TrainingOptions {
    ByProfession<Series> places;
    ByProfession<Series> fill;
    ByProfession<double> yield;
    ByProfession<double> years;
    ByProfession<double> age_at_diploma;
    ByProfession<double> women;
    double practice_radius_km = 60;
    ByProfession<double> trainees_per_supervisor;
    double supervisor_service_years = 3;
    double fte_first_year = 0.3;
    double fte_last_year = 0.6;
    double fte_supervision = 0.1;
    RootRule root = RootRule::practice;
};

struct NeedOptions {
    ByProfession<double> start_gap;
    ByProfession<double> growth;
    double gp_shift = 0.007;
    int gp_shift_from = 2015;
    /// Yearly growth per age group and relative use per head: 0-19, 20-64, 65-74, 75-84, 85+.
    std::array<double, 5> age_growth{};
    ByProfession<std::array<double, 5>> age_use;
};

struct CareerOptions {
    ByProfession<int> stock;  ///< heads at the start of 2003
    ByProfession<double> start_age_slope;
    double retirement_earliest = 63;
    double retirement_usual = 66;
    double retirement_latest = 68;
    ByProfession<double> early_leaving;
    ByProfession<double> relocation;
    double tie_fade = 0.015;
    double load_effect = 0.5;
    double load_effect_max = 1.6;
    ByProfession<double> fte;  ///< mean over the roles of a profession; GPs: at the mix of 2018
    double fte_owner = 1.20, fte_employed = 0.85, fte_locum = 0.70;  ///< relative, GPs
    double fte_women = 0.95;                                         ///< relative to the mean
    ByProfession<Series> hours_trend;
    double start_owners = 0.85, start_locums = 0.05;
    Series owner_preference;
    Series locum_preference;
    double locum_settling = 0.15;
    Series owner_sale;
    int succession_quarters = 4;
    double succession_to_chain = 0.7;
    double locum_range_km = 40;
};

struct SettlementOptions {
    double distance_exponent = 1.64;
    double home_weight = 0, size = 0, load = 0;
    double housing = 0.3;
    double unplaced_share = 0.05;
    double frictional_vacancies = 0.02;
    double minimum_employer_fte = 1.6;
    double hiring_margin = 0.03;
    double hiring_margin_from_fte = 8;
    int rounds = 4;
};

struct OutputOptions {
    std::vector<int> years = {2003, 2013, 2018, 2023, 2025, 2030, 2035, 2040};
    int map_year = 2023;
    double cell_m = 500;
};

struct Scenario {
    std::string title = "Baseline";
    std::string question;
    int from = 2003;
    int to = 2040;
    Geography geography;
    Inputs inputs;
    WorldOptions world;
    TrainingOptions training;
    NeedOptions need;
    CareerOptions careers;
    SettlementOptions settlement;
    CareOptions care;
    DutyOptions duty;
    SupportOptions support;
    OverflowOptions overflow;
    CooperationOptions cooperation;
    InitiativeOptions initiatives;
    CostOptions costs;
    std::vector<Intervention> interventions;  ///< in the order of the files
    OutputOptions output;

    Scenario();  ///< the baseline's dated series and per-profession values: scenario.cpp
};

}  // namespace mgz
