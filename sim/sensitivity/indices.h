// SPDX-License-Identifier: EUPL-1.2
/// What drives the outcomes of a sweep: indices of every factor for every kept quantity, how much
/// of what differs is luck, and plain associations where the design allows no more.
///
/// All figures of one policy rest on outcomes averaged over replicates; a point of which a
/// replicate is missing is missing (see sim/study/sensitivity.h).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sim/study/sensitivity.h"
#include "sim/study/variance_split.h"
#include "sim/sweep/sweep_table.h"

namespace mgz {

/// What a quantity of a policy allows to be said of it.
enum class IndexState : unsigned char {
    known,
    constant,  ///< the same in every complete point: all indices 0
    too_few    ///< fewer than two complete blocks: no indices
};

/// One factor, or group of factors, for one quantity of one policy.
struct DriverIndex {
    /// How much it matters in all: Sobol's total index; Morris's mu*, in units of the outcome.
    double strength = 0;
    Interval strength_interval;
    /// Sobol' only: what it explains alone.
    std::optional<double> first;
    Interval first_interval;  ///< where `first` is
    /// Morris only, and not of groups.
    std::optional<double> mu, sigma;

    friend bool operator==(const DriverIndex&, const DriverIndex&) = default;
};

struct QuantityIndices {
    std::size_t policy = 0, quantity = 0;
    IndexState state = IndexState::known;
    std::vector<DriverIndex> drivers;  ///< as Findings::drivers; none of too few
    Blocks blocks;
    double mean = 0;  ///< over the futures of complete blocks: Sobol' A and B, Morris all rows
    double sd = 0;    ///< of the same

    /// Drivers by falling strength, equals in their order.
    std::vector<std::size_t> ranked() const;
    /// Sum of first-order indices: the share that no interaction is needed for. Sobol' only.
    std::optional<double> first_sum() const;

    friend bool operator==(const QuantityIndices&, const QuantityIndices&) = default;
};

/// How the indices of a quantity settle as blocks are added; Sobol' only.
struct Convergence {
    std::size_t policy = 0, quantity = 0;
    std::vector<SobolResult> steps;  ///< see sobol_convergence

    friend bool operator==(const Convergence&, const Convergence&) = default;
};

struct LuckShare {
    std::size_t policy = 0, quantity = 0;
    VarianceSplit split;

    friend bool operator==(const LuckShare&, const LuckShare&) = default;
};

enum class AssociationKind : unsigned char {
    rank_correlation,  ///< Spearman's, of outcome and value
    mean               ///< mean outcome of the points with one value
};

/// What goes with what, without a claim about shares.
struct Association {
    std::size_t policy = 0, quantity = 0, factor = 0;
    AssociationKind kind = AssociationKind::rank_correlation;
    std::string value;   ///< of means: label or number
    double measure = 0;  ///< correlation, or mean in the unit of the outcome
    int points = 0;      ///< complete ones that it rests on

    friend bool operator==(const Association&, const Association&) = default;
};

/// Quantities come policy by policy, each in the table's order.
struct Findings {
    /// What indices belong to: factors, or their groups, by name.
    std::vector<std::string> drivers;
    std::vector<QuantityIndices> indices;   ///< of Morris and Saltelli designs only
    std::vector<Convergence> convergence;   ///< country, and what is searched for
    std::vector<LuckShare> luck;            ///< see luck_can_be_split
    std::vector<Association> associations;  ///< where there are no indices

    friend bool operator==(const Findings&, const Findings&) = default;
};

/// Is it clear that the strongest driver is the strongest: does its interval lie above the second?
/// Where there is one driver only: above 0. REQUIRES: state known.
bool is_clear(const QuantityIndices& indices);

/// Does the design give indices?
bool has_indices(const Design& design);
/// Are points of the design a random sample, so that variances can be compared? And are there
/// replicates?
bool luck_can_be_split(const SweepTable& table);

/// Is the quantity one of the whole country, or one that a search of the study names?
bool is_watched(const Study& study, const KeptQuantity& quantity);

/// Name of a policy in tables; of a study without policies empty.
std::string policy_name(const Study& study, std::size_t policy);

/// Uses all threads of OpenMP; the same result for any number of them.
Findings analyse(const SweepTable& table, const Bootstrap& bootstrap = {200});

/// Ranks of the values of each factor over all points, found once for all quantities.
using FactorRanks = std::vector<std::vector<double>>;
FactorRanks ranks_of_factors(const SweepTable& table);

/// One quantity's part of the associations.
std::vector<Association> associations_of(const SweepTable& table, const FactorRanks& ranks,
                                         std::size_t policy, std::size_t quantity);

}  // namespace mgz
