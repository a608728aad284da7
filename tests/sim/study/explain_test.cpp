// SPDX-License-Identifier: EUPL-1.2
// The account of a change, and the watch over who settles where.
#include "sim/study/explain.h"

#include <cmath>
#include <map>

#include "sim/model/people.h"
#include "sim/model/simulation.h"
#include "sim/output/outputs.h"
#include "sim/output/run_folder.h"
#include "sim/score/ensemble.h"
#include "sim/study/replicates.h"
#include "tests/support/catch.h"
#include "tests/support/geo_files.h"
#include "tests/support/refusal.h"
#include "tests/support/small_country.h"

using namespace mgz;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using support::refusal;

namespace {

/// Two regions, three years; in A one FTE of each profession retires and two settle every year.
FteHistory two_regions()
{
    FteHistory history;
    history.regions = {{"A", "Alpha"}, {"B", "Beta"}};
    history.first_year = 2003;
    history.last_year = 2005;
    FteYear year;
    year.need = 20;
    ByProfession<std::vector<FteYear>> still;
    for (auto& years : still)
        years.assign(3, year);
    history.table.assign(2, still);
    for (auto& years : history.table[0]) {
        for (std::size_t y = 0; y < 3; ++y) {
            years[y].fte = 10 + static_cast<double>(y);
            years[y].commercial = y == 2 ? 0.5 : 0.0;
            years[y].causes[static_cast<std::size_t>(Cause::retired)] = -1;
            years[y].causes[static_cast<std::size_t>(Cause::graduated)] = 2;
            years[y].causes[static_cast<std::size_t>(Cause::bought)] = y == 2 ? 0.5 : 0.0;
        }
    }
    return history;
}

/// Everything that could show that somebody watched.
bool same(const State& a, const State& b)
{
    for (const Profession p : all_professions) {
        const auto& x = a.physicians[p];
        const auto& y = b.physicians[p];
        if (x.key != y.key || x.employer != y.employer || x.base != y.base || x.fte != y.fte) {
            return false;
        }
    }
    const auto equal = [](const auto& x, const auto& y) {
        return std::equal(x.begin(), x.end(), y.begin(), y.end());
    };
    return equal(a.employers.delivered, b.employers.delivered) &&
           equal(a.employers.load, b.employers.load);
}

}  // namespace

TEST_CASE("the causes of the years after the first sum to the change", "[explain]")
{
    const auto history = two_regions();
    const auto change = change_between(history, 0, Profession::so, 2003, 2005);
    CHECK(change.causes[static_cast<std::size_t>(Cause::retired)] == -2);
    CHECK(change.causes[static_cast<std::size_t>(Cause::graduated)] == 4);
    CHECK(change.sum == 2.5);
    CHECK(change.change == 2.5);  // 10 to 12 FTE of their own, and half bought
    CHECK(change.difference() == 0);

    const Years years = years_of(history, {}, {});
    CHECK(years.from == 2003);
    CHECK(years.to == 2005);
    auto explanation = explain_region(history, {"T", 1, 4}, 0, Profession::so, years);
    CHECK(explanation.balanced());
    CHECK(paragraph_of(explanation) ==
          "In Alpha, between the end of 2003 and the end of 2005, the elderly care physicians (SO) "
          "went from 10.0 to 12.5 FTE (+2.5), the need for them from 20.0 to 20.0, the share that "
          "is not met from 0.0% to 0.0%. Retirement took 2.0; graduates in their first place "
          "brought 4.0 and hours bought from agencies 0.5. These are means over 4 replicates, "
          "simulated, not observed.");
    explanation.changes.front().sum += 2 * account_tolerance;
    CHECK_FALSE(explanation.balanced());
}

TEST_CASE("small causes are added up so that the paragraph sums too", "[explain]")
{
    auto history = two_regions();
    for (std::size_t c = 0; c < 9; ++c)
        history.table[1][Profession::gp][1].causes[c] = -1.0 - static_cast<double>(c);
    const auto text = paragraph_of(
        explain_region(history, {"T", 1, 1}, 1, Profession::gp, years_of(history, 2003, 2004)));
    CHECK_THAT(text, ContainsSubstring("Closing practices took 9.0, "));
    CHECK_THAT(text, ContainsSubstring("; all other causes come to -15.0. These are means over 1 "
                                       "replicate, simulated"));
}

