// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/programme.h"

#include <algorithm>
#include <numeric>

#include "sim/core/elementary.h"
#include "sim/model/measures.h"

namespace mgz {

double chance_within(double rate, double years)
{
    return 1 - exp_of(-rate * years);
}

double encouragement(const Groundwork& g, const State& state, TableId t)
{
    const auto& options = g.scenario.initiatives;
    return (1 + (options.learning_circles_factor - 1) *
                    intensity(g, state, Initiative::learning_circles, t)) *
           (1 + (options.covenant_factor - 1) * intensity(g, state, Initiative::covenant, t));
}

double joint_rate(const Groundwork& g, const State& state, TableId t, const Agenda& agenda)
{
    const auto& options = g.scenario.cooperation;
    const auto& table = state.cooperation.tables[t];
    double attention = 1 - options.crowding;
    for (int i = 0; i < agenda.under_way; ++i)
        attention *= 1 - options.crowding;
    return options.joint_hazard * table.board_urgency * table.physician_urgency * attention *
           encouragement(g, state, t);
}

namespace {

constexpr double month_years = 1.0 / 12;

class Month {
public:
    Month(const Groundwork& g, const Draws& draws, int month, State& state)
        : g_(g),
          draws_(draws),
          month_(month),
          state_(state),
          all_(state.cooperation),
          options_(g.scenario.cooperation)
    {
    }

    void run()
    {
        const bool open = first_year + month_ / 12 <= options_.programme_until;
        if (open) {
            const auto all = agendas(g_, all_);
            for (const TableId t : g_.tables.ids())
                maybe_ask(t, all[t]);
        }
        begin_projects(open);
        for (auto& project : all_.projects)
            go_on(project);
        write_books();
    }

private:
    int months_open() const { return month_ - programme_start(options_); }

    /// How strongly a table asks for support; leading ones need it less.
    double demand(TableId t) const
    {
        const auto& table = all_.tables[t];
        const double urgency = 0.5 * (table.board_urgency + table.physician_urgency);
        return urgency * (table.leading ? options_.leaders_ask : 1.0);
    }

    /// Requests follow urgency, from the national number with which the programme began.
    double requests_a_year(TableId t)
    {
        double& all = all_.urgency_at_start;
        if (!(all > 0)) {
            for (const TableId other : g_.tables.ids())
                all += demand(other);
        }
        if (!(all > 0)) return 0;
        return options_.requests_per_year * demand(t) / all * encouragement(g_, state_, t);
    }

    void maybe_ask(TableId t, const Agenda& agenda)
    {
        const auto draw =
            draws_.words(Purpose::programme, key_of_code(g_.tables[t].code), state_.quarter,
                         static_cast<std::uint32_t>(month_ - first_month_of(state_.quarter)));
        if (draw.uniform(0) >= chance_within(requests_a_year(t), month_years)) return;
        const bool ghz = months_open() >= 12 * options_.ghz_delay_years;
        const auto weights = joint_weights(g_, state_, t, agenda, ghz);
        if (std::accumulate(weights.begin(), weights.end(), 0.0) <= 0) return;
        ++all_.requests;
        if (draw.uniform(2) >= options_.taken) return;
        ++all_.granted;
        Project project;
        project.initiative = pick_initiative(weights, draw.uniform(1));
        project.table = t;
        project.phase = Phase::waiting;
        project.supported = true;
        all_.projects.push_back(project);
    }

    /// In the order of granting. What the team cannot use it does not save up, but for a fraction.
    /// When the programme is over those who wait begin without it.
    void begin_projects(bool open)
    {
        if (open && months_open() < options_.programme_months_to_start) return;
        if (months_open() == options_.programme_months_to_start) all_.intake_left = 0.5;  // rounds
        all_.intake_left +=
            options_.intake_per_month * (1 + g_.scenario.initiatives.support_capacity_increase *
                                                 intensity(state_, Initiative::support_capacity));
        for (auto& project : all_.projects) {
            if (project.phase != Phase::waiting) continue;
            if (open && all_.intake_left < 1) break;
            project.phase = Phase::exploring;
            project.supported = open;
            all_.intake_left -= 1;
        }
        all_.intake_left = std::clamp(all_.intake_left, 0.0, 1.0);
    }

    /// The same project takes as long in every scenario.
    double length(const Project& project) const
    {
        const double months = project.phase == Phase::exploring   ? options_.months_exploring
                              : project.phase == Phase::preparing ? options_.months_preparing
                              : project.phase == Phase::realising ? options_.months_realising
                                                                  : options_.months_securing;
        constexpr std::uint32_t lengths = 1000;
        const auto block = lengths + 8 * static_cast<std::uint32_t>(project.initiative) +
                           static_cast<std::uint32_t>(project.phase);
        const double u = draws_.uniform(
            Purpose::programme, key_of_code(g_.tables[project.table].code), Quarter{0}, block);
        return months * (1 + options_.phase_spread * (2 * u - 1));
    }

    void go_on(Project& project)
    {
        if (project.phase == Phase::waiting || project.phase == Phase::ended) return;
        if (in_force(project)) {
            const double ramp = g_.scenario.initiatives.ramp_years;
            project.intensity =
                ramp > 0 ? std::min(1.0, project.intensity + month_years / ramp) : 1.0;
        }
        if (project.phase == Phase::running) return;
        project.months_in_phase += project.supported ? 1.0 : options_.unsupported_pace;
        if (project.months_in_phase < length(project)) return;
        project.phase = static_cast<Phase>(static_cast<int>(project.phase) + 1);
        project.months_in_phase = 0;
        if (project.phase != Phase::running || !project.supported) return;
        project.supported = false;
        ++all_.finished;
    }

    void write_books()
    {
        ProgrammeMonth books;
        books.month = month_;
        books.requests = all_.requests;
        books.granted = all_.granted;
        books.finished = all_.finished;
        for (const auto& project : all_.projects) {
            if (!project.supported || project.phase == Phase::waiting) continue;
            ++books.running[static_cast<std::size_t>(project.phase) -
                            static_cast<std::size_t>(Phase::exploring)];
        }
        all_.programme.push_back(books);
    }

    const Groundwork& g_;
    const Draws& draws_;
    int month_;
    State& state_;
    Cooperation& all_;
    const CooperationOptions& options_;
};

}  // namespace

void advance_month(const Groundwork& g, const Draws& draws, int month, State& state)
{
    Month(g, draws, month, state).run();
}

}  // namespace mgz
