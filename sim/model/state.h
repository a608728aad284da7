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
#include "sim/model/class_table.h"
#include "sim/model/cooperation_state.h"
#include "sim/model/ledger.h"

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
    std::vector<Quarter> older;        ///< first quarter in which fewer take part in duty
    std::vector<double> leave_left;    ///< hazard still to live through before leaving early
    std::vector<double> move_left;     ///< before looking elsewhere (or, a locum, for a place)
    std::vector<double> sale_left;     ///< before an owner sells
    std::vector<int> searches;         ///< quarters in which he or she looked so far

    std::size_t gone = 0;  ///< rows of who left, marked as such; few, and swept now and then

    /// Rows, those of who left among them.
    std::size_t size() const { return key.size(); }
    /// Who is there.
    std::size_t present() const { return size() - gone; }
    /// Adds so many rows, to be written.
    void append(std::size_t rows);
    /// Marks a row as one of who left: nothing will happen there. REQUIRES: no employer.
    void leave(std::size_t row);
    /// Takes the rows of who left out of the table; the others keep their order.
    void sweep();
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
    IdVector<EmployerId, double> at_full_will;             ///< by_contract if nobody withdrew
    IdVector<EmployerId, double> neighbours_at_full_will;  ///< hours given to them in that case
    IdVector<EmployerId, double> shared;                   ///< FTE had by levelling less FTE given
    IdVector<EmployerId, double> shifted;     ///< FTE of physicians that VS, PA, basic doctors do
    IdVector<EmployerId, double> commercial;  ///< FTE bought; not in delivered
    IdVector<EmployerId, double> drawn;       ///< FTE that commercial work elsewhere took
    IdVector<EmployerId, double> delivered;   ///< FTE that its clients get, all sources
    IdVector<EmployerId, double> hazard;      ///< factor on leaving and moving
    IdVector<EmployerId, double> load;        ///< need / FTE, capped
    IdVector<EmployerId, int> heads;
    IdVector<EmployerId, int> supervisors;  ///< long enough in practice to train others
    IdVector<EmployerId, int> owners;
    IdVector<EmployerId, int> open_seats;      ///< of owners who left
    IdVector<EmployerId, Quarter> seat_since;  ///< when the oldest open seat fell open
    IdVector<EmployerId, std::uint8_t> chain;  ///< GP practice without owners for good
    IdVector<EmployerId, std::uint8_t> closed;

    /// Need that its own staff must meet.
    /// Need of the own clients by class; neighbours are those that contract hours here.
    ClassTable needed;
    ClassTable given;                          ///< FTE by class; never more than is there
    IdVector<EmployerId, double> felt;         ///< FTE over need as boards remember it
    IdVector<EmployerId, double> willingness;  ///< z: share of the outside hours it will give
    IdVector<EmployerId, double> duty_load;    ///< shifts per participant in its duty group

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
    closed,     ///< practice closed, staff on the street
    locums,     ///< change in hours of changing locums
    trainees,   ///< change in work of trainees
    contracts,  ///< change in hours between institutions, at full willingness
    retreated,  ///< change in hours between institutions by withdrawal
    shared,     ///< change in hours by levelling between institutions
    shifted,    ///< change in hours taken over by VS, PA and basic doctors
    bought,     ///< change in commercial FTE
    drawn       ///< change in FTE that commercial work elsewhere took
};
inline constexpr std::size_t cause_count = 17;
inline constexpr std::array<std::string_view, cause_count> cause_names{
    "retired",   "left",      "hours",   "role",   "graduated", "settled",
    "moved_in",  "moved_out", "closed",  "locums", "trainees",  "contracts",
    "retreated", "shared",    "shifted", "bought", "drawn"};

/// FTE by region, profession and cause since the last time it was emptied.
using Account = IdVector<RegionId, ByProfession<std::array<double, cause_count>>>;

/// Books one cause of a profession in a region, employer by employer. The sum is kept until the
/// end: the same additions in the same order, without a way to memory each.
class Booking {
public:
    Booking(Account& account, RegionId r, Profession p, Cause cause)
        : booked_(account[r][p][static_cast<std::size_t>(cause)]), sum_(booked_)
    {
    }
    Booking(const Booking&) = delete;
    Booking& operator=(const Booking&) = delete;
    ~Booking() { booked_ = sum_; }

    void add(double fte) { sum_ += fte; }

private:
    double& booked_;
    double sum_;
};

/// Heads by event since the last time they were emptied, per profession.
struct Flows {
    int entrants = 0, diplomas = 0, stopped = 0, unfilled_places = 0;
    int retired = 0, left = 0;
    int placed = 0, unplaced = 0, moved = 0;
};

/// Places and waiting lists of one sector in one region; persons.
struct SectorState {
    double beds = 0;                ///< built
    double demand = 0;              ///< own clients who need one
    double queue = 0;               ///< active waiters
    double away = 0;                ///< own clients placed elsewhere
    double guests = 0;              ///< clients of elsewhere placed here
    std::vector<double> placed_at;  ///< own clients by Groundwork::hosts; sums to away
    // of this quarter
    double urgent = 0, placed_here = 0, placed_away = 0, unplaced = 0, returned = 0;
    double weeks_back = 0;  ///< expected time until the return of who is placed away
    double wait_weeks = 0;  ///< of an active waiter
    double closed = 0;      ///< share of beds that staff is too short for
    double pressure = 0;    ///< demand over usable beds
};

struct RegionState {
    double small_homes = 1;       ///< relative to the plan in which nobody regulates
    double team_load = 1;         ///< of care teams in small homes, mean 1 over regions
    double prevented = 0;         ///< share of need that prevention has kept away so far
    ByProfession<double> need{};  ///< FTE, all clients of the region after what measures save
    ByProfession<double> gap{};   ///< 1 - (FTE + commercial) / need of the last quarter
    ByProfession<double> small_needed{};  ///< FTE in small homes
    ByProfession<double> small_given{};   ///< the GP's includes hours taken over from others
    double taken_over = 0;                ///< FTE that GPs took over in small homes
    double pushed = 0;  ///< contacts at HAP and SEH over normal contacts of these clients
    double crisis = 0;  ///< occupancy of crisis and short-stay beds, above 1: refused
    SectorState vvt, ghz;
    int successions_filled = 0, successions_failed = 0;  ///< since the start
};

struct State {
    Quarter quarter;
    ByProfession<Physicians> physicians;
    ByProfession<Trainees> trainees;
    EmployerStates employers;
    IdVector<RegionId, RegionState> regions;
    Cooperation cooperation;
    Intensities intensities;
    Ledger ledger;  ///< since the year began
    Account account;
    ByProfession<Flows> flows;
};

}  // namespace mgz
