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
        strength[s] = sum += strength[s] * g.people_weight[s];
    if (!(sum > 0)) return {};
    const auto found = std::upper_bound(strength.begin(), strength.end(), words.uniform(1) * sum);
    const auto s = std::min<std::size_t>(found - strength.begin(), strength.size() - 1);
    return g.people[s].empty() ? SettlementId{} : g.people[s].pick(words.uniform(2));
}

SettlementId home_of(const Groundwork& g, const Draws& draws, AgentKey key)
{
    const SettlementId selected = selected_home(g, draws, key);
    if (!selected.none()) return selected;
    return g.homes.pick(draws.words(Purpose::person, key, Quarter{0}, traits).uniform(0));
}

double fresh_threshold(const Draws& draws, AgentKey key, int search)
{
    return -log_of(draws.uniform(Purpose::person, key, Quarter{search}, later + 1));
}

void add_physician(const Groundwork& g, const Draws& draws, Profession p, AgentKey key,
                   SettlementId root, SettlementId home, double age, Quarter diploma, Quarter now,
                   Physicians& to)
{
    const auto& scenario = g.scenario;
    const auto trait = draws.words(Purpose::person, key, Quarter{0}, traits);
    const auto threshold = draws.words(Purpose::person, key, Quarter{0}, thresholds);
    const bool woman = trait.uniform(1) < scenario.training.women[p];
    const double retires = retirement_age(scenario.careers, trait.uniform(3));

    to.key.push_back(key);
    to.role.push_back(Role::seeking);
    to.woman.push_back(woman);
    to.wants_ownership.push_back(0);
    to.fte.push_back(
        base_fte(scenario.careers, p, Role::employed, woman, scenario.training.women[p]).value);
    to.root.push_back(root);
    to.base.push_back(root);
    to.home.push_back(home.none() ? home_of(g, draws, key) : home);
    const bool drawn_home = home.none() && !selected_home(g, draws, key).none();
    const double weight =
        drawn_home ? scenario.initiatives.home_selection_weight : scenario.settlement.home_weight;
    to.home_weight.push_back(std::min(1.0, 2 * weight * trait.uniform(2)));
    to.employer.push_back(EmployerId{});
    to.diploma.push_back(diploma);
    to.since.push_back(now);
    to.retires.push_back(now + std::max(1, static_cast<int>(std::ceil((retires - age) * 4))));
    const double to_older = scenario.duty.older_from - age;
    to.older.push_back(now + static_cast<int>(std::ceil(to_older * 4)));
    to.leave_left.push_back(-log_of(threshold.uniform(0)));
    to.move_left.push_back(-log_of(threshold.uniform(1)));
    to.sale_left.push_back(-log_of(threshold.uniform(2)));
    to.searches.push_back(0);
}

}  // namespace mgz
