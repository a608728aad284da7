// SPDX-License-Identifier: EUPL-1.2
#include "sim/study/design.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <numeric>

#include "geo/check.h"
#include "sim/study/design_series.h"
#include "sim/study/sobol.h"

namespace mgz {

namespace {

Words words_of(const Draws& draws, DesignSeries series, int key, int block = 0)
{
    return draws.words(Purpose::design, static_cast<AgentKey>(key), Quarter{0},
                       static_cast<std::uint32_t>(block), static_cast<std::uint32_t>(series));
}

/// An empty design with room for its rows, if so many are allowed.
Design start(DesignKind kind, int factors, int blocks, std::size_t rows_of_block)
{
    if (factors < 1)
        throw geo::InputError("the design", "it varies no parameter", "name at least one");
    if (blocks < 1)
        throw geo::InputError("the design", fmt::format("it has {} points or trajectories", blocks),
                              "ask for 1 or more");
    const std::size_t rows = static_cast<std::size_t>(blocks) * rows_of_block;
    if (rows > most_design_rows)
        throw geo::InputError("the design", fmt::format("it has {} rows", rows),
                              fmt::format("ask for {} or fewer", most_design_rows));
    if (rows * static_cast<std::size_t>(factors) > most_design_coordinates)
        throw geo::InputError("the design",
                              fmt::format("it has {} rows of {} parameters", rows, factors),
                              "ask for fewer of either");
    Design design;
    design.kind = kind;
    design.factors = factors;
    design.blocks = blocks;
    design.points.reserve(rows * static_cast<std::size_t>(factors));
    design.roles.reserve(rows);
    return design;
}

void add(Design& design, std::span<const double> at, RowRole role)
{
    design.points.insert(design.points.end(), at.begin(), at.end());
    design.roles.push_back(role);
}

/// The numbers 0 .. n-1 in an order drawn by key. Ties, one in 2^64, go by number.
template <typename WordsOf>
std::vector<int> drawn_order(int n, WordsOf of)
{
    std::vector<std::uint64_t> key(static_cast<std::size_t>(n));
    for (int i = 0; i < n; ++i) {
        const Words drawn = of(i);
        key[static_cast<std::size_t>(i)] = std::uint64_t{drawn.w[0]} << 32 | drawn.w[1];
    }
    std::vector<int> order(key.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](int a, int b) {
        const auto key_a = key[static_cast<std::size_t>(a)];
        const auto key_b = key[static_cast<std::size_t>(b)];
        return key_a != key_b ? key_a < key_b : a < b;
    });
    return order;
}

/// How many groups; REQUIRES nothing of them.
int checked_groups(const std::vector<int>& group, int factors)
{
    if (group.size() != static_cast<std::size_t>(std::max(factors, 0)))
        throw geo::InputError("the groups of the design",
                              fmt::format("{} parameters have {} groups", factors, group.size()),
                              "give each parameter one group");
    if (group.empty()) return 0;  // no factor: the design itself says so
    const int most = *std::max_element(group.begin(), group.end());
    for (int g = 0; g <= std::min(most, factors); ++g)
        if (std::find(group.begin(), group.end(), g) == group.end())
            throw geo::InputError("the groups of the design",
                                  fmt::format("group {} has no parameter", g),
                                  "number them 0, 1, 2 ... without gaps");
    if (*std::min_element(group.begin(), group.end()) < 0)
        throw geo::InputError("the groups of the design", "one has a number below 0",
                              "number them 0, 1, 2 ... without gaps");
    return most + 1;
}

/// Each factor a group of its own.
std::vector<int> own_groups(int factors)
{
    std::vector<int> group(static_cast<std::size_t>(std::max(factors, 0)));
    std::iota(group.begin(), group.end(), 0);
    return group;
}

/// Level of m at j, evenly from 0 to 1. Written so that the last is 1 exactly.
double level(int j, int m)
{
    return m == 1 ? 0.5 : static_cast<double>(j) / (m - 1);
}

}  // namespace

