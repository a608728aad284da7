// SPDX-License-Identifier: EUPL-1.2
#include <benchmark/benchmark.h>

#include <deque>
#include <numeric>

#include "sim/model/choice.h"
#include "sim/model/people.h"
#include "sim/model/simulation.h"
#include "sim/study/branching.h"
#include "tests/bench/country.h"

using namespace mgz;

/// 2003 to 2040, 152 quarters, one replicate on one thread.
static void national_replicate(benchmark::State& state)
{
    const auto& c = bench::country();
    const auto plan = RecordPlan::yearly(c.scenario);
    for (auto _ : state)
        benchmark::DoNotOptimize(simulate(c.g, 1, 0, plan));
}
BENCHMARK(national_replicate)->Unit(benchmark::kMillisecond);

/// The same, and three measures from 2026 on that share its past.
static void four_futures(benchmark::State& state)
{
    const auto& c = bench::country();
    std::deque<Scenario> scenarios;
    std::deque<Groundwork> grounds;
    std::vector<Branch> branches{{&c.g, {}}};
    for (const Initiative i :
         {Initiative::anw_pool, Initiative::regional_training, Initiative::location_incentive}) {
        scenarios.push_back(c.scenario);
        scenarios.back().interventions.push_back({});
        scenarios.back().interventions.back().initiative = i;
        scenarios.back().interventions.back().from = 2026;
        grounds.emplace_back(c.world, scenarios.back());
        branches.push_back({&grounds.back(), first_difference(c.scenario, scenarios.back())});
    }
    const auto plan = RecordPlan::yearly(c.scenario);
    for (auto _ : state)
        benchmark::DoNotOptimize(simulate_branches(branches, 1, 0, plan));
}
BENCHMARK(four_futures)->Unit(benchmark::kMillisecond);

/// What a run of a sweep works out anew, distances being there already.
static void groundwork_of_a_run(benchmark::State& state)
{
    const auto& c = bench::country();
    for (auto _ : state)
        benchmark::DoNotOptimize(Groundwork(c.world, c.scenario, c.g.reach).owner_seat_fte);
}
BENCHMARK(groundwork_of_a_run)->Unit(benchmark::kMillisecond);

static void start_of_a_replicate(benchmark::State& state)
{
    const auto& c = bench::country();
    for (auto _ : state) {
        State start;
        start_state(c.g, Draws(1, 0), start);
        benchmark::DoNotOptimize(start.employers.staff.size());
    }
}
BENCHMARK(start_of_a_replicate)->Unit(benchmark::kMillisecond);

/// One GP chooses among the open positions after five years; agents and roots differ.
static void choice_of_a_place(benchmark::State& state)
{
    const auto& c = bench::country();
    const Draws draws(1, 0);
    State now;
    start_state(c.g, draws, now);
    for (int q = 0; q < 20; ++q)
        advance_quarter(c.g, draws, c.g.books.first() + q, now);
    Market market;
    open_market(c.g, now, Profession::gp, MarketKind::employed, market);
    RaceScratch race;
    Applicant a;
    a.root_exponent = 1.5;
    a.home_exponent = 0.1;
    a.fte = c.g.usual_fte(Profession::gp, Role::employed, now.quarter);
    for (auto _ : state) {
        ++a.key;
        a.root = SettlementId::at(a.key * 7 % c.world.settlements.size());
        a.home = SettlementId::at(a.key * 13 % c.world.settlements.size());
        benchmark::DoNotOptimize(choose(c.g, draws, now.quarter.index, now.employers,
                                        Profession::gp, MarketKind::employed, market, a, race));
    }
    state.counters["openings"] =
        std::accumulate(market.openings_at.begin(), market.openings_at.end(), 0);
}
BENCHMARK(choice_of_a_place)->Unit(benchmark::kMicrosecond);

static void one_draw(benchmark::State& state)
{
    const Draws draws(1, 0);
    AgentKey key = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(draws.words(Purpose::arrival, ++key, Quarter{3}));
}
BENCHMARK(one_draw);
