// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/choice.h"

#include <algorithm>
#include <limits>

#include "sim/core/elementary.h"

namespace mgz {

namespace {

/// Weighted alternatives by subregion: positions of a market, or settlements.
struct Field {
    const std::vector<double>& weight;  ///< of each subregion, then of each group; ties left out
    Purpose later;                      ///< address of all arrivals but the first
    double outside_rate;                ///< 0: there is no outside option
};

/// What draws an applicant to an alternative, at its nearest point: ties times distance.
struct Pull {
    Pull(const Applicant& applicant, const RaceStart& start)
        : root_exponent(applicant.root_exponent),
          home_exponent(applicant.home_exponent),
          near_root(start.near_root.data()),
          near_home(start.near_home.data())
    {
    }
    double log_of_ties(std::size_t i) const
    {
        return -(root_exponent * near_root[i] + home_exponent * near_home[i]);
    }

    double root_exponent, home_exponent;
    const double* near_root;
    const double* near_home;
};

/// Among what the applicant chooses: all subregions, or what the tree shows from where he is.
RaceStart look_around(const Groundwork& g, const Applicant& a, RaceScratch& race)
{
    RaceStart start;
    if (g.reach->each_subregion()) {
        const auto n = g.world.subregions.size();
        start.near_root = {g.least_log_km(a.root), n};
        start.near_home = {g.least_log_km(a.home), n};
        return start;
    }
    const auto& settlements = g.world.settlements;
    g.reach->tree.view(settlements[a.root].at, settlements[a.home].at, race.view);
    start.node = race.view.node;
    start.near_root = race.view.near_root;
    start.near_home = race.view.near_home;
    return start;
}

/// A lower bound of -ln u: the first two terms of its series in 1 - u, less more than any rounding.
double least_wait(double u)
{
    constexpr double below_one = 1 - 0x1p-46;
    const double x = 1 - u;
    return (x + 0.5 * x * x) * below_one;
}

/// First arrivals: four alternatives per call, the outside option after the last one. Of each
/// a lower bound is enough until it comes first: the rate is at most that with exp_bound, and -ln u
/// is at least least_wait(u).
void draw_start(const Draws& draws, int search, Purpose purpose, const Applicant& a,
                RaceStart start)
{
    draws.uniforms(purpose, a.key, Quarter{search}, start.uniform);
    const std::size_t n = start.alternatives();
    const double* const uniform = start.uniform.data();
    double* const bound = start.bound.data();
    const Pull ties(a, start);  // nothing written here can touch it: two at a time
    for (std::size_t s = 0; s < n; ++s)
        bound[s] = least_wait(uniform[s]) / exp_bound(ties.log_of_ties(s));
    bound[n] = least_wait(uniform[n]);
}

void set_off(const Field& field, RaceStart start, RaceScratch& race)
{
    const std::size_t n = start.alternatives();
    const auto arrival = race.arrival.reset(n + 1);
    const double* const weight = field.weight.data();
    const double* const bound = start.bound.data();
    if (start.node.empty()) {
        for (std::size_t i = 0; i < n; ++i)
            arrival[i] = bound[i] / weight[i];  // infinite where there is nothing
    } else {
        for (std::size_t i = 0; i < n; ++i)
            arrival[i] = bound[i] / weight[start.node[i]];
    }
    arrival[n] = bound[n] / field.outside_rate;
    race.arrival.settle();
    race.rate.resize(n + 1);
    race.exact.assign(n + 1, 0);
    race.count.assign(n + 1, 0);
}

/// The small race between the positions of a subregion: the first at -ln u over its weight. The
/// logarithm is for those alone that a bound does not rule out.
EmployerId first_of(std::span<const Market::Entry> entries, const Words& words,
                    std::vector<double>& earliest)
{
    earliest.resize(entries.size());
    std::size_t first = 0;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const double x = 1 - words.keyed_uniform(entries[i].key);
        earliest[i] = (x + 0.5 * x * x) * entries[i].patience;
        first = earliest[i] < least ? i : first;
        least = std::min(least, earliest[i]);
    }
    const auto time_of = [&](std::size_t i) {
        return -log_of(words.keyed_uniform(entries[i].key)) / entries[i].weight;
    };
    least = time_of(first);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (earliest[i] > least || i == first) continue;
        const double time = time_of(i);
        if (time > least || (time == least && i > first)) continue;
        least = time;
        first = i;
    }
    return entries[first].employer;
}

/// After so many refused arrivals in one subregion it is looked whether any would be accepted, and
/// after so many its race is run without refusals.
constexpr std::uint32_t doubtful_refusals = 32, most_refusals = 4096;

