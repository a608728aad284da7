// SPDX-License-Identifier: EUPL-1.2
#include "sim/scenario/registry.h"

namespace mgz {

static void list_exits(ParameterList& list, CareerOptions& c)
{
    list.add_each("careers.{}.stock", c.stock,
                  {"heads", 0, 5000000, Basis::assumption, "model design: 9,900 / 1,300 / 150",
                   "Working physicians at the start of 2003; not fitted.", Applies::start,
                   Grows::with_country});
    list.add_each("careers.{}.start_age_slope", c.start_age_slope,
                  {"1", -1, 1, Basis::fitted,
                   "so that exits agree with ca. 300 GPs a year (2016) and 4 to 6.5% of SO",
                   "Slant of the ages in 2003: -1 all weight on the young, 0 even, 1 on the old."});
    list.add("careers.retirement_earliest", &c.retirement_earliest,
             {"years", 50, 75, Basis::assumption, "range 63-68", "Earliest age of retirement.",
              Applies::from});
    list.add("careers.retirement_usual", &c.retirement_usual,
             {"years", 50, 75, Basis::assumption, "range 63-68",
              "Most frequent age of retirement (mode of a triangle).", Applies::from});
    list.add("careers.retirement_latest", &c.retirement_latest,
             {"years", 50, 80, Basis::assumption, "range 63-68", "Latest age of retirement.",
              Applies::from});
    list.add_each("careers.{}.early_leaving", c.early_leaving,
                  {"1/year", 0, 0.2, Basis::assumption,
                   "GP 0.5 to 1.5%: a quarter of exits before 60 (2016, read); SO and AVG so that "
                   "all exits are 4 to 6.5% and about 4% a year (derived)",
                   "Hazard of leaving before retirement.", Applies::from});
    list.add(
        "careers.load_effect", &c.load_effect,
        {"1", 0, 3, Basis::assumption, "model design",
         "Hazards of leaving and moving are multiplied by exp(this x (load - 1)).", Applies::from});
    list.add(
        "careers.load_effect_max", &c.load_effect_max,
        {"1", 1, 5, Basis::assumption, "model design", "Largest such multiplier.", Applies::from});
}

static void list_hours(ParameterList& list, CareerOptions& c)
{
    list.add_each("careers.{}.fte", c.fte,
                  {"FTE/head", 0.2, 1.2, Basis::derived,
                   "GP 0.73 in 2018 (derived); SO, AVG 0.80 (remembered)",
                   "Mean FTE of a physician; for GPs at the mix of roles of 2018 (63/18/19)."});
    list.add("careers.huisarts.fte_owner", &c.fte_owner,
             {"1", 0.3, 2, Basis::assumption, "51.6 against 44 hours a week (2013, read)",
              "FTE of a practice owner over the mean."});
    list.add("careers.huisarts.fte_employed", &c.fte_employed,
             {"1", 0.3, 2, Basis::assumption, "facts: relative to 0.73",
              "FTE of an employed GP or fixed locum over the mean."});
    list.add("careers.huisarts.fte_locum", &c.fte_locum,
             {"1", 0.3, 2, Basis::assumption, "26.7 against 44 hours (2013, read)",
              "FTE of a changing locum over the mean."});
    list.add("careers.fte_women", &c.fte_women,
             {"1", 0.5, 1, Basis::remembered, "women ca. 0.77, men ca. 0.88",
              "FTE of a woman over the mean of her profession; men make up the difference."});
    list.add_each(
        "careers.{}.hours_trend", c.hours_trend,
        {"1/year", -0.05, 0.05, Basis::assumption,
         "GPs about -0.4% a year from 2022 in all; the fall of 2012-22 comes from the mix of roles",
         "Change of hours per physician, on top of the mix of roles.", Applies::from});
}

static void list_roles(ParameterList& list, CareerOptions& c)
{
    list.add(
        "careers.huisarts.start_owners", &c.start_owners,
        {"1", 0, 1, Basis::assumption, "78% in 2012 (read), falling", "Share of owners in 2003."});
    list.add("careers.huisarts.start_locums", &c.start_locums,
             {"1", 0, 1, Basis::assumption, "19% in 2018 (read), rising",
              "Share of changing locums in 2003."});
    list.add(
        "careers.huisarts.owner_preference", &c.owner_preference,
        {"1", 0, 1, Basis::fitted, "owners 78, 63, 51% in 2012, 2018, 2021 (read)",
         "Share of GPs looking for a fixed place who want to own a practice, by year (linear).",
         Applies::from});
    list.add("careers.huisarts.locum_preference", &c.locum_preference,
             {"1", 0, 1, Basis::fitted, "changing locums 19% (2018), 21% (2021) (read)",
              "Share of new GPs who start as a changing locum, by year (linear).", Applies::from});
    list.add("careers.huisarts.locum_settling", &c.locum_settling,
             {"1/year", 0, 1, Basis::assumption, "model design",
              "Hazard at which a changing locum starts to look for a fixed place.", Applies::from});
    list.add("careers.huisarts.owner_sale", &c.owner_sale,
             {"1/year", 0, 0.3, Basis::fitted, "owners 78, 63, 51% (read)",
              "Hazard at which an owner sells and becomes employed in the same practice.",
              Applies::from});
    list.add("careers.huisarts.succession_quarters", &c.succession_quarters,
             {"quarters", 1, 40, Basis::assumption, "model design",
              "An owner's seat lapses when nobody took it for this long.", Applies::from});
    list.add("careers.huisarts.succession_to_chain", &c.succession_to_chain,
             {"1", 0, 1, Basis::assumption, "model design",
              "Chance that a practice without an owner goes to a chain instead of closing.",
              Applies::from});
    list.add("careers.huisarts.locum_range_km", &c.locum_range_km,
             {"km", 1, 300, Basis::assumption, "model design", "How far a changing locum travels.",
              Applies::from});
}

void list_careers(ParameterList& list, CareerOptions& c)
{
    list_exits(list, c);
    list_hours(list, c);
    list_roles(list, c);
    list.add_each("careers.{}.relocation", c.relocation,
                  {"1/year", 0, 0.3, Basis::assumption, "Australia: at most 6.8% incl. short moves",
                   "Hazard at which a settled physician looks elsewhere.", Applies::from});
    list.add("careers.tie_fade", &c.tie_fade,
             {"1/year", 0, 0.1, Basis::derived, "US 63 to 51%, Tromso 60 to 37% over a career",
              "Yearly loss of the firmness of the root.", Applies::from});
}

}  // namespace mgz
