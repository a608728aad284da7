// SPDX-License-Identifier: EUPL-1.2
/// What is kept of one replicate. Measured from outside: the model knows nothing of it.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "sim/model/groundwork.h"
#include "sim/model/positions.h"
#include "sim/model/state.h"

namespace mgz {

/// Figures of a profession in an area at the end of a quarter.
enum class Figure : unsigned char {
    need,        ///< FTE
    fte,         ///< FTE delivered, all sources
    staff,       ///< FTE of own physicians working there
    locums,      ///< FTE of changing locums working there
    trainees,    ///< FTE of trainees
    contracts,   ///< FTE had from institutions elsewhere less FTE given
    shortage,    ///< max(0, 1 - fte / need)
    heads,       ///< owners and employed working there
    owners,      ///< GP practice owners
    young,       ///< heads with a diploma of at most five years; changing locums by where they live
    vacancies,   ///< open positions
    shifted,     ///< FTE that VS, PA and basic doctors took over; in fte
    commercial,  ///< FTE bought from commercial agencies; not in fte
    outside_needed,  ///< FTE for clients outside the own house, hours by contract included
    outside_given    ///< FTE given to them
};
inline constexpr std::size_t figure_count = 15;
inline constexpr std::array<std::string_view, figure_count> figure_names{
    "need",      "fte",      "staff",      "locums",         "trainees",
    "contracts", "shortage", "heads",      "owners",         "young",
    "vacancies", "shifted",  "commercial", "outside_needed", "outside_given"};

/// Figures of a region at the end of a quarter that no profession has alone.
enum class RegionFigure : unsigned char {
    small_needed,     ///< FTE of all physicians in small homes
    small_given,      ///< FTE
    duty_load,        ///< shifts per participant, weighted by clients
    thin_duty,        ///< share of clients in thin duty groups
    pushed,           ///< contacts at HAP and SEH over normal contacts of vulnerable clients
    vvt_urgent,       ///< persons this quarter
    vvt_placed_away,  ///< of them, out of the region
    vvt_unplaced,     ///< of them, nowhere
    vvt_weeks_back,   ///< until the return
    vvt_wait_weeks,   ///< of active waiters
    ghz_urgent,
    ghz_placed_away,
    ghz_unplaced,
    ghz_weeks_back,
    ghz_wait_weeks,
    crisis,         ///< occupancy of crisis and short-stay beds
    long_waits,     ///< share of institutions where clients wait over 13 weeks
    short_waits,    ///< share where they wait over 4 weeks
    gap_employers,  ///< mean of the shares of VVT, GHZ and practices short by over 10%
    board_urgency,
    physician_urgency,
    urgent_parties,  ///< of five, with urgency over 0.5
    governance_vvt_vvt,
    governance_gp_vvt,
    governance_ghz_ghz,
    governance_ghz_gp,
    governance_vvt_ghz,
    own_measures,     ///< institutions with a measure of their own
    joint_sector,     ///< joint initiatives in force within one sector
    joint_across,     ///< and across sectors
    joint_preparing,  ///< being prepared
    joint_exploring,  ///< being explored
    preparing_scope,  ///< widest scope explored or prepared: 0 none, 1 own, 2 sector, 3 across
    joint_temporary,  ///< in force on temporary money
    pools,            ///< shared duty rotas in force
    commercial,       ///< FTE
    successions_filled,
    successions_failed,  ///< since the start
};
inline constexpr std::size_t region_figure_count = 38;
/// As in files; in the order of RegionFigure.
extern const std::array<std::string_view, region_figure_count> region_figure_names;

/// A table [time][region][figure].
class RegionTable {
public:
    RegionTable() = default;
    RegionTable(std::size_t times, std::size_t regions)
        : times_(times), regions_(regions), data_(times * regions * region_figure_count, 0.0)
    {
    }
    double& at(std::size_t time, RegionId r, RegionFigure f) { return data_[place(time, r, f)]; }
    double at(std::size_t time, RegionId r, RegionFigure f) const
    {
        return data_[place(time, r, f)];
    }
    std::size_t times() const { return times_; }
    std::size_t regions() const { return regions_; }

private:
    std::size_t place(std::size_t time, RegionId r, RegionFigure f) const
    {
        expects(time < times_ && r.index() < regions_);
        return (time * regions_ + r.index()) * region_figure_count + static_cast<std::size_t>(f);
    }
    std::size_t times_ = 0, regions_ = 0;
    std::vector<double> data_;
};

/// What one payer spent on one item in one region and year.
struct CostRow {
    int year = 0;
    RegionId region;
    std::size_t item = 0;
    Payer payer = Payer::wlz;
    double euro = 0;
};

/// Every figure of one profession.
using FigureRow = std::array<double, figure_count>;

/// A table [time][area][profession][figure].
class AreaTable {
public:
    AreaTable() = default;
    AreaTable(std::size_t times, std::size_t areas)
        : times_(times), areas_(areas), data_(times * areas * 3 * figure_count, 0.0)
    {
    }
    double& at(std::size_t time, std::size_t area, Profession p, Figure f)
    {
        return data_[place(time, area, p, f)];
    }
    double at(std::size_t time, std::size_t area, Profession p, Figure f) const
    {
        return data_[place(time, area, p, f)];
    }
    /// Adds to all figures of a profession in an area.
    void add(std::size_t time, std::size_t area, Profession p, const FigureRow& values)
    {
        double* const to = data_.data() + place(time, area, p, Figure{0});
        for (std::size_t f = 0; f < figure_count; ++f)
            to[f] += values[f];
    }
    std::size_t times() const { return times_; }
    std::size_t areas() const { return areas_; }

private:
    std::size_t place(std::size_t time, std::size_t area, Profession p, Figure f) const
    {
        expects(time < times_ && area < areas_);
        return ((time * areas_ + area) * 3 + index_of(p)) * figure_count +
               static_cast<std::size_t>(f);
    }
    std::size_t times_ = 0, areas_ = 0;
    std::vector<double> data_;
};

/// The country, per profession.
struct NationalFigures {
    double need = 0, fte = 0;  ///< FTE
    int heads = 0;             ///< all with a diploma who work or look for work
    int owners = 0, employed = 0, locums = 0, seeking = 0, trainees = 0;
    int vacancies = 0;
    Flows flows;  ///< since the start
};

/// FTE of each employer at one time; index is EmployerId.
struct EmployerSnapshot {
    std::vector<float> need, delivered, staff;
    std::vector<std::uint32_t> heads;
};

/// Where one physician works at one time.
struct WorkPlace {
    AgentKey key = 0;
    EmployerId employer;  ///< none for a changing locum
    RegionId region;      ///< of the employer, or of a changing locum's home
    float fte = 0;

