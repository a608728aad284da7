// SPDX-License-Identifier: EUPL-1.2
// The choice of a place against its closed form and against a brute-force twin.
#include "sim/model/choice.h"

#include <cmath>
#include <random>

#include "tests/support/catch.h"
#include "tests/support/clear_race.h"
#include "tests/support/small_country.h"

using namespace mgz;
using support::SmallCountry;

namespace {

constexpr int keys = 200000;

/// One alternative and the logarithm of its weight, from the formula in the header.
struct Alternative {
    EmployerId employer;  ///< none: the outside option
    double utility = 0;
};

double km(const World& world, SettlementId a, SettlementId b)
{
    const auto p = world.settlements[a].at, q = world.settlements[b].at;
    return std::hypot(p.x - q.x, p.y - q.y) / 1000;
}

/// Fifteen practices in four subregions with zero to four openings, unlike colleagues and loads.
struct MarketCase {
    MarketCase() : country(scenario())
    {
        auto& e = country.state.employers;
        int i = 0;
        for (const EmployerId id : country.employers(Profession::gp)) {
            positions.push_back(i * 7 % 5);
            support::set_openings(country, Profession::gp, id, positions.back());
            e.heads[id] = 1 + i * 5 % 9;
            e.load[id] = 1 + 0.1 * (i % 4);
            ++i;
        }
        open_market(country.g, country.state, Profession::gp, MarketKind::employed, market);
        applicant.root = SettlementId::at(2);
        applicant.home = SettlementId::at(6);
        applicant.root_exponent = 1.3;
        applicant.home_exponent = 0.4;
        applicant.fte = country.g.usual_fte(Profession::gp, Role::employed, country.state.quarter);
    }

    static Scenario scenario()
    {
        auto s = support::drieland_scenario();
        s.settlement.load = 0.5;
        s.settlement.frictional_vacancies = 1;  // so that some stay outside
        return s;
    }

    std::vector<Alternative> alternatives() const
    {
        const auto& options = country.scenario.settlement;
        const auto& e = country.state.employers;
        std::vector<Alternative> all;
        std::size_t i = 0;
        for (const EmployerId id : country.employers(Profession::gp)) {
            const int openings = positions[i++];
            const bool fits = openings * usual() >= 0.5 * applicant.fte;
            if (openings == 0 || !fits || id == applicant.current) continue;
            const auto there = country.world.employers[id].at;
            all.push_back({id, std::log(openings) + options.size * std::log(1 + e.heads[id]) -
                                   options.load * (e.load[id] - 1) -
                                   applicant.root_exponent *
                                       std::log1p(km(country.world, applicant.root, there) / 5) -
                                   applicant.home_exponent *
                                       std::log1p(km(country.world, applicant.home, there) / 5)});
        }
        all.push_back({EmployerId{}, std::log(country.g.outside_rate[Profession::gp])});
        return all;
    }

    double usual() const
    {
        return country.g.usual_fte(Profession::gp, Role::employed, country.state.quarter);
    }

    EmployerId chosen(AgentKey key)
    {
        applicant.key = key;
        return choose(country.g, country.draws, country.state.quarter.index,
                      country.state.employers, Profession::gp, MarketKind::employed, market,
                      applicant, race);
    }

    /// Chi-square of the frequencies over so many agents against the logit.
    double chi_square(AgentKey agents = keys)
    {
        const auto all = alternatives();
        double sum = 0;
        for (const auto& a : all)
            sum += std::exp(a.utility);
        std::vector<int> count(all.size(), 0);
        for (AgentKey key = 0; key < agents; ++key) {
            const EmployerId found = chosen(key);
            std::size_t k = 0;
            while (k < all.size() && all[k].employer != found)
                ++k;
            REQUIRE(k < all.size());  // nobody chooses what is closed to him
            ++count[k];
        }
        double result = 0;
        for (std::size_t k = 0; k < all.size(); ++k) {
            const double expected = agents * std::exp(all[k].utility) / sum;
            INFO("alternative " << k << ": " << count[k] << " of " << expected << " expected");
            REQUIRE(expected > 20);  // else the chi-square says nothing
            result += (count[k] - expected) * (count[k] - expected) / expected;
        }
        freedom = static_cast<int>(all.size()) - 1;
        return result;
    }

    /// Exceeded once in about 100,000 (Wilson & Hilferty 1931).
    double threshold() const
    {
        const double k = freedom;
        const double part = 1 - 2 / (9 * k) + 4.27 * std::sqrt(2 / (9 * k));
        return k * part * part * part;
    }

    SmallCountry country;
    std::vector<int> positions;
    Market market;
    Applicant applicant;
    RaceScratch race;
    int freedom = 0;
};

}  // namespace

TEST_CASE("choices have the probabilities of the logit, the outside option among them")
{
    MarketCase c;
    const double found = c.chi_square();
    INFO("chi-square " << found << ", " << c.freedom << " degrees of freedom");
    CHECK(c.freedom == 12);
    CHECK(found < c.threshold());
}

TEST_CASE("they stay so when the applicant is settled somewhere, and when few places fit")
{
    MarketCase c;
    c.applicant.current = c.country.employers(Profession::gp)[3];
    double found = c.chi_square();
    CHECK(c.freedom == 11);
    CHECK(found < c.threshold());
    // More than twice the usual hours: a single opening is too small.
    c.applicant.fte = 2.1 * c.usual();
    found = c.chi_square();
    CHECK(c.freedom < 11);
    CHECK(found < c.threshold());
}

