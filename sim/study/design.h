// SPDX-License-Identifier: EUPL-1.2
/// Where a study looks: points in the unit cube, in a fixed order, each with its role. The caller
/// maps [0, 1] to the range of each parameter.
///
/// Every point is a function of its address (Draws, factor, point) only: the same arguments give
/// the same bytes on every machine, and where stated a larger design begins with the rows of the
/// smaller one, so that finished runs are kept when a study is extended.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/core/random.h"

namespace mgz {

enum class DesignKind : std::uint8_t {
    morris,
    saltelli,
    latin_hypercube,
    full_factorial,
    one_at_a_time,
    random,
    list  ///< values that somebody else chose: rows without coordinates
};

/// What a row is for.
enum class RowPart : std::uint8_t {
    point,  ///< a point of its own
    base,   ///< where a trajectory, or one at a time, begins
    step,   ///< Morris: as the row before, with one group moved by delta. One at a time: as the
            ///< base, with one factor moved
    a,      ///< Saltelli: independent point A
    b,      ///< Saltelli: independent point B
    ab      ///< Saltelli: A with the coordinates of one group taken from B
};

struct RowRole {
    RowPart part = RowPart::point;
    int block = 0;    ///< trajectory, Saltelli block or point; from 0
    int factor = -1;  ///< the factor (Morris, Saltelli: the group) that moved; -1: none

    friend bool operator==(const RowRole&, const RowRole&) = default;
};

struct Design {
    DesignKind kind = DesignKind::random;
    int factors = 0;
    int blocks = 0;              ///< trajectories, Saltelli's N, or points
    double delta = 0;            ///< Morris: length of a step
    std::vector<int> group;      ///< Morris, Saltelli: of each factor, from 0; elsewhere empty
    std::vector<double> points;  ///< row after row, `factors` each; of a list none
    std::vector<RowRole> roles;  ///< one per row

    std::size_t rows() const { return roles.size(); }
    /// Factors that move as one count once.
    int groups() const
    {
        return group.empty() ? factors : *std::max_element(group.begin(), group.end()) + 1;
    }
    std::span<const double> row(std::size_t i) const
    {
        return std::span(points).subspan(i * static_cast<std::size_t>(factors),
                                         static_cast<std::size_t>(factors));
    }
    friend bool operator==(const Design&, const Design&) = default;
};

/// No design has more rows, or more coordinates in all its rows (1.6 GB).
inline constexpr std::size_t most_design_rows = 10'000'000;
inline constexpr std::size_t most_design_coordinates = 200'000'000;

// All below throw geo::InputError when there is no factor, or would be no row, or too many rows or
// coordinates; and where stated.

/// Trajectories on a grid of p levels (Morris 1991; groups as in Campolongo, Cariboni & Saltelli
/// 2007, Environ. Model. Softw. 22, 1509-1518). A trajectory is a base and one step per group, in
/// random order: each of its factors moves once by delta = p / (2 (p - 1)), up or down. Coordinates
/// lie in [0, 1], 0 and 1 included. More trajectories keep the first.
/// \param group of each factor, numbered from 0 without gaps; empty: each factor its own group
/// Throws geo::InputError when levels is odd or below 2, or group does not fit.
Design morris_design(int factors, int trajectories, int levels, const Draws& draws,
                     std::vector<int> group = {});

/// Blocks of g + 2 rows A, B, AB_1 .. AB_g, one per group (Saltelli et al. 2010, Comput. Phys.
/// Commun. 181, 259-270), A and B being the halves of one point of a Sobol' sequence in 2k
/// dimensions, its zero point included, with a digital shift: each coordinate XOR one random word.
/// Coordinates lie in [0, 1). A doubled N keeps the first N blocks.
///
/// Factors of one number in `group`, from 0 without gaps, move as one; empty: each by itself.
/// Throws geo::InputError when n is not a power of two, 2 x factors exceeds the tables, or group
/// does not fit.
Design saltelli_design(int factors, int n, const Draws& draws, std::vector<int> group = {});

/// n points, of which each coordinate has one in each of n equal strata, at a random place in it.
/// Coordinates lie in (0, 1). Cannot be extended: other strata for another n.
Design latin_hypercube_design(int factors, int n, const Draws& draws);

/// Every combination of levels, the last factor moving fastest: level j of m at j / (m - 1), one
/// level at 1/2. Coordinates lie in [0, 1].
/// \param levels of each factor, 1 or more
Design full_factorial_design(std::span<const int> levels);

/// The base, then each factor in turn at each of its levels, j / (levels - 1), the others staying
/// at the base. A level that happens to equal the base is there all the same.
/// \param base one coordinate from 0 to 1 per factor
/// \param levels of each factor, 2 or more; 2: both ends
Design one_at_a_time_design(std::span<const double> base, std::span<const int> levels);
/// The same with as many levels for all.
Design one_at_a_time_design(std::span<const double> base, int levels);

/// n rows without coordinates: each is what it is.
Design list_design(int factors, int n);

/// n independent points, uniform on (0, 1). More points keep the first.
Design random_design(int factors, int n, const Draws& draws);

}  // namespace mgz
