// SPDX-License-Identifier: EUPL-1.2
// What a domain expert expects of ready scenarios about care: who gives it, and how it is shared.
// Where the model surprises, the row says what the model does, and its sentence begins with
// "Surprise". A row: where, in how many of its regions, which profession, what, at the end of which
// year, which way, why.
#include "tests/sim/study/directions.h"

namespace directions {

using enum Expect;
using enum Of;

const std::vector<ScenarioExpectations>& expected_of_care()
{
    static const std::vector<ScenarioExpectations> table{
        {"capped_commercial",
         {
             {country, all, "so", "commercial", 2040, better, "Half as many hours are bought."},
             {country, all, "so", "shortage", 2040, better,
              "Surprise: bought hours do not count in it, those that come back do; the next two "
              "rows tell what is lost."},
             {country, all, "", "vvt_wait_weeks", 2040, worse,
              "Clients get fewer hours, bought ones included: beds stand empty and queues grow."},
             {country, median, "", "gap_employers", 2040, worse,
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
             {country, median, "", "duty_load", 2040, worse, "Fewer shared rotas."},
             {country, median, "so", "outside_unmet", 2040, worse,
              "Care outside the house suffers first."},
             {country, all, "", "crisis", 2040, worse, "Fewer projects for frail people at home."},
             {country, median, "", "pushed", 2040, worse,
              "The same: more of them come to the out-of-hours post."},
             {country, all, "", "vvt_wait_weeks", 2040, worse,
              "Fewer transfer points: beds stand empty for longer."},
             {country, median, "", "ghz_wait_weeks", 2040, worse,
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

        {"shared_anw_pools",
         {
             {country, all, "", "duty_load", 2040, better, "Fewer shifts each in seven regions."},
             {seven, some, "", "duty_load", 2028, better, "As soon as the rotas run."},
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
             {every_region, most, "huisarts", "shortage", 2040, worse,
              "Part of the work comes to GPs."},
             {country, all, "huisarts", "fte", 2040, unclear, "It makes no GPs."},
             {country, all, "so", "outside_given", 2040, better,
              "More is given outside, of the far more that is needed there."},
             {country, all, "so", "shortage", 2040, better,
              "Surprise: physicians count where they are employed, though half of their work has "
              "gone outside and little of it is done."},
             {country, all, "so", "fte", 2040, better,
              "Surprise: work in the house is light, so fewer leave, while clients outside go "
              "without."},
             {country, median, "", "ghz_wait_weeks", 2040, worse, "Beds are frozen."},
         }},

        {"treatment_service",
         {
             {every_region, all, "so", "shortage", 2040, unclear,
              "Hours are shared by need; no region is made better off by it."},
             {country, all, "so", "fte", 2040, not_worse,
              "The service makes no hours, and takes none."},
             {country, all, "huisarts", "shortage", 2040, unclear, "Not about GPs."},
             {country, median, "so", "outside_given", 2040, worse,
              "Surprise: should be better; hours go to the houses of neighbours instead of to "
              "clients outside."},
             {country, all, "", "small_home_unmet", 2040, worse, "Surprise: the same."},
         }},
    };
    return table;
}

}  // namespace directions
