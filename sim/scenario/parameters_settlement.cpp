// SPDX-License-Identifier: EUPL-1.2
#include "sim/scenario/registry.h"

namespace mgz {

void list_settlement(ParameterList& list, SettlementOptions& s)
{
    list.add(
        "settlement.distance_exponent", &s.distance_exponent,
        {"1", 0, 4, Basis::derived,
         "US residency data: 19/39/56% within 5/25/100 miles give 1.64 overall (1.55 near, 1.75 "
         "far); range 1.2-2.2",
         "Total exponent of ln(1 + km/5) to root and home; 0 removes rootedness (a null).",
         Applies::from});
    list.add("settlement.home_weight", &s.home_weight,
             {"1", 0, 0.5, Basis::fitted,
              "range 0-0.3; with more weight the regions far from the west lose P2",
              "Mean share of the exponent that goes to the home settlement; each physician draws "
              "between 0 and twice this."});
    list.add("settlement.size", &s.size,
             {"1", 0, 3, Basis::fitted, "large institutions are staffed while neighbours are not",
              "Weight of ln(1 + colleagues); 0 removes the pull of size (a null).", Applies::from});
    list.add(
        "settlement.load", &s.load,
        {"1", 0, 5, Basis::fitted, "set by hand: above 0.5 the periphery empties itself (P2 lost)",
         "Weight of the load above 1.", Applies::from});
    list.add(
        "settlement.housing", &s.housing,
        {"1", 0, 5, Basis::assumption, "practice housing is a bottleneck in large cities (report)",
         "Weight of the housing column of the subregions, for owners; without effect when the "
         "column is absent.",
         Applies::from});
    list.add("settlement.unplaced_share", &s.unplaced_share,
             {"1", 0.001, 0.5, Basis::assumption, "model design",
              "Share who take the outside option when there is no shortage."});
    list.add("settlement.frictional_vacancies", &s.frictional_vacancies,
             {"1", 0.001, 0.2, Basis::assumption, "model design",
              "Vacancies over need when there is no shortage."});
    list.add("settlement.minimum_employer_fte", &s.minimum_employer_fte,
             {"FTE", 0, 10, Basis::assumption, "model design: two physicians of 0.8",
              "An institution that needs less contracts hours from a larger one."});
    list.add("settlement.hiring_margin", &s.hiring_margin,
             {"1", 0, 0.5, Basis::assumption, "model design",
              "Largest hiring above need, by employers large enough.", Applies::from});
    list.add("settlement.hiring_margin_from_fte", &s.hiring_margin_from_fte,
             {"FTE", 0, 1000, Basis::assumption, "model design",
              "Need from which an employer may hire above it.", Applies::from});
    list.add("settlement.rounds", &s.rounds,
             {"rounds", 1, 50, Basis::technical, "-",
              "A refused applicant takes the next best at most this often a quarter."});
}

}  // namespace mgz
