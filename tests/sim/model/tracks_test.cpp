// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/tracks.h"

#include "sim/model/measures.h"
#include "tests/support/frequencies.h"
#include "tests/support/small_country.h"
#include "tests/support/wide_drieland.h"

using namespace mgz;
using support::SmallCountry;

namespace {

constexpr auto gp = Profession::gp;

/// Some regions train for themselves: those in turn not, by halves and wholly.
void give_tracks(SmallCountry& c)
{
    c.state.intensities.in_region.assign(c.world.regions.size(), {});
    for (const RegionId r : c.world.regions.ids()) {
        c.state.intensities.in_region[r][index_of(Initiative::regional_training)] =
            0.5 * static_cast<double>(r.index() % 3);
    }
}

/// Expected share of the entrants by region, then of those without a track.
std::vector<double> shares(const SmallCountry& c)
{
    std::vector<double> all;
    double rest = 1;
    const double whole = c.g.books.need(gp, c.state.quarter).value;
    for (const RegionId r : c.world.regions.ids()) {
        all.push_back(c.scenario.initiatives.regional_training_share *
                      c.g.need(gp, r, c.state.quarter).value / whole *
                      intensity(c.g, c.state, Initiative::regional_training, r));
        rest -= all.back();
    }
    all.push_back(rest);
    return all;
}

std::vector<std::size_t> where(const SmallCountry& c, AgentKey entrants)
{
    const Tracks tracks(c.g, gp, c.state);
    std::vector<std::size_t> found;
    for (AgentKey key = 0; key < entrants; ++key) {
        const SettlementId place = tracks.place(c.draws, key, c.state.quarter);
        found.push_back(place.none() ? c.world.regions.size() : c.g.region_at[place].index());
    }
    return found;
}

}  // namespace

TEST_CASE("entrants go to tracks by share, one by one or by groups of regions", "[tracks]")
{
    SmallCountry few, many(support::drieland_scenario(), support::wide_drieland());
    REQUIRE(few.world.regions.size() <= Tracks::most_regions);
    REQUIRE(many.world.regions.size() > Tracks::most_regions);
    for (SmallCountry* c : {&few, &many}) {
        give_tracks(*c);
        const std::vector<double> expected = shares(*c);
        std::vector<double> count(expected.size(), 0);
        for (const std::size_t region : where(*c, 100000))
            ++count[region];
        support::check_frequencies(count, expected, c == &few ? 2 : 50);
    }
}

TEST_CASE("a track moves nobody between two other regions, or between two other groups", "[tracks]")
{
    SmallCountry few, many(support::drieland_scenario(), support::wide_drieland());
    for (SmallCountry* c : {&few, &many}) {
        give_tracks(*c);
        const bool grouped = c == &many;
        const auto before = where(*c, 20000);
        const std::size_t added = 0;  // trained nobody, and is in the first group
        c->state.intensities
            .in_region[RegionId::at(added)][index_of(Initiative::regional_training)] = 1;
        const auto after = where(*c, 20000);
        // With more tracks the institutes have less: who leaves them may go anywhere.
        const std::size_t institutes = c->world.regions.size();
        const auto group = [&](std::size_t region) {
            return grouped ? region / Tracks::most_regions : region;
        };
        std::size_t moved = 0;
        for (std::size_t k = 0; k < before.size(); ++k) {
            if (before[k] == institutes || group(before[k]) == group(after[k])) continue;
            ++moved;
            CHECK(after[k] != institutes);
            CHECK(group(after[k]) == group(added));
        }
        CHECK(moved > 0);
    }
}
