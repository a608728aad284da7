// SPDX-License-Identifier: EUPL-1.2
/// A sweep over Drieland whose outcomes are a known function per area, with its files.
#pragma once

#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <numbers>
#include <span>
#include <string>
#include <vector>

#include "sim/sensitivity/sensitivity_outputs.h"
#include "tests/sim/study/sensitivity_functions.h"
#include "tests/support/drieland.h"

namespace support {

/// Of a point in the unit cube and a replicate.
using Outcome = std::function<double(std::span<const double>, std::uint32_t)>;

inline mgz::Factor uniform_factor(const std::string& name, double low, double high)
{
    mgz::Factor factor;
    factor.name = name;
    factor.low = low;
    factor.high = high;
    factor.unit = std::string("1");
    factor.meaning = "Something that varies.";
    return factor;
}

inline mgz::KeptQuantity quantity(mgz::Level level, std::uint32_t area, const std::string& code,
                                  const std::string& name)
{
    mgz::KeptQuantity q;
    q.level = level;
    q.area = area;
    q.code = code;
    q.name = name;
    q.profession = "huisarts";
    q.indicator = "shortage";
    q.unit = "share";
    q.year = 2040;
    return q;
}

/// Factors x1 .. xk, named so, on [-pi, pi].
inline mgz::SweepTable empty_sweep(mgz::Design design, int replicates = 1)
{
    mgz::SweepTable table;
    for (int f = 1; f <= design.factors; ++f) {
        table.study.factors.push_back(
            uniform_factor(fmt::format("x{}", f), -std::numbers::pi, std::numbers::pi));
    }
    table.study.title = "Known functions";
    table.study.design = design.kind;
    table.study.replicates = replicates;
    for (std::size_t i = 0; i < design.rows(); ++i) {
        for (std::size_t f = 0; f < table.study.factors.size(); ++f)
            table.values.push_back(mgz::value_at(table.study.factors[f], design.row(i)[f]));
    }
    table.design = std::move(design);
    return table;
}

/// Fills the outcomes of every policy: one function per quantity, already there.
inline void fill(mgz::SweepTable& table, const std::vector<Outcome>& functions)
{
    for (std::size_t i = 0; i < table.points(); ++i) {
        for (std::size_t p = 0; p < table.policies(); ++p) {
            for (std::uint32_t r = 0; r < table.replicates(); ++r) {
                for (const Outcome& f : functions)
                    table.outcomes.push_back(f(table.design.row(i), r));
            }
        }
    }
}

/// Makes a run fail.
inline void fail(mgz::SweepTable& table, std::size_t point, std::size_t policy = 0,
                 std::uint32_t replicate = 0)
{
    const std::size_t row = (point * table.policies() + policy) * table.replicates() + replicate;
    for (std::size_t q = 0; q < table.quantities.size(); ++q) {
        table.outcomes[row * table.quantities.size() + q] =
            std::numeric_limits<double>::quiet_NaN();
    }
    ++table.failed;
}

/// Ishigami's function for the country and the middle; in the east its second factor rules; in the
/// west the first and third change places.
inline std::vector<Outcome> ishigami_of_areas()
{
    const auto west = [](std::span<const double> u, std::uint32_t) {
        const double turned[] = {u[2], u[1], u[0]};
        return mgz::ishigami(turned);
    };
    const auto middle = [](std::span<const double> u, std::uint32_t) { return mgz::ishigami(u); };
    const auto east = [](std::span<const double> u, std::uint32_t) {
        const double bent = std::sin(std::numbers::pi * (2 * u[1] - 1));
        return mgz::ishigami(u) + 14 * bent * bent;
    };
    return {middle, middle, east, west};
}

inline std::vector<mgz::KeptQuantity> country_and_regions()
{
    return {quantity(mgz::Level::country, 0, "country", ""),
            quantity(mgz::Level::region, 0, "m", "Middle"),
            quantity(mgz::Level::region, 1, "o", "East, \"the far\" one"),
            quantity(mgz::Level::region, 2, "w", "West")};
}

inline mgz::SweepTable ishigami_sweep(int n = 256)
{
    auto table = empty_sweep(mgz::saltelli_design(3, n, mgz::Draws(1, 0)));
    table.quantities = country_and_regions();
    fill(table, ishigami_of_areas());
    return table;
}

/// Analyses, writes and publishes.
inline void write_sweep(const mgz::SweepTable& table, const std::string& path, int threads = 1,
                        const mgz::SensitivityExtra& extra = {})
{
    mgz::SensitivityFacts facts;
    facts.study_id = "ab12";
    facts.bootstrap.resamples = 50;
    facts.run.threads = threads;
    facts.run.attribution = "Somebody, CC BY 4.0";
    facts.run.inputs = {{"geography.regions", "/somewhere/mine.gpkg", "ba78", 3}};
    mgz::OutputFolder out(path, mgz::Existing::refuse);
    const auto findings = mgz::analyse(table, facts.bootstrap);
    mgz::write_sensitivity(drieland(), table, findings, facts, extra, out);
    out.publish();
}

}  // namespace support
