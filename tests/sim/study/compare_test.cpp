// SPDX-License-Identifier: EUPL-1.2
#include "sim/study/compare.h"

#include <cmath>
#include <deque>
#include <map>

#include "sim/score/training_distance.h"
#include "sim/study/statistics.h"
#include "tests/support/catch.h"
#include "tests/support/drieland.h"

using namespace mgz;
using namespace Catch::Matchers;

namespace {

constexpr int replicates = 8;

Scenario reference_scenario()
{
    Scenario s = support::drieland_scenario();
    s.to = 2012;
    s.output.years = {2003, 2006, 2009, 2012};
    s.output.map_year = 2012;
    return s;
}

Scenario more_places()
{
    Scenario s = reference_scenario();
    s.title = "More places";
    for (const Profession p : all_professions)
        s.training.places[p].points.emplace_back(2005, 20.0);
    return s;
}

/// What is compared; it all stays where it is.
struct Futures {
    explicit Futures(const std::vector<Scenario>& list) : world(support::drieland())
    {
        for (const auto& s : list) {
            scenarios.push_back(s);
            grounds.emplace_back(world, scenarios.back());
            compared.push_back({"s" + std::to_string(compared.size()), &grounds.back()});
        }
    }
    Comparison run(int threads = 2) const
    {
        check_comparable(compared);
        return compare(compared, options(threads));
    }
    static ReplicateOptions options(int threads)
    {
        ReplicateOptions o;
        o.replicates = replicates;
        o.threads = threads;
        return o;
    }
    World world;
    std::deque<Scenario> scenarios;
    std::deque<Groundwork> grounds;
    std::vector<Compared> compared;
};

}  // namespace

TEST_CASE("two identical scenarios: every difference is exactly zero")
{
    auto same = reference_scenario();
    same.title = "Another name";
    const auto c = Futures({reference_scenario(), same}).run();
    CHECK(c.years.size() == 10);
    const auto& found = c.scenarios.front();
    CHECK(!found.differs_from);
    CHECK(found.effects.size() > 1000);
    for (const Effect& e : found.effects) {
        CHECK(e.median == 0);
        CHECK(e.p05 == 0);
        CHECK(e.p95 == 0);
        CHECK(e.improved == 0);
        CHECK(e.paired_variance == 0);
        CHECK(e.reference == e.value);
        CHECK(e.rank_change.value_or(0) == 0);
    }
    CHECK(found.lasting.empty());
    CHECK(found.costs.empty());
    for (const Move& m : found.moves) {
        CHECK(m.from == m.to);
        CHECK(m.other_employer == 0);
        CHECK(m.heads > 0);
    }
}

TEST_CASE("figures are those of each run, and of the reference those of the years before too")
{
    const Futures futures({reference_scenario(), more_places()});
    const auto c = futures.run();
    const auto plan = RecordPlan::yearly(futures.scenarios.front());
    const auto check = [&](std::size_t which, const std::vector<LevelFigure>& figures, int first) {
        const auto histories = run_replicates(futures.grounds[which], plan, Futures::options(1));
        std::size_t seen = 0;
        int year = first;
        for (const auto& figure : figures) {
            const auto& key = c.keys[figure.key];
            if (key.level != Level::subregion || key.area != 2 || key.profession != "so" ||
                key.indicator->id != "fte") {
                continue;
            }
            CHECK(figure.year == year++);
            const auto time = static_cast<std::size_t>(figure.year - 2003);
            std::vector<double> values;
            for (const auto& history : histories)
                values.push_back(history.subregions.at(time, 2, Profession::so, Figure::fte));
            const Spread expected = spread_of(values);
            CHECK(figure.spread.mean == expected.mean);
            CHECK(figure.spread.p05 == expected.p05);
            CHECK(figure.spread.p50 == expected.p50);
            CHECK(figure.spread.p95 == expected.p95);
            ++seen;
        }
        CHECK(seen == static_cast<std::size_t>(2013 - first));
    };
    check(0, c.reference_figures, 2003);
    check(1, c.scenarios.front().figures, 2005);
    // What is known in output years only is so here too.
    const auto access = c.key_of(Level::region, 0, "so", "access");
    std::vector<int> years;
    for (const auto& figure : c.reference_figures) {
        if (figure.key == access) years.push_back(figure.year);
    }
    CHECK(years == c.output_years);
}