/// The first that will not be refused, and how long after the last arrival it comes.
template <class Alternative>
struct Accepted {
    Alternative first{};
    double wait = std::numeric_limits<double>::infinity();
};

/// Refused arrivals leave a Poisson process of those that are not, with rates of their own: where
/// nearly all are refused (the one attractive position is the applicant's own, say) these race
/// directly. `list(visit)` visits every alternative of the subregion: itself, its settlement, its
/// key and weight.
template <class Alternative, class List, class Open>
Accepted<Alternative> race_accepted(const Groundwork& g, const Applicant& a, const Words& words,
                                    List list, Open open)
{
    Accepted<Alternative> accepted;
    list([&](Alternative alternative, SettlementId at, AgentKey key, double weight) {
        if (!open(alternative)) return;
        const double ties =
            a.root_exponent * g.log_km(a.root, at) + a.home_exponent * g.log_km(a.home, at);
        const double wait = -log_of(words.keyed_uniform(key)) / (weight * exp_of(-ties));
        if (wait < accepted.wait) accepted = {alternative, wait};
    });
    return accepted;
}

/// The part of a group that an arrival goes to, by weight: a small race with a draw for each.
std::size_t part_of_group(const SubregionTree& tree, const Field& field, std::size_t group,
                          const Words& words)
{
    constexpr AgentKey among_nodes = AgentKey{1} << 31;
    std::size_t first = group;
    double least = std::numeric_limits<double>::infinity();
    for (const std::uint32_t child : tree.children(group)) {
        if (!(field.weight[child] > 0)) continue;
        const double time = -log_of(words.keyed_uniform(among_nodes | child)) / field.weight[child];
        if (time >= least) continue;
        least = time;
        first = child;
    }
    return first;
}

std::size_t subregion_of(const Groundwork& g, const Field& field, std::size_t node,
                         const Words& words)
{
    while (!g.reach->each_subregion() && !g.reach->tree.is_subregion(node))
        node = part_of_group(g.reach->tree, field, node, words);
    return node;
}

/// Calls visit(subregion) for each subregion of a node.
template <class Visit>
void each_subregion_of(const Groundwork& g, std::size_t node, Visit visit)
{
    if (g.reach->each_subregion() || g.reach->tree.is_subregion(node)) return visit(node);
    for (const std::uint32_t child : g.reach->tree.children(node))
        each_subregion_of(g, child, visit);
}

/// Runs the race until an arrival counts. `pick(subregion, words)` names an alternative and its
/// settlement, `list(subregion)` gives all as race_accepted() wants them, `open(alternative)` says
/// whether it may be taken. None: the outside option.
template <class Alternative, class Pick, class List, class Open>
Alternative run_race(const Groundwork& g, const Draws& draws, int search, const Field& field,
                     const Applicant& a, RaceStart start, RaceScratch& race, Pick pick, List list,
                     Open open)
{
    const Pull pull(a, start);
    set_off(field, start, race);
    const std::size_t outside = start.alternatives();
    std::vector<std::pair<std::size_t, Alternative>> accepted;  // by place; hardly ever any
    while (true) {
        const std::size_t i = race.arrival.place();
        if (!race.exact[i]) {
            race.rate[i] = i == outside
                               ? field.outside_rate
                               : field.weight[start.node_of(i)] * exp_of(pull.log_of_ties(i));
            race.arrival.set(i, -log_of(start.uniform[i]) / race.rate[i]);
            race.exact[i] = 1;
            continue;
        }
        if (i == outside) return Alternative{};
        const auto n = race.count[i]++;
        if (n > most_refusals) {
            const auto is_here = [i](const auto& entry) { return entry.first == i; };
            return std::find_if(accepted.begin(), accepted.end(), is_here)->second;
        }
        const std::size_t node = start.node_of(i);
        const auto all = [&](auto visit) {
            each_subregion_of(g, node, [&](std::size_t s) { list(s)(visit); });
        };
        const auto block = static_cast<std::uint32_t>(i) << 12 | (n & 0xfff);
        const auto words = draws.words(field.later, a.key, Quarter{search}, block, n >> 12);
        if (n == most_refusals) {
            const auto next = race_accepted<Alternative>(g, a, words, all, open);
            accepted.emplace_back(i, next.first);
            race.arrival.set(i, race.arrival[i] + next.wait);
            continue;
        }
        if (n == doubtful_refusals) {
            bool any = false;
            all([&](Alternative alternative, auto&&...) { any = any || open(alternative); });
            if (!any) {
                race.arrival.set(i, std::numeric_limits<double>::infinity());
                continue;
            }
        }
        const auto [alternative, at] = pick(subregion_of(g, field, node, words), words);
        const double excess = a.root_exponent * (g.log_km(a.root, at) - pull.near_root[i]) +
                              a.home_exponent * (g.log_km(a.home, at) - pull.near_home[i]);
        if (words.uniform(1) < exp_of(-excess) && open(alternative)) return alternative;
        race.arrival.set(i, race.arrival[i] - log_of(words.uniform(2)) / race.rate[i]);
    }
}

