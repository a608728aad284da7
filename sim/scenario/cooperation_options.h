// SPDX-License-Identifier: EUPL-1.2
/// Values of the parameters about urgency, governance, initiatives and the support programme.
/// The member initialisers are the defaults.
#pragma once

#include <array>

#include "sim/core/profession.h"
#include "sim/scenario/initiative.h"

namespace mgz {

struct CooperationOptions {
    double urgency_from = 0.05, urgency_span = 0.15;
    double urgency_correlation = 0.5;     ///< of physicians' urgency with what their work tells
    double governance_correlation = 0.5;  ///< of a tie with the early shortage of the table
    double vvt_low = 0.6, vvt_high = 0.9;
    double gp_vvt_mean = 0.53, ghz_mean = 0.42, ghz_gp_mean = 0.32, vvt_ghz_mean = 0.15;
    double governance_spread = 0.25;
    double governance_growth = 0.05, governance_lapse = 0.02;  ///< a quarter; a lapse

    int measures_from = 2015;
    double measure_hazard = 0.15;  ///< a year, once there are first signs
    double first_signs = 0.05, acute = 0.10;

    int start_pools = 4, start_leaders = 12, start_plans = 12;
    int start_joint_least = 2, start_joint_most = 6;  ///< in force at a leading table
    double start_temporary = 0.6;
    double joint_hazard = 18;  ///< a year, at full urgency and governance
    double crowding = 0.3;

    int programme_from = 2022, programme_month = 11;  ///< its first month
    int programme_until = 2100;                       ///< last year in which it takes requests
    int programme_months_to_start = 5;  ///< from its first month to its first projects
    double requests_per_year = 40;
    double taken = 0.68;
    double intake_per_month = 2.9;
    double leaders_ask = 0.5;
    double ghz_delay_years = 1.0;
    double months_exploring = 9, months_preparing = 12, months_realising = 12, months_securing = 9;
    double phase_spread = 0.4;       ///< a phase lasts its months times 1 - spread to 1 + spread
    double unsupported_pace = 0.67;  ///< of a project without the programme
    double temporary_lapse = 0.33, structural_lapse = 0.05;  ///< a year
    double conversion = 0.075;                               ///< a year
    double support_cost = 30000;                             ///< EUR a year and project
};

/// Full-intensity effects of the catalogue, named after the entries.
struct InitiativeOptions {
    double ramp_years = 1.5;
    double task_shifting_points = 0.10;
    double triage_calls = 0.40, triage_duty = 0.20;
    double stepped_care_load = 0.10;
    double bought_anw_share = 0.50, bought_anw_price = 1000;
    double regional_training_share = 0.50;
    int anw_pool_groups = 3;
    double anw_pool_travel = 0.10, anw_pool_pull = 0.15;
    double treatment_service_sharing = 0.6;
    double capacity_sharing_sharing = 0.3;
    double role_agreements_refusals = 0.50, role_agreements_load = 0.10;
    double home_regulation_openings = 0.60;
    double technology_home_load = 0.08, technology_travel = 0.30;
    double so_first_line_fte = 0.3, so_first_line_gp_load = 0.10;  ///< FTE per 100,000 inhabitants
    double ambulatory_team_fte = 0.3, ambulatory_team_gp_load = 0.10, ambulatory_team_crisis = 0.10;
    double social_worker_gp_load = 0.04;
    double ghz_clinic_gp_load = 0.20, ghz_clinic_avg_hours = 0.10;
    double special_practice_clients = 450, special_practice_refusals = 0.40;
    double transfer_point_time = 0.70, transfer_point_beds = 0.05;
    double urgent_care_square_referrals = 0.15;
    double bridge_beds_beds = 10, bridge_beds_days = 250;
    double prevention_load = 0.02, prevention_growth = 0.002;

    double funded_places_increase = 0.10;
    double fill_to = 0.97;
    double regional_places_share = 0.10;
    double retirement_age_years = 2;
    double hours_change = 0.05;
    double locum_rules_preference = 0.5;
    double practice_housing_relief = 0.5;
    double location_incentive_pay = 10;
    double home_selection_share = 0.50, home_selection_weight = 0.3;
    double regional_accountability_sharing = 0.4;
    double support_capacity_increase = 0.5;
    double learning_circles_factor = 1.1;
    double covenant_factor = 1.2;
    double structural_funding_lapse = 0.05;
    double wlz_treatment_shift = 0.5;
    double vpt_growth_share = 0.20;
    double commercial_cap_cut = 0.5;
    double demand_growth_extra = 0.005;

    /// EUR a year at full intensity, for each place of its scope where it runs: institution, table,
    /// country. Zero where the cost goes by use: bought shifts, agencies, pay.
    std::array<double, initiative_count> cost{
        60000,  40000, 90000,  0,      0,      80000,  60000,  250000, 50000,  40000, 30000,
        120000, 90000, 250000, 150000, 180000, 200000, 120000, 150000, 400000, 100000};

    InitiativeOptions()
    {
        cost[index_of(Initiative::support_capacity)] = 900000;
        cost[index_of(Initiative::learning_circles)] = 250000;
        cost[index_of(Initiative::covenant)] = 100000;
    }
};

}  // namespace mgz
