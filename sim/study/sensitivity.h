// SPDX-License-Identifier: EUPL-1.2
/// What the outcome of a study says about its parameters: screening by Morris and shares of
/// variance by Sobol', each with a bootstrap interval.
///
/// Outcomes come one per row of the design, in its order. An outcome that is not a finite number
/// is missing: the run failed. Its whole block (Morris: trajectory) is then left out, so that all
/// indices of one call rest on the same blocks, and counted. Where failures gather in one corner,
/// the indices describe the rest of the cube only.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "sim/core/random.h"
#include "sim/study/design.h"

namespace mgz {

struct Interval {
    double low = 0;
    double high = 0;

    friend bool operator==(const Interval&, const Interval&) = default;
};

/// Percentile intervals over whole blocks drawn with replacement. Blocks of a Sobol' sequence are
/// spread more evenly than independent ones, so there the interval is rather too wide.
struct Bootstrap {
    int resamples = 1000;  ///< 1 or more
    double level = 0.95;   ///< between 0 and 1
};

/// How many blocks an index rests on.
struct Blocks {
    int used = 0;
    int failed = 0;  ///< left out: some outcome is missing

    friend bool operator==(const Blocks&, const Blocks&) = default;
};

/// Of one factor, or one group of factors, in units of the outcome per whole range of the factor.
struct MorrisEffect {
    /// Mean and standard deviation (n - 1) of the elementary effects. None for a group of more
    /// than one factor: its members move in different directions, and the effect has no sign.
    std::optional<double> mu, sigma;
    double mu_star = 0;  ///< mean of their absolute values (Campolongo et al. 2007)
    Interval mu_star_interval;

    friend bool operator==(const MorrisEffect&, const MorrisEffect&) = default;
};

struct MorrisResult {
    std::vector<MorrisEffect> effects;  ///< per group; without groups per factor
    Blocks blocks;

    friend bool operator==(const MorrisResult&, const MorrisResult&) = default;
};

/// REQUIRES: a design of morris_design; one outcome per row; a legal bootstrap.
/// Throws geo::InputError when fewer than two trajectories are complete.
MorrisResult morris_effects(const Design& design, std::span<const double> outcomes,
                            const Draws& draws, const Bootstrap& bootstrap = {});

/// Of one factor, or one group of factors, as shares of the variance of the outcome. Estimates:
/// near 0 they may come out below it, and first a little above total.
struct SobolIndex {
    double first = 0;  ///< what the factor explains alone
    double total = 0;  ///< what would be left if all others were known
    Interval first_interval, total_interval;

    friend bool operator==(const SobolIndex&, const SobolIndex&) = default;
};

struct SobolResult {
    std::vector<SobolIndex>
        factors;          ///< per group; all 0 when the outcome is constant: nothing to share
    double mean = 0;      ///< of the outcome over A and B
    double variance = 0;  ///< of the outcome over A and B (divided by 2N)
    Blocks blocks;

    friend bool operator==(const SobolResult&, const SobolResult&) = default;
};

/// First order: mean of f(B) (f(AB_i) - f(A)), the outcome taken from its mean, over the variance
/// (Saltelli et al. 2010, Comput. Phys. Commun. 181, 259-270, table 2 b). Total: mean of
/// (f(A) - f(AB_i))^2 / 2 over the variance (Jansen 1999, Comput. Phys. Commun. 117, 35-43).
/// REQUIRES: a design of saltelli_design; one outcome per row; a legal bootstrap.
/// Throws geo::InputError when fewer than two blocks are complete.
SobolResult sobol_indices(const Design& design, std::span<const double> outcomes,
                          const Draws& draws, const Bootstrap& bootstrap = {});

/// The same over the first 16, 32, 64 ... blocks and at last over all N, to see whether N is
/// enough; only N when it is below 16. blocks.used + blocks.failed is the size of the prefix;
/// prefixes with fewer than two complete blocks are left out.
std::vector<SobolResult> sobol_convergence(const Design& design, std::span<const double> outcomes,
                                           const Draws& draws, const Bootstrap& bootstrap = {});

}  // namespace mgz