TEST_CASE("they stay so where nearly all that arrives is refused")
{
    MarketCase c;
    // One's own employer draws more than a million times as much as any colleague nearby.
    c.applicant.current = c.country.employers(Profession::gp)[3];
    c.country.state.employers.heads[c.applicant.current] = 2'000'000'000;
    open_market(c.country.g, c.country.state, Profession::gp, MarketKind::employed, c.market);
    const auto own = c.country.world.employers[c.applicant.current].subregion.index();
    double others = 0;
    for (auto i = c.market.begin[own]; i < c.market.end[own]; ++i) {
        if (c.market.employer[i] != c.applicant.current) others += c.market.weight[i];
    }
    REQUIRE(others > 0);
    REQUIRE(c.market.weights.weight[own] > 1e5 * others);
    const double found = c.chi_square(5000);
    INFO("chi-square " << found << ", " << c.freedom << " degrees of freedom");
    CHECK(c.freedom == 11);
    CHECK(found < c.threshold());
}

TEST_CASE("without ties only openings, colleagues and load count")
{
    MarketCase c;
    c.applicant.root_exponent = c.applicant.home_exponent = 0;
    const double found = c.chi_square();
    CHECK(found < c.threshold());
    // The market's own weights say the same.
    double expected = 0, weight = 0;
    for (const auto& a : c.alternatives()) {
        if (!a.employer.none()) expected += std::exp(a.utility);
    }
    for (const double w : c.market.weights.weight)
        weight += w;
    CHECK(std::abs(weight / expected - 1) < 1e-12);
}

TEST_CASE("a brute-force twin that adds Gumbel noise to every position chooses alike")
{
    MarketCase c;
    const auto all = c.alternatives();
    std::mt19937_64 twister(9);
    std::uniform_real_distribution<double> u(0, 1);
    std::vector<double> twin(all.size(), 0), ours(all.size(), 0);
    for (AgentKey key = 0; key < keys; ++key) {
        std::size_t best = 0;
        double highest = -1e300;
        for (std::size_t k = 0; k < all.size(); ++k) {
            const double value = all[k].utility - std::log(-std::log(u(twister)));
            if (value > highest) {
                highest = value;
                best = k;
            }
        }
        ++twin[best];
        const EmployerId found = c.chosen(key);
        for (std::size_t k = 0; k < all.size(); ++k)
            ours[k] += all[k].employer == found;
    }
    double chi_square = 0;  // of two samples of the same size
    for (std::size_t k = 0; k < all.size(); ++k)
        chi_square += (twin[k] - ours[k]) * (twin[k] - ours[k]) / (twin[k] + ours[k]);
    c.freedom = static_cast<int>(all.size()) - 1;
    INFO("chi-square " << chi_square);
    CHECK(chi_square < c.threshold());
}

TEST_CASE("a full country leaves everybody outside, and the same address chooses the same")
{
    MarketCase c;
    for (AgentKey key = 0; key < 1000; ++key)
        CHECK(c.chosen(key) == c.chosen(key));
    for (const EmployerId id : c.country.employers(Profession::gp))
        support::set_openings(c.country, Profession::gp, id, 0);
    for (AgentKey key = 0; key < 1000; ++key)  // the market is older than the closing
        CHECK(c.chosen(key).none());
    open_market(c.country.g, c.country.state, Profession::gp, MarketKind::employed, c.market);
    CHECK(c.market.begin == c.market.end);
    CHECK(c.chosen(1).none());
}

TEST_CASE("where a changing locum lives follows need and the same ties")
{
    MarketCase c;
    const World& world = c.country.world;
    std::vector<double> weight, count(world.settlements.size(), 0);
    double sum = 0;
    for (const SettlementId s : world.settlements.ids()) {
        weight.push_back(
            relative_need(world.settlements[s], Profession::gp, c.country.scenario.need, 2021) *
            std::pow(1 + km(world, c.applicant.root, s) / 5, -c.applicant.root_exponent) *
            std::pow(1 + km(world, c.applicant.home, s) / 5, -c.applicant.home_exponent));
        sum += weight.back();
    }
    for (AgentKey key = 0; key < keys; ++key) {
        c.applicant.key = key;
        const auto s = choose_base(c.country.g, c.country.draws, c.country.state.quarter.index,
                                   c.applicant, c.race);
        REQUIRE_FALSE(s.none());
        ++count[s.index()];
    }
    double chi_square = 0;
    for (std::size_t s = 0; s < count.size(); ++s) {
        const double expected = keys * weight[s] / sum;
        chi_square += (count[s] - expected) * (count[s] - expected) / expected;
    }
    c.freedom = static_cast<int>(count.size()) - 1;
    INFO("chi-square " << chi_square);
    CHECK(chi_square < c.threshold());
}

TEST_CASE("the race with its short cuts ends as the race without them, to the last agent")
{
    MarketCase c;
    const auto& country = c.country;
    const auto& settlements = country.world.settlements;
    for (AgentKey key = 0; key < keys / 4; ++key) {
        Applicant& a = c.applicant;
        a.root = SettlementId::at(key * 7 % settlements.size());
        a.home = SettlementId::at(key * 13 % settlements.size());
        a.root_exponent = 0.01 * (key % 300);
        a.home_exponent = 0.02 * (key % 29);
        const EmployerId found = c.chosen(key);
        REQUIRE(found == support::clear_choice(country.g, country.draws,
                                               country.state.quarter.index, country.state.employers,
                                               Profession::gp, MarketKind::employed, c.market, a));
        const int search = static_cast<int>(key % 5);
        REQUIRE(choose_base(country.g, country.draws, search, a, c.race) ==
                support::clear_base(country.g, country.draws, search, a));
    }
}
