// SPDX-License-Identifier: EUPL-1.2
// Corners that were planted, chance that has none, and one peel against all there are.
#include "sim/sensitivity/prim.h"

#include <algorithm>
#include <cmath>

#include "sim/core/random.h"
#include "sim/sensitivity/prim_peel.h"
#include "tests/sim/sensitivity/futures.h"
#include "tests/support/catch.h"

using namespace mgz;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using mgz::test::endless;

namespace {

double uniform(std::uint32_t seed, std::size_t who, std::size_t what)
{
    return Draws(seed, 0).uniform(Purpose::design, static_cast<AgentKey>(what), Quarter{0},
                                  static_cast<std::uint32_t>(who));
}

/// Uniform on the unit cube; labelled factors have their labels equally often. No cases yet.
PrimPoints cloud(std::uint32_t seed, std::size_t n, std::vector<std::size_t> labels)
{
    PrimPoints points;
    points.labels = std::move(labels);
    for (std::size_t p = 0; p < n; ++p) {
        for (std::size_t f = 0; f < points.factors(); ++f) {
            const double u = uniform(seed, p, f);
            const auto count = static_cast<double>(points.labels[f]);
            points.values.push_back(points.labels[f] == 0 ? u : std::floor(u * count));
        }
    }
    points.of_interest.assign(n, 0);
    return points;
}

/// Cases with chance `hit` where `inside` says so, with chance `miss` elsewhere.
template <class Inside>
void plant(PrimPoints& points, std::uint32_t seed, double hit, double miss, const Inside& inside)
{
    for (std::size_t p = 0; p < points.size(); ++p) {
        const auto x = [&](std::size_t f) { return points.value(p, f); };
        points.of_interest[p] = uniform(seed, p, 1000) < (inside(x) ? hit : miss);
    }
}

std::vector<std::size_t> restricted(const Box& box)
{
    std::vector<std::size_t> factors;
    for (std::size_t f = 0; f < box.ranges.size(); ++f) {
        if (box.ranges[f].restricted()) factors.push_back(f);
    }
    return factors;
}

std::vector<std::size_t> held_by(const Box& box, const PrimPoints& points)
{
    std::vector<std::size_t> held;
    for (std::size_t p = 0; p < points.size(); ++p) {
        if (box.holds(points, p)) held.push_back(p);
    }
    return held;
}

using List = std::vector<std::size_t>;

}  // namespace

TEST_CASE("A planted corner of five factors is found, and nothing else")
{
    for (std::uint32_t seed = 1; seed <= 5; ++seed) {
        auto points = cloud(seed, 2048, {0, 0, 0, 0, 0});
        plant(points, seed, 1, 0, [](auto x) { return x(1) < 0.4 && x(3) > 0.3 && x(3) < 0.8; });
        const auto boxes = find_boxes(points);
        REQUIRE(boxes.size() == 1);
        const auto& box = boxes[0];
        CHECK(restricted(box) == List{1, 3});
        // A slice holds 2% of the points of the box: an edge is out by some of these at most.
        CHECK(box.ranges[1].low == -endless);
        CHECK_THAT(box.ranges[1].high, WithinAbs(0.4, 0.02));
        CHECK_THAT(box.ranges[3].low, WithinAbs(0.3, 0.02));
        CHECK_THAT(box.ranges[3].high, WithinAbs(0.8, 0.02));
        CHECK(box.density() > 0.98);
        CHECK(static_cast<double>(box.cases) >
              0.95 * static_cast<double>(
                         std::count(points.of_interest.begin(), points.of_interest.end(), 1)));
        CHECK(box.p_value[1] == 0.01);
        CHECK(box.p_value[0] == 1);
    }
}

TEST_CASE("A planted corner is found through noise")
{
    for (std::uint32_t seed = 1; seed <= 5; ++seed) {
        auto points = cloud(seed, 2048, {0, 0, 0, 0, 0});
        plant(points, seed, 0.9, 0.05,
              [](auto x) { return x(1) < 0.4 && x(3) > 0.3 && x(3) < 0.8; });
        const auto box = find_boxes(points).at(0);
        CHECK(restricted(box) == List{1, 3});
        CHECK_THAT(box.ranges[1].high, WithinAbs(0.4, 0.05));
        CHECK_THAT(box.ranges[3].low, WithinAbs(0.3, 0.05));
        CHECK_THAT(box.ranges[3].high, WithinAbs(0.8, 0.05));
        CHECK_THAT(box.density(), WithinAbs(0.9, 0.06));
    }
}