TEST_CASE("an effect is the difference of two runs, replicate by replicate")
{
    const Futures futures({reference_scenario(), more_places()});
    const auto c = futures.run();
    CHECK(c.years.front() == 2005);
    CHECK(c.output_years == std::vector<int>{2006, 2009, 2012});
    CHECK(c.year == 2012);
    const auto plan = RecordPlan::yearly(futures.scenarios.front());
    const auto before = run_replicates(futures.grounds[0], plan, Futures::options(1));
    const auto after = run_replicates(futures.grounds[1], plan, Futures::options(1));
    const std::size_t time = 2012 - 2003;
    for (std::size_t r = 0; r < futures.world.regions.size(); ++r) {
        std::vector<double> a, b, less_shortage, more_fte;
        for (int i = 0; i < replicates; ++i) {
            const auto at = [&](const History& h, Figure f) {
                return h.regions.at(time, r, Profession::gp, f);
            };
            const auto& x = before[static_cast<std::size_t>(i)];
            const auto& y = after[static_cast<std::size_t>(i)];
            a.push_back(at(x, Figure::shortage));
            b.push_back(at(y, Figure::shortage));
            less_shortage.push_back(a.back() - b.back());
            more_fte.push_back(at(y, Figure::fte) - at(x, Figure::fte));
        }
        const auto& e = c.effect(0, c.key_of(Level::region, r, "huisarts", "shortage"), 2012);
        CHECK(e.median == median_of(less_shortage));
        CHECK(e.reference == mean_of(a));
        CHECK(e.value == mean_of(b));
        const auto variance = [](const std::vector<double>& v) {
            double sum = 0;
            for (const double x : v)
                sum += (x - mean_of(v)) * (x - mean_of(v));
            return sum / static_cast<double>(v.size() - 1);
        };
        CHECK_THAT(e.paired_variance, WithinAbs(variance(less_shortage), 1e-15));
        CHECK_THAT(e.independent_variance, WithinAbs(variance(a) + variance(b), 1e-15));
        const auto& fte = c.effect(0, c.key_of(Level::region, r, "huisarts", "fte"), 2012);
        CHECK(fte.median == median_of(more_fte));
    }
}

TEST_CASE("more training places: more FTE, less shortage, and certain of it")
{
    const auto c = Futures({reference_scenario(), more_places()}).run();
    const auto& fte = c.effect(0, c.key_of(Level::country, 0, "huisarts", "fte"), 2012);
    CHECK(fte.p05 > 0);
    CHECK(fte.improved == 1);
    CHECK(fte.certain());
    const auto key = c.key_of(Level::country, 0, "huisarts", "fte");
    const auto& lasting = c.scenarios.front().lasting;
    const auto found = std::find_if(lasting.begin(), lasting.end(),
                                    [&](const LastingEffect& l) { return l.key == key; });
    REQUIRE(found != lasting.end());
    CHECK(found->better);
    CHECK(found->from_year >= 2005);
    CHECK(found->from_year <= 2012);
    for (int year = found->from_year; year <= 2012; ++year)
        CHECK(c.effect(0, key, year).p05 > 0);
    if (found->from_year > 2005) CHECK(!c.effect(0, key, found->from_year - 1).certain());
}

TEST_CASE("moves account for everybody who works, in both futures")
{
    const Futures futures({reference_scenario(), more_places()});
    const auto c = futures.run();
    double unmoved = 0, all = 0;
    std::map<std::pair<std::string_view, std::size_t>, double> before, after;
    for (const Move& m : c.scenarios.front().moves) {
        if (m.year != 2012) continue;
        all += m.heads;
        if (m.from == m.to) unmoved += m.heads;
        CHECK(m.other_employer <= m.heads);
        if (m.from != m.to) CHECK(m.other_employer == m.heads);
        if (!m.from.none()) before[{name_of(m.profession), m.from.index()}] += m.heads;
        if (!m.to.none()) after[{name_of(m.profession), m.to.index()}] += m.heads;
    }
    CHECK(unmoved > 0.3 * all);
    CHECK(unmoved < all);
    auto plan = RecordPlan::yearly(futures.scenarios.front());
    plan.place_quarters = {Quarter::of(2012, 4)};
    for (const int side : {0, 1}) {
        std::map<std::pair<std::string_view, std::size_t>, double> counted;
        for (const auto& h : run_replicates(futures.grounds[static_cast<std::size_t>(side)], plan,
                                            Futures::options(1))) {
            for (const Profession p : all_professions) {
                for (const auto& place : h.places.front()[p])
                    counted[{name_of(p), place.region.index()}] += 1.0 / replicates;
            }
        }
        const auto& found = side == 0 ? before : after;
        REQUIRE(found.size() == counted.size());
        for (const auto& [where, heads] : counted)
            CHECK_THAT(found.at(where), WithinAbs(heads, 1e-9));
    }
}

