// SPDX-License-Identifier: EUPL-1.2
// The choice among very many subregions: what the tree shows, and that the choice stays exact.
#include "sim/model/subregion_tree.h"

#include <omp.h>

#include <cmath>
#include <map>
#include <set>

#include "sim/core/threads.h"
#include "sim/model/careers.h"
#include "sim/model/choice.h"
#include "sim/model/simulation.h"
#include "sim/scenario/enlarge.h"
#include "tests/laws/flat.h"
#include "tests/support/catch.h"
#include "tests/support/frequencies.h"
#include "tests/support/small_country.h"
#include "tests/support/wide_drieland.h"

using namespace mgz;
using support::check_frequencies;
using support::wide_drieland;

namespace {

/// Somebody trained in the middle who grew up in a corner.
Applicant applicant_of(const Groundwork& g)
{
    Applicant a;
    a.root = SettlementId::at(7 * 15 + 2);
    a.home = SettlementId::at(5);
    a.root_exponent = 1.1;
    a.home_exponent = 0.5;
    a.fte = g.usual_fte(Profession::gp, Role::employed, g.books.first());
    return a;
}

double weight_of_ties(const Groundwork& g, const Applicant& a, SettlementId s)
{
    return std::exp(-a.root_exponent * g.log_km(a.root, s) - a.home_exponent * g.log_km(a.home, s));
}

constexpr AgentKey keys = 100000;

}  // namespace

TEST_CASE("a view holds each subregion once, and its bounds hold", "[tree]")
{
    const support::SmallCountry c(support::drieland_scenario(), wide_drieland());
    REQUIRE_FALSE(c.g.reach->each_subregion());
    const SubregionTree& tree = c.g.reach->tree;
    const auto& world = c.world;
    TreeView view;
    for (std::size_t i = 0; i < world.settlements.size(); i += 5) {
        const auto root = SettlementId::at(i), home = SettlementId::at(i * 31 % 252);
        tree.view(world.settlements[root].at, world.settlements[home].at, view);
        CHECK(view.count < tree.subregions());
        std::multiset<std::size_t> found;
        for (std::size_t k = 0; k < view.count; ++k) {
            std::vector<std::size_t> below{view.node[k]};
            while (!below.empty()) {
                const std::size_t node = below.back();
                below.pop_back();
                if (!tree.is_subregion(node)) {
                    for (const auto child : tree.children(node))
                        below.push_back(child);
                    continue;
                }
                found.insert(node);
                for (const SettlementId s : world.settlements.ids()) {
                    if (world.settlements[s].subregion.index() != node) continue;
                    CHECK(view.near_root[k] <= c.g.log_km(root, s));
                    CHECK(view.near_home[k] <= c.g.log_km(home, s));
                }
            }
        }
        CHECK(found.size() == tree.subregions());
        CHECK(std::set(found.begin(), found.end()).size() == tree.subregions());
    }
}

TEST_CASE("a group weighs what its subregions weigh", "[tree]")
{
    const SubregionTree tree(wide_drieland());
    std::vector<double> weight;
    for (std::size_t s = 0; s < tree.subregions(); ++s)
        weight.push_back(static_cast<double>(s % 5));
    tree.add_groups(weight);
    REQUIRE(weight.size() == tree.nodes());
    for (std::size_t node = tree.subregions(); node < tree.nodes(); ++node) {
        double sum = 0;
        for (const auto child : tree.children(node))
            sum += weight[child];
        CHECK(weight[node] == sum);
    }
    CHECK(weight.back() == 2 * 144 - 2);  // 0 + 1 + 2 + 3 + 4, twenty-eight times, and 0 to 3
}

TEST_CASE("among very many subregions a locum's home has the probabilities of the logit", "[tree]")
{
    const support::SmallCountry c(support::drieland_scenario(), wide_drieland());
    Applicant a = applicant_of(c.g);
    std::vector<double> weight, count(c.world.settlements.size(), 0);
    for (const SettlementId s : c.world.settlements.ids()) {
        const double need =
            relative_need(c.world.settlements[s], Profession::gp, c.scenario.need, 2021);
        weight.push_back(need * weight_of_ties(c.g, a, s));
    }
    RaceScratch race;
    for (a.key = 0; a.key < keys; ++a.key)
        ++count[choose_base(c.g, c.draws, 1, a, race).index()];
    check_frequencies(count, weight);
}

TEST_CASE("and a position too, with the outside option among them", "[tree]")
{
    auto scenario = support::drieland_scenario();
    scenario.settlement.frictional_vacancies = 1;  // so that some stay outside
    support::SmallCountry c(scenario, wide_drieland());
    std::vector<int> openings;
    for (const EmployerId id : c.employers(Profession::gp)) {
        openings.push_back(static_cast<int>(id.index() * 7 % 5));
        support::set_openings(c, Profession::gp, id, openings.back());
    }
    Market market;
    open_market(c.g, c.state, Profession::gp, MarketKind::employed, market);
    Applicant a = applicant_of(c.g);
    std::vector<double> weight, count(openings.size() + 1, 0);
    std::map<std::size_t, std::size_t> cell;
    for (std::size_t i = 0; i < openings.size(); ++i) {
        const EmployerId id = c.employers(Profession::gp)[i];
        const double utility = utility_of(c.g, c.state, Profession::gp, MarketKind::employed, id);
        weight.push_back(openings[i] * std::exp(utility) *
                         weight_of_ties(c.g, a, c.world.employers[id].at));
        cell[id.index()] = i;
    }
    weight.push_back(c.g.outside_rate[Profession::gp]);
    RaceScratch race;
    for (a.key = 0; a.key < keys; ++a.key) {
        const EmployerId found = choose(c.g, c.draws, 1, c.state.employers, Profession::gp,
                                        MarketKind::employed, market, a, race);
        ++count[found.none() ? openings.size() : cell.at(found.index())];
    }
    CHECK(count.back() > 0);
    check_frequencies(count, weight);
}

TEST_CASE("one world makes the same on any number of threads", "[tree]")
{
    auto scenario = enlarged(support::drieland_scenario(), 100);
    scenario.careers.relocation[Profession::gp] = 0.4;  // a year: enough to share out
    support::SmallCountry c(scenario, wide_drieland());
    REQUIRE(live_careers(c.g, c.draws, c.state)[Profession::gp].index.size() >= worth_a_team);
    const auto plan = RecordPlan::yearly(c.scenario);
    const auto with = [&](int threads) {
        const int before = omp_get_max_threads();
        omp_set_num_threads(threads);
        auto history = simulate(c.g, 1, 0, plan);
        omp_set_num_threads(before);
        return history;
    };
    const History one = with(1);
    for (const int threads : {2, 7})
        CHECK(laws::flat(with(threads)) == laws::flat(one));
}
