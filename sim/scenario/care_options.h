// SPDX-License-Identifier: EUPL-1.2
/// Values of the parameters about care inside a region: client classes, retreat, duty, support,
/// overflow, money. The member initialisers are the defaults.
#pragma once

#include "sim/core/profession.h"

namespace mgz {

struct CareOptions {
    /// Share of a profession's need, at the reference year, that lies outside the own house.
    ByProfession<double> crisis{{0.0, 0.03, 0.02}};
    ByProfession<double> home{{0.03, 0.04, 0.05}};
    ByProfession<double> first_line{{0.0, 0.03, 0.02}};
    ByProfession<double> small_homes{{0.0015, 0.05, 0.06}};
    double small_home_growth = 0.05;
    double team_load_low = 1.0, team_load_high = 1.4;
    double calls = 0.15;
    double travel = 0.15;
    double ghz_at_home = 0.35;
    double moved_to_gp = 0.25;
    double least_load = 0.6;
    double retreat_below = 0.95, retreat_above = 1.00;
    double retreat_fall = 0.25, retreat_rise = 0.05;
    double retreat_memory = 1;  ///< years
    double sharing = 0.10;
    double gp_takeover = 0.40, gp_takeover_limit = 0.08;
    double mediation = 0.70;
};

struct DutyOptions {
    double group_participants = 9;
    double fte_per_participant = 0.8;
    double older_from = 60;
    double older_participation = 0.4;
    double shifts_per_week = 9;
    double thin_from = 1.15;
    double load_effect = 0.1;
};

/// Nurse practitioners, physician assistants and basic doctors; commercial physicians.
struct SupportOptions {
    double used = 0.15;
    double present = 0.20;
    double growth = 0.01;
    double substitution = 0.8;
    double commercial_ceiling = 0.9;
    double commercial_price = 1.6;
    double commercial_draw = 0.5;
};

/// Sector of long-term care, for places and waiting lists.
struct SectorOptions {
    double residents_per_fte;
    double stay_years;
    double urgent;           ///< share of those who need a place
    double occupancy;        ///< of staffed beds, at the start
    double staffing_effect;  ///< of the gap above felt_from on beds that can be used
    double leave_queue;      ///< a quarter
    double blocked_from;     ///< demand over usable beds from which an urgent client may find none
    double blocked_span;     ///< further rise at which none of them does
    double return_rate;      ///< of clients placed away, a quarter, at demand even with beds
};

struct OverflowOptions {
    SectorOptions vvt{87, 2.0, 0.20, 0.97, 1.0, 0.10, 0.97, 0.40, 0.60};
    SectorOptions ghz{370, 12.0, 0.05, 0.98, 0.10, 0.02, 0.99, 0.40, 0.60};
    double felt_from = 0.05;
    double crisis_occupancy = 0.85;
    double push = 0.12;
    double placement_time = 0.02;
    double contacts_per_fte = 10000;
    double days_per_contact = 10;
};

struct CostOptions {
    ByProfession<double> physician{{190000, 170000, 170000}};  ///< EUR per FTE and year
    double support = 95000;
};

}  // namespace mgz
