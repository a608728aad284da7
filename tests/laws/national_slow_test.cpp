// SPDX-License-Identifier: EUPL-1.2
// The laws in the default country.
#include <numeric>

#include "sim/input/world_input.h"
#include "sim/model/positions.h"
#include "sim/study/replicates.h"
#include "tests/laws/flat.h"
#include "tests/laws/laws.h"
#include "tests/support/default_inputs.h"

using namespace mgz;

namespace {

struct Country {
    explicit Country(int to) : scenario(support::default_inputs())
    {
        scenario.to = to;
        InputReport report;
        world = load_world(scenario, report);
    }
    Scenario scenario;
    World world;
};

/// Last recorded figures of some replicates.
std::vector<History> replicates(const World& world, const Scenario& scenario, int count)
{
    const Groundwork g(world, scenario);
    RecordPlan plan;
    plan.quarters = {Quarter::of(scenario.to, 4)};
    ReplicateOptions options;
    options.replicates = count;
    return run_replicates(g, plan, options);
}

double mean_gap(const std::vector<History>& histories, Profession p)
{
    double gap = 0;
    for (const auto& h : histories)
        gap += 1 - h.national[0][p].fte / h.national[0][p].need;
    return gap / static_cast<double>(histories.size());
}

/// Spread of regions' mean F/N: standard deviation.
double regional_spread(const std::vector<History>& histories, Profession p)
{
    std::vector<double> ratio(histories[0].regions.areas(), 0.0);
    for (const auto& h : histories) {
        for (std::size_t r = 0; r < ratio.size(); ++r) {
            ratio[r] += h.regions.at(0, r, p, Figure::fte) / h.regions.at(0, r, p, Figure::need);
        }
    }
    const double n = static_cast<double>(ratio.size());
    const double mean = std::accumulate(ratio.begin(), ratio.end(), 0.0) / n;
    double squares = 0;
    for (const double x : ratio)
        squares += (x - mean) * (x - mean);
    return std::sqrt(squares / n) / static_cast<double>(histories.size());
}

}  // namespace

TEST_CASE("the laws hold in the country to 2008")
{
    const Country c(2008);
    const Groundwork g(c.world, c.scenario);
    laws::run_under_laws(g);
}

TEST_CASE("the stock starts where need is, to the head, so that no region is favoured")
{
    const Country c(2004);
    const Groundwork g(c.world, c.scenario);
    State state;
    start_state(g, Draws(1, 0), state);
    // Places are given before the first trainees take hours off what neighbours ask.
    auto e = state.employers;
    e.trainees.assign(e.trainees.size(), 0);
    for (const Profession p : all_professions) {
        assign_contracts_at_start(g, p, e);
        IdVector<RegionId, double> duty(c.world.regions.size(), 0.0), heads = duty, count = duty;
        double all_duty = 0, all_heads = 0;
        for (const EmployerId id : g.employers[p]) {
            if (!may_employ(g, e, p, id)) continue;
            const RegionId r = c.world.employers[id].region;
            duty[r] += e.duty(id);
            heads[r] += e.heads[id];
            ++count[r];
            all_duty += e.duty(id);
            all_heads += e.heads[id];
        }
        for (const EmployerId id : g.employers[p]) {
            const double quota = may_employ(g, e, p, id) ? all_heads * e.duty(id) / all_duty : 0;
            CHECK(std::abs(e.heads[id] - quota) < 1);
        }
        // Rounding at each employer is at most one head and nearly independent.
        for (const RegionId r : c.world.regions.ids()) {
            const double fair = all_heads * duty[r] / all_duty;
            INFO(name_of(p) << " in " << c.world.regions[r].code);
            CHECK(std::abs(heads[r] - fair) <= 1 + 2 * std::sqrt(count[r]));
        }
    }
}

TEST_CASE("one, two and five threads give the same bits for the country")
{
    const Country c(2005);
    const Groundwork g(c.world, c.scenario);
    auto plan = RecordPlan::yearly(c.scenario);
    plan.employer_quarters = {Quarter::of(2005, 4)};
    std::vector<std::vector<std::uint64_t>> runs;
    for (const int threads : {1, 2, 5}) {
        ReplicateOptions options;
        options.replicates = 5;
        options.threads = threads;
        std::vector<std::uint64_t> bits;
        for (const auto& h : run_replicates(g, plan, options)) {
            const auto more = laws::flat(h);
            bits.insert(bits.end(), more.begin(), more.end());
        }
        runs.push_back(std::move(bits));
    }
    CHECK(runs[0] == runs[1]);
    CHECK(runs[0] == runs[2]);
}

TEST_CASE("twice the places for GPs make the national gap smaller")
{
    const Country c(2020);
    auto doubled = c.scenario;
    for (auto& point : doubled.training.places[Profession::gp].points) {
        if (point.first > 2003) point.second *= 2;
    }
    const double before = mean_gap(replicates(c.world, c.scenario, 3), Profession::gp);
    const double after = mean_gap(replicates(c.world, doubled, 3), Profession::gp);
    INFO("gap " << before << ", with twice the places " << after);
    CHECK(after < before);
}

TEST_CASE("without ties to places the regions differ less in GPs")
{
    const Country c(2018);
    auto without = c.scenario;
    without.settlement.distance_exponent = 0;
    const double with_ties = regional_spread(replicates(c.world, c.scenario, 4), Profession::gp);
    const double no_ties = regional_spread(replicates(c.world, without, 4), Profession::gp);
    INFO("spread " << with_ties << ", without ties " << no_ties);
    CHECK(no_ties < with_ties);
}

TEST_CASE("ties as strong and distances as long as the registry allows do no harm")
{
    Country c(2004);
    c.scenario.settlement.distance_exponent = 4;
    c.scenario.settlement.home_weight = 0.5;
    c.world.detour = 3;
    const Groundwork g(c.world, c.scenario);
    laws::run_under_laws(g);
}