TEST_CASE("an unknown region or year is refused with what would be right", "[explain]")
{
    const auto history = two_regions();
    CHECK(region_of(history, "B") == 1);
    CHECK(refusal([&] { region_of(history, "C"); }) ==
          "--region: there is no region \"C\"; did you mean A (Alpha)?");
    CHECK(refusal([&] { region_of(history, "Beta"); }) ==
          "--region: there is no region \"Beta\"; did you mean B (Beta)?");
    CHECK(refusal([&] { years_of(history, 2002, {}); }) ==
          "--from: 2002 is not a year of the run; give 2003 to 2005");
    CHECK(refusal([&] { years_of(history, {}, 2006); }) ==
          "--to: 2006 is not a year of the run; give 2003 to 2005");
    CHECK(refusal([&] { years_of(history, 2005, {}); }) ==
          "--from: 2005 is not before 2005; the account runs from the end of one year to the end "
          "of a later one");
}

TEST_CASE("what a run wrote sums in every region, profession and pair of years", "[explain]")
{
    const auto world = support::drieland();
    auto scenario = support::drieland_scenario();
    scenario.to = 2012;
    const Groundwork groundwork(world, scenario);
    ReplicateOptions options;
    options.replicates = 3;
    const auto ensemble =
        summarise(run_replicates(groundwork, RecordPlan::yearly(scenario), options));
    RunFacts facts;
    facts.seed = 1;
    const support::TempFolder folder;
    OutputFolder out(folder.path("out"), Existing::refuse);
    write_outputs(world, scenario, ensemble, facts, out);
    out.publish();

    const auto run = read_run_folder(folder.path("out") + "/");
    CHECK(run.title == "Drieland");
    CHECK(run.replicates == 3);
    CHECK(run.program == this_program());
    REQUIRE(run.fte.regions.size() == 3);
    CHECK(run.fte.first_year == 2003);
    CHECK(run.fte.last_year == 2012);
    double moved = 0;
    for (std::size_t region = 0; region < 3; ++region) {
        for (const Profession p : all_professions) {
            for (int from = 2003; from < 2012; ++from) {
                for (int to = from + 1; to <= 2012; ++to) {
                    const auto change = change_between(run.fte, region, p, from, to);
                    CHECK_THAT(change.difference(), WithinAbs(0, account_tolerance));
                    moved += std::abs(change.change);
                }
            }
        }
    }
    CHECK(moved > 10);
}

TEST_CASE("a folder that no run made is refused", "[explain]")
{
    const support::TempFolder folder;
    CHECK_THAT(
        refusal([&] { read_run_folder(folder.path("none")); }),
        ContainsSubstring("none: there is no such folder; give the folder that mgz run made"));
    CHECK_THAT(refusal([&] { read_run_folder(folder.path("")); }),
               ContainsSubstring("has no manifest.json; give the folder that mgz run made"));
    folder.write("manifest.json", "{\"program\": 3}");
    CHECK_THAT(refusal([&] { read_run_folder(folder.path("")); }),
               ContainsSubstring("manifest.json: is not the manifest of a run"));
    folder.write("manifest.json", "{\"format\": \"mgz manifest\", \"format_version\": 2}");
    CHECK_THAT(refusal([&] { read_run_folder(folder.path("")); }),
               ContainsSubstring("manifest.json: is of format_version 2, and this program reads"));
}

TEST_CASE("watching settlement changes nothing", "[explain]")
{
    support::SmallCountry alone, watched;
    SettlementWatch watch;
    watch.key = alone.state.physicians[Profession::gp].key.front();
    for (int q = 0; q < 12; ++q) {
        advance_quarter(alone.g, alone.draws, Quarter{q}, alone.state);
        advance_quarter(watched.g, watched.draws, Quarter{q}, watched.state, &watch);
    }
    CHECK(same(alone.state, watched.state));
    int placed = 0;
    for (const Profession p : all_professions)
        placed += alone.state.flows[p].placed;
    CHECK(placed > 0);
    CHECK(watch.placements.size() == static_cast<std::size_t>(placed));
}

