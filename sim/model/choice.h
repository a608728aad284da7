// SPDX-License-Identifier: EUPL-1.2
/// Where does one applicant go? A multinomial logit over all open positions, sampled exactly.
///
///   U(i,k) = - a ln(1 + d(root,k)/5km) - b ln(1 + d(home,k)/5km) + V(k) + Gumbel
///
/// with a = A (1-h) f and b = A h. Choosing the largest U is the same as a race: every position is
/// a Poisson process with rate w = exp(U without Gumbel), the first arrival wins. Positions of a
/// subregion are raced together under a bound: rate B = exp(-a Lroot - b Lhome) * sum exp(V), with
/// L the least log distance to the subregion. An arrival names a position by its weight exp(V) and
/// counts with probability w / (bound on w); otherwise the subregion's next arrival is drawn
/// (thinning of a Poisson process, Lewis & Shedler 1979). Accepted arrivals of a subregion are then
/// a Poisson process with rate sum of w: the probabilities are those of the logit, exactly, at the
/// cost of one draw per subregion and a few per choice, however many positions there are.
///
/// Arrival n of a subregion has its own address (agent, search, subregion, n), the same in every
/// round and in every scenario: what happens in one subregion cannot move the draws of another.
/// The position that an arrival names is the winner of a small race with a draw per employer, so
/// that a position more or less moves nobody between two others. Searches of an agent are counted,
/// not dated: who begins to look a quarter later has the same luck then.
///
/// In a country of very many subregions those far away race by groups (sim/model/subregion_tree.h),
/// under the bound of the nearest point of the group. An arrival of a group goes to a part of it by
/// weight, as it goes to a position within a subregion, and counts with the same probability: the
/// choice stays exact, and its cost grows with the logarithm of the number of subregions.
#pragma once

#include <span>
#include <vector>

#include "sim/core/least_of.h"
#include "sim/model/groundwork.h"
#include "sim/model/market.h"

namespace mgz {

struct Applicant {
    AgentKey key = 0;
    SettlementId root, home;
    double root_exponent = 0;  ///< a
    double home_exponent = 0;  ///< b
    double fte = 0;            ///< working FTE in the market
    EmployerId current;        ///< place now; staying there is no move
};

/// In which order applicants choose changes nothing, as each looks at the same frozen state. Those
/// who took root near each other look at the same places: let them follow each other, and what one
/// looked at is still in the cache for the next.
/// \param root_of(k) of applicant k. ENSURES: turn holds 0 ... n - 1, subregion by subregion.
template <class RootOf>
void line_up(const Groundwork& g, std::size_t n, RootOf root_of, std::vector<std::uint32_t>& turn)
{
    std::vector<std::uint32_t> next(g.world.subregions.size() + 1, 0);
    const auto subregion = [&](std::size_t k) { return g.subregion_at[root_of(k)].index(); };
    for (std::size_t k = 0; k < n; ++k)
        ++next[subregion(k) + 1];
    for (std::size_t s = 1; s < next.size(); ++s)
        next[s] += next[s - 1];
    turn.resize(n);
    for (std::size_t k = 0; k < n; ++k)
        turn[next[subregion(k)]++] = static_cast<std::uint32_t>(k);
}

/// Scratch of one thread; it need not be new for each choice.
struct RaceScratch {
    /// Of a subregion, a group of them or, after the last, the outside option.
    struct Arrival {
        std::size_t place = 0;
        double time = 0;          ///< where dated
        double rate = 0;          ///< where dated
        std::uint32_t count = 0;  ///< arrivals before
        bool dated = false;
    };
    TreeView view;                     ///< of the applicant
    std::vector<std::uint32_t> word;   ///< draws of the first arrivals
    LeastOf first;                     ///< lower bounds of them; infinite for those in `arrived`
    std::vector<Arrival> arrived;      ///< those that came, and what comes next there
    std::vector<std::uint32_t> drawn;  ///< in the race of one subregion
    LeastOf position;                  ///< lower bounds there
};

/// The position chosen, or none for the outside option (Groundwork::outside_rate).
/// \param search which of the applicant's searches this is, from 1: in every round of it the draws
/// are the same
EmployerId choose(const Groundwork& g, const Draws& draws, int search,
                  const EmployerStates& employers, Profession p, MarketKind kind,
                  const Market& market, const Applicant& applicant, RaceScratch& scratch);

/// Where a changing locum lives: among people, by the same ties, with the need of a settlement in
/// the place of positions. The same race, on addresses of its own.
SettlementId choose_base(const Groundwork& g, const Draws& draws, int search,
                         const Applicant& applicant, RaceScratch& scratch);

}  // namespace mgz
