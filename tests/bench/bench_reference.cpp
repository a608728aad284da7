// SPDX-License-Identifier: EUPL-1.2
// The clear versions of what is short-cut in the program, which the tests compare it with. run.sh
// sets X_reference beside X.
#include <benchmark/benchmark.h>

#include "sim/core/elementary.h"
#include "sim/model/people.h"
#include "sim/model/simulation.h"
#include "tests/bench/country.h"
#include "tests/support/clear_race.h"

using namespace mgz;

namespace {

/// The country after five years, and an applicant with roots elsewhere each time.
struct FiveYearsOn {
    FiveYearsOn() : c(bench::country()), draws(1, 0)
    {
        start_state(c.g, draws, now);
        for (int q = 0; q < 20; ++q)
            advance_quarter(c.g, draws, c.g.books.first() + q, now);
        open_market(c.g, now, Profession::gp, MarketKind::employed, market);
        a.root_exponent = 1.5;
        a.home_exponent = 0.1;
        a.fte = c.g.usual_fte(Profession::gp, Role::employed, now.quarter);
    }
    void next()
    {
        ++a.key;
        a.root = SettlementId::at(a.key * 7 % c.world.settlements.size());
        a.home = SettlementId::at(a.key * 13 % c.world.settlements.size());
    }

    const bench::Country& c;
    Draws draws;
    State now;
    Market market;
    Applicant a;
};

}  // namespace

static void choice_of_a_place_reference(benchmark::State& state)
{
    FiveYearsOn five;
    for (auto _ : state) {
        five.next();
        benchmark::DoNotOptimize(support::clear_choice(five.c.g, five.draws, five.now.quarter.index,
                                                       five.now.employers, Profession::gp,
                                                       MarketKind::employed, five.market, five.a));
    }
}
BENCHMARK(choice_of_a_place_reference)->Unit(benchmark::kMicrosecond);

static void choice_of_a_base(benchmark::State& state)
{
    FiveYearsOn five;
    RaceScratch race;
    for (auto _ : state) {
        five.next();
        benchmark::DoNotOptimize(choose_base(five.c.g, five.draws, 1, five.a, race));
    }
}
BENCHMARK(choice_of_a_base)->Unit(benchmark::kMicrosecond);

static void choice_of_a_base_reference(benchmark::State& state)
{
    FiveYearsOn five;
    for (auto _ : state) {
        five.next();
        benchmark::DoNotOptimize(support::clear_base(five.c.g, five.draws, 1, five.a));
    }
}
BENCHMARK(choice_of_a_base_reference)->Unit(benchmark::kMicrosecond);

/// The exponentials of a market.
static void thousand_exponentials(benchmark::State& state)
{
    std::vector<double> x(1000);
    for (auto _ : state) {
        for (std::size_t i = 0; i < x.size(); ++i)
            x[i] = -0.004 * static_cast<double>(i);
        exp_each(x);
        benchmark::DoNotOptimize(x.data());
        benchmark::ClobberMemory();
    }
}
BENCHMARK(thousand_exponentials)->Unit(benchmark::kMicrosecond);

static void thousand_exponentials_reference(benchmark::State& state)
{
    std::vector<double> x(1000);
    for (auto _ : state) {
        for (std::size_t i = 0; i < x.size(); ++i)
            x[i] = exp_of(-0.004 * static_cast<double>(i));
        benchmark::DoNotOptimize(x.data());
        benchmark::ClobberMemory();
    }
}
BENCHMARK(thousand_exponentials_reference)->Unit(benchmark::kMicrosecond);