TEST_CASE("one and three threads find the same")
{
    const Futures futures({reference_scenario(), more_places()});
    const auto one = futures.run(1), three = futures.run(3);
    REQUIRE(one.scenarios[0].effects.size() == three.scenarios[0].effects.size());
    for (std::size_t i = 0; i < one.scenarios[0].effects.size(); ++i) {
        CHECK(one.scenarios[0].effects[i].median == three.scenarios[0].effects[i].median);
        CHECK(one.scenarios[0].effects[i].value == three.scenarios[0].effects[i].value);
    }
    REQUIRE(one.scenarios[0].moves.size() == three.scenarios[0].moves.size());
    for (std::size_t i = 0; i < one.scenarios[0].moves.size(); ++i)
        CHECK(one.scenarios[0].moves[i].fte == three.scenarios[0].moves[i].fte);
}

TEST_CASE("verdicts rank regions by three measures, from worst")
{
    const auto c = Futures({reference_scenario(), more_places()}).run();
    CHECK(c.reference_verdicts.size() == 3 * 3 * 3);
    for (const auto* verdicts : {&c.reference_verdicts, &c.scenarios[0].verdicts}) {
        for (const Verdict& a : *verdicts) {
            CHECK(a.fte_rank >= 1);
            CHECK(a.fte_rank <= 3);
            CHECK(a.rank_spread() <= 2);
            for (const Verdict& b : *verdicts) {
                if (a.year != b.year || a.profession != b.profession) continue;
                if (a.fte_ratio < b.fte_ratio) CHECK(a.fte_rank < b.fte_rank);
                if (a.access < b.access) CHECK(a.access_rank < b.access_rank);
                if (a.hpsa > b.hpsa) CHECK(a.hpsa_rank < b.hpsa_rank);
            }
        }
    }
}

TEST_CASE("ranks change as means do")
{
    const auto c = Futures({reference_scenario(), more_places()}).run();
    for (const int year : c.years) {
        double sum = 0;
        std::vector<double> before, after;
        for (std::size_t r = 0; r < 3; ++r) {
            const auto& e = c.effect(0, c.key_of(Level::region, r, "so", "shortage"), year);
            before.push_back(-e.reference);
            after.push_back(-e.value);
            sum += *e.rank_change;
        }
        CHECK(sum == 0);
        const auto ranks_before = average_ranks(before), ranks_after = average_ranks(after);
        for (std::size_t r = 0; r < 3; ++r) {
            const auto& e = c.effect(0, c.key_of(Level::region, r, "so", "shortage"), year);
            CHECK(*e.rank_change == ranks_after[r] - ranks_before[r]);
        }
    }
}

TEST_CASE("the far gap is the shortage of the farthest region less that of the nearest")
{
    const Futures futures({reference_scenario(), more_places()});
    const auto c = futures.run();
    for (const Profession p : {Profession::gp, Profession::so}) {
        for (const int year : c.years) {
            const auto areas = far_and_near(futures.world, futures.scenarios.front().need, p, year);
            REQUIRE(areas.far.size() == 1);  // a third of three
            const auto shortage_in = [&](RegionId r) {
                const auto key = c.key_of(Level::region, r.index(), name_of(p), "shortage");
                return c.effect(0, key, year).reference;
            };
            const auto& gap = c.effect(0, c.key_of(Level::country, 0, name_of(p), "far_gap"), year);
            CHECK_THAT(
                gap.reference,
                WithinAbs(shortage_in(areas.far.front()) - shortage_in(areas.near.front()), 1e-12));
        }
    }
}

TEST_CASE("scenarios that cannot be compared are refused")
{
    CHECK_THROWS_WITH(check_comparable(Futures({reference_scenario()}).compared),
                      ContainsSubstring("two scenarios"));
    auto longer = reference_scenario();
    longer.to = 2013;
    CHECK_THROWS_WITH(check_comparable(Futures({reference_scenario(), longer}).compared),
                      ContainsSubstring("2013"));
    auto early = reference_scenario(), late = more_places();
    early.output.years = {2003};
    CHECK_THROWS_WITH(check_comparable(Futures({early, late}).compared),
                      ContainsSubstring("output.years"));
    const Futures here({reference_scenario()});
    Futures there({reference_scenario()});
    there.world.regions[RegionId::at(0)].code = "x";
    CHECK_THROWS_WITH(
        check_comparable(std::vector<Compared>{here.compared.front(), there.compared.front()}),
        ContainsSubstring("boundaries"));
}

TEST_CASE("scenarios are named by their files, each once")
{
    CHECK(comparison_names({"a/base.toml", "pool", "b/base.toml", "base"}) ==
          std::vector<std::string>{"base", "pool", "base-2", "base-3"});
}
