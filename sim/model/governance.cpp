// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/governance.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/core/normal.h"
#include "sim/model/measures.h"
#include "sim/model/programme.h"

namespace mgz {

Tie tie_of(Initiative i)
{
    switch (i) {
        case Initiative::regional_training:
        case Initiative::anw_pool:
        case Initiative::treatment_service:
        case Initiative::capacity_sharing:
        case Initiative::transfer_point:
        case Initiative::bridge_beds:
            return Tie::vvt_vvt;
        case Initiative::technology:
            return Tie::ghz_ghz;
        case Initiative::ghz_clinic:
        case Initiative::special_practice:
            return Tie::ghz_gp;
        default:
            return Tie::gp_vvt;
    }
}

static bool about_ghz(Initiative i)
{
    return tie_of(i) == Tie::ghz_ghz || tie_of(i) == Tie::ghz_gp;
}

std::pair<double, double> moments(const std::vector<double>& values)
{
    if (values.empty()) return {0, 0};
    const auto n = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double squares = 0;
    for (const double v : values)
        squares += (v - mean) * (v - mean);
    return {mean, std::sqrt(squares / n)};
}

double drawn_tie(const CooperationOptions& options, double mean, double shortage, double u)
{
    const double c = options.governance_correlation;
    const double normal = std::sqrt(1 - c * c) * normal_quantile(u) + c * shortage;
    return std::clamp(mean + options.governance_spread * normal, 0.0, 1.0);
}

IdVector<TableId, Agenda> agendas(const Groundwork& g, const Cooperation& cooperation)
{
    IdVector<TableId, Agenda> all(g.tables.size());
    for (const auto& project : cooperation.projects)
        all[project.table].add(project);
    return all;
}

std::array<double, initiative_count> joint_weights(const Groundwork& g, const State& state,
                                                   TableId t, const Agenda& agenda, bool ghz)
{
    std::array<double, initiative_count> weights{};
    const auto& table = state.cooperation.tables[t];
    for (std::size_t i = institutional_initiative_count; i < regional_initiative_count; ++i) {
        const auto initiative = static_cast<Initiative>(i);
        if (agenda.has[i] || (!ghz && about_ghz(initiative))) continue;
        if (intensity(g, state, initiative, t) > 0) continue;
        weights[i] = table.governance[static_cast<std::size_t>(tie_of(initiative))];
    }
    return weights;
}

double mean_tie(const std::array<double, initiative_count>& weights)
{
    double sum = 0, count = 0;
    for (const double weight : weights) {
        sum += weight;
        count += weight > 0;
    }
    return count > 0 ? sum / count : 0.0;
}

Initiative pick_initiative(const std::array<double, initiative_count>& weights, double u)
{
    double left = u * std::accumulate(weights.begin(), weights.end(), 0.0);
    std::size_t last = 0;
    for (std::size_t i = 0; i < initiative_count; ++i) {
        if (!(weights[i] > 0)) continue;
        last = i;
        left -= weights[i];
        if (left < 0) break;
    }
    return static_cast<Initiative>(last);
}

namespace {

/// Draws of Purpose::governance by table; block 0 is the physicians' (urgency.cpp).
enum Block : std::uint32_t {
    ties = 1,
    more_ties = 2,
    stock = 3,
    plan = 4,
    how_many = 5,
    what = 100
};

class Beginning {
public:
    Beginning(const Groundwork& g, const Draws& draws, State& state)
        : g_(g), draws_(draws), state_(state), options_(g.scenario.cooperation)
    {
    }

    void run()
    {
        draw_ties();
        for (const TableId t : g_.tables.ids())
            readiest_ = std::max(readiest_, urgency_and_ties(t));
        for (const TableId t : readiest_tables(options_.start_leaders, 0))
            begin_leader(t);
        begin_pools();
        for (const TableId t : readiest_tables(options_.start_plans, 1))
            begin_plan(t);
        state_.cooperation.begun = true;
    }

private:
    Words words(TableId t, std::uint32_t block) const
    {
        return draws_.words(Purpose::governance, key_of_code(g_.tables[t].code), Quarter{0}, block);
    }

    void draw_ties()
    {
        auto& tables = state_.cooperation.tables;
        std::vector<double> shortage;
        for (const auto& table : tables)
            shortage.push_back(table.shortage);
        const auto [mean, deviation] = moments(shortage);
        for (const TableId t : g_.tables.ids()) {
            const auto first = words(t, ties), second = words(t, more_ties);
            const double z = deviation > 0 ? (tables[t].shortage - mean) / deviation : 0.0;
            tables[t].governance = {
                options_.vvt_low + (options_.vvt_high - options_.vvt_low) * first.uniform(0),
                drawn_tie(options_, options_.gp_vvt_mean, z, first.uniform(1)),
                drawn_tie(options_, options_.ghz_mean, z, first.uniform(2)),
                drawn_tie(options_, options_.ghz_gp_mean, z, first.uniform(3)),
                drawn_tie(options_, options_.vvt_ghz_mean, z, second.uniform(0))};
        }
    }

    double urgency_and_ties(TableId t) const
    {
        const auto& table = state_.cooperation.tables[t];
        return table.board_urgency *
               std::accumulate(table.governance.begin(), table.governance.end(), 0.0);
    }