Design morris_design(int factors, int trajectories, int levels, const Draws& draws,
                     std::vector<int> group)
{
    if (levels < 2 || levels % 2 != 0)
        throw geo::InputError("the design", fmt::format("it has {} levels", levels),
                              "give an even number, 2 or more: half of the grid is one step");
    if (group.empty()) group = own_groups(factors);
    const int groups = checked_groups(group, factors);
    Design design =
        start(DesignKind::morris, factors, trajectories, static_cast<std::size_t>(groups) + 1);
    design.delta = static_cast<double>(levels) / (2.0 * (levels - 1));
    design.group = std::move(group);
    const auto half = static_cast<std::uint32_t>(levels / 2);
    std::vector<double> at(static_cast<std::size_t>(factors)), end(at.size());
    for (int t = 0; t < trajectories; ++t) {
        for (std::size_t f = 0; f < at.size(); ++f) {
            const Words drawn = words_of(draws, DesignSeries::morris_start, static_cast<int>(f), t);
            const int low = static_cast<int>(std::uint64_t{drawn.w[0]} * half >> 32);
            at[f] = level(low, levels);
            end[f] = level(low + levels / 2, levels);  // delta further, without rounding twice
            if (drawn.w[1] & 1U) std::swap(at[f], end[f]);
        }
        add(design, at, {RowPart::base, t, -1});
        const auto order = drawn_order(
            groups, [&](int g) { return words_of(draws, DesignSeries::morris_order, g, t); });
        for (const int moving : order) {
            for (std::size_t f = 0; f < at.size(); ++f)
                if (design.group[f] == moving) at[f] = end[f];
            add(design, at, {RowPart::step, t, moving});
        }
    }
    return design;
}

Design saltelli_design(int factors, int n, const Draws& draws, std::vector<int> group)
{
    if (n < 1 || !std::has_single_bit(static_cast<unsigned>(n)))
        throw geo::InputError("the design", fmt::format("its size N is {}", n),
                              "give a power of two: 64, 128, 256 ...");
    const auto k = static_cast<std::size_t>(std::max(factors, 0));
    if (2 * k > most_sobol_dimensions())
        throw geo::InputError(
            "the design",
            fmt::format("{} parameters need a Sobol' sequence of {} dimensions, and the tables of "
                        "Joe & Kuo as built in have {}",
                        k, 2 * k, most_sobol_dimensions()),
            fmt::format("vary {} or fewer", most_sobol_dimensions() / 2));
    if (group.empty()) group = own_groups(factors);
    const int groups = checked_groups(group, factors);
    Design design = start(DesignKind::saltelli, factors, n, static_cast<std::size_t>(groups) + 2);
    design.group = std::move(group);
    std::vector<std::uint32_t> shift(2 * k);
    for (std::size_t i = 0; i < shift.size(); ++i)
        shift[i] = words_of(draws, DesignSeries::digital_shift, static_cast<int>(i)).w[0];
    const auto words = sobol_points(2 * k, static_cast<std::size_t>(n));
    std::vector<double> both(2 * k);
    const auto a = std::span(both).first(k);
    const auto b = std::span(both).last(k);
    for (int j = 0; j < n; ++j) {
        for (std::size_t i = 0; i < both.size(); ++i)
            both[i] = (words[static_cast<std::size_t>(j) * 2 * k + i] ^ shift[i]) * 0x1p-32;
        add(design, a, {RowPart::a, j, -1});
        add(design, b, {RowPart::b, j, -1});
        for (int g = 0; g < groups; ++g) {
            const auto exchange = [&] {
                for (std::size_t f = 0; f < k; ++f)
                    if (design.group[f] == g) std::swap(a[f], b[f]);
            };
            exchange();
            add(design, a, {RowPart::ab, j, g});
            exchange();
        }
    }
    return design;
}

