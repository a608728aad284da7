// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/training.h"

#include <algorithm>
#include <numeric>
#include <optional>

#include "sim/core/threads.h"
#include "sim/model/careers.h"
#include "sim/model/measures.h"
#include "sim/model/people.h"
#include "sim/model/tracks.h"

namespace mgz {

/// Centres of a profession that are open in the year, by share.
static std::vector<std::pair<CentreId, double>> open_centres(const Groundwork& g, Profession p,
                                                             int year)
{
    std::vector<std::pair<CentreId, double>> open;
    double sum = 0;
    for (const CentreId c : g.world.centres.ids()) {
        const auto& centre = g.world.centres[c];
        if (centre.profession != p || !centre.open_in(year) || !(centre.share > 0)) continue;
        if (g.practice_places_of(c).empty()) continue;
        sum += centre.share;
        open.emplace_back(c, sum);
    }
    for (auto& [centre, cumulative] : open)
        cumulative /= sum;
    return open;
}

namespace {
/// Admits the entrants of one profession in one quarter.
class Admission {
public:
    Admission(const Groundwork& g, const Draws& draws, Profession p, State& state)
        : g_(g), draws_(draws), p_(p), state_(state), room_(g.world.regions.size(), 1e9)
    {
    }

    /// Room per region: supervisors there times trainees each, less those in training.
    void limit_by_supervisors()
    {
        // One by one as it were: by rounding a product differs from such a sum.
        std::vector<double> of_so_many{0.0};
        for (const RegionId r : g_.world.regions.ids()) {
            const auto there = state_.employers.supervisors.of(g_.employers_in[p_][r]);
            const auto supervisors =
                static_cast<std::size_t>(std::accumulate(there.begin(), there.end(), 0));
            while (of_so_many.size() <= supervisors) {
                of_so_many.push_back(of_so_many.back() +
                                     g_.scenario.training.trainees_per_supervisor[p_]);
            }
            room_[r] = of_so_many[supervisors];
        }
        const auto& trainees = state_.trainees[p_];
        for (const SettlementId s : trainees.practice)
            room_[g_.region_at[s]] -= 1;
    }

    void open_tracks() { tracks_.emplace(g_, p_, state_); }

    /// What each entrant wants is worked out for all at once; who comes first is served first.
    /// \param counted false for those who entered before the first quarter
    void admit(Quarter entry, bool counted)
    {
        const Centres centres = open_centres(g_, p_, entry.year());
        const int entrants = centres.empty() ? 0 : g_.books.entrants(p_, entry);
        std::vector<Entrant> all(static_cast<std::size_t>(entrants));
        share_out(all.size(), [&](std::size_t i) { all[i] = entrant(i, entry, centres); });
        if (g_.scenario.training.root == RootRule::practice) {
            // In a loop of its own: the ways to memory of several go side by side.
            share_out(all.size(), [&](std::size_t i) { all[i].place = all[i].first_try.place(); });
            // Room only gets less: tries that fail now fail later as well.
            share_out(all.size(), [&](std::size_t i) { find_room(all[i], entry, centres); });
        }
        auto& trainees = state_.trainees[p_];
        for (Entrant& each : all) {
            const SettlementId practice = practice_place(each, entry, centres);
            if (practice.none()) {
                ++state_.flows[p_].unfilled_places;
                continue;
            }
            room_[g_.region_at[practice]] -= 1;
            trainees.key.push_back(each.key);
            trainees.practice.push_back(practice);
            trainees.entered.push_back(entry);
            trainees.stops.push_back(each.stops);
            if (counted) ++state_.flows[p_].entrants;
        }
    }

private:
    /// Centres that are open, by share.
    using Centres = std::vector<std::pair<CentreId, double>>;

    struct PlaceDraw {
        const WeightedPlaces* from = nullptr;
        double share = 0;
        SettlementId place() const { return from->pick(share); }
    };

    struct Entrant {
        AgentKey key = 0;
        bool stops = false;       ///< will not get the diploma
        SettlementId on_track;    ///< place on a regional track; none without one
        PlaceDraw first_try;      ///< without a track
        SettlementId place;       ///< where the last try led
        std::uint32_t tries = 1;  ///< so far
    };

    Entrant entrant(std::size_t ordinal, Quarter entry, const Centres& centres) const
    {
        Entrant e;
        e.key = agent_key(p_, cohort_of(entry, g_.books.first()), static_cast<int>(ordinal));
        const double u = draws_.uniform(Purpose::training_place, e.key, Quarter{0}, 1000);
        e.stops = u >= g_.scenario.training.yield[p_];
        if (g_.scenario.training.root == RootRule::home) {
            e.place = home_of(g_, draws_, e.key);
        } else {
            if (tracks_) e.on_track = tracks_->place(draws_, e.key, entry);
            e.first_try = draw_of_try(e.key, entry, centres, 0);
        }
        return e;
    }