    /// Urgency times ties, relative to the readiest, and half as much luck; less where much is in
    /// force already.
    double readiness(TableId t, double luck) const
    {
        double relative = readiest_ > 0 ? urgency_and_ties(t) / readiest_ : 0.0;
        for (const auto& project : state_.cooperation.projects) {
            if (project.table == t) relative *= 1 - options_.crowding;
        }
        return relative + 0.5 * luck;
    }

    /// The readiest table of each of the readiest regions, so many. `draw` names the luck.
    std::vector<TableId> readiest_tables(int wanted, int draw) const
    {
        std::vector<std::pair<double, TableId>> best(g_.world.regions.size(), {-1.0, TableId{}});
        for (const TableId t : g_.tables.ids()) {
            const std::pair ready(readiness(t, words(t, stock).uniform(draw)), t);
            auto& first = best[g_.tables[t].region.index()];
            if (ready.first > first.first) first = ready;
        }
        std::erase_if(best, [](const auto& entry) { return entry.second.none(); });
        std::stable_sort(best.begin(), best.end(),
                         [](const auto& a, const auto& b) { return a.first > b.first; });
        std::vector<TableId> tables;
        for (const auto& entry : best) {
            if (tables.size() < static_cast<std::size_t>(wanted)) tables.push_back(entry.second);
        }
        return tables;
    }

    void begin_leader(TableId t)
    {
        state_.cooperation.tables[t].leading = true;
        Agenda agenda = agendas(g_, state_.cooperation)[t];
        const int least = options_.start_joint_least;
        const int most = std::max(least, options_.start_joint_most);
        const int number =
            least + static_cast<int>((most - least + 1) * words(t, how_many).uniform(0));
        for (int k = 0; k < number; ++k) {
            auto weights = joint_weights(g_, state_, t, agenda, true);
            weights[index_of(Initiative::anw_pool)] = 0;  // as many as were counted: begin_pools
            if (std::accumulate(weights.begin(), weights.end(), 0.0) <= 0) return;
            const auto draw = words(t, what + static_cast<std::uint32_t>(k));
            add(t, pick_initiative(weights, draw.uniform(0)), draw.uniform(1));
            agenda.add(state_.cooperation.projects.back());
        }
    }

    void add(TableId t, Initiative i, double u)
    {
        Project project;
        project.initiative = i;
        project.table = t;
        project.phase = Phase::running;
        project.intensity = 1;
        project.temporary = u < options_.start_temporary;
        state_.cooperation.projects.push_back(project);
    }

    /// A pool takes the place of another initiative of a leading table; elsewhere it is the first.
    void begin_pools()
    {
        std::vector<TableId> tables;
        for (const TableId t : g_.tables.ids()) {
            if (intensity(g_, state_, Initiative::anw_pool, t) == 0) tables.push_back(t);
        }
        const auto eager = [&](TableId t) {
            const auto& table = state_.cooperation.tables[t];
            return table.governance[static_cast<std::size_t>(Tie::vvt_vvt)] *
                   (table.leading ? 1.0 : 0.5) * words(t, stock).uniform(2);
        };
        std::stable_sort(tables.begin(), tables.end(),
                         [&](TableId a, TableId b) { return eager(a) > eager(b); });
        const auto wanted = static_cast<std::size_t>(options_.start_pools);
        if (tables.size() > wanted) tables.resize(wanted);
        for (const TableId t : tables) {
            const double u = words(t, stock).uniform(3);
            auto& projects = state_.cooperation.projects;
            const auto other = std::find_if(projects.begin(), projects.end(),
                                            [&](const Project& p) { return p.table == t; });
            if (other == projects.end()) {
                add(t, Initiative::anw_pool, u);
            } else {
                other->initiative = Initiative::anw_pool;
            }
        }
    }

    /// A plan that is being prepared, and not for long.
    void begin_plan(TableId t)
    {
        const Agenda agenda = agendas(g_, state_.cooperation)[t];
        const auto weights = joint_weights(g_, state_, t, agenda, true);
        if (std::accumulate(weights.begin(), weights.end(), 0.0) <= 0) return;
        const auto draw = words(t, plan);
        Project project;
        project.initiative = pick_initiative(weights, draw.uniform(0));
        project.table = t;
        project.phase = Phase::preparing;
        project.months_in_phase = 0.5 * draw.uniform(1) * options_.months_preparing;
        state_.cooperation.projects.push_back(project);
    }

    const Groundwork& g_;
    const Draws& draws_;
    State& state_;
    const CooperationOptions& options_;
    double readiest_ = 0;
};

}  // namespace

void begin_cooperation(const Groundwork& g, const Draws& draws, State& state)
{
    Beginning(g, draws, state).run();
}

void build_ties(const Groundwork& g, Cooperation& cooperation)
{
    const double growth = g.scenario.cooperation.governance_growth;
    IdVector<TableId, std::array<bool, tie_count>> built(g.tables.size());
    for (const auto& project : cooperation.projects) {
        if (!in_force(project)) continue;
        built[project.table][static_cast<std::size_t>(tie_of(project.initiative))] = true;
    }
    for (const TableId t : g.tables.ids()) {
        for (std::size_t tie = 0; tie < tie_count; ++tie) {
            double& strength = cooperation.tables[t].governance[tie];
            if (built[t][tie]) strength += growth * (1 - strength);
        }
    }
}

void wear_tie(const CooperationOptions& options, TableState& table, Initiative i)
{
    table.governance[static_cast<std::size_t>(tie_of(i))] *= 1 - options.governance_lapse;
}

}  // namespace mgz
