// SPDX-License-Identifier: EUPL-1.2
/// How much of what differs between runs comes from the parameters and how much from luck.
///
/// The law of total variance: Var(y) = Var(E[y | parameters]) + E[Var(y | parameters)]. Rows of a
/// design are a random sample of parameter values; the replicates of a row differ by luck only.
/// The estimates are the unbiased ones of the analysis of variance with random effects (Searle,
/// Casella & McCulloch 1992, Variance Components, ch. 3 and 4), and are not cut off: where the true
/// value is 0, about half of them come out below it.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace mgz {

/// Whether replicate r of one row shares its luck with replicate r of another.
enum class Luck : unsigned char {
    common,      ///< the same seed and replicate in every row, as a study runs them
    independent  ///< every run its own
};

struct VarianceSplit {
    double parameters = 0;  ///< between the expectations of rows
    double within = 0;      ///< mean variance between the replicates of one row
    /// The two parts of `within`, known with common luck only: what a replicate adds to every row
    /// alike, and what it adds to one row and not to another.
    std::optional<double> luck, interaction;
    int rows_used = 0;
    int rows_failed = 0;  ///< left out: an outcome is missing

    double total() const { return parameters + within; }
    friend bool operator==(const VarianceSplit&, const VarianceSplit&) = default;
};

/// \param outcomes row after row, `replicates` each, in units of which the result has the square;
///                 not a finite number: missing, and its row is left out whole
/// With independent luck parameters = (MS_between - MS_within) / replicates. With common luck that
/// would be too low by luck / replicates, since all row means share it; there the residual of rows
/// x replicates takes the place of MS_within.
/// REQUIRES: outcomes.size() is a multiple of replicates.
/// Throws geo::InputError with fewer than two replicates or two complete rows.
VarianceSplit split_variance(std::span<const double> outcomes, std::size_t replicates, Luck luck);

}  // namespace mgz
