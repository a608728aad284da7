// SPDX-License-Identifier: EUPL-1.2
// The first quarter: capacity even over need, everyone rooted where he works, the training
// pipeline filled. The pattern of later years must come from what follows.
#include <cmath>

#include "sim/core/elementary.h"
#include "sim/model/care.h"
#include "sim/model/delivery.h"
#include "sim/model/measures.h"
#include "sim/model/people.h"
#include "sim/model/positions.h"
#include "sim/model/training.h"
#include "sim/world/employer_synthesis.h"

namespace mgz {

/// Age at a share of the starting stock: density on [diploma, 65] proportional to
/// 1 + slope * t with t from -1 to 1.
static double start_age(double u, double slope, double youngest)
{
    constexpr double oldest = 65;
    double t = 2 * u - 1;
    if (std::abs(slope) > 1e-9) {
        // Solve (t + slope t^2 / 2 + 1 - slope/2) / 2 = u.
        t = (std::sqrt(1 + slope * slope - 2 * slope + 4 * slope * u) - 1) / slope;
    }
    return youngest + (oldest - youngest) * (t + 1) / 2;
}

static void make_employers(const Groundwork& g, EmployerStates& e)
{
    const auto n = g.world.employers.size();
    e.share.assign(n, 0);
    for (auto* column : {&e.need, &e.contracted, &e.staff, &e.trainees, &e.locums, &e.by_contract,
                         &e.delivered, &e.at_full_will, &e.neighbours_at_full_will, &e.shared,
                         &e.shifted, &e.commercial, &e.drawn, &e.duty_load}) {
        column->assign(n, 0);
    }
    e.needed.assign(n, {});
    e.given.assign(n, {});
    e.felt.assign(n, 1);
    e.willingness.assign(n, 1);
    e.hazard.assign(n, 1);
    e.load.assign(n, 1);
    for (auto* column : {&e.heads, &e.supervisors, &e.owners, &e.open_seats})
        column->assign(n, 0);
    e.seat_since.assign(n, Quarter{0});
    e.chain.assign(n, 0);
    e.closed.assign(n, 0);
    for (const EmployerId id : g.world.employers.ids()) {
        const auto& employer = g.world.employers[id];
        e.share[id] = employer.share;
        e.chain[id] = employer.kind == EmployerKind::gp_practice && employer.owner_seats == 0;
    }
}

/// Care teams of small homes differ in how much they leave to physicians.
static void make_regions(const Groundwork& g, const Draws& draws, State& state)
{
    const auto& care = g.scenario.care;
    const double mean = 0.5 * (care.team_load_low + care.team_load_high);
    state.regions.assign(g.world.regions.size(), {});
    for (const RegionId r : g.world.regions.ids()) {
        const double u =
            draws.uniform(Purpose::small_homes, key_of_code(g.world.regions[r].code), Quarter{0});
        const double load = care.team_load_low + u * (care.team_load_high - care.team_load_low);
        for (SectorState* sector : {&state.regions[r].vvt, &state.regions[r].ghz})
            sector->placed_at.assign(g.hosts[r].size(), 0.0);
        state.regions[r].team_load = mean > 0 ? load / mean : 1.0;
    }
}

/// Heads per employer in proportion to the need that its staff must meet.
static std::vector<int> even_heads(const Groundwork& g, const EmployerStates& e, Profession p,
                                   int heads)
{
    std::vector<double> weights;
    for (const EmployerId id : g.employers[p])
        weights.push_back(may_employ(g, e, p, id) ? e.duty(id) : 0.0);
    double sum = 0;
    for (const double w : weights)
        sum += w;
    if (!(sum > 0)) return std::vector<int>(weights.size(), 0);
    return largest_remainder(weights, heads);
}

namespace {
/// Gives the starting stock of one profession its places.
class StartingStock {
public:
    StartingStock(const Groundwork& g, const Draws& draws, Profession p, State& state)
        : g_(g), draws_(draws), p_(p), state_(state)
    {
    }

