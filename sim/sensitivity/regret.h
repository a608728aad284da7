// SPDX-License-Identifier: EUPL-1.2
/// Which policy disappoints least, whatever the future brings: regret (Savage 1951, J. Am. Stat.
/// Assoc. 46, 55-67), as robust decision making uses it (Lempert, Groves, Popper & Bankes 2006,
/// Manage. Sci. 52, 514-528).
///
/// A future is a point of the design, with outcomes averaged over replicates; the regret of a
/// policy in it is the best outcome of any policy less its own, the sign such that it is never
/// below 0. A future in which a run of some policy is missing is left out for all, and counted.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/sweep/sweep_table.h"

namespace mgz {

/// Of one policy, for one quantity.
struct PolicyRegret {
    double outcome = 0;        ///< mean over futures
    double mean = 0, p90 = 0;  ///< p90: Hyndman & Fan type 7
    double max = 0;
    double best_share = 0;           ///< policies that are equally good share the future
    bool minimax = false;            ///< no policy has a smaller max
    std::vector<double> met_shares;  ///< of each of QuantityRegret::searches: futures no case of it
};

struct QuantityRegret {
    std::size_t quantity = 0;
    std::vector<std::size_t> searches;  ///< those that look at it
    std::size_t futures = 0, missing = 0;
    std::vector<PolicyRegret> policies;  ///< all 0 when no future is complete
};

/// Of every quantity. Rows of a design that are a sample count; of Morris and one at a time, which
/// are none, all rows: their shares are not those of a sample.
/// None when the study has fewer than two policies: there is nothing to choose.
std::vector<QuantityRegret> regrets(const SweepTable& table, int threads);

/// regret.csv and satisficing.csv.
std::string regret_csv(const SweepTable& table, const std::vector<QuantityRegret>& regrets);
std::string satisficing_csv(const SweepTable& table, const std::vector<QuantityRegret>& regrets);

/// In words, for the country and for what the study looks for; of the last year kept of each. A
/// section of a Markdown page; empty when there are no policies to choose from.
std::string regret_text(const SweepTable& table, const std::vector<QuantityRegret>& regrets);

}  // namespace mgz
