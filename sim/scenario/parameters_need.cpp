// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include "sim/scenario/registry.h"

namespace mgz {

static constexpr std::array<std::string_view, 5> age_groups{"0_19", "20_64", "65_74", "75_84",
                                                            "85p"};

void list_need(ParameterList& list, NeedOptions& n)
{
    list.add_each("need.{}.start_gap", n.start_gap,
                  {"1", -0.5, 0.9, Basis::fitted,
                   "sets the level of need so that the national gap of 2023 is about 5.5%, 8%, 15% "
                   "(remembered: 4-6, 8-11, 15-20)",
                   "National gap at the start of 2003, the same everywhere; below 0 a surplus."});
    list.add("need.huisarts.growth", &n.growth[Profession::gp],
             {"1/year", -0.02, 0.06, Basis::read, "Nivel 2018: 0.9 to 1.8% a year",
              "Growth of need by population and age.", Applies::from});
    list.add("need.so.growth", &n.growth[Profession::so],
             {"1/year", -0.02, 0.06, Basis::assumption,
              "80+ grows 3.4% a year against flat stay 2015-19; range 1.0 to 3.4%",
              "Growth of need by population and age.", Applies::from});
    list.add("need.avg.growth", &n.growth[Profession::avg],
             {"1/year", -0.02, 0.06, Basis::assumption,
              "stay flat 2015-19, more work outside institutions; range 0 to 2%",
              "Growth of need by population and age.", Applies::from});
    list.add(
        "need.huisarts.shift", &n.gp_shift,
        {"1/year", 0, 0.012, Basis::assumption, "care moved from hospital and institution to GP",
         "Extra growth of need for GPs by care shifted to them.", Applies::from});
    list.add("need.huisarts.shift_from", &n.gp_shift_from,
             {"year", 2003, 2100, Basis::assumption, "reform of long-term care in 2015",
              "Year from which care shifts to GPs."});
    for (std::size_t i = 0; i < age_groups.size(); ++i) {
        list.add(fmt::format("need.age_growth.{}", age_groups[i]), &n.age_growth[i],
                 {"1/year", -0.03, 0.06, Basis::assumption,
                  "80+ doubles 2024-2045 (CBS, read); younger groups assumed",
                  "National growth of the age group; only its spread over places counts, the total "
                  "follows need.*.growth.",
                  Applies::from});
    }
    for (const Profession p : all_professions) {
        for (std::size_t i = 0; i < age_groups.size(); ++i) {
            list.add(
                fmt::format("need.{}.use.{}", name_of(p), age_groups[i]), &n.age_use[p][i],
                {"1", 0, 100, Basis::assumption, "relative use of care by age",
                 "Relative need per head of the age group; spreads national need over places."});
        }
    }
}

}  // namespace mgz
