// SPDX-License-Identifier: EUPL-1.2
#include "sim/scenario/registry.h"

namespace mgz {

static void list_intake(ParameterList& list, TrainingOptions& t)
{
    list.add(
        "training.huisarts.places", &t.places[Profession::gp],
        {"places/year", 0, 200000, Basis::read,
         "ministry: 720 (2012), 750 (2015-18), 820 (2021), 921 (2023), 954 (2024); before 2012 "
         "assumed",
         "Funded training places from each year on.", Applies::from, Grows::with_country});
    list.add("training.so.places", &t.places[Profession::so],
             {"places/year", 0, 50000, Basis::assumption,
              "260 from 2021 (read); before, set so that places x 0.58 is the intake realised in "
              "2018-20 (138-149, read) and the stock of 2022 is about 1,800 (read)",
              "Funded training places from each year on.", Applies::from, Grows::with_country});
    list.add("training.avg.places", &t.places[Profession::avg],
             {"places/year", 0, 20000, Basis::read, "SBOH 2021: 27",
              "Funded training places from each year on.", Applies::from, Grows::with_country});
    list.add("training.huisarts.fill", &t.fill[Profession::gp],
             {"1", 0, 1, Basis::derived, "813 of 820 (2021); 720 of 954 (2025 text)",
              "Share of the places that is filled.", Applies::from});
    list.add("training.so.fill", &t.fill[Profession::so],
             {"1", 0, 1, Basis::derived, "150 of 260 (2021), 149 of 260 (2022)",
              "Share of the places that is filled.", Applies::from});
    list.add("training.avg.fill", &t.fill[Profession::avg],
             {"1", 0, 1, Basis::derived, "15 of 27 (2021)", "Share of the places that is filled.",
              Applies::from});
    list.add_each("training.{}.yield", t.yield,
                  {"1", 0.3, 1, Basis::derived, "SBOH 2021: 92%, 83%, 90%",
                   "Share of entrants who get the diploma.", Applies::from});
    list.add_each("training.{}.years", t.years,
                  {"years", 1, 8, Basis::derived, "3 years full-time, part-time share of 2021",
                   "Time from entry to diploma.", Applies::from});
    list.add_each(
        "training.{}.age_at_diploma", t.age_at_diploma,
        {"years", 26, 50, Basis::assumption, "mean age in training 29.9 and 32.8, start 33.5",
         "Mean age at diploma.", Applies::from});
    list.add_each("training.{}.women", t.women,
                  {"1", 0, 1, Basis::read, "SBOH 2021: 73.7%, 80.5%, 84.6%",
                   "Share of women among entrants.", Applies::from});
}

void list_training(ParameterList& list, TrainingOptions& t)
{
    list_intake(list, t);
    list.add("training.practice_radius_km", &t.practice_radius_km,
             {"km", 1, 500, Basis::assumption, "daily travel",
              "Largest distance between institute and practice place (GP and SO); within it places "
              "thin out with settlement.distance_exponent.",
              Applies::from});
    list.add_each(
        "training.{}.trainees_per_supervisor", t.trainees_per_supervisor,
        {"1", 0, 2, Basis::assumption, "model design",
         "At most this many trainees in a region per physician with enough service there.",
         Applies::from});
    list.add("training.supervisor_service_years", &t.supervisor_service_years,
             {"years", 0, 10, Basis::assumption, "model design",
              "Years since the diploma that make a physician a supervisor.", Applies::from});
    list.add("training.fte_first_year", &t.fte_first_year,
             {"FTE", 0, 1, Basis::assumption, "model design",
              "Work of a trainee in the first year.", Applies::from});
    list.add("training.fte_last_year", &t.fte_last_year,
             {"FTE", 0, 1, Basis::assumption, "model design", "Work of a trainee in the last year.",
              Applies::from});
    list.add("training.fte_supervision", &t.fte_supervision,
             {"FTE", 0, 0.5, Basis::assumption, "model design",
              "Time a trainee costs the supervisor.", Applies::from});
    list.add("training.root", RootChoice{&t.root},
             {"practice | home", 0, 0, Basis::assumption,
              "the reports suppose that physicians root where they train",
              "Where a physician takes root: the practice place, or the home of youth (a null)."});
}

}  // namespace mgz