    void run()
    {
        const auto& careers = g_.scenario.careers;
        const int stock = careers.stock[p_];
        const int locums =
            p_ == Profession::gp ? static_cast<int>(std::lround(stock * careers.start_locums)) : 0;
        const auto heads = even_heads(g_, state_.employers, p_, stock - locums);
        for (std::size_t i = 0; i < heads.size(); ++i) {
            for (int k = 0; k < heads[i]; ++k)
                add(g_.employers[p_][i], k);
        }
        // Locums live where practices are, evenly over them.
        const auto n = g_.employers[p_].size();
        for (int i = 0; i < locums && n > 0; ++i) {
            const auto at = (static_cast<std::size_t>(i) * n) / static_cast<std::size_t>(locums);
            add_person(g_.world.employers[g_.employers[p_][at]].at);
            state_.physicians[p_].role.back() = Role::locum;
            set_fte(Role::locum);
        }
    }

private:
    void add(EmployerId e, int k)
    {
        auto& physicians = state_.physicians[p_];
        add_person(g_.world.employers[e].at);
        physicians.employer.back() = e;
        ++state_.employers.heads[e];
        const bool owner = p_ == Profession::gp && is_owner(e, k);
        physicians.role.back() = owner ? Role::owner : Role::employed;
        if (owner) ++state_.employers.owners[e];
        set_fte(physicians.role.back());
    }

    /// The first of a practice owns it; of the others the share that makes the total.
    bool is_owner(EmployerId e, int k)
    {
        if (k >= g_.world.employers[e].owner_seats) return false;
        if (k == 0) return true;
        const auto& careers = g_.scenario.careers;
        const double practices = static_cast<double>(g_.employers[p_].size());
        const double stock = careers.stock[p_];
        const double others = stock * (1 - careers.start_locums) - practices;
        const double share = others > 0 ? (stock * careers.start_owners - practices) / others : 0;
        owner_quota_ += share;
        if (owner_quota_ < 1) return false;
        owner_quota_ -= 1;
        return true;
    }

    void add_person(SettlementId root)
    {
        const auto& scenario = g_.scenario;
        const AgentKey key = agent_key(p_, 0, ordinal_++);
        const double youngest = scenario.training.age_at_diploma[p_];
        const double u = draws_.uniform(Purpose::start, key, Quarter{0});
        const double age = start_age(u, scenario.careers.start_age_slope[p_], youngest);
        const Quarter first = g_.books.first();
        const Quarter diploma{first.index - static_cast<int>((age - youngest) * 4)};
        auto& physicians = state_.physicians[p_];
        physicians.append(1);
        const std::size_t row = physicians.size() - 1;
        enter_physician(g_, draws_, p_, {key, root, root, age, diploma}, first, physicians, row);
        physicians.since[row] = diploma;
    }

    void set_fte(Role role)
    {
        auto& physicians = state_.physicians[p_];
        physicians.fte.back() =
            base_fte(g_.scenario.careers, p_, role, physicians.woman.back() != 0,
                     g_.scenario.training.women[p_])
                .value;
    }

    const Groundwork& g_;
    const Draws& draws_;
    Profession p_;
    State& state_;
    int ordinal_ = 0;
    double owner_quota_ = 0;
};
}  // namespace

void start_state(const Groundwork& g, const Draws& draws, State& state)
{
    state.quarter = g.books.first();
    state.account.assign(g.world.regions.size(), {});
    state.ledger = Ledger(g.world.regions.size());
    make_employers(g, state.employers);
    state.cooperation.measures.assign(g.world.employers.size(), {});
    make_regions(g, draws, state);
    resolve_intensities(g, state);
    assess_need(g, state);
    for (const Profession p : all_professions) {
        assign_contracts_at_start(g, p, state.employers);
        StartingStock(g, draws, p, state).run();
        fill_pipeline(g, draws, p, state);
    }
    recount_staff(g, state);
    spread_trainees(g, state);
    deliver(g, state);
    hold_duty(g, state);
    weigh_load(g, state);
    overflow(g, state);
    state.ledger = Ledger(g.world.regions.size());
    state.account.assign(g.world.regions.size(), {});  // the books open here
}

}  // namespace mgz
