// SPDX-License-Identifier: EUPL-1.2
// What a domain expert expects of each ready scenario, and where the model surprises: there the row
// says what the model does, and its sentence begins with "Surprise". A row: where, in how many of
// its regions, which profession, what, at the end of which year, which way, why.
#include "tests/sim/study/directions.h"

namespace directions {

namespace {

const Place country{"the country", {}};
// North-Holland North, Drenthe, Flevoland, Twente, Zeeland.
const Place five{"the five regions", {"ZK06", "ZK07", "ZK18", "ZK22", "ZK27"}};
const Place beside_five{"the other regions", {"ZK06", "ZK07", "ZK18", "ZK22", "ZK27"}, true};
// Also Friesland and South-East Brabant.
const Place seven{"the seven regions", {"ZK06", "ZK07", "ZK08", "ZK18", "ZK22", "ZK27", "ZK30"}};
const Place beside_seven{
    "the other regions", {"ZK06", "ZK07", "ZK08", "ZK18", "ZK22", "ZK27", "ZK30"}, true};
const Place twente{"Twente", {"ZK22"}};
const Place beside_twente{"all but Twente", {"ZK22"}, true};
const Place amsterdam{"Amsterdam and surroundings", {"ZK01", "ZK02"}};
const Place every_region{"every region", {}, true};

using enum Expect;
using enum Of;

}  // namespace

const std::vector<ScenarioExpectations>& expectations()
{
    static const std::vector<ScenarioExpectations> all_of_them{
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

        {"bad_future",
         {
             {country, all, "huisarts", "shortage", 2040, worse, "Fewer enter and need grows."},
             {country, all, "so", "shortage", 2040, worse, "Fewer enter and need grows."},
             {country, all, "avg", "shortage", 2040, worse, "Fewer enter and need grows."},
             {every_region, all, "huisarts", "shortage", 2040, worse,
              "Need grows everywhere alike."},
             {every_region, all, "so", "shortage", 2040, worse, "Need grows everywhere alike."},
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

        {"capped_commercial",
         {
             {country, all, "so", "commercial", 2040, better, "Half as many hours are bought."},
             {country, all, "so", "shortage", 2040, better,
              "Surprise: bought hours do not count in it, those that come back do; the next two "
              "rows tell what is lost."},
             {country, all, "", "vvt_wait_weeks", 2040, worse,
              "Clients get fewer hours, bought ones included: beds stand empty and queues grow."},
             {country, all, "", "gap_employers", 2040, worse,
              "More institutions are short, bought hours included."},
             {country, all, "so", "staff", 2040, unclear, "The lever makes no physicians."},
             {country, all, "huisarts", "shortage", 2040, unclear,
              "GPs are not hired from these agencies."},
         }},

        {"combined_package",
         {
             {country, all, "huisarts", "shortage", 2040, better, "It holds advised_inflow."},
             {country, all, "so", "shortage", 2040, better,
              "It holds advised_inflow and task_shifting."},
             {country, all, "avg", "shortage", 2040, better,
              "It holds advised_inflow and task_shifting."},
             {every_region, all, "so", "shortage", 2040, better, "As in advised_inflow."},
             {five, all, "huisarts", "shortage", 2040, better,
              "More are trained, and part of them here."},
             {country, all, "", "duty_load", 2040, better, "Shared rotas and triage."},
             {every_region, all, "", "small_home_unmet", 2040, better,
              "Tasks shifted, roles agreed, and physicians enough."},
             {country, all, "so", "staff", 2040, worse,
              "Surprise: more are trained and fewer serve; others take over so much that there are "
              "no positions."},
         }},

        {"home_regulation",
         {
             {country, all, "so", "shortage", 2040, better,
              "Surprise: need falls and care does not grow; the hours for homes that do not open "
              "vanish."},
             {country, all, "so", "fte", 2040, unclear, "Nothing is added."},
             {country, all, "avg", "fte", 2040, unclear, "Nothing is added."},
             {country, all, "huisarts", "fte", 2040, unclear, "Nothing is added."},
             {country, all, "", "vvt_wait_weeks", 2040, not_worse,
              "Surprise: their clients should wait elsewhere, and join no queue."},
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

        {"no_programme",
         {
             {country, all, "so", "shortage", 2026, same,
              "What has support keeps it: nothing is lost at once."},
             {country, all, "huisarts", "shortage", 2040, worse,
              "Projects that save work come late or not at all."},
             {country, all, "so", "shortage", 2040, worse, "The same."},
             {country, all, "avg", "shortage", 2040, worse, "The same."},
             {country, all, "huisarts", "fte", 2040, unclear,
              "The programme saves work; it makes no physicians."},
             {country, all, "", "duty_load", 2040, worse, "Fewer shared rotas."},
             {country, all, "so", "outside_unmet", 2040, worse,
              "Care outside the house suffers first."},
             {country, all, "", "crisis", 2040, worse, "Fewer projects for frail people at home."},
             {country, median, "", "pushed", 2040, worse,
              "The same: more of them come to the out-of-hours post."},
             {country, all, "", "vvt_wait_weeks", 2040, worse,
              "Fewer transfer points: beds stand empty for longer."},
             {country, all, "", "ghz_wait_weeks", 2040, worse,
              "The same in care for the disabled."},
         }},

        {"regional_accountability",
         {
             {every_region, most, "so", "shortage", 2040, unclear,
              "Institutions share; nothing is added."},
             {country, all, "so", "fte", 2040, unclear, "Institutions share; nothing is added."},
             {country, all, "huisarts", "shortage", 2040, unclear, "Not about GPs."},
             {country, median, "so", "outside_unmet", 2040, worse,
              "Surprise: should be better; hours go to the houses of neighbours instead of to "
              "clients outside."},
             {country, median, "", "small_home_unmet", 2040, worse, "Surprise: the same."},
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
             {five, all, "huisarts", "shortage", 2040, better, "Who trained there stays."},
             {five, median, "so", "shortage", 2040, better, "The same; one region has few SOs."},
             {beside_five, all, "huisarts", "shortage", 2040, not_worse,
              "No region gives up places."},
             {beside_five, most, "huisarts", "shortage", 2040, better,
              "Not all stay where they trained."},
         }},

        {"shared_anw_pools",
         {
             {country, all, "", "duty_load", 2040, better, "Fewer shifts each in seven regions."},
             {seven, most, "", "duty_load", 2028, better, "As soon as the rotas run."},
             {seven, median, "", "duty_load", 2040, better, "Still so; one region has few groups."},
             {country, all, "so", "fte", 2040, unclear, "Nobody is added."},
             {country, all, "so", "shortage", 2040, unclear, "Nobody is added."},
             {seven, median, "so", "shortage", 2040, better, "A better place to work draws some."},
             {beside_seven, median, "so", "shortage", 2040, worse,
              "The mirror: they come from there."},
             {seven, all, "huisarts", "shortage", 2040, unclear,
              "The rota is of institutions, not of practices."},
         }},

        {"shared_anw_pools_everywhere",
         {
             {country, all, "", "duty_load", 2040, better, "Fewer shifts each."},
             {every_region, most, "", "duty_load", 2030, better, "In every region."},
             {country, all, "so", "fte", 2040, unclear, "Nobody is added."},
             {country, all, "so", "shortage", 2040, unclear, "When every region draws, none does."},
         }},

        {"task_shifting",
         {
             {country, all, "so", "shortage", 2040, better,
              "Others take over hours, and there is less to do."},
             {country, all, "avg", "shortage", 2040, better, "The same."},
             {every_region, all, "so", "shortage", 2040, better, "In every institution."},
             {country, all, "", "small_home_unmet", 2040, better,
              "Houses that are not short work outside again."},
             {country, all, "so", "commercial", 2040, better, "Who is not short hires nobody."},
             {country, all, "huisarts", "fte", 2040, unclear, "It makes no GPs."},
             {country, all, "huisarts", "shortage", 2040, not_better,
              "Surprise: small homes get their SOs, and that takes no work from GPs."},
         }},

        {"treatment_out_of_wlz",
         {
             {every_region, all, "huisarts", "shortage", 2040, worse,
              "Part of the work comes to GPs."},
             {country, all, "huisarts", "fte", 2040, unclear, "It makes no GPs."},
             {country, all, "so", "shortage", 2040, better,
              "Surprise: physicians count where they are employed, though half of their work has "
              "gone outside and little of it is done."},
             {country, all, "so", "fte", 2040, better,
              "Surprise: work in the house is light, so fewer leave, while clients outside go "
              "without."},
             {country, all, "", "ghz_wait_weeks", 2040, worse, "Beds are frozen."},
         }},

        {"treatment_service",
         {
             {every_region, all, "so", "shortage", 2040, unclear,
              "Hours are shared by need; no region is made better off by it."},
             {country, all, "so", "fte", 2040, not_worse,
              "The service makes no hours, and takes none."},
             {country, all, "huisarts", "shortage", 2040, unclear, "Not about GPs."},
             {country, median, "so", "outside_unmet", 2040, worse,
              "Surprise: should be better; hours go to the houses of neighbours instead of to "
              "clients outside."},
             {country, all, "", "small_home_unmet", 2040, worse, "Surprise: the same."},
         }},

        {"location_incentive",
         {
             {country, all, "huisarts", "fte", 2040, unclear,
              "It moves physicians and makes none."},
             {country, all, "so", "fte", 2040, unclear, "It moves physicians and makes none."},
             {seven, most, "huisarts", "shortage", 2040, better, "10% more pay draws some."},
             {beside_seven, median, "huisarts", "shortage", 2040, worse,
              "The mirror: they come from there."},
             {country, all, "huisarts", "worst_region", 2040, better,
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
    return all_of_them;
}

const std::vector<Order>& orders()
{
    static const std::vector<Order> all_of_them{
        {{"advised_inflow", country, 2040},
         {"later_retirement", country, 2040},
         "huisarts",
         "shortage",
         "The largest of the single measures."},
        {{"advised_inflow", country, 2040},
         {"regional_training_added", country, 2040},
         "huisarts",
         "shortage",
         "The same."},
        {{"advised_inflow", country, 2040},
         {"locum_enforcement", country, 2040},
         "huisarts",
         "shortage",
         "The same."},
        {{"advised_inflow", country, 2040},
         {"later_retirement", country, 2040},
         "so",
         "shortage",
         "The same, for SOs."},
        {{"advised_inflow", country, 2040},
         {"regional_training_added", country, 2040},
         "so",
         "shortage",
         "The same."},
        {{"advised_inflow", country, 2040},
         {"task_shifting", country, 2040},
         "avg",
         "shortage",
         "The same, for AVGs."},
        {{"advised_inflow", country, 2040},
         {"advised_inflow", country, 2030},
         "huisarts",
         "shortage",
         "Training takes years."},
        {{"bad_future", country, 2030},
         {"bad_future", country, 2040},
         "huisarts",
         "shortage",
         "It gets worse by the year."},
        {{"more_part_time", country, 2030},
         {"more_part_time", country, 2040},
         "huisarts",
         "fte",
         "Little by little."},
        {{"later_retirement", country, 2034},
         {"later_retirement", country, 2040},
         "huisarts",
         "fte",
         "A shift in time: who stayed leaves later, and no more enter."},
        {{"combined_package", country, 2032},
         {"advised_inflow", country, 2032},
         "avg",
         "shortage",
         "Tasks shift at once, training takes years."},
        {{"combined_package", country, 2040},
         {"advised_inflow", country, 2040},
         "",
         "duty_load",
         "Shared rotas are in the package alone."},
        {{"combined_package", five, 2040},
         {"advised_inflow", five, 2040},
         "huisarts",
         "shortage",
         "Regional training is in the package alone."},
        {{"regional_training_added", five, 2040},
         {"regional_training", five, 2040},
         "huisarts",
         "shortage",
         "Added is more than moved."},
        {{"regional_training_added", five, 2040},
         {"regional_training_added", beside_five, 2040},
         "huisarts",
         "shortage",
         "Most of it where they train."},
        {{"regional_accountability", country, 2040},
         {"treatment_service", country, 2040},
         "",
         "small_home_unmet",
         "It shares less, so it takes less from outside."},
        {{"shared_anw_pools_everywhere", country, 2040},
         {"shared_anw_pools", country, 2040},
         "",
         "duty_load",
         "More regions."},
        {{"locum_enforcement", seven, 2040},
         {"locum_enforcement", beside_seven, 2040},
         "huisarts",
         "shortage",
         "Posts are open in the seven regions."},
    };
    return all_of_them;
}

}  // namespace directions
