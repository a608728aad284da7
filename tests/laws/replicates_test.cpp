// SPDX-License-Identifier: EUPL-1.2
#include "sim/study/replicates.h"

#include "tests/laws/flat.h"
#include "tests/support/catch.h"
#include "tests/support/drieland.h"

using namespace mgz;

namespace {

struct Country {
    Country()
        : scenario(support::drieland_scenario()), world(support::drieland()), g(world, scenario)
    {
        plan = RecordPlan::yearly(scenario);
    }
    std::vector<History> run(int replicates, int threads, std::uint32_t seed = 1) const
    {
        ReplicateOptions options;
        options.replicates = replicates;
        options.threads = threads;
        options.seed = seed;
        return run_replicates(g, plan, options);
    }
    Scenario scenario;
    World world;
    Groundwork g;
    RecordPlan plan;
};

}  // namespace

TEST_CASE("one, two and five threads give the same bits")
{
    const Country c;
    const auto one = c.run(7, 1), two = c.run(7, 2), five = c.run(7, 5);
    REQUIRE(one.size() == 7);
    for (std::size_t r = 0; r < one.size(); ++r) {
        const auto bits = laws::flat(one[r]);
        CHECK(bits.size() > 1000);
        CHECK(bits == laws::flat(two[r]));
        CHECK(bits == laws::flat(five[r]));
    }
}

TEST_CASE("a replicate alone is the same replicate of many")
{
    const Country c;
    const auto many = c.run(5, 2);
    for (std::uint32_t r = 0; r < 5; ++r)
        CHECK(laws::flat(many[r]) == laws::flat(simulate(c.g, 1, r, c.plan)));
    CHECK(laws::flat(many[3]) == laws::flat(c.run(4, 1)[3]));
}

TEST_CASE("replicates and seeds differ")
{
    const Country c;
    const auto first = c.run(2, 1), second = c.run(2, 1, 2);
    CHECK(laws::flat(first[0]) != laws::flat(first[1]));
    CHECK(laws::flat(first[0]) != laws::flat(second[0]));
    CHECK(laws::flat(first[1]) != laws::flat(second[0]));
}

TEST_CASE("what is recorded does not change what happens")
{
    const Country c;
    RecordPlan few;
    few.quarters = {Quarter::of(2005, 4)};
    const auto all = simulate(c.g, 1, 0, c.plan), some = simulate(c.g, 1, 0, few);
    const auto& a = all.national[2];
    const auto& b = some.national[0];
    for (const Profession p : all_professions) {
        CHECK(a[p].fte == b[p].fte);
        CHECK(a[p].flows.moved == b[p].flows.moved);
        CHECK(a[p].heads == b[p].heads);
    }
}

TEST_CASE("progress counts every replicate once, one at a time")
{
    const Country c;
    ReplicateOptions options;
    options.replicates = 6;
    options.threads = 3;
    int last = 0;
    options.progress = [&](int done) {
        CHECK(done == last + 1);
        last = done;
    };
    CHECK(run_replicates(c.g, c.plan, options).size() == 6);
    CHECK(last == 6);
}
