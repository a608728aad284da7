// SPDX-License-Identifier: EUPL-1.2
#include "sim/input/world_input.h"

namespace mgz {

std::vector<InputColumn> input_columns()
{
    const std::string regions = "geography.regions", subregions = "geography.subregions",
                      settlements = "geography.settlements", centres = "inputs.training_centres",
                      employers = "inputs.employers", origins = "inputs.student_origins",
                      travel = "inputs.travel", population = "inputs.population";
    return {
        {regions, "code", "text", "-", true, "unique code of the region (polygon)"},
        {regions, "name", "text", "-", true, "name on maps and in tables"},
        {subregions, "code", "text", "-", true, "unique code of the subregion (polygon)"},
        {subregions, "name", "text", "-", true, "name"},
        {subregions, "region", "text", "-", true, "code of the region that it lies in"},
        {subregions, "amenity", "number", "utility", false,
         "attractiveness beyond what the model knows; 1 is 2.7 times as attractive"},
        {subregions, "housing", "number", "1", false, "relative cost of housing a practice"},
        {subregions, "own_table", "number", "0 or 1", false,
         "1: boards meet for this subregion instead of its region"},
        {settlements, "code", "text", "-", true, "unique code of the settlement (point)"},
        {settlements, "name", "text", "-", true, "name"},
        {settlements, "pop_0_19", "number", "inhabitants", true, "aged 0 to 19"},
        {settlements, "pop_20_64", "number", "inhabitants", true, "aged 20 to 64"},
        {settlements, "pop_65_74", "number", "inhabitants", true, "aged 65 to 74"},
        {settlements, "pop_75_84", "number", "inhabitants", true, "aged 75 to 84"},
        {settlements, "pop_85p", "number", "inhabitants", true, "aged 85 and over"},
        {settlements, "province", "text", "-", false, "links to student origins"},
        {settlements, "muni", "text", "-", false,
         "code of the municipality, for interventions that name one"},
        {centres, "code", "text", "-", true, "unique code of the training centre (point)"},
        {centres, "name", "text", "-", true, "name"},
        {centres, "prof", "text", "-", true, "huisarts, so or avg"},
        {centres, "share", "number", "1", true,
         "share of the profession's places; scaled over the open centres"},
        {centres, "parent", "text", "-", false, "code of the institute of a dependance"},
        {centres, "from_year", "whole number", "year", false, "first year open"},
        {centres, "to_year", "whole number", "year", false, "last year open"},
        {employers, "code", "text", "-", true, "unique code of the employer (point)"},
        {employers, "kind", "text", "-", true, "gp_practice, vvt, ghz or small_home"},
        {employers, "size", "number", "FTE or clients", true,
         "above 0; only proportions within a kind and region count"},
        {employers, "owners", "whole number", "heads", false,
         "GP practices: owners' seats; 0 is a practice of a chain; 1 when absent"},
        {origins, "province", "text", "-", true, "name as in the settlements"},
        {origins, "inhabitants_per_student", "number", "inhabitants", true,
         "inhabitants per medical student who grew up there"},
        {travel, "from", "text", "-", true,
         "code of a region, subregion, municipality or settlement"},
        {travel, "to", "text", "-", true, "code of another of the same kind"},
        {travel, "km", "number", "km", false, "travelled distance; or give minutes"},
        {travel, "minutes", "number", "minutes", false,
         "travel time, made into km by inputs.travel_speed; not read where there are km"},
        {population, "code", "text", "-", true,
         "code of a region, subregion, municipality or settlement"},
        {population, "year", "whole number", "year", true, "the base year 2021 must be among them"},
        {population, "pop_0_19", "number", "inhabitants", true, "aged 0 to 19"},
        {population, "pop_20_64", "number", "inhabitants", true, "aged 20 to 64"},
        {population, "pop_65_74", "number", "inhabitants", true, "aged 65 to 74"},
        {population, "pop_75_84", "number", "inhabitants", true, "aged 75 to 84"},
        {population, "pop_85p", "number", "inhabitants", true, "aged 85 and over"},
    };
}

}  // namespace mgz
