// SPDX-License-Identifier: EUPL-1.2
// Common random numbers: what happens in one subregion moves nobody between two others.
#include "sim/model/choice.h"
#include "tests/support/catch.h"
#include "tests/support/small_country.h"

using namespace mgz;
using support::SmallCountry;

namespace {

constexpr AgentKey agents = 50000;
constexpr std::size_t changed = 1;  // subregion o1

/// Subregion of everybody's choice; the number of subregions stands for outside. Roots go round
/// the settlements.
std::vector<std::size_t> everybody(SmallCountry& c)
{
    const auto& world = c.world;
    Market market;
    open_market(c.g, c.state, Profession::gp, MarketKind::employed, market);
    RaceScratch race;
    std::vector<std::size_t> chosen;
    for (AgentKey key = 0; key < agents; ++key) {
        Applicant a;
        a.key = key;
        a.root = SettlementId::at(key % world.settlements.size());
        a.home = SettlementId::at(key / 7 % world.settlements.size());
        a.root_exponent = 1.2;
        a.home_exponent = 0.3;
        a.fte = c.g.usual_fte(Profession::gp, Role::employed, c.state.quarter);
        const EmployerId e = choose(c.g, c.draws, c.state.quarter.index, c.state.employers,
                                    Profession::gp, MarketKind::employed, market, a, race);
        chosen.push_back(e.none() ? world.subregions.size() : world.employers[e].subregion.index());
    }
    return chosen;
}

void open_two_each(SmallCountry& c)
{
    for (const EmployerId id : c.employers(Profession::gp))
        support::set_openings(c, Profession::gp, id, 2);
}

struct Moves {
    int in = 0, out = 0, elsewhere = 0;
};

Moves compare(const std::vector<std::size_t>& before, const std::vector<std::size_t>& after)
{
    Moves moves;
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (before[i] == after[i]) continue;
        if (after[i] == changed) {
            ++moves.in;
        } else if (before[i] == changed) {
            ++moves.out;
        } else {
            ++moves.elsewhere;
        }
    }
    return moves;
}

}  // namespace

TEST_CASE("a subregion that becomes more attractive only draws people in")
{
    SmallCountry plain;
    open_two_each(plain);
    World better = support::drieland();
    better.subregions[SubregionId::at(changed)].amenity = 0.25;
    SmallCountry nicer(support::drieland_scenario(), better);
    open_two_each(nicer);
    const auto moves = compare(everybody(plain), everybody(nicer));
    CHECK(moves.in > 100);
    CHECK(moves.out == 0);
    CHECK(moves.elsewhere == 0);
}

TEST_CASE("positions added to one subregion move nobody between two others")
{
    SmallCountry plain, more;
    open_two_each(plain);
    open_two_each(more);
    for (const EmployerId id : more.employers(Profession::gp)) {
        if (more.world.employers[id].subregion.index() != changed) continue;
        support::set_openings(more, Profession::gp, id, 5);
        break;
    }
    const auto moves = compare(everybody(plain), everybody(more));
    CHECK(moves.in > 100);
    CHECK(moves.elsewhere == 0);
    // The new positions stand elsewhere in their subregion: a few find another one too far.
    CHECK(moves.out < moves.in / 4);
}

TEST_CASE("a subregion whose positions go loses its people and nothing else changes")
{
    SmallCountry plain, fewer;
    open_two_each(plain);
    open_two_each(fewer);
    for (const EmployerId id : fewer.employers(Profession::gp)) {
        if (fewer.world.employers[id].subregion.index() == changed)
            support::set_openings(fewer, Profession::gp, id, 0);
    }
    const auto moves = compare(everybody(plain), everybody(fewer));
    CHECK(moves.in == 0);
    CHECK(moves.out > 100);
    CHECK(moves.elsewhere == 0);
}
