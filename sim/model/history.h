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
    need,       ///< FTE
    fte,        ///< FTE delivered, all sources
    staff,      ///< FTE of own physicians working there
    locums,     ///< FTE of changing locums working there
    trainees,   ///< FTE of trainees
    contracts,  ///< FTE had from institutions elsewhere less FTE given
    shortage,   ///< max(0, 1 - fte / need)
    heads,      ///< owners and employed working there
    owners,     ///< GP practice owners
    young,      ///< heads with a diploma of at most five years; changing locums by where they live
    vacancies   ///< open positions
};
inline constexpr std::size_t figure_count = 11;
inline constexpr std::array<std::string_view, figure_count> figure_names{
    "need",     "fte",   "staff",  "locums", "trainees", "contracts",
    "shortage", "heads", "owners", "young",  "vacancies"};

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
    std::vector<std::uint16_t> heads;
};

/// What to keep, and when.
struct RecordPlan {
    std::vector<Quarter> quarters;           ///< rising; area tables, national figures, roots
    std::vector<Quarter> employer_quarters;  ///< rising; employer snapshots

    /// Fourth quarters of all years, employers at the fourth quarters of the output years.
    static RecordPlan yearly(const Scenario& scenario);
};

struct History {
    RecordPlan plan;
    AreaTable regions;
    AreaTable subregions;
    std::vector<ByProfession<NationalFigures>> national;  ///< per plan.quarters
    /// GPs of every role by province of the settlement where they are rooted, per plan.quarters;
    /// the last column is those without a province.
    std::vector<std::vector<int>> gp_roots;
    std::vector<EmployerSnapshot> employers;  ///< per plan.employer_quarters
    std::vector<Account> accounts;            ///< one per year; causes sum to the change of fte
};

class Recorder {
public:
    Recorder(const Groundwork& g, const RecordPlan& plan);
    /// Look at the state at the end of its quarter. At a year's end the account is taken and
    /// emptied.
    void look(State& state);
    History take() { return std::move(history_); }

private:
    void look_at_areas(const State& state, std::size_t time);
    void look_at_country(const State& state, std::size_t time);
    EmployerSnapshot snapshot(const State& state) const;

    const Groundwork& g_;
    History history_;
    Market market_;
};

}  // namespace mgz
