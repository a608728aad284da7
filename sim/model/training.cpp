// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/training.h"

#include <cmath>

#include "sim/model/careers.h"
#include "sim/model/people.h"

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
        if (g.practice_places[c].empty()) continue;
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
    void limit_by_supervisors(Quarter now)
    {
        const auto& training = g_.scenario.training;
        const int service = static_cast<int>(std::lround(training.supervisor_service_years * 4));
        room_.assign(g_.world.regions.size(), 0.0);
        const auto& physicians = state_.physicians[p_];
        for (std::size_t i = 0; i < physicians.size(); ++i) {
            const EmployerId e = physicians.employer[i];
            if (e.none() || now - physicians.diploma[i] < service) continue;
            room_[g_.world.employers[e].region] += training.trainees_per_supervisor[p_];
        }
        const auto& trainees = state_.trainees[p_];
        for (const SettlementId s : trainees.practice)
            room_[g_.world.settlements[s].region] -= 1;
    }

    /// \param counted false for those who entered before the first quarter
    void admit(Quarter entry, bool counted)
    {
        const auto centres = open_centres(g_, p_, entry.year());
        const int entrants = centres.empty() ? 0 : g_.books.entrants(p_, entry);
        for (int i = 0; i < entrants; ++i) {
            const AgentKey key = agent_key(p_, cohort_of(entry, g_.books.first()), i);
            const SettlementId practice = practice_place(key, entry, centres);
            if (practice.none()) {
                ++state_.flows[p_].unfilled_places;
                continue;
            }
            room_[g_.world.settlements[practice].region] -= 1;
            auto& trainees = state_.trainees[p_];
            trainees.key.push_back(key);
            trainees.practice.push_back(practice);
            trainees.entered.push_back(entry);
            const double u = draws_.uniform(Purpose::training_place, key, Quarter{0}, 1000);
            trainees.stops.push_back(u >= g_.scenario.training.yield[p_]);
            if (counted) ++state_.flows[p_].entrants;
        }
    }

private:
    SettlementId practice_place(AgentKey key, Quarter entry,
                                const std::vector<std::pair<CentreId, double>>& centres) const
    {
        if (g_.scenario.training.root == RootRule::home) return home_of(g_, draws_, key);
        // Near the institute first; where supervisors are too few, anywhere there are clients.
        constexpr std::uint32_t near_tries = 16, all_tries = 32;
        for (std::uint32_t t = 0; t < all_tries; ++t) {
            const auto words = draws_.words(Purpose::training_place, key, entry, t);
            std::size_t c = 0;
            while (c + 1 < centres.size() && centres[c].second <= words.uniform(0))
                ++c;
            const auto& places =
                t < near_tries ? g_.practice_places[centres[c].first] : g_.clients[p_];
            const SettlementId place = places.pick(words.uniform(1));
            if (room_[g_.world.settlements[place].region] > 0) return place;
        }
        return {};
    }

    const Groundwork& g_;
    const Draws& draws_;
    Profession p_;
    State& state_;
    IdVector<RegionId, double> room_;
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

static void graduate(const Groundwork& g, const Draws& draws, Profession p, AgentKey key,
                     SettlementId practice, State& state)
{
    const auto& scenario = g.scenario;
    const Quarter now = state.quarter;
    // Spread of 4 years around the mean age, evenly.
    const auto words = draws.words(Purpose::stance, key, Quarter{0}, 0);
    const double age = scenario.training.age_at_diploma[p] + 4 * (words.uniform(0) - 0.5);
    auto& physicians = state.physicians[p];
    add_physician(g, draws, p, key, practice, SettlementId{}, age, now, now, physicians);
    ++state.flows[p].diplomas;
    if (p != Profession::gp) return;
    const double year = now.decimal_year();
    if (words.uniform(1) < scenario.careers.locum_preference.at(year)) {
        become_locum(g, draws, state, physicians.size() - 1);
    }
    physicians.wants_ownership.back() =
        words.uniform(2) < scenario.careers.owner_preference.at(year);
}

/// Diplomas for those who are through, the door for those who stop halfway.
static void finish(const Groundwork& g, const Draws& draws, Profession p, State& state)
{
    auto& trainees = state.trainees[p];
    const int length = g.books.training_quarters(p);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < trainees.size(); ++i) {
        const int served = state.quarter - trainees.entered[i];
        if (trainees.stops[i] ? served >= length / 2 : served >= length) {
            if (trainees.stops[i]) {
                ++state.flows[p].stopped;
            } else {
                graduate(g, draws, p, trainees.key[i], trainees.practice[i], state);
            }
            continue;
        }
        trainees.key[kept] = trainees.key[i];
        trainees.practice[kept] = trainees.practice[i];
        trainees.entered[kept] = trainees.entered[i];
        trainees.stops[kept] = trainees.stops[i];
        ++kept;
    }
    trainees.key.resize(kept);
    trainees.practice.resize(kept);
    trainees.entered.resize(kept);
    trainees.stops.resize(kept);
}

void train(const Groundwork& g, const Draws& draws, State& state)
{
    for (const Profession p : all_professions) {
        finish(g, draws, p, state);
        Admission admission(g, draws, p, state);
        admission.limit_by_supervisors(state.quarter);
        admission.admit(state.quarter, true);
    }
}

}  // namespace mgz
