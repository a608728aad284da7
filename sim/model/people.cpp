// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/people.h"

#include <algorithm>
#include <cmath>

#include "sim/core/elementary.h"

namespace mgz {

AgentKey agent_key(Profession p, int cohort, int ordinal)
{
    expects(cohort >= 0 && cohort < 1024);
    expects(ordinal >= 0 && ordinal < (cohort == 0 ? 28 << 20 : 1 << 20));
    return static_cast<AgentKey>(index_of(p)) << 30 | static_cast<AgentKey>(cohort) << 20 |
           static_cast<AgentKey>(ordinal);
}

int cohort_of(Quarter entry, Quarter first)
{
    return entry - first + 61;
}

/// Blocks of Purpose::person; each holds four draws.
enum PersonBlock : std::uint32_t { traits = 0, thresholds = 1, later = 2, selection = 1000 };

/// Age of retirement from a triangle (earliest, usual, latest).
static double retirement_age(const CareerOptions& c, double u)
{
    const double low = c.retirement_earliest;
    const double high = std::max(c.retirement_latest, low);
    const double mode = std::min(std::max(c.retirement_usual, low), high);
    if (!(high > low)) return low;
    const double below = (mode - low) / (high - low);
    if (u < below) return low + std::sqrt(u * (high - low) * (mode - low));
    return high - std::sqrt((1 - u) * (high - low) * (high - mode));
}

/// Entry of a trainee's cohort; none of the starting stock was selected.
static double year_of_entry(const Groundwork& g, AgentKey key)
{
    const int cohort = static_cast<int>(key >> 20 & 1023u);
    return Quarter{g.books.first().index + cohort - 61}.decimal_year();
}

/// Selection by home region: where the selected grew up, none for those who were not. Part of the
/// entrants comes from the inhabitants of the places named, whatever their students' numbers.
/// A function of the key alone, so that it is the same before and after the diploma.
static SettlementId selected_home(const Groundwork& g, const Draws& draws, AgentKey key)
{
    const auto is_selection = [](const ForcedMeasure& m) {
        return m.what.initiative == Initiative::home_selection;
    };
    if (std::none_of(g.forced.begin(), g.forced.end(), is_selection)) return {};
    const double year = year_of_entry(g, key);
    std::vector<double> strength(g.world.subregions.size(), 0.0);
    for (const auto& measure : g.forced) {
        if (!is_selection(measure)) continue;
        for (const auto& [s, share] : measure.where)
            strength[s.index()] = std::max(strength[s.index()], share * measure.what.at(year));
    }
    const double most = *std::max_element(strength.begin(), strength.end());
    const auto words = draws.words(Purpose::person, key, Quarter{0}, selection);
    if (words.uniform(0) >= g.scenario.initiatives.home_selection_share * most) return {};
    double sum = 0;
    for (std::size_t s = 0; s < strength.size(); ++s)
        strength[s] = sum += strength[s] * g.people_weights.weight[s];
    if (!(sum > 0)) return {};
    const auto found = std::upper_bound(strength.begin(), strength.end(), words.uniform(1) * sum);
    const auto s = std::min<std::size_t>(found - strength.begin(), strength.size() - 1);
    return g.people[s].empty() ? SettlementId{} : g.people[s].pick(words.uniform(2));
}

namespace {
struct Home {
    SettlementId at;
    bool selected = false;
};
}  // namespace

static Home drawn_home(const Groundwork& g, const Draws& draws, AgentKey key)
{
    const SettlementId selected = selected_home(g, draws, key);
    if (!selected.none()) return {selected, true};
    return {g.homes.pick(draws.words(Purpose::person, key, Quarter{0}, traits).uniform(0)), false};
}

SettlementId home_of(const Groundwork& g, const Draws& draws, AgentKey key)
{
    return drawn_home(g, draws, key).at;
}

double fresh_threshold(const Draws& draws, AgentKey key, int search)
{
    return -log_of(draws.uniform(Purpose::person, key, Quarter{search}, later + 1));
}

void enter_physician(const Groundwork& g, const Draws& draws, Profession p, const Newcomer& who,
                     Quarter now, Physicians& to, std::size_t row)
{
    const auto& scenario = g.scenario;
    const auto trait = draws.words(Purpose::person, who.key, Quarter{0}, traits);
    const auto threshold = draws.words(Purpose::person, who.key, Quarter{0}, thresholds);
    const bool woman = trait.uniform(1) < scenario.training.women[p];
    const double retires = retirement_age(scenario.careers, trait.uniform(3));
    const Home home = who.home.none() ? drawn_home(g, draws, who.key) : Home{who.home};
    const double weight = home.selected ? scenario.initiatives.home_selection_weight
                                        : scenario.settlement.home_weight;
    const auto quarters_until = [&](double age) {
        return static_cast<int>(std::ceil((age - who.age) * 4));
    };

    to.key[row] = who.key;
    to.role[row] = Role::seeking;
    to.woman[row] = woman;
    to.wants_ownership[row] = 0;
    to.fte[row] =
        base_fte(scenario.careers, p, Role::employed, woman, scenario.training.women[p]).value;
    to.root[row] = to.base[row] = who.root;
    to.home[row] = home.at;
    to.home_weight[row] = std::min(1.0, 2 * weight * trait.uniform(2));
    to.employer[row] = EmployerId{};
    to.diploma[row] = who.diploma;
    to.since[row] = now;
    to.retires[row] = now + std::max(1, quarters_until(retires));
    to.older[row] = now + quarters_until(scenario.duty.older_from);
    to.leave_left[row] = -log_of(threshold.uniform(0));
    to.move_left[row] = -log_of(threshold.uniform(1));
    to.sale_left[row] = -log_of(threshold.uniform(2));
    to.searches[row] = 0;
}

}  // namespace mgz