TEST_CASE("Of twelve factors the three that work are named, though no edge is sharp")
{
    for (std::uint32_t seed = 1; seed <= 5; ++seed) {
        auto points = cloud(seed, 2048, std::vector<std::size_t>(12, 0));
        for (std::size_t p = 0; p < points.size(); ++p) {
            const double x = points.value(p, 1), y = points.value(p, 4), z = points.value(p, 6);
            points.of_interest[p] = x * x * (0.4 + 0.6 * y) + 0.2 * z > 0.6;
        }
        const auto boxes = find_boxes(points);
        REQUIRE(!boxes.empty());
        for (const auto& box : boxes) {
            for (const auto f : restricted(box))
                CHECK((f == 1 || f == 4 || f == 6));
        }
    }
}

TEST_CASE("Where there is only noise, hardly ever a corner is found")
{
    int with_box = 0;
    for (std::uint32_t seed = 1; seed <= 40; ++seed) {
        auto points = cloud(seed, 300, {0, 0, 0, 3, 0, 0});
        plant(points, seed, 0.3, 0.3, [](auto) { return true; });
        with_box += !find_boxes(points).empty();
    }
    // One in a hundred by design: four or more of 40 samples have a chance of 0.07%.
    CHECK(with_box <= 3);

    // Nothing would have stopped them but the shuffles.
    auto points = cloud(1, 300, {0, 0, 0, 3, 0, 0});
    plant(points, 1, 0.3, 0.3, [](auto) { return true; });
    PrimOptions naive;
    naive.shuffles = 0;
    CHECK(!find_boxes(points, naive).empty());
}

TEST_CASE("A labelled factor: the labels that matter are kept")
{
    auto points = cloud(3, 1024, {0, 4, 2, 0});
    plant(points, 3, 0.95, 0.02, [](auto x) { return (x(1) == 0 || x(1) == 2) && x(2) == 1; });
    const auto boxes = find_boxes(points);
    REQUIRE(boxes.size() == 1);
    CHECK(restricted(boxes[0]) == List{1, 2});
    CHECK(boxes[0].ranges[1].allowed == std::vector<unsigned char>{1, 0, 1, 0});
    CHECK(boxes[0].ranges[2].allowed == std::vector<unsigned char>{0, 1});
}

TEST_CASE("Two corners apart are found one after the other, the larger first")
{
    auto points = cloud(4, 4096, {0, 0, 0, 0});
    plant(points, 4, 1, 0,
          [](auto x) { return (x(0) < 0.4 && x(1) < 0.5) || (x(2) > 0.7 && x(3) > 0.7); });
    const auto boxes = find_boxes(points);
    REQUIRE(boxes.size() == 2);
    CHECK(restricted(boxes[0]) == List{0, 1});
    CHECK_THAT(boxes[0].ranges[0].high, WithinAbs(0.4, 0.02));
    CHECK_THAT(boxes[0].ranges[1].high, WithinAbs(0.5, 0.02));
    CHECK(restricted(boxes[1]) == List{2, 3});
    CHECK_THAT(boxes[1].ranges[2].low, WithinAbs(0.7, 0.02));
    CHECK_THAT(boxes[1].ranges[3].low, WithinAbs(0.7, 0.02));
}

