// SPDX-License-Identifier: EUPL-1.2
/// In which corner of the parameters do the cases of interest lie? The Patient Rule Induction
/// Method (Friedman & Fisher 1999, Stat. Comput. 9, 123-143), as scenario discovery uses it
/// (Bryant & Lempert 2010, Technol. Forecast. Soc. Change 77, 34-49).
///
/// A box is peeled: of every thin slice at the lower or upper end of a numeric factor, and of every
/// label of a labelled one, that is removed which raises the share of cases most per point removed
/// (the measure for slices of different size: Kwakkel & Jaxa-Rozen 2016, Environ. Model. Softw. 79,
/// 311-321). From this trajectory one box is chosen by a rule, thin slices are pasted back where
/// the share of cases does not fall, and restrictions that chance alone could make are dropped.
/// Then the points of the box are set aside, and the next box is looked for among the others.
///
/// Only the order of values counts: a factor on another scale gives boxes of the same points.
/// Equals are decided by the order of the factors: the same input gives the same bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace mgz {

/// A sample of the parameters, every point with the same weight.
struct PrimPoints {
    std::vector<std::size_t> labels;         ///< of each factor: how many; 0: it is numeric
    std::vector<double> values;              ///< [point][factor]; of a labelled factor the index
    std::vector<unsigned char> of_interest;  ///< of each point: is it a case?

    std::size_t factors() const { return labels.size(); }
    std::size_t size() const { return of_interest.size(); }
    double value(std::size_t point, std::size_t factor) const
    {
        return values[point * factors() + factor];
    }
};

struct PrimOptions {
    double alpha = 0.05;  ///< share of the box's points in a slice; more where values are equal
    double paste = 0.02;  ///< the same when slices are put back, five points at least
    double min_support = 0.02;  ///< share of all points that a box keeps; ten points at least
    double min_coverage = 0.4;  ///< share of the cases that the purest box must hold
    /// A restriction with a larger p-value is dropped: low, since a study asks of many areas.
    double significance = 0.01;
    int shuffles = 99;           ///< what chance alone would find; 0: nothing is dropped
    int boxes = 4;               ///< at most
    std::size_t min_cases = 20;  ///< with fewer left no further box is looked for
    std::uint32_t seed = 1;      ///< of the shuffles
};

/// What a box lets a factor be: more than low and less than high, or some of its labels. Limits lie
/// halfway between neighbouring values of the sample.
struct Range {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    std::vector<unsigned char> allowed;  ///< of each label; empty: the factor is numeric

    bool admits(double value) const;
    bool restricted() const;
    friend bool operator==(const Range&, const Range&) = default;
};

enum class Peeled : unsigned char { nothing, below, above, label };

/// A box of the trajectory: what was removed last, and what is left of the points looked at.
struct PeelStep {
    Peeled what = Peeled::nothing;  ///< nothing: where peeling begins
    std::size_t factor = 0;
    double limit = 0;  ///< below or above which values were removed; index of a label
    std::size_t points = 0, cases = 0;

    double density() const { return static_cast<double>(cases) / static_cast<double>(points); }
    friend bool operator==(const PeelStep&, const PeelStep&) = default;
};

struct Box {
    std::vector<Range> ranges;  ///< of each factor
    /// Of each factor, 1 where it is not restricted. Quasi: chance of as many cases, binomial, were
    /// the restriction without effect (Bryant & Lempert 2010); too small, since the box was chosen
    /// for its cases. p: share of shuffles of the cases of which the purest box has a restriction
    /// with as small a quasi-p (after Westfall & Young 1993, Resampling-Based Multiple Testing),
    /// this sample counted as one of them.
    std::vector<double> quasi_p, p_value;
    std::size_t points = 0, cases = 0;  ///< in the box, of all points
    std::vector<PeelStep> trajectory;   ///< of the points not in an earlier box
    std::size_t chosen = 0;             ///< its step that was pasted and simplified

    bool holds(const PrimPoints& points, std::size_t point) const;
    double density() const { return static_cast<double>(cases) / static_cast<double>(points); }
};

/// The boxes, in the order they were found; none when no restriction is more than chance. Peeling
/// is greedy: of two corners at opposite ends of one factor, equally large, it may find one box
/// that holds part of both.
///
/// Chosen is, of all boxes of the trajectory with at least min_coverage of the cases, the largest
/// whose density is at most one standard error below the highest (the rule of one standard error,
/// Breiman et al. 1984, Classification and Regression Trees, 3.4.3).
/// REQUIRES: values of every point finite, labels in range; 0 < alpha, paste < 1.
std::vector<Box> find_boxes(const PrimPoints& points, const PrimOptions& options = {});

/// Probability of k or more of n at chance q each. REQUIRES: k <= n, 0 <= q <= 1.
double binomial_tail(std::size_t n, std::size_t k, double q);

}  // namespace mgz
