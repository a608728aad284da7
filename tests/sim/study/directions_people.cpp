// SPDX-License-Identifier: EUPL-1.2
// What a domain expert expects of ready scenarios about physicians: how many there are and where.
// Where the model surprises, the row says what the model does, and its sentence begins with
// "Surprise". A row: where, in how many of its regions, which profession, what, at the end of which
// year, which way, why.
#include "tests/sim/study/directions.h"

namespace directions {

using enum Expect;
using enum Of;

const std::vector<ScenarioExpectations>& expected_of_people()
{
    static const std::vector<ScenarioExpectations> table{
        {"advised_inflow",
         {
             {country, all, "huisarts", "shortage", 2040, better,
              "More GPs are trained than leave."},
             {every_region, most, "huisarts", "shortage", 2040, better,
              "They settle in every part of the country."},
             {country, all, "huisarts", "shortage", 2027, better,
              "Surprise: better before anybody has finished, as trainees count for part of a "
              "physician."},
             {country, all, "so", "shortage", 2040, better,
              "Every place is filled: twice as many enter as in the baseline."},
             {every_region, all, "so", "shortage", 2040, better,
              "So many that no region goes without."},
             {country, all, "avg", "shortage", 2040, better, "Every place is filled."},
             {country, all, "so", "outside_unmet", 2040, better,
              "Houses that have enough physicians work outside again."},
             {country, all, "", "small_home_unmet", 2040, better,
              "The same: small homes get their physicians."},
             {country, all, "so", "commercial", 2040, better, "Who is not short hires nobody."},
             {country, all, "so", "worst_region", 2040, better,
              "The region that is worst off gains too."},
         }},

        {"regional_training",
         {
             {country, all, "huisarts", "fte", 2040, unclear, "Places move, none are added."},
             {country, all, "so", "fte", 2040, unclear, "Places move, none are added."},
             {country, all, "huisarts", "shortage", 2040, unclear,
              "A region's gain is another's loss."},
             {five, median, "huisarts", "shortage", 2030, better,
              "Trainees work where they learn."},
             {five, median, "huisarts", "shortage", 2040, better, "Who trained there stays."},
             {five, median, "so", "shortage", 2040, better,
              "The same; one region has few SOs, and chance is larger."},
             {five, some, "huisarts", "shortage", 2040, better,
              "Clearly in some; in others chance is as large."},
             {beside_five, median, "huisarts", "shortage", 2040, worse,
              "The mirror: they are missed around the institutes."},
             {beside_five, some, "huisarts", "shortage", 2030, worse, "The same, clearly in some."},
             {country, all, "avg", "shortage", 2040, unclear,
              "There are too few AVGs for anything to be seen."},
         }},

        {"regional_training_added",
         {
             {country, all, "huisarts", "shortage", 2040, better, "7% more places."},
             {country, all, "so", "shortage", 2040, better, "7% more places."},
             {country, all, "avg", "shortage", 2040, better, "7% more places."},
             {five, most, "huisarts", "shortage", 2040, better, "Who trained there stays."},
             {five, median, "so", "shortage", 2040, better, "The same; one region has few SOs."},
             {beside_five, all, "huisarts", "shortage", 2040, not_worse,
              "No region gives up places."},
             {beside_five, most, "huisarts", "shortage", 2040, better,
              "Not all stay where they trained."},
         }},

        {"home_selection",
         {
             {country, all, "huisarts", "shortage", 2028, same,
              "The first of them finish in 2029."},
             {country, all, "huisarts", "fte", 2040, unclear,
              "It chooses who enters, not how many."},
             {country, all, "so", "fte", 2040, unclear, "It chooses who enters, not how many."},
             {country, all, "huisarts", "shortage", 2040, unclear,
              "A region's gain is another's loss."},
             {seven, median, "huisarts", "shortage", 2040, better,
              "Some come back; in a single region chance is larger."},
             {beside_seven, median, "huisarts", "shortage", 2040, worse,
              "The mirror: who comes back is missed elsewhere."},
         }},

        {"location_incentive",
         {
             {country, all, "huisarts", "fte", 2040, unclear,
              "It moves physicians and makes none."},
             {country, all, "so", "fte", 2040, unclear, "It moves physicians and makes none."},
             {seven, most, "huisarts", "shortage", 2040, better, "10% more pay draws some."},
             {beside_seven, median, "huisarts", "shortage", 2040, worse,
              "The mirror: they come from there."},
             {country, median, "huisarts", "worst_region", 2040, better,
              "The worst off is one of the seven."},
         }},

        {"locum_enforcement",
         {
             {country, all, "huisarts", "shortage", 2040, better,
              "Surprise in its size: who has a fixed place is taken to work more hours."},
             {country, all, "huisarts", "fte", 2040, better, "The same."},
             {seven, all, "huisarts", "shortage", 2040, better,
              "A fixed place is found where posts are open."},
             {amsterdam, all, "huisarts", "shortage", 2040, worse,
              "Changing locums live near the cities, and helped there."},
             {country, all, "huisarts", "worst_region", 2040, better,
              "Most posts are open where shortage is worst."},
             {country, all, "so", "shortage", 2040, unclear, "Not about SOs."},
         }},

        {"later_retirement",
         {
             {country, all, "huisarts", "fte", 2030, better, "Who would have left still works."},
             {country, all, "huisarts", "fte", 2034, better, "Two more years for everybody."},
             {country, all, "huisarts", "fte", 2040, better,
              "Less than before, and still more at work."},
             {country, all, "so", "fte", 2034, better, "Two more years for everybody."},
             {country, all, "avg", "fte", 2034, better, "Two more years for everybody."},
             {every_region, most, "huisarts", "fte", 2034, better,
              "Physicians retire in every region."},
             {country, all, "", "duty_load", 2040, unclear,
              "Older physicians take part in duty less."},
         }},

        {"more_part_time",
         {
             {country, all, "huisarts", "fte", 2040, worse, "Fewer hours each."},
             {country, all, "so", "fte", 2040, worse, "Fewer hours each."},
             {country, all, "avg", "fte", 2040, worse, "Fewer hours each."},
             {every_region, all, "huisarts", "shortage", 2040, worse,
              "Nobody makes up for it, anywhere."},
             {every_region, median, "so", "shortage", 2040, worse,
              "The same; one region has few SOs."},
             {country, all, "so", "commercial", 2040, worse, "Who is short hires."},
             {country, all, "", "small_home_unmet", 2040, worse,
              "Houses that are short withdraw from care outside."},
         }},

        {"bad_future",
         {
             {country, all, "huisarts", "shortage", 2040, worse, "Fewer enter and need grows."},
             {country, all, "so", "shortage", 2040, worse, "Fewer enter and need grows."},
             {country, all, "avg", "shortage", 2040, worse, "Fewer enter and need grows."},
             {every_region, all, "huisarts", "shortage", 2040, worse,
              "Need grows everywhere alike."},
             {every_region, most, "so", "shortage", 2040, worse, "Need grows everywhere alike."},
             {country, all, "huisarts", "fte", 2040, worse, "Fewer enter."},
             {country, all, "so", "fte", 2040, worse, "Fewer enter."},
             {country, all, "so", "outside_unmet", 2040, worse,
              "Houses that are short withdraw from care outside."},
             {country, all, "", "small_home_unmet", 2040, worse,
              "The same: small homes lose their physicians."},
             {country, all, "so", "commercial", 2040, worse, "Who is short hires."},
             {country, all, "", "crisis", 2040, worse,
              "Frail people without care end up in crisis beds."},
         }},

        {"training_in_twente",
         {
             {twente, all, "huisarts", "shortage", 2040, better, "Who trained there stays."},
             {beside_twente, most, "huisarts", "shortage", 2040, not_better,
              "Nothing is added elsewhere."},
             {beside_twente, median, "huisarts", "shortage", 2040, worse,
              "The mirror: they are missed elsewhere."},
             {beside_twente, most, "huisarts", "shortage", 2040, not_worse,
              "Surprise: a dozen GPs fewer over thirty regions; chance hides the loss in nearly "
              "all of them."},
             {country, all, "huisarts", "fte", 2040, unclear, "Places move, none are added."},
         }},
    };
    return table;
}

}  // namespace directions
