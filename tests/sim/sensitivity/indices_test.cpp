// SPDX-License-Identifier: EUPL-1.2
// What drives outcomes, of functions whose answers are known.
#include <omp.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "sim/sensitivity/indices.h"
#include "sim/study/statistics.h"
#include "tests/sim/sensitivity/small_sweep.h"
#include "tests/support/catch.h"

using namespace support;
using Catch::Matchers::WithinRel;
using mgz::Level;

namespace {

nlohmann::json exact(const char* function)
{
    std::ifstream file(MGZ_SOURCE_DIR "/tests/data/sensitivity.json");
    return nlohmann::json::parse(file).at(function);
}

mgz::SweepTable country_sweep(mgz::Design design, const Outcome& f, int replicates = 1)
{
    auto table = empty_sweep(std::move(design), replicates);
    table.quantities = {quantity(Level::country, 0, "country", "")};
    fill(table, {f});
    return table;
}

double g(std::span<const double> u, std::uint32_t)
{
    return mgz::g_function(u);
}

}  // namespace

TEST_CASE("indices of a sweep are those of its outcomes, area by area", "[sensitivity]")
{
    const auto table = ishigami_sweep();
    const mgz::Bootstrap bootstrap{50};
    const auto found = mgz::analyse(table, bootstrap);
    CHECK(found.drivers == std::vector<std::string>{"x1", "x2", "x3"});
    REQUIRE(found.indices.size() == 4);
    const auto functions = ishigami_of_areas();
    for (std::size_t q = 0; q < 4; ++q) {
        std::vector<double> y;
        for (std::size_t i = 0; i < table.points(); ++i)
            y.push_back(functions[q](table.design.row(i), 0));
        const auto expected = mgz::sobol_indices(table.design, y, mgz::Draws(1, 0), bootstrap);
        CHECK(found.indices[q].quantity == q);
        CHECK(found.indices[q].mean == expected.mean);
        for (std::size_t f = 0; f < 3; ++f) {
            const auto& driver = found.indices[q].drivers[f];
            CHECK(driver.first == expected.factors[f].first);
            CHECK(driver.strength == expected.factors[f].total);
            CHECK(driver.strength_interval == expected.factors[f].total_interval);
        }
    }
    const auto strongest = [&](std::size_t q) { return found.indices[q].ranked().front(); };
    CHECK(strongest(1) == 0);
    CHECK(strongest(2) == 1);
    CHECK(strongest(3) == 2);
    // Of the country only: no region is searched for.
    REQUIRE(found.convergence.size() == 1);
    CHECK(found.convergence[0].steps.back().factors[0].total ==
          found.indices[0].drivers[0].strength);
    CHECK(found.luck.empty());
    CHECK(found.associations.empty());
}

TEST_CASE("indices of the g-function are near the exact ones, and intervals hold these",
          "[sensitivity]")
{
    const auto table = country_sweep(mgz::saltelli_design(6, 1024, mgz::Draws(1, 0)), g);
    const auto found = mgz::analyse(table);
    const auto first = exact("g_function").at("first_order_analytic");
    const auto total = exact("g_function").at("total_analytic");
    double largest = 0;
    for (std::size_t f = 0; f < 6; ++f) {
        const auto& driver = found.indices[0].drivers[f];
        const double s = first[f], t = total[f];
        INFO("factor " << f);
        largest = std::max({largest, std::abs(*driver.first - s), std::abs(driver.strength - t)});
        CHECK(driver.first_interval.low <= s);
        CHECK(driver.first_interval.high >= s);
        CHECK(driver.strength_interval.low <= t);
        CHECK(driver.strength_interval.high >= t);
    }
    WARN("N = 1024: largest error of an index " << largest);
    CHECK(largest < 0.03);
}

TEST_CASE("a point of which one replicate failed is missing, and its block is counted",
          "[sensitivity]")
{
    auto table = country_sweep(mgz::saltelli_design(6, 64, mgz::Draws(1, 0)), g, 2);
    fail(table, 8 * 3 + 5, 0, 1);
    fail(table, 8 * 9, 0, 0);
    fail(table, 8 * 9 + 2, 0, 0);
    const auto found = mgz::analyse(table);
    CHECK(found.indices[0].blocks == mgz::Blocks{62, 2});
    CHECK(found.indices[0].state == mgz::IndexState::known);
    REQUIRE(found.luck.size() == 1);
    // A and B of 64 blocks, less the one A that failed: AB rows are no random sample.
    CHECK(found.luck[0].split.rows_used == 127);
    CHECK(found.luck[0].split.rows_failed == 1);
}

