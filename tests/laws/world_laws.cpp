// SPDX-License-Identifier: EUPL-1.2
#include "tests/laws/world_laws.h"

#include <algorithm>

#include "geo/check.h"
#include "sim/input/world_input.h"
#include "sim/output/tables.h"
#include "sim/study/replicates.h"
#include "tests/laws/figure_laws.h"
#include "tests/laws/flat.h"

namespace laws {

using support::RandomWorld;

namespace {

constexpr std::uint32_t seed = 3;
constexpr int replicates = 3;

using Bits = std::vector<std::uint64_t>;

std::vector<History> run(const Groundwork& g, const RecordPlan& plan, int threads)
{
    ReplicateOptions options;
    options.replicates = replicates;
    options.seed = seed;
    options.threads = threads;
    return run_replicates(g, plan, options);
}

Bits bits_of(const std::vector<History>& histories)
{
    Bits bits;
    for (const auto& history : histories) {
        const auto more = flat(history);
        bits.insert(bits.end(), more.begin(), more.end());
    }
    return bits;
}

Bits bits_of(const World& world, const Scenario& scenario)
{
    return flat(simulate(Groundwork(world, scenario), seed, 0, RecordPlan::yearly(scenario)));
}

std::string tables_of(const World& world, const Scenario& scenario, const Ensemble& ensemble)
{
    std::string text;
    for (const auto& table :
         {country_csv(ensemble), regions_csv(world, ensemble), subregions_csv(world, ensemble),
          employers_csv(world, scenario, ensemble), account_csv(world, scenario, ensemble),
          care_csv(world, ensemble), inventory_csv(world, ensemble), costs_csv(world, ensemble),
          distances_csv(world, scenario)})
        text += table;
    return text;
}

/// Threads and batches do not show, neither in a history nor in a table.
void check_repetition(const RandomWorld& random, const Groundwork& g)
{
    const auto plan = RecordPlan::yearly(random.scenario);
    const auto one = run(g, plan, 1);
    const auto bits = bits_of(one);
    const auto ensemble = summarise(one);
    const auto tables = tables_of(random.world, random.scenario, ensemble);
    check_summary(ensemble);
    check_access(random.world, random.scenario, ensemble);
    for (const int threads : {2, 7}) {
        const auto more = run(g, plan, threads);
        CHECK((bits_of(more) == bits));
        CHECK((tables_of(random.world, random.scenario, summarise(more)) == tables));
    }
    // The last alone, then the others, over a groundwork of its own.
    const Groundwork again(random.world, random.scenario);
    std::vector<History> batches(replicates);
    for (const std::uint32_t r : {2u, 0u, 1u})
        batches[r] = simulate(again, seed, r, plan);
    CHECK((bits_of(batches) == bits));
}

/// Interventions in another order.
void check_order(const RandomWorld& random, const Bits& bits)
{
    if (random.scenario.interventions.size() < 2) return;
    Scenario turned = random.scenario;
    std::reverse(turned.interventions.begin(), turned.interventions.end());
    CHECK((bits_of(random.world, turned) == bits));
}

/// Twice the inhabitants everywhere, where nothing counts inhabitants: need is shared the same.
void check_doubling(const RandomWorld& random, const Bits& bits)
{
    const auto& s = random.scenario;
    const bool joint = s.cooperation.programme_from <= s.to;
    if (joint || !s.interventions.empty()) return;
    World twice = random.world;
    for (auto& settlement : twice.settlements) {
        for (double& group : settlement.population)
            group *= 2;
    }
    CHECK((bits_of(twice, s) == bits));
}

/// Names are for people.
void check_names(const RandomWorld& random, const Bits& bits)
{
    World renamed = random.world;
    for (auto& region : renamed.regions)
        region.name += "?";
    for (auto& subregion : renamed.subregions)
        subregion.name.clear();
    for (auto& settlement : renamed.settlements)
        settlement.name = settlement.code;
    for (auto& centre : renamed.centres)
        centre.name = "Centre";
    CHECK((bits_of(renamed, random.scenario) == bits));
}

template <class Rows, class Key>
void check_same(const Rows& a, const Rows& b, Key key)
{
    REQUIRE(a.size() == b.size());
    int differ = 0;
    for (auto x = a.begin(), y = b.begin(); x != a.end(); ++x, ++y)
        differ += key(*x) != key(*y);
    CHECK(differ == 0);
}

void check_same_places(const World& a, const World& b)
{
    check_same(a.regions, b.regions, [](const Region& x) { return x.code; });
    check_same(a.subregions, b.subregions, [](const Subregion& x) {
        return std::tuple(x.code, x.region, x.amenity, x.housing, x.own_table);
    });
    check_same(a.settlements, b.settlements, [](const Settlement& x) {
        return std::tuple(x.code, x.region, x.subregion, x.province, x.municipality, x.population,
                          x.inhabitants_per_student);
    });
    check_same(a.centres, b.centres, [](const TrainingCentre& x) {
        return std::tuple(x.code, x.profession, x.parent, x.share, x.from_year, x.to_year);
    });
    check_same(a.employers, b.employers, [](const Employer& x) {
        return std::tuple(x.code, x.kind, x.at, x.share, x.owner_seats);
    });
}

}  // namespace

void check_world(const RandomWorld& random)
{
    const Groundwork g(random.world, random.scenario);
    const auto history = run_under_laws(g, seed);
    check_figures(g, history);
    const auto bits = flat(history);
    check_repetition(random, g);
    check_order(random, bits);
    check_doubling(random, bits);
    check_names(random, bits);
}

Reading check_files(const RandomWorld& random, const std::string& folder)
{
    const auto written = support::write_world(random, folder);
    InputReport report;
    World world;
    try {
        world = load_world(written.scenario, report);
    } catch (const geo::InputError& error) {
        const std::string sentence = error.what();
        CHECK(sentence.size() > 20);
        CHECK(sentence.find('\n') == std::string::npos);
        CHECK(sentence.find("; ") != std::string::npos);  // what would be right
        return {true, sentence};
    }
    CHECK(world.settlements.size() == random.world.settlements.size());
    if (!written.exact || random.traits.borders) return {};
    check_same_places(world, random.world);
    if (random.traits.travel) return {};
    CHECK((bits_of(world, written.scenario) == bits_of(random.world, random.scenario)));
    return {};
}

}  // namespace laws
