// SPDX-License-Identifier: EUPL-1.2
#include "sim/sensitivity/prim.h"
#include "sim/core/random.h"
#include "tests/support/catch.h"
#include <cstdio>
#include <chrono>
using namespace mgz;
static PrimPoints cloud(std::uint32_t seed, std::size_t n, std::size_t k)
{
    PrimPoints points;
    points.labels.assign(k, 0);
    const Draws draws(seed, 0);
    for (std::size_t p = 0; p < n; ++p)
        for (std::size_t f = 0; f < k; ++f)
            points.values.push_back(draws.uniform(Purpose::design, static_cast<AgentKey>(f), Quarter{0}, static_cast<std::uint32_t>(p)));
    points.of_interest.assign(n, 0);
    return points;
}
static double u(std::uint32_t seed, std::size_t p){ return Draws(seed,1).uniform(Purpose::design, 99, Quarter{0}, (std::uint32_t)p);}
TEST_CASE("explore")
{
    for (double hit : {1.0, 0.9, 0.7})
    for (std::uint32_t seed = 1; seed <= 6; ++seed) {
        auto pts = cloud(seed, 2048, 8);
        for (std::size_t p = 0; p < pts.size(); ++p) {
            bool in = pts.value(p,1) < 0.4 && pts.value(p,3) > 0.3 && pts.value(p,3) < 0.8;
            pts.of_interest[p] = u(seed,p) < (in ? hit : 0.05*(hit<1));
        }
        auto t0 = std::chrono::steady_clock::now();
        auto boxes = find_boxes(pts);
        double ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now()-t0).count();
        std::printf("hit %g seed %u: %zu boxes %.0f ms\n", hit, seed, boxes.size(), ms);
        for (auto& b : boxes) {
            std::printf("   n %zu c %zu dens %.3f", b.points, b.cases, b.density());
            for (size_t f=0; f<8; ++f) if (b.ranges[f].restricted()) std::printf(" | %zu (%.3f,%.3f) q=%.1e p=%.2f", f, b.ranges[f].low, b.ranges[f].high, b.quasi_p[f], b.p_value[f]);
            std::puts("");
        }
    }
    int false_ = 0;
    for (std::uint32_t seed = 1; seed <= 40; ++seed) {
        auto pts = cloud(seed, 512, 8);
        for (std::size_t p = 0; p < pts.size(); ++p) pts.of_interest[p] = u(seed,p) < 0.3;
        auto boxes = find_boxes(pts);
        false_ += !boxes.empty();
        if (seed < 4 && boxes.size()) std::printf("%g\n", boxes[0].p_value[0]);
    }
    std::printf("noise: %d of 40 with a box\n", false_);
}