    /// Near the institute first; where supervisors are too few, anywhere there are clients.
    static constexpr std::uint32_t near_tries = 16, all_tries = 32;
    PlaceDraw draw_of_try(AgentKey key, Quarter entry, const Centres& centres,
                          std::uint32_t t) const
    {
        const auto words = draws_.words(Purpose::training_place, key, entry, t);
        const auto drawn = std::partition_point(
            centres.begin(), centres.end() - 1,
            [u = words.uniform(0)](const auto& centre) { return centre.second <= u; });
        const auto& places = t < near_tries ? g_.practice_places_of(drawn->first) : g_.clients[p_];
        return {&places, words.uniform(1)};
    }

    bool has_room(SettlementId s) const { return room_[g_.region_at[s]] > 0; }

    /// Tries on, from the last try, until supervisors have room for one more; false: nowhere.
    bool find_room(Entrant& e, Quarter entry, const Centres& centres) const
    {
        while (!has_room(e.place)) {
            if (e.tries >= all_tries) return false;
            e.place = draw_of_try(e.key, entry, centres, e.tries++).place();
        }
        return true;
    }

    /// None where no try finds one.
    SettlementId practice_place(Entrant& e, Quarter entry, const Centres& centres) const
    {
        if (g_.scenario.training.root == RootRule::home) return e.place;
        if (!e.on_track.none() && has_room(e.on_track)) return e.on_track;
        return find_room(e, entry, centres) ? e.place : SettlementId{};
    }

    const Groundwork& g_;
    const Draws& draws_;
    Profession p_;
    State& state_;
    IdVector<RegionId, double> room_;
    std::optional<Tracks> tracks_;  ///< once there are
};
}  // namespace

void fill_pipeline(const Groundwork& g, const Draws& draws, Profession p, State& state)
{
    Admission admission(g, draws, p, state);
    const int quarters = g.books.training_quarters(p);
    for (int ago = quarters; ago >= 1; --ago) {
        admission.admit(Quarter{g.books.first().index - ago}, false);
    }
}

/// Physicians of those who have a diploma now. What GPs are after is drawn: some become changing
/// locums.
static void graduate(const Groundwork& g, const Draws& draws, Profession p,
                     const std::vector<Newcomer>& graduates, State& state)
{
    const auto& scenario = g.scenario;
    const double year = state.quarter.decimal_year();
    const double fewer =
        scenario.initiatives.locum_rules_preference * intensity(state, Initiative::locum_rules);
    const double prefer_locum = scenario.careers.locum_preference.at(year) * (1 - fewer);
    const double prefer_ownership = scenario.careers.owner_preference.at(year);
    auto& physicians = state.physicians[p];
    const std::size_t before = physicians.size();
    physicians.append(graduates.size());
    std::vector<std::uint8_t> locum(graduates.size(), 0);
    share_out(graduates.size(), [&](std::size_t k) {
        Newcomer who = graduates[k];
        const auto words = draws.words(Purpose::stance, who.key, Quarter{0}, 0);
        // Spread of 4 years around the mean age, evenly.
        who.age = scenario.training.age_at_diploma[p] + 4 * (words.uniform(0) - 0.5);
        enter_physician(g, draws, p, who, state.quarter, physicians, before + k);
        if (p != Profession::gp) return;
        locum[k] = words.uniform(1) < prefer_locum;
        physicians.wants_ownership[before + k] = words.uniform(2) < prefer_ownership;
    });
    state.flows[p].diplomas += static_cast<int>(graduates.size());
    std::vector<std::uint32_t> locums;
    for (std::size_t k = 0; k < graduates.size(); ++k) {
        if (locum[k]) locums.push_back(static_cast<std::uint32_t>(before + k));
    }
    become_locums(g, draws, state, locums);
}

/// Diplomas for those who are through, the door for those who stop halfway.
static void finish(const Groundwork& g, const Draws& draws, Profession p, State& state)
{
    auto& trainees = state.trainees[p];
    const Quarter whole{state.quarter.index - g.books.training_quarters(p)},
        half{state.quarter.index - g.books.training_quarters(p) / 2};
    const RowList due = list_rows_where(trainees.size(), [&](std::size_t i) {
        return trainees.entered[i] <= (trainees.stops[i] != 0 ? half : whole);
    });
    std::vector<Newcomer> graduates;
    for (const auto i : due) {
        if (trainees.stops[i] != 0) {
            ++state.flows[p].stopped;
        } else {
            graduates.push_back(
                {trainees.key[i], trainees.practice[i], SettlementId{}, 0, state.quarter});
        }
    }
    take_out(trainees.key, due);
    take_out(trainees.practice, due);
    take_out(trainees.entered, due);
    take_out(trainees.stops, due);
    graduate(g, draws, p, graduates, state);
}

void train(const Groundwork& g, const Draws& draws, State& state)
{
    for (const Profession p : all_professions) {
        finish(g, draws, p, state);
        Admission admission(g, draws, p, state);
        admission.limit_by_supervisors();
        admission.open_tracks();
        admission.admit(state.quarter, true);
    }
}

}  // namespace mgz