Design latin_hypercube_design(int factors, int n, const Draws& draws)
{
    Design design = start(DesignKind::latin_hypercube, factors, n, 1);
    const auto k = static_cast<std::size_t>(factors);
    design.points.resize(k * static_cast<std::size_t>(n));
    for (int f = 0; f < factors; ++f) {
        const auto stratum = drawn_order(
            n, [&](int j) { return words_of(draws, DesignSeries::hypercube_order, f, j); });
        for (int j = 0; j < n; ++j) {
            const double place = words_of(draws, DesignSeries::hypercube_place, f, j).uniform(0);
            design.points[static_cast<std::size_t>(j) * k + static_cast<std::size_t>(f)] =
                (stratum[static_cast<std::size_t>(j)] + place) / n;
        }
    }
    for (int j = 0; j < n; ++j)
        design.roles.push_back({RowPart::point, j, -1});
    return design;
}

Design full_factorial_design(std::span<const int> levels)
{
    std::size_t rows = 1;
    for (const int m : levels) {
        if (m < 1)
            throw geo::InputError("the design", fmt::format("a parameter has {} levels", m),
                                  "give 1 or more");
        // Stops multiplying once it is too many, so that it cannot overflow.
        if (rows <= most_design_rows) rows *= static_cast<std::size_t>(m);
    }
    if (rows > most_design_rows)
        throw geo::InputError(
            "the design", fmt::format("its levels combine to more than {} rows", most_design_rows),
            "give fewer levels, or another design");
    Design design = start(DesignKind::full_factorial, static_cast<int>(levels.size()),
                          static_cast<int>(rows), 1);
    std::vector<int> at(levels.size(), 0);
    std::vector<double> point(levels.size());
    for (std::size_t j = 0; j < rows; ++j) {
        for (std::size_t f = 0; f < at.size(); ++f)
            point[f] = level(at[f], levels[f]);
        add(design, point, {RowPart::point, static_cast<int>(j), -1});
        for (std::size_t f = at.size(); f-- > 0;) {
            if (++at[f] < levels[f]) break;
            at[f] = 0;
        }
    }
    return design;
}

Design one_at_a_time_design(std::span<const double> base, int levels)
{
    return one_at_a_time_design(base, std::vector<int>(base.size(), levels));
}

Design one_at_a_time_design(std::span<const double> base, std::span<const int> levels)
{
    expects(levels.size() == base.size());
    std::size_t rows = 1;
    for (const int m : levels) {
        if (m < 2)
            throw geo::InputError("the design", fmt::format("it has {} levels", m),
                                  "give 2 or more");
        rows += static_cast<std::size_t>(m);
    }
    for (const double x : base)
        if (!(x >= 0 && x <= 1))
            throw geo::InputError("the design", fmt::format("its base has a coordinate {}", x),
                                  "give each from 0 to 1");
    Design design = start(DesignKind::one_at_a_time, static_cast<int>(base.size()), 1, rows);
    std::vector<double> point(base.begin(), base.end());
    add(design, point, {RowPart::base, 0, -1});
    for (std::size_t f = 0; f < base.size(); ++f) {
        for (int j = 0; j < levels[f]; ++j) {
            point[f] = level(j, levels[f]);
            add(design, point, {RowPart::step, 0, static_cast<int>(f)});
        }
        point[f] = base[f];
    }
    return design;
}

Design list_design(int factors, int n)
{
    Design design = start(DesignKind::list, factors, n, 1);
    for (int j = 0; j < n; ++j)
        design.roles.push_back({RowPart::point, j, -1});
    return design;
}

Design random_design(int factors, int n, const Draws& draws)
{
    Design design = start(DesignKind::random, factors, n, 1);
    std::vector<double> point(static_cast<std::size_t>(factors));
    for (int j = 0; j < n; ++j) {
        for (int f = 0; f < factors; ++f)
            point[static_cast<std::size_t>(f)] =
                words_of(draws, DesignSeries::random_point, f, j).uniform(0);
        add(design, point, {RowPart::point, j, -1});
    }
    return design;
}

}  // namespace mgz