/// The start of who chooses once lies in the scratch.
RaceStart start_once(const Groundwork& g, const Draws& draws, int search, Purpose purpose,
                     const Applicant& a, RaceScratch& race)
{
    RaceStart start = look_around(g, a, race);
    const std::size_t n = start.alternatives() + 1;
    race.start.resize(2 * n);
    start.uniform = {race.start.data(), n};
    start.bound = {race.start.data() + n, n};
    draw_start(draws, search, purpose, a, start);
    return start;
}

template <class T>
std::span<T> room_in(std::pmr::memory_resource& memory, std::size_t n)
{
    return {static_cast<T*>(memory.allocate(n * sizeof(T), alignof(T))), n};
}

template <class T>
std::span<const T> copy_in(std::pmr::memory_resource& memory, std::span<const T> values)
{
    const auto to = room_in<T>(memory, values.size());
    std::copy(values.begin(), values.end(), to.begin());
    return to;
}

}  // namespace

RaceStart start_race(const Groundwork& g, const Draws& draws, int search, const Applicant& a,
                     std::pmr::memory_resource& memory, RaceScratch& race)
{
    RaceStart start = look_around(g, a, race);
    if (!start.node.empty()) {
        start.node = copy_in(memory, start.node);
        start.near_root = copy_in(memory, start.near_root);
        start.near_home = copy_in(memory, start.near_home);
    }
    start.uniform = room_in<double>(memory, start.alternatives() + 1);
    start.bound = room_in<double>(memory, start.alternatives() + 1);
    draw_start(draws, search, Purpose::arrival, a, start);
    return start;
}

EmployerId choose(const Groundwork& g, const Draws& draws, int search,
                  const EmployerStates& employers, Profession p, MarketKind kind,
                  const Market& market, const Applicant& a, RaceScratch& race)
{
    const RaceStart start = start_once(g, draws, search, Purpose::arrival, a, race);
    return choose(g, draws, search, employers, p, kind, market, a, start, race);
}

EmployerId choose(const Groundwork& g, const Draws& draws, int search,
                  const EmployerStates& employers, Profession p, MarketKind kind,
                  const Market& market, const Applicant& a, RaceStart start, RaceScratch& race)
{
    const Field field{market.weight, Purpose::proposal, exp_of(g.outside_log_weight[p])};
    const auto pick = [&](std::size_t subregion, const Words& words) {
        const auto begin = market.begin[subregion], end = market.begin[subregion + 1];
        const auto best =
            first_of(std::span(market.entries).subspan(begin, end - begin), words, race.earliest);
        return std::pair(best, g.world.employers[best].at);
    };
    const auto open = [&](EmployerId e) {
        return e != a.current && is_open(g, employers, p, kind, e, a.fte);
    };
    const auto list = [&](std::size_t subregion) {
        return [&, subregion](auto visit) {
            for (auto i = market.begin[subregion]; i < market.begin[subregion + 1]; ++i) {
                const auto& entry = market.entries[i];
                visit(entry.employer, g.world.employers[entry.employer].at, entry.key,
                      entry.weight);
            }
        };
    };
    return run_race<EmployerId>(g, draws, search, field, a, start, race, pick, list, open);
}

SettlementId choose_base(const Groundwork& g, const Draws& draws, int search, const Applicant& a,
                         RaceScratch& race)
{
    const Field field{g.people_weight, Purpose::base_proposal, 0.0};
    const RaceStart start = start_once(g, draws, search, Purpose::base, a, race);
    const auto pick = [&](std::size_t subregion, const Words& words) {
        const SettlementId s = g.people[subregion].pick(words.uniform(0));
        return std::pair(s, s);
    };
    const auto open = [](SettlementId) { return true; };
    const auto list = [&](std::size_t subregion) {
        return [&, subregion](auto visit) {
            const auto& people = g.people[subregion];
            for (std::size_t i = 0; i < people.places.size(); ++i) {
                const SettlementId s = people.places[i];
                const double before = i > 0 ? people.cumulative[i - 1] : 0.0;
                visit(s, s, key_of_code(g.world.settlements[s].code),
                      people.cumulative[i] - before);
            }
        };
    };
    return run_race<SettlementId>(g, draws, search, field, a, start, race, pick, list, open);
}

}  // namespace mgz