TEST_CASE("terms add up, chances sum to one, and the last wish granted is the place", "[explain]")
{
    const support::SmallCountry country;
    const Quarter last = Quarter::of(2006, 4);
    const auto everybody = watch_replicate(country.g, 1, 0, {}, last);
    std::map<AgentKey, Placement> latest;
    for (const auto& placement : everybody.placements)
        latest[placement.key] = placement;
    REQUIRE(latest.size() > 20);
    int seen = 0;
    for (const auto& [key, placement] : latest) {
        const auto watch = watch_replicate(country.g, 1, 0, key, last);
        const RegionId region = country.world.employers[placement.employer].region;
        for (const auto& proposal : watch.proposals) {
            double sum = proposal.outside_chance;
            for (const auto& w : proposal.positions) {
                sum += w.chance;
                CHECK_THAT(w.root + w.home + w.size + w.load + w.plenty + w.amenity + w.other,
                           WithinAbs(w.total, 1e-9));
                // Drieland has no amenity, housing or initiatives: the named terms are all.
                CHECK_THAT(w.other, WithinAbs(0, 1e-9));
            }
            CHECK_THAT(sum, WithinAbs(1, 1e-9));
        }
        const auto decision = last_decision(country.g, watch, region, 3);
        CHECK(decision.chosen.employer == placement.employer);
        CHECK(decision.proposal.quarter == placement.quarter);
        CHECK(decision.best.size() <= 3);
        double shown =
            decision.chosen.chance + decision.others_chance + decision.proposal.outside_chance;
        for (const auto& w : decision.best)
            shown += w.chance;
        CHECK_THAT(shown, WithinAbs(1, 1e-9));
        if (++seen == 12) break;
    }
}

TEST_CASE("chances are those by which physicians choose", "[explain]")
{
    support::SmallCountry c;
    for (const EmployerId id : c.employers(Profession::gp))
        support::set_openings(c, Profession::gp, id, static_cast<int>(id.index() % 4));
    Market market;
    open_market(c.g, c.state, Profession::gp, MarketKind::employed, market);
    Applicant a;
    a.root = SettlementId::at(2);
    a.home = SettlementId::at(6);
    a.root_exponent = 1.3;
    a.home_exponent = 0.4;
    a.fte = c.g.usual_fte(Profession::gp, Role::employed, c.state.quarter);
    const auto seen = weigh(c.g, c.state, Profession::gp, MarketKind::employed, market, a);
    REQUIRE(seen.positions.size() > 5);

    constexpr int agents = 40000;
    std::map<std::size_t, int> count;
    RaceScratch race;
    for (AgentKey key = 0; key < agents; ++key) {
        a.key = key;
        ++count[choose(c.g, c.draws, c.state.quarter.index, c.state.employers, Profession::gp,
                       MarketKind::employed, market, a, race)
                    .index()];
    }
    const auto agrees = [&](std::size_t employer, double chance) {
        const double spread = std::sqrt(chance * (1 - chance) / agents);
        CHECK_THAT(count[employer] / double{agents}, WithinAbs(chance, 4.5 * spread));
    };
    for (const auto& w : seen.positions)
        agrees(w.employer.index(), w.chance);
    agrees(EmployerId{}.index(), seen.outside_chance);
}

TEST_CASE("who settled elsewhere, or never, is refused with what would be right", "[explain]")
{
    const support::SmallCountry country;
    const Quarter last = Quarter::of(2006, 4);
    const auto everybody = watch_replicate(country.g, 1, 0, {}, last);
    const auto& somebody = everybody.placements.front();
    const auto watch = watch_replicate(country.g, 1, 0, somebody.key, last);
    for (const RegionId region : country.world.regions.ids()) {
        const bool there = std::any_of(
            everybody.placements.begin(), everybody.placements.end(), [&](const Placement& p) {
                return p.key == somebody.key &&
                       country.world.employers[p.employer].region == region;
            });
        if (there) continue;
        CHECK_THAT(refusal([&] { last_decision(country.g, watch, region, 3); }),
                   ContainsSubstring("; give --region "));
    }
    const AgentKey nobody = agent_key(Profession::avg, 0, 99999);
    const auto nothing = watch_replicate(country.g, 1, 0, nobody, last);
    CHECK_THAT(refusal([&] { last_decision(country.g, nothing, RegionId::at(0), 3); }),
               ContainsSubstring("nobody with this key took a place"));
}
