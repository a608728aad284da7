// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/choice.h"

#include <algorithm>
#include <limits>

#include "geo/check.h"
#include "sim/core/elementary.h"
#include "sim/core/first_arrival.h"

namespace mgz {

namespace {

/// Weighted alternatives by subregion: positions of a market, or settlements.
struct Field {
    const FieldWeights& weights;  ///< of each subregion, then of each group; ties left out
    Purpose first, later;         ///< addresses of first arrivals, and of all others
    double outside_rate;          ///< 0: there is no outside option
};

/// What an applicant looks at, and what draws him there at the nearest point: ties times distance.
struct Outlook {
    std::span<const std::uint32_t> node;  ///< empty: the subregions themselves, by their index
    std::size_t size = 0;
    const double* near_root = nullptr;  ///< least ln(1 + km/5)
    const double* near_home = nullptr;
    double root_exponent = 0, home_exponent = 0;

    std::size_t node_of(std::size_t i) const { return node.empty() ? i : node[i]; }
    /// By how much distance lowers the utility.
    double ties(std::size_t i) const
    {
        return root_exponent * near_root[i] + home_exponent * near_home[i];
    }
};

/// All subregions, or what the tree of them shows from where the applicant is.
Outlook look_around(const Groundwork& g, const Applicant& a, TreeView& view)
{
    if (g.reach->each_subregion()) {
        return {{},
                g.world.subregions.size(),
                g.least_log_km(a.root),
                g.least_log_km(a.home),
                a.root_exponent,
                a.home_exponent};
    }
    const auto& place = g.reach->place;
    g.reach->tree.view(place[a.root].at, place[a.home].at, view);
    return {{view.node.data(), view.count}, view.count,      view.near_root.data(),
            view.near_home.data(),          a.root_exponent, a.home_exponent};
}

/// Bounds of the first arrivals: -ln u over the rate is at least wait_bound_of(u) times the
/// patience with the place times what distance adds to it. The outside option comes after the last
/// place.
void set_off(const Field& field, const Outlook& outlook, const Draws& draws, AgentKey key,
             Quarter search, RaceScratch& race)
{
    constexpr std::size_t step = Draws::words_at_once;
    const std::size_t n = outlook.size;
    race.word.resize((n + step) / step * step);
    draws.fill(field.first, key, search, race.word);
    const auto bounds = race.first.reset(n + 1);
    const float* const patience = field.weights.patience.data();
    const std::uint32_t* const word = race.word.data();
    const Outlook seen = outlook;  // nothing written here can touch a copy: four at a time
    const auto bound = [&](std::size_t i, float patience_there) {
        const auto ties = static_cast<float>(seen.ties(i));
        return wait_bound_of(word[i]) * patience_there * coarse::exp_bound(ties);
    };
    if (seen.node.empty()) {
        for (std::size_t i = 0; i < n; ++i)
            bounds[i] = bound(i, patience[i]);
    } else {
        for (std::size_t i = 0; i < n; ++i)
            bounds[i] = bound(i, patience[seen.node[i]]);
    }
    bounds[n] = wait_bound_of(word[n]) * coarse::patience(field.outside_rate);
    race.first.settle();
    race.arrived.clear();
}

/// Who of those whose arrival is known comes next; null: none.
RaceScratch::Arrival* next_of(std::vector<RaceScratch::Arrival>& arrived)
{
    RaceScratch::Arrival* next = nullptr;
    for (auto& each : arrived) {
        if (!next || std::pair(each.time, each.place) < std::pair(next->time, next->place))
            next = &each;
    }
    return next;
}

/// What -ln u over a weight is at most, by its bound; infinite where that tells nothing.
double latest(float bound, std::uint32_t word, double weight)
{
    constexpr float slack = wait_slack * (1 + 0x1p-10f);
    const bool close = wait_bound_is_close(word) && coarse::patience_is_close(weight);
    if (!close) return std::numeric_limits<double>::infinity();
    return bound * slack;
}

/// The weight of a place, or the rate of the outside option.
double weight_of(const Field& field, const Outlook& outlook, std::size_t place)
{
    const bool outside = place == outlook.size;
    return outside ? field.outside_rate : field.weights.weight[outlook.node_of(place)];
}

/// The first arrival at a place comes before this, if anything is known about it.
double latest_arrival(const Field& field, const Outlook& outlook, const RaceScratch& race,
                      std::size_t place, float bound)
{
    const double most = latest(bound, race.word[place], weight_of(field, outlook, place));
    if (place == outlook.size) return most;
    return coarse::exp_bound_is_close(outlook.ties(place))
               ? most * static_cast<double>(coarse::exp_slack)
               : std::numeric_limits<double>::infinity();
}

/// When, exactly: at -ln u over the rate.
void date(const Field& field, const Outlook& outlook, const RaceScratch& race,
          RaceScratch::Arrival& arrival)
{
    const std::size_t place = arrival.place;
    arrival.rate = weight_of(field, outlook, place);
    if (place != outlook.size) arrival.rate *= exp_of(-outlook.ties(place));
    arrival.time = -log_of(uniform_of(race.word[place])) / arrival.rate;
    arrival.dated = true;
}

/// The next arrival of the race. It is dated unless bounds tell that it is before all others.
RaceScratch::Arrival& next_arrival(const Field& field, const Outlook& outlook, RaceScratch& race)
{
    constexpr float never = std::numeric_limits<float>::infinity();
    while (true) {
        RaceScratch::Arrival* const next = next_of(race.arrived);
        const std::size_t i = race.first.place();
        const float bound = race.first[i];
        if (next && (next->time < bound || bound == never)) return *next;
        race.first.set(i, never);
        double others = race.first[race.first.place()];
        if (next) others = std::min(others, next->time);
        RaceScratch::Arrival& arrival = race.arrived.emplace_back();
        arrival.place = i;
        if (latest_arrival(field, outlook, race, i, bound) < others) return arrival;
        date(field, outlook, race, arrival);
    }
}

/// The small race between the positions of a subregion: the first at -ln u over its weight. The
/// logarithm is for those alone that bounds do not tell from the first.
EmployerId first_of(const Market& market, std::size_t subregion, const Words& words,
                    RaceScratch& race)
{
    const std::size_t begin = market.begin[subregion], n = market.end[subregion] - begin;
    const double* const weight = market.weight.data() + begin;
    const std::uint64_t* const key = market.key.data() + begin;
    const float* const patience = market.patience.data() + begin;
    race.drawn.resize(n);
    std::uint32_t* const drawn = race.drawn.data();
    for (std::size_t i = 0; i < n; ++i)
        drawn[i] = words.keyed_word(key[i]);
    float* const earliest = race.position.reset(n).data();
    for (std::size_t i = 0; i < n; ++i)  // a loop of its own: four at a time
        earliest[i] = wait_bound_of(drawn[i]) * patience[i];
    race.position.settle();

    constexpr float ruled_out = std::numeric_limits<float>::infinity();
    std::size_t first = race.position.place();
    const float bound = race.position[first];
    race.position.set(first, ruled_out);
    std::size_t other = race.position.place();
    if (latest(bound, drawn[first], weight[first]) < race.position[other])
        return market.employer[begin + first];

    const auto time_of = [&](std::size_t i) { return -log_of(uniform_of(drawn[i])) / weight[i]; };
    double least = time_of(first);
    while (race.position[other] <= least) {
        const double time = time_of(other);
        if (time < least || (time == least && other < first)) {
            least = time;
            first = other;
        }
        race.position.set(other, ruled_out);
        other = race.position.place();
    }
    return market.employer[begin + first];
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
    const auto children = tree.children(group);
    const std::size_t first = first_arrival(
        children.size(), std::numeric_limits<double>::infinity(),
        [&](std::size_t k) { return field.weights.weight[children[k]]; },
        [&](std::size_t k) { return words.keyed_word(spread(among_nodes | children[k])); });
    return first < children.size() ? children[first] : group;
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

/// Does an arrival at a place count, u < exp(-excess) with excess what the ties to it are weaker
/// than at the nearest point? Bounds of the three logarithms nearly always tell.
bool counts(const Groundwork& g, const Applicant& a, SettlementId at, double near_root,
            double near_home, double u)
{
    constexpr double too_low = 0.0141;  // a bound may be, rounding included
    constexpr double rounding = 1e-9;   // of all else
    const double root = g.bent_km(a.root, at), home = g.bent_km(a.home, at);
    const double least = a.root_exponent * (log_bound(root) - near_root) +
                         a.home_exponent * (log_bound(home) - near_home);
    const double most = least + too_low * (a.root_exponent + a.home_exponent);
    const double drawn = log_bound(1 / u);
    if (drawn > most + rounding) return true;
    if (drawn + too_low < least) return false;
    return u < exp_of(-(a.root_exponent * (log_of(root) - near_root) +
                        a.home_exponent * (log_of(home) - near_home)));
}

/// Runs the race until an arrival counts. `pick(subregion, words)` names an alternative and its
/// settlement, `list(subregion)` gives all as race_accepted() wants them, `open(alternative)` says
/// whether it may be taken. None: the outside option.
template <class Alternative, class Pick, class List, class Open>
Alternative run_race(const Groundwork& g, const Draws& draws, int search, const Field& field,
                     const Applicant& a, RaceScratch& race, Pick pick, List list, Open open)
{
    const Outlook outlook = look_around(g, a, race.view);
    set_off(field, outlook, draws, a.key, Quarter{search}, race);
    const std::size_t outside = outlook.size;
    std::vector<std::pair<std::size_t, Alternative>> accepted;  // by place; hardly ever any
    while (true) {
        RaceScratch::Arrival& next = next_arrival(field, outlook, race);
        const std::size_t i = next.place;
        if (i == outside) return Alternative{};
        expects(!next.dated || next.time < std::numeric_limits<double>::infinity());
        const auto n = next.count++;
        if (n > most_refusals) {
            const auto is_here = [i](const auto& entry) { return entry.first == i; };
            return std::find_if(accepted.begin(), accepted.end(), is_here)->second;
        }
        const std::size_t node = outlook.node_of(i);
        const auto all = [&](auto visit) {
            each_subregion_of(g, node, [&](std::size_t s) { list(s)(visit); });
        };
        const auto block = static_cast<std::uint32_t>(i) << 12 | (n & 0xfff);
        const auto words = draws.words(field.later, a.key, Quarter{search}, block, n >> 12);
        if (n == most_refusals) {
            const auto direct = race_accepted<Alternative>(g, a, words, all, open);
            accepted.emplace_back(i, direct.first);
            next.time += direct.wait;
            continue;
        }
        if (n == doubtful_refusals) {
            bool any = false;
            all([&](Alternative alternative, auto&&...) { any = any || open(alternative); });
            if (!any) {
                next.time = std::numeric_limits<double>::infinity();
                continue;
            }
        }
        const auto [alternative, at] = pick(subregion_of(g, field, node, words), words);
        if (counts(g, a, at, outlook.near_root[i], outlook.near_home[i], words.uniform(1)) &&
            open(alternative)) {
            return alternative;
        }
        if (!next.dated) date(field, outlook, race, next);
        next.time -= log_of(words.uniform(2)) / next.rate;
    }
}

}  // namespace

EmployerId choose(const Groundwork& g, const Draws& draws, int search,
                  const EmployerStates& employers, Profession p, MarketKind kind,
                  const Market& market, const Applicant& a, RaceScratch& race)
{
    const Field field{market.weights, Purpose::arrival, Purpose::proposal, g.outside_rate[p]};
    const auto pick = [&](std::size_t subregion, const Words& words) {
        const EmployerId best = first_of(market, subregion, words, race);
        return std::pair(best, g.site_of[best]);
    };
    const auto open = [&](EmployerId e) {
        return e != a.current && is_open(g, employers, p, kind, e, a.fte);
    };
    const auto list = [&](std::size_t subregion) {
        return [&, subregion](auto visit) {
            for (auto i = market.begin[subregion]; i < market.end[subregion]; ++i) {
                const EmployerId e = market.employer[i];
                visit(e, g.site_of[e], g.employer_key[e], market.weight[i]);
            }
        };
    };
    return run_race<EmployerId>(g, draws, search, field, a, race, pick, list, open);
}

SettlementId choose_base(const Groundwork& g, const Draws& draws, int search, const Applicant& a,
                         RaceScratch& race)
{
    const Field field{g.people_weights, Purpose::base, Purpose::base_proposal, 0.0};
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
    return run_race<SettlementId>(g, draws, search, field, a, race, pick, list, open);
}

}  // namespace mgz