TEST_CASE("nothing drives what is constant, and nothing is said of what failed", "[sensitivity]")
{
    auto table = empty_sweep(mgz::saltelli_design(2, 8, mgz::Draws(1, 0)));
    table.quantities = {quantity(Level::country, 0, "country", ""),
                        quantity(Level::region, 0, "m", "M")};
    const Outcome still = [](std::span<const double>, std::uint32_t) { return 0.1; };
    fill(table, {still, still});
    auto found = mgz::analyse(table);
    CHECK(found.indices[0].state == mgz::IndexState::constant);
    for (const auto& driver : found.indices[0].drivers) {
        CHECK(driver.strength == 0);
        CHECK(driver.first == 0.0);
    }
    for (std::size_t block = 0; block < 7; ++block)
        fail(table, 4 * block);
    found = mgz::analyse(table);
    CHECK(found.indices[0].state == mgz::IndexState::too_few);
    CHECK(found.indices[0].drivers.empty());
    CHECK(found.indices[0].blocks == mgz::Blocks{1, 7});
    CHECK(found.convergence.empty());
}

TEST_CASE("groups of a Morris design have one index each, under their own name", "[sensitivity]")
{
    // The group's number is not its place: x1 and x3 form group 1.
    auto table = empty_sweep(mgz::morris_design(3, 20, 4, mgz::Draws(1, 0), {1, 0, 1}));
    table.study.factors[0].group = table.study.factors[2].group = "the odd ones";
    table.quantities = {quantity(Level::country, 0, "country", "")};
    fill(table, {[](std::span<const double> u, std::uint32_t) { return 3 * u[1] + 0 * u[0]; }});
    const auto found = mgz::analyse(table);
    CHECK(found.drivers == std::vector<std::string>{"x2", "the odd ones"});
    const auto& drivers = found.indices[0].drivers;
    REQUIRE(drivers.size() == 2);
    CHECK_THAT(drivers[0].strength, WithinRel(3.0, 1e-9));
    CHECK_THAT(drivers[0].mu.value(), WithinRel(3.0, 1e-9));
    CHECK(drivers[1].strength == 0);
    CHECK_FALSE(drivers[1].mu);
    CHECK_FALSE(drivers[0].first);
    CHECK(mgz::is_clear(found.indices[0]));
}

TEST_CASE("groups of a Saltelli design share the variance under their own names", "[sensitivity]")
{
    auto table = empty_sweep(mgz::saltelli_design(3, 512, mgz::Draws(1, 0), {0, 1, 0}));
    table.study.factors[0].group = table.study.factors[2].group = "both";
    table.quantities = {quantity(Level::country, 0, "country", "")};
    fill(table, {[](std::span<const double> u, std::uint32_t) { return u[0] + 2 * u[1] + u[2]; }});
    const auto found = mgz::analyse(table);
    CHECK(found.drivers == std::vector<std::string>{"both", "x2"});
    REQUIRE(found.indices[0].drivers.size() == 2);
    CHECK_THAT(found.indices[0].drivers[0].strength, WithinRel(1.0 / 3, 0.03));
    CHECK_THAT(found.indices[0].drivers[1].strength, WithinRel(2.0 / 3, 0.03));
}

TEST_CASE("luck is told from factors in every random sample, and nowhere else", "[sensitivity]")
{
    const Outcome lucky = [](std::span<const double> u, std::uint32_t r) {
        return 10 * u[0] + 2.0 * r;
    };
    const auto with = [&](mgz::Design design) {
        return mgz::analyse(country_sweep(std::move(design), lucky, 2)).luck;
    };
    const auto cube = with(mgz::latin_hypercube_design(2, 400, mgz::Draws(1, 0)));
    REQUIRE(cube.size() == 1);
    CHECK_THAT(cube[0].split.parameters, WithinRel(100.0 / 12, 0.01));
    CHECK_THAT(cube[0].split.luck.value(), WithinRel(2.0, 1e-9));  // of 0 and 2
    CHECK(std::abs(cube[0].split.interaction.value()) < 1e-12);
    CHECK(with(mgz::random_design(2, 50, mgz::Draws(1, 0))).size() == 1);
    CHECK(with(mgz::saltelli_design(2, 16, mgz::Draws(1, 0))).size() == 1);
    CHECK(with(mgz::morris_design(2, 5, 4, mgz::Draws(1, 0))).empty());
    const int levels[] = {3, 3};
    CHECK(with(mgz::full_factorial_design(levels)).empty());
}

