// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/people.h"

#include <cmath>

#include "sim/core/elementary.h"

namespace mgz {

AgentKey agent_key(Profession p, int cohort, int ordinal)
{
    expects(cohort >= 0 && cohort < 1024 && ordinal >= 0 && ordinal < (1 << 20));
    return static_cast<AgentKey>(index_of(p)) << 30 | static_cast<AgentKey>(cohort) << 20 |
           static_cast<AgentKey>(ordinal);
}

int cohort_of(Quarter entry, Quarter first)
{
    return entry - first + 61;
}

/// Blocks of Purpose::person; each holds four draws.
enum PersonBlock : std::uint32_t { traits = 0, thresholds = 1, later = 2 };

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

SettlementId home_of(const Groundwork& g, const Draws& draws, AgentKey key)
{
    return g.homes.pick(draws.words(Purpose::person, key, Quarter{0}, traits).uniform(0));
}

double fresh_threshold(const Draws& draws, AgentKey key, Quarter now, std::uint32_t which)
{
    return -log_of(draws.uniform(Purpose::person, key, now, later + 1 + which));
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
    to.home_weight.push_back(2 * scenario.settlement.home_weight * trait.uniform(2));
    to.employer.push_back(EmployerId{});
    to.diploma.push_back(diploma);
    to.since.push_back(now);
    to.retires.push_back(now + std::max(1, static_cast<int>(std::ceil((retires - age) * 4))));
    const double to_older = scenario.duty.older_from - age;
    to.older.push_back(now + static_cast<int>(std::ceil(to_older * 4)));
    to.leave_left.push_back(-log_of(threshold.uniform(0)));
    to.move_left.push_back(-log_of(threshold.uniform(1)));
    to.sale_left.push_back(-log_of(threshold.uniform(2)));
}

}  // namespace mgz