    friend bool operator==(const WorkPlace&, const WorkPlace&) = default;
};

/// What to keep, and when.
struct RecordPlan {
    std::vector<Quarter> quarters;           ///< rising; area tables, national figures, roots
    std::vector<Quarter> employer_quarters;  ///< rising; employer snapshots
    std::vector<Quarter> place_quarters;     ///< rising; who works where; usually none

    /// Fourth quarters of all years, employers at the fourth quarters of the output years.
    static RecordPlan yearly(const Scenario& scenario);
};

struct History {
    RecordPlan plan;
    AreaTable regions;
    AreaTable subregions;
    RegionTable care;                                     ///< per plan.quarters
    std::vector<ByProfession<NationalFigures>> national;  ///< per plan.quarters
    /// GPs of every role by province of the settlement where they are rooted, per plan.quarters;
    /// the last column is those without a province.
    std::vector<std::vector<int>> gp_roots;
    std::vector<EmployerSnapshot> employers;  ///< per plan.employer_quarters
    /// Who works, in order of key; per plan.place_quarters.
    std::vector<ByProfession<std::vector<WorkPlace>>> places;
    /// One per year; causes sum to the change of fte and commercial FTE together.
    std::vector<Account> accounts;
    std::vector<CostRow> costs;             ///< what was spent, by year; zeros left out
    std::vector<ProgrammeMonth> programme;  ///< by month, from its start
};

class Recorder {
public:
    Recorder(const Groundwork& g, const RecordPlan& plan);
    /// Goes on with what another has kept so far, under a policy of the same places and years.
    Recorder(const Groundwork& g, const Recorder& past) : g_(g), history_(past.history_) {}
    /// Look at the state at the end of its quarter. At a year's end the account is taken and
    /// emptied.
    void look(State& state);
    History take() { return std::move(history_); }

private:
    void look_at_areas(const State& state, std::size_t time);
    void look_at_country(const State& state, std::size_t time);
    void look_inside(const State& state, std::size_t time);
    void look_at_money(const State& state);
    EmployerSnapshot snapshot(const State& state) const;
    ByProfession<std::vector<WorkPlace>> places(const State& state) const;

    const Groundwork& g_;
    History history_;
};

}  // namespace mgz