TEST_CASE("What a box says of itself is what its ranges hold")
{
    auto points = cloud(5, 1500, {0, 3, 0, 0});
    // No edges: the chance rises along two factors.
    for (std::size_t p = 0; p < points.size(); ++p) {
        const double chance =
            0.8 * points.value(p, 0) * points.value(p, 2) + (points.value(p, 1) == 1 ? 0.15 : 0);
        points.of_interest[p] = uniform(5, p, 1000) < chance;
    }
    const auto boxes = find_boxes(points);
    REQUIRE(!boxes.empty());
    for (const auto& box : boxes) {
        std::size_t cases = 0;
        const auto held = held_by(box, points);
        for (const auto p : held)
            cases += points.of_interest[p];
        CHECK(box.points == held.size());
        CHECK(box.cases == cases);
        for (std::size_t i = 1; i < box.trajectory.size(); ++i)
            CHECK(box.trajectory[i].points < box.trajectory[i - 1].points);
    }
    // Of the first, every step is recounted from its ranges too.
    const auto& steps = boxes[0].trajectory;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        Box box;
        box.ranges = prim::ranges_after(points, steps, i);
        std::size_t cases = 0;
        const auto held = held_by(box, points);
        for (const auto p : held)
            cases += points.of_interest[p];
        CHECK(steps[i].points == held.size());
        CHECK(steps[i].cases == cases);
    }
}

TEST_CASE("A factor on another scale gives boxes of the same points")
{
    auto points = cloud(6, 1024, {0, 0, 0});
    plant(points, 6, 0.9, 0.1, [](auto x) { return x(0) > 0.6 && x(2) < 0.7; });
    auto other = points;
    for (std::size_t p = 0; p < points.size(); ++p) {
        other.values[p * 3] = std::exp(5 * points.value(p, 0));
        other.values[p * 3 + 2] = 1e6 + std::pow(points.value(p, 2), 3);
    }
    const auto a = find_boxes(points), b = find_boxes(other);
    REQUIRE(!a.empty());
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        CHECK(held_by(a[i], points) == held_by(b[i], other));
        CHECK(a[i].quasi_p == b[i].quasi_p);
    }
}

namespace {

/// The best next peel, by trying all of them from the definition.
PeelStep best_of_all(const PrimPoints& points, const Box& box, double alpha, std::size_t least)
{
    const auto held = held_by(box, points);
    std::size_t cases = 0;
    for (const auto p : held)
        cases += points.of_interest[p];
    const auto wanted = std::max<std::size_t>(
        1, static_cast<std::size_t>(alpha * static_cast<double>(held.size())));
    PeelStep best;
    std::int64_t most = 0, over = 0;  // gain as a fraction
    const auto consider = [&](Peeled what, std::size_t f, const auto& is_removed) {
        std::int64_t left = 0, cases_left = 0;
        const auto n = static_cast<std::int64_t>(held.size());
        for (const auto p : held) {
            if (is_removed(points.value(p, f))) continue;
            ++left;
            cases_left += points.of_interest[p];
        }
        if (left < static_cast<std::int64_t>(least) || left == n) return;
        const auto gain = cases_left * n - static_cast<std::int64_t>(cases) * left;
        const auto per = left * n * (n - left);
        if (over > 0 && gain * over <= most * per) return;
        most = gain;
        over = per;
        best = {what, f, 0, static_cast<std::size_t>(left), static_cast<std::size_t>(cases_left)};
    };
    for (std::size_t f = 0; f < points.factors(); ++f) {
        if (points.labels[f] > 0) {
            for (std::size_t l = 0; l < points.labels[f]; ++l)
                consider(Peeled::label, f, [&](double v) { return v == static_cast<double>(l); });
            continue;
        }
        std::vector<double> values;
        for (const auto p : held)
            values.push_back(points.value(p, f));
        std::sort(values.begin(), values.end());
        const double low = values[wanted - 1], high = values[values.size() - wanted];
        consider(Peeled::below, f, [&](double v) { return v <= low; });
        consider(Peeled::above, f, [&](double v) { return v >= high; });
    }
    return best;
}

}  // namespace

