// SPDX-License-Identifier: EUPL-1.2
// What the regional initiatives do at full intensity; those of the country at the end.
#include <fmt/format.h>

#include "sim/scenario/registry.h"

namespace mgz {

static constexpr const char* unsourced = "no evaluation with figures was found";

/// Effects of one entry, under its prefix.
class Entry {
public:
    Entry(ParameterList& list, InitiativeOptions& options, Initiative i)
        : list_(list), options_(options), i_(i)
    {
    }

    Entry& effect(std::string_view name, Parameter::Target target, double low, double high,
                  std::string meaning, std::string unit = "1", std::string source = unsourced)
    {
        list_.add(key(name), target,
                  {std::move(unit), low, high, Basis::assumption, std::move(source),
                   std::move(meaning), Applies::from});
        return *this;
    }
    Entry& cost(double high, std::string_view per, Grows grows = Grows::no)
    {
        list_.add(key("cost"), &options_.cost[index_of(i_)],
                  {"EUR/year", 0, high, Basis::assumption, "order of magnitude; model design",
                   fmt::format("Cost at full intensity, for each {} where it runs.", per),
                   Applies::from, grows});
        return *this;
    }
    Entry& national_cost(double high) { return cost(high, "country", Grows::with_country); }

private:
    std::string key(std::string_view name) const
    {
        return fmt::format("initiatives.{}.{}", id_of(i_), name);
    }
    ParameterList& list_;
    InitiativeOptions& options_;
    Initiative i_;
};

static void list_of_institutions(ParameterList& list, InitiativeOptions& o)
{
    constexpr auto institution = "institution that employs physicians";
    Entry(list, o, Initiative::task_shifting)
        .effect("points", &o.task_shifting_points, 0.05, 0.30,
                "Share of the hours of elderly care physicians and physicians for the disabled "
                "that moves to others, on top of what they do already (support.used).")
        .cost(600000, institution);
    Entry(list, o, Initiative::triage)
        .effect("calls", &o.triage_calls, 0.15, 0.70,
                "Share of the calls that no longer reaches a physician.", "1",
                "one regional pilot told of 70%")
        .effect("duty", &o.triage_duty, 0, 0.70, "Share of the shifts on duty that it saves.")
        .cost(400000, institution);
    Entry(list, o, Initiative::stepped_care)
        .effect("load", &o.stepped_care_load, 0.05, 0.20,
                "Share of the work in the own house that it saves.")
        .cost(900000, institution);
    Entry(list, o, Initiative::bought_anw)
        .effect("share", &o.bought_anw_share, 0.20, 1, "Share of the own shifts that is bought.")
        .effect("price", &o.bought_anw_price, 200, 5000, "Price of a shift.", "EUR",
                "order of magnitude; model design");
}

static void list_of_capacity(ParameterList& list, InitiativeOptions& o)
{
    constexpr auto table = "table of boards";
    Entry(list, o, Initiative::regional_training)
        .effect("share", &o.regional_training_share, 0.25, 1,
                "Practice places in the region, as a share of the entrants that it would have by "
                "its need.")
        .cost(1000000, table);
    Entry(list, o, Initiative::anw_pool)
        .effect("groups", &o.anw_pool_groups, 2, 5, "Duty groups that share one rota.", "groups")
        .effect("travel", &o.anw_pool_travel, 0, 0.5, "Extra time on duty by travel.")
        .effect("pull", &o.anw_pool_pull, 0, 0.4,
                "What it adds to the utility of a place there for physicians of institutions.")
        .cost(600000, table);
    Entry(list, o, Initiative::treatment_service)
        .effect("sharing", &o.treatment_service_sharing, 0.3, 0.9,
                "Willingness to share hours between its members.")
        .cost(2500000, table);
    Entry(list, o, Initiative::capacity_sharing)
        .effect("sharing", &o.capacity_sharing_sharing, 0, 0.5,
                "Willingness to share hours between institutions.")
        .cost(500000, table);
    Entry(list, o, Initiative::home_regulation)
        .effect("openings", &o.home_regulation_openings, 0.30, 0.90,
                "Share of new small homes that does not open where physicians are short.")
        .cost(300000, table);
    Entry(list, o, Initiative::bridge_beds)
        .effect("beds", &o.bridge_beds_beds, 0, 200, "Beds of one table.", "beds")
        .effect("days", &o.bridge_beds_days, 100, 330, "Days in a wrong bed that one bed saves.",
                "days/year")
        .cost(4000000, table);
}

static void list_of_practices(ParameterList& list, InitiativeOptions& o)
{
    constexpr auto table = "table of boards";
    Entry(list, o, Initiative::role_agreements)
        .effect("refusals", &o.role_agreements_refusals, 0.20, 0.80,
                "Share of refusals of frail clients that it prevents.")
        .effect("load", &o.role_agreements_load, 0, 0.20,
                "Share of practices' work for frail clients that it saves.")
        .cost(400000, table);
    Entry(list, o, Initiative::so_first_line)
        .effect("fte", &o.so_first_line_fte, 0, 1,
                "Elderly care physicians that institutions lend to practices.",
                "FTE/100,000 inhabitants")
        .effect("gp_load", &o.so_first_line_gp_load, 0, 0.20,
                "Share of practices' work for frail clients that it saves.")
        .cost(900000, table);
    Entry(list, o, Initiative::ambulatory_team)
        .effect("fte", &o.ambulatory_team_fte, 0, 1,
                "Elderly care physicians that institutions lend to the team.",
                "FTE/100,000 inhabitants")
        .effect("gp_load", &o.ambulatory_team_gp_load, 0, 0.20,
                "Share of practices' work for frail clients that it saves.")
        .effect("crisis", &o.ambulatory_team_crisis, 0, 0.25,
                "Share of crisis and short stays that it prevents.")
        .cost(2500000, table);
    Entry(list, o, Initiative::social_worker)
        .effect("gp_load", &o.social_worker_gp_load, 0, 0.10,
                "Share of practices' work for frail clients that it saves.")
        .cost(1500000, table);
    Entry(list, o, Initiative::ghz_clinic)
        .effect("gp_load", &o.ghz_clinic_gp_load, 0, 0.40,
                "Share of practices' work for disabled clients that it saves.")
        .effect("avg_hours", &o.ghz_clinic_avg_hours, 0, 0.20,
                "Share of the hours per client outside the house that physicians for the disabled "
                "save.")
        .cost(1800000, table);
    Entry(list, o, Initiative::special_practice)
        .effect("clients", &o.special_practice_clients, 300, 600,
                "Complex clients that it takes on.", "persons")
        .effect("refusals", &o.special_practice_refusals, 0.20, 0.70,
                "Share of refusals of frail clients that it prevents.")
        .cost(2000000, table);
}

static void list_at_a_distance(ParameterList& list, InitiativeOptions& o)
{
    constexpr auto table = "table of boards";
    Entry(list, o, Initiative::technology)
        .effect("home_load", &o.technology_home_load, 0, 0.15,
                "Share of the work for disabled clients at home that it saves.")
        .effect("travel", &o.technology_travel, 0.10, 0.50,
                "Share of the travel to clients outside the house that it saves.")
        .cost(1200000, table);
    Entry(list, o, Initiative::transfer_point)
        .effect("time", &o.transfer_point_time, 0.40, 0.90,
                "Share of physicians' time per placement that it saves.")
        .effect("beds", &o.transfer_point_beds, 0, 0.10, "Extra use of the beds that there are.")
        .cost(1200000, table);
    Entry(list, o, Initiative::urgent_care_square)
        .effect("referrals", &o.urgent_care_square_referrals, 0, 0.30,
                "Share of referrals from the out-of-hours post to the emergency department that "
                "it prevents.")
        .cost(1500000, table);
    Entry(list, o, Initiative::prevention)
        .effect("load", &o.prevention_load, 0, 0.05,
                "Share of the work for frail clients that it saves.")
        .effect("growth", &o.prevention_growth, 0, 0.005, "Yearly growth of need that it saves.",
                "1/year")
        .cost(1000000, table);
}

static void list_of_country(ParameterList& list, InitiativeOptions& o)
{
    Entry(list, o, Initiative::funded_places)
        .effect("increase", &o.funded_places_increase, 0, 2,
                "Extra funded places, relative to those of the year.");
    Entry(list, o, Initiative::fill)
        .effect("to", &o.fill_to, 0, 1, "Share of the places that is filled, if it was less.", "1",
                "813 of 820 places for GPs in 2021 (SBOH, read)");
    Entry(list, o, Initiative::regional_places)
        .effect("share", &o.regional_places_share, 0, 1,
                "Share of the national places that goes to the places named.");
    Entry(list, o, Initiative::retirement_age)
        .effect("years", &o.retirement_age_years, 0, 5, "Years added to a working life.", "years");
    Entry(list, o, Initiative::hours)
        .effect("change", &o.hours_change, -0.2, 0.2, "Change of the hours of every physician.");
    Entry(list, o, Initiative::locum_rules)
        .effect("preference", &o.locum_rules_preference, 0, 1,
                "Share of those who would become changing locums after the diploma that does not.");
    Entry(list, o, Initiative::practice_housing)
        .effect("relief", &o.practice_housing_relief, 0, 1,
                "Share of the effect of housing cost on owners that it takes away.");
    Entry(list, o, Initiative::location_incentive)
        .effect("pay", &o.location_incentive_pay, 0, 50,
                "Extra pay; each percent adds 0.01 to the utility of a place. Costs follow pay.",
                "%", "10% pay moves 0.8 points of the choices (read abroad)");
    Entry(list, o, Initiative::home_selection)
        .effect("share", &o.home_selection_share, 0, 1,
                "Share of the entrants whose home is drawn among the inhabitants of the places "
                "named instead of by where students come from.")
        .effect("weight", &o.home_selection_weight, 0, 1,
                "Mean weight of home in the choice of a place of those selected.");
    Entry(list, o, Initiative::regional_accountability)
        .effect("sharing", &o.regional_accountability_sharing, 0, 1,
                "Willingness to share hours between institutions.");
}

static void list_of_programme(ParameterList& list, InitiativeOptions& o)
{
    Entry(list, o, Initiative::support_capacity)
        .effect("increase", &o.support_capacity_increase, 0, 5,
                "Extra projects that the support team can begin.")
        .national_cost(1000000000);
    Entry(list, o, Initiative::learning_circles)
        .effect("factor", &o.learning_circles_factor, 1, 3,
                "Factor on the rate at which joint initiatives begin.")
        .national_cost(500000000);
    Entry(list, o, Initiative::covenant)
        .effect("factor", &o.covenant_factor, 1, 3,
                "Factor on the rate at which joint initiatives begin.")
        .national_cost(500000000);
    Entry(list, o, Initiative::structural_funding)
        .effect("lapse", &o.structural_funding_lapse, 0, 4,
                "Rate at which initiatives on temporary money end.", "1/year");
    Entry(list, o, Initiative::wlz_treatment)
        .effect("shift", &o.wlz_treatment_shift, 0, 1,
                "Share of the work in the own house that becomes work outside it.");
    Entry(list, o, Initiative::vpt_growth)
        .effect("share", &o.vpt_growth_share, 0, 1,
                "Share of the clients in elderly care who live at home instead of in a bed.");
    Entry(list, o, Initiative::commercial_cap)
        .effect("cut", &o.commercial_cap_cut, 0, 1,
                "Share of the hours that institutions would hire from agencies that they do not.");
    Entry(list, o, Initiative::demand_growth)
        .effect("extra", &o.demand_growth_extra, -0.02, 0.02,
                "Added to the yearly growth of need (need.*.growth), in every profession.",
                "1/year", "Nivel 2018 for GPs: 0.9 to 1.8% a year; 1.3% without the lever");
}

void list_initiatives(ParameterList& list, InitiativeOptions& o)
{
    list.add("initiatives.ramp_years", &o.ramp_years,
             {"years", 0, 20, Basis::assumption, "model design",
              "Time from the start of a measure or of a project's realisation to full intensity.",
              Applies::from});
    list_of_institutions(list, o);
    list_of_capacity(list, o);
    list_of_practices(list, o);
    list_at_a_distance(list, o);
    list_of_country(list, o);
    list_of_programme(list, o);
}

}  // namespace mgz
