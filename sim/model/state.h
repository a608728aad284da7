// SPDX-License-Identifier: EUPL-1.2
/// The one thing that changes. Plain tables; every step takes the narrowest part it needs.
#pragma once

#include <array>
#include <vector>

#include "sim/core/calendar.h"
#include "sim/core/id.h"
#include "sim/core/profession.h"
#include "sim/core/random.h"
#include "sim/model/books.h"

namespace mgz {

/// Physicians of one profession with a diploma, structure of arrays. Order means nothing.
struct Physicians {
    std::vector<AgentKey> key;
    std::vector<Role> role;
    std::vector<std::uint8_t> woman;
    std::vector<std::uint8_t> wants_ownership;
    std::vector<double> fte;           ///< before the trend of hours
    std::vector<SettlementId> root;    ///< where the physician took root
    std::vector<SettlementId> home;    ///< where he or she grew up
    std::vector<double> home_weight;   ///< h, share of the distance exponent
    std::vector<SettlementId> base;    ///< where a changing locum lives; root for others
    std::vector<EmployerId> employer;  ///< none while seeking or locum
    std::vector<Quarter> diploma;      ///< also when the root began to fade
    std::vector<Quarter> since;        ///< start at this employer
    std::vector<Quarter> retires;      ///< first quarter out of work
    std::vector<double> leave_left;    ///< hazard still to live through before leaving early
    std::vector<double> move_left;     ///< before looking elsewhere (or, a locum, for a place)
    std::vector<double> sale_left;     ///< before an owner sells

    std::size_t size() const { return key.size(); }
    /// Remove those whose flag is set; the others keep their order.
    void remove(const std::vector<std::uint8_t>& gone);
};

/// Those in training for one profession.
struct Trainees {
    std::vector<AgentKey> key;
    std::vector<SettlementId> practice;
    std::vector<Quarter> entered;
    std::vector<std::uint8_t> stops;  ///< will not get the diploma; leaves halfway

    std::size_t size() const { return key.size(); }
};

/// Employers during the run; indexed by EmployerId, each has one profession.
struct EmployerStates {
    IdVector<EmployerId, double> share;  ///< of the region's need; moves when a practice closes
    IdVector<EmployerId, double> need;   ///< FTE, own clients
    IdVector<EmployerId, double> contracted;   ///< FTE needed by institutions it serves by contract
    IdVector<EmployerId, double> staff;        ///< FTE of own physicians
    IdVector<EmployerId, double> trainees;     ///< FTE of trainees
    IdVector<EmployerId, double> locums;       ///< FTE of changing locums
    IdVector<EmployerId, double> by_contract;  ///< FTE had from other institutions less FTE given
    IdVector<EmployerId, double> delivered;    ///< FTE that its clients get, all sources
    IdVector<EmployerId, double> hazard;       ///< factor on leaving and moving
    IdVector<EmployerId, double> load;         ///< need / FTE, capped
    IdVector<EmployerId, int> heads;
    IdVector<EmployerId, int> owners;
    IdVector<EmployerId, int> open_seats;      ///< of owners who left
    IdVector<EmployerId, Quarter> seat_since;  ///< when the oldest open seat fell open
    IdVector<EmployerId, std::uint8_t> chain;  ///< GP practice without owners for good
    IdVector<EmployerId, std::uint8_t> closed;

    /// Need that its own staff must meet.
    double duty(EmployerId e) const { return need[e] + contracted[e]; }
};

/// Why FTE changed. The causes of a year sum to the change of FTE.
enum class Cause : unsigned char {
    retired,
    left,       ///< before retirement
    hours,      ///< trend of hours per physician
    role,       ///< owner became employed
    graduated,  ///< first fixed place after the diploma
    settled,    ///< changing locum took a fixed place
    moved_in,
    moved_out,
    closed,    ///< practice closed, staff on the street
    locums,    ///< change in hours of changing locums
    trainees,  ///< change in work of trainees
    contracts  ///< change in hours between institutions of different regions
};
inline constexpr std::size_t cause_count = 12;
inline constexpr std::array<std::string_view, cause_count> cause_names{
    "retired",  "left",      "hours",  "role",   "graduated", "settled",
    "moved_in", "moved_out", "closed", "locums", "trainees",  "contracts"};

/// FTE by region, profession and cause since the last time it was emptied.
using Account = IdVector<RegionId, ByProfession<std::array<double, cause_count>>>;

/// Heads by event since the last time they were emptied, per profession.
struct Flows {
    int entrants = 0, diplomas = 0, stopped = 0, unfilled_places = 0;
    int retired = 0, left = 0;
    int placed = 0, unplaced = 0, moved = 0;
};

struct State {
    Quarter quarter;
    ByProfession<Physicians> physicians;
    ByProfession<Trainees> trainees;
    EmployerStates employers;
    Account account;
    ByProfession<Flows> flows;
};

}  // namespace mgz