TEST_CASE("Every peel is the best of all that there are")
{
    for (std::uint32_t seed = 1; seed <= 6; ++seed) {
        auto points = cloud(seed, 120, {0, 3, 0, 0});
        // Whole numbers with many equals in the third.
        for (std::size_t p = 0; p < points.size(); ++p)
            points.values[p * 4 + 2] = std::floor(7 * points.value(p, 2));
        plant(points, seed, 0.7, 0.2, [](auto x) { return x(0) > 0.5 && x(2) < 4; });
        const prim::PrimSample sample(points);
        const prim::Flags all(points.size(), 1);
        const auto steps = prim::peel(sample, all, points.of_interest, 0.1, {10, 0});
        REQUIRE(steps.size() > 5);
        for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
            Box box;
            box.ranges = prim::ranges_after(points, steps, i);
            const auto expected = best_of_all(points, box, 0.1, 10);
            CHECK(steps[i + 1].factor == expected.factor);
            CHECK(steps[i + 1].what == expected.what);
            CHECK(steps[i + 1].points == expected.points);
            CHECK(steps[i + 1].cases == expected.cases);
        }
    }
}

TEST_CASE("Eight points by hand")
{
    // x:     1 2 3 4 5 6 7 8     A slice of a quarter is two points. Of 4 in 8, removing 1 and 2
    // case:  0 0 0 0 1 1 1 1     or 3 and 4 from below helps, nothing from above does.
    PrimPoints points{{0}, {1, 2, 3, 4, 5, 6, 7, 8}, {0, 0, 0, 0, 1, 1, 1, 1}};
    const prim::PrimSample sample(points);
    const auto steps = prim::peel(sample, prim::Flags(8, 1), points.of_interest, 0.25, {1, 0});
    const std::vector<PeelStep> expected{{Peeled::nothing, 0, 0, 8, 4},
                                         {Peeled::below, 0, 2.5, 6, 4},
                                         // A quarter of six is one point.
                                         {Peeled::below, 0, 3.5, 5, 4},
                                         {Peeled::below, 0, 4.5, 4, 4}};
    CHECK(steps == expected);
}

TEST_CASE("Pasting puts back what fits and stops at the edge")
{
    // Cases are 4 to 18 of 20; the box begins as 8 to 12.
    PrimPoints points{{0}, {}, {}};
    for (int i = 1; i <= 20; ++i) {
        points.values.push_back(i);
        points.of_interest.push_back(i >= 4 && i <= 18);
    }
    const prim::PrimSample sample(points);
    std::vector<Range> ranges{{7.5, 12.5, {}}};
    prim::paste_back(sample, prim::Flags(20, 1), points.of_interest, 0.02, ranges);
    // Slices of five: 13 to 17 fits; 3 to 7 and 18 to 20 hold points that are no cases.
    CHECK(ranges[0].low == 7.5);
    CHECK(ranges[0].high == 17.5);
}

TEST_CASE("Nothing to find: constant factors, one point, no cases")
{
    PrimPoints points{{0, 2}, {}, {}};
    for (int i = 0; i < 100; ++i) {
        points.values.insert(points.values.end(), {3, 1});
        points.of_interest.push_back(i % 2 == 0);
    }
    CHECK(find_boxes(points).empty());
    points.of_interest.assign(100, 0);
    CHECK(find_boxes(points).empty());
    points.of_interest.assign(100, 1);
    CHECK(find_boxes(points).empty());
    CHECK(find_boxes(PrimPoints{{0}, {1}, {1}}).empty());
    CHECK(find_boxes(PrimPoints{{0}, {}, {}}).empty());
}

TEST_CASE("Tails of the binomial distribution against exact fractions")
{
    CHECK_THAT(binomial_tail(10, 8, 0.5), WithinRel(56.0 / 1024, 1e-12));
    CHECK_THAT(binomial_tail(1000, 600, 0.5), WithinRel(1.3642320780330092e-10, 1e-9));
    CHECK_THAT(binomial_tail(350, 300, 0.3), WithinRel(3.5187578191009814e-104, 1e-9));
    CHECK_THAT(binomial_tail(400, 100, 0.3), WithinRel(0.9883776253953748, 1e-9));
    CHECK_THAT(binomial_tail(1000, 320, 0.3), WithinRel(0.08978432977036914, 1e-9));
    CHECK_THAT(binomial_tail(300, 300, 0.9), WithinRel(1.873927703884794e-14, 1e-9));
    CHECK(binomial_tail(5, 0, 0.1) == 1);
    CHECK(binomial_tail(5, 3, 0) == 0);
    CHECK(binomial_tail(5, 5, 1) == 1);
}
