// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/tracks.h"

#include <algorithm>
#include <limits>

#include "sim/core/first_arrival.h"
#include "sim/model/measures.h"

namespace mgz {

Tracks::Tracks(const Groundwork& g, Profession p, const State& state) : g_(g), p_(p)
{
    const auto& what = g.scenario.initiatives;
    const auto at = [&](Initiative i, RegionId r) { return intensity(g, state, i, r); };
    const double all = g.books.need(p, state.quarter).value;
    if (!(all > 0)) return;
    const auto part_of_need = [&](RegionId r) { return g.need(p, r, state.quarter).value / all; };
    double named = 0, most = 0;
    for (const RegionId r : g.world.regions.ids()) {
        named += part_of_need(r) * at(Initiative::regional_places, r);
        most = std::max(most, at(Initiative::regional_places, r));
    }
    const double moved = named > 0 ? what.regional_places_share * most : 0.0;
    double sum = 0;
    for (const RegionId r : g.world.regions.ids()) {
        const double need = part_of_need(r);
        double share = (1 - moved) * what.regional_training_share * need *
                       at(Initiative::regional_training, r);
        if (named > 0) share += moved * need * at(Initiative::regional_places, r) / named;
        if (!(share > 0)) continue;
        tracks_.push_back({r, key_of_code(g.world.regions[r].code), share});
        sum += share;
    }
    off_track_ = std::max(0.0, 1 - sum);
    if (g.world.regions.size() > most_regions) form_groups();
}

void Tracks::form_groups()
{
    const auto block = [](const Track& track) { return track.region.index() / most_regions; };
    for (std::size_t begin = 0, end = 0; begin < tracks_.size(); begin = end) {
        double share = 0;
        for (; end < tracks_.size() && block(tracks_[end]) == block(tracks_[begin]); ++end)
            share += tracks_[end].share;
        const RegionId first = RegionId::at(block(tracks_[begin]) * most_regions);
        groups_.push_back({std::span(tracks_).subspan(begin, end - begin),
                           key_of_code(g_.world.regions[first].code), share});
    }
}

/// The one of the first arrival, at the rate of its share; null: none before that time.
template <class Alternative>
static const Alternative* first_of(std::span<const Alternative> all, const Words& words,
                                   double before)
{
    const std::size_t first = first_arrival(
        all.size(), before, [&](std::size_t i) { return all[i].share; },
        [&](std::size_t i) { return words.keyed_word(spread(all[i].key)); });
    return first < all.size() ? &all[first] : nullptr;
}

SettlementId Tracks::place(const Draws& draws, AgentKey key, Quarter entry) const
{
    constexpr std::uint32_t track_block = 2000;
    constexpr double never = std::numeric_limits<double>::infinity();
    if (tracks_.empty()) return {};
    const auto words = draws.words(Purpose::training_place, key, entry, track_block);
    const double institutes = off_track_ > 0 ? -log_of(words.uniform(2)) / off_track_ : never;
    const Track* track = nullptr;
    if (groups_.empty()) {
        track = first_of(std::span<const Track>(tracks_), words, institutes);
    } else if (const Group* group = first_of(std::span<const Group>(groups_), words, institutes)) {
        const auto inside = draws.words(Purpose::training_place, key, entry, track_block + 1);
        track = first_of(group->tracks, inside, never);
    }
    if (!track) return {};
    const auto& places = g_.clients_of[p_][track->region];
    return places.empty() ? SettlementId{} : places.pick(words.uniform(1));
}

}  // namespace mgz