TEST_CASE("designs without indices give correlations of numbers and means of labels",
          "[sensitivity]")
{
    auto table = empty_sweep(mgz::latin_hypercube_design(3, 60, mgz::Draws(1, 0)));
    table.study.factors[2].kind = mgz::FactorKind::toggle;
    table.study.factors[2].labels = {"off", "on"};
    for (std::size_t i = 0; i < table.points(); ++i)
        table.values[3 * i + 2] = mgz::value_at(table.study.factors[2], table.design.row(i)[2]);
    table.quantities = {quantity(Level::country, 0, "country", "")};
    fill(table, {[](std::span<const double> u, std::uint32_t) {
             return -u[0] * u[0] * u[0] + (u[2] < 0.5 ? 0.0 : 2.0);
         }});
    fail(table, 7);
    const auto found = mgz::analyse(table);
    CHECK(found.indices.empty());
    REQUIRE(found.associations.size() == 4);
    std::vector<double> x, y;
    double sum = 0;
    int on = 0;
    for (std::size_t i = 0; i < table.points(); ++i) {
        if (i == 7) continue;
        x.push_back(table.value(i, 0));
        y.push_back(table.mean_outcome(i, 0, 0));
        if (table.value(i, 2) == 0) continue;
        sum += y.back();
        ++on;
    }
    CHECK(found.associations[0].measure == mgz::spearman(x, y));
    CHECK(found.associations[0].measure < -0.3);
    CHECK(found.associations[0].points == 59);
    CHECK(found.associations[2].value == "off");
    CHECK(found.associations[3].value == "on");
    CHECK(found.associations[3].kind == mgz::AssociationKind::mean);
    CHECK_THAT(found.associations[3].measure, WithinRel(sum / on, 1e-9));
    CHECK(found.associations[3].points == on);
    CHECK(found.associations[2].points == 59 - on);
}

TEST_CASE("a correlation is the same whether ranks were found before or not", "[sensitivity]")
{
    auto table = country_sweep(
        mgz::random_design(2, 80, mgz::Draws(1, 0)),
        [](std::span<const double> u, std::uint32_t) { return u[0] * u[1] - 0.3 * u[1]; });
    for (std::size_t i = 0; i < table.points(); ++i) {  // with values that are equal
        double& x = table.values[2 * i];
        x = std::round(3 * x) / 3;
    }
    const auto found = mgz::analyse(table);
    REQUIRE(found.associations.size() == 2);
    for (std::size_t f = 0; f < 2; ++f) {
        std::vector<double> x;
        for (std::size_t i = 0; i < table.points(); ++i)
            x.push_back(table.value(i, f));
        CHECK_THAT(found.associations[f].measure,
                   WithinRel(mgz::spearman(x, table.outcomes), 1e-12));
    }
}

TEST_CASE("one at a time, a factor is judged by the rows in which it moved", "[sensitivity]")
{
    const double base[] = {0.5, 0.5};
    const auto table =
        country_sweep(mgz::one_at_a_time_design(base, 3),
                      [](std::span<const double> u, std::uint32_t) { return u[0] - 100 * u[1]; });
    const auto found = mgz::analyse(table);
    // x1: one correlation and a mean for each of three values; the base is the second of them.
    REQUIRE(found.associations.size() == 8);
    CHECK_THAT(found.associations[0].measure, WithinRel(1.0, 1e-9));
    CHECK(found.associations[0].points == 4);
    CHECK_THAT(found.associations[1].measure, WithinRel(-50.0, 1e-9));
    CHECK(found.associations[2].points == 2);
    CHECK_THAT(found.associations[4].measure, WithinRel(-1.0, 1e-9));
}

TEST_CASE("findings are the same with any number of threads", "[sensitivity]")
{
    const auto table = ishigami_sweep(64);
    const int before = omp_get_max_threads();
    omp_set_num_threads(1);
    const auto one = mgz::analyse(table);
    omp_set_num_threads(2);
    const auto two = mgz::analyse(table);
    omp_set_num_threads(before);
    CHECK(one == two);
}
