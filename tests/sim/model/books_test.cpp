// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/books.h"

#include <cmath>

#include "tests/support/catch.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace mgz;

TEST_CASE("entrants are whole and their running sum follows places times fill")
{
    const Scenario scenario;
    const Books books(scenario);
    for (const Profession p : all_professions) {
        double wanted = 0;
        int entered = 0;
        for (Quarter q = books.first(); q <= books.last(); q = q + 1) {
            const double year = q.decimal_year();
            wanted += scenario.training.places[p].at(year) * scenario.training.fill[p].at(year) / 4;
            entered += books.entrants(p, q);
            CHECK(std::abs(entered - wanted) < 1 + 1e-6);
        }
        CHECK(entered > 0);
    }
}

TEST_CASE("a country with no places has no entrants")
{
    Scenario scenario;
    scenario.training.places[Profession::so] = Series{{{2000, 0}}};
    const Books books(scenario);
    for (Quarter q = books.first(); q <= books.last(); q = q + 1)
        CHECK(books.entrants(Profession::so, q) == 0);
}

TEST_CASE("need grows by its yearly rates, the shift to the GP from its year on")
{
    Scenario scenario;
    scenario.need.growth = {{0.012, 0.03, 0.0}};
    scenario.need.gp_shift = 0.007;
    scenario.need.gp_shift_from = 2015;
    const Books books(scenario);
    const auto growth = [&](Profession p, int year) {
        return books.need(p, Quarter::of(year + 1, 1)) / books.need(p, Quarter::of(year, 1));
    };
    for (const int year : {2003, 2010, 2014}) {
        CHECK_THAT(growth(Profession::gp, year), WithinRel(1.012, 1e-12));
        CHECK_THAT(growth(Profession::so, year), WithinRel(1.03, 1e-12));
        CHECK_THAT(growth(Profession::avg, year), WithinRel(1.0, 1e-12));
    }
    CHECK_THAT(growth(Profession::gp, 2015), WithinRel(1.019, 1e-12));
    CHECK_THAT(growth(Profession::gp, 2038), WithinRel(1.019, 1e-12));
    CHECK_THAT(books.need(Profession::gp, Quarter::of(2020, 1)) /
                   books.need(Profession::gp, Quarter::of(2003, 1)),
               WithinRel(std::pow(1.012, 12) * std::pow(1.019, 5), 1e-10));
}

TEST_CASE("the gap of the start says how far need is above what the start delivers")
{
    Scenario even;
    even.need.start_gap = {{0, 0, 0}};
    Scenario short_of;
    short_of.need.start_gap = {{0.1, 0.2, 0.5}};
    const Books a(even), b(short_of);
    const Quarter q = a.first();
    CHECK_THAT(b.need(Profession::gp, q) / a.need(Profession::gp, q), WithinRel(1 / 0.9, 1e-12));
    CHECK_THAT(b.need(Profession::so, q) / a.need(Profession::so, q), WithinRel(1 / 0.8, 1e-12));
    CHECK_THAT(b.need(Profession::avg, q) / a.need(Profession::avg, q), WithinRel(2.0, 1e-12));
}

TEST_CASE("hours follow their trend from 1 at the start")
{
    Scenario scenario;
    scenario.careers.hours_trend[Profession::gp] = Series{{{2000, -0.01}, {2013, 0.0}}};
    const Books books(scenario);
    CHECK(books.hours(Profession::gp, books.first()) == 1.0);
    CHECK_THAT(books.hours(Profession::gp, Quarter::of(2013, 1)),
               WithinRel(std::pow(0.99, 10), 1e-12));
    CHECK(books.hours(Profession::gp, Quarter::of(2013, 1)) ==
          books.hours(Profession::gp, books.last()));
}

TEST_CASE("a trainee's work rises from the first year's to the last year's, supervision off")
{
    const Scenario scenario;
    const auto& training = scenario.training;
    const Books books(scenario);
    for (const Profession p : all_professions) {
        const int length = books.training_quarters(p);
        CHECK(std::abs(length - 4 * training.years[p]) <= 0.5);
        CHECK_THAT(books.trainee_fte(p, 0).value,
                   WithinAbs(training.fte_first_year - training.fte_supervision, 1e-12));
        CHECK_THAT(books.trainee_fte(p, length - 1).value,
                   WithinAbs(training.fte_last_year - training.fte_supervision, 1e-12));
        for (int q = 1; q < length; ++q)
            CHECK(books.trainee_fte(p, q) > books.trainee_fte(p, q - 1));
        CHECK(books.trainee_fte(p, length + 5) == books.trainee_fte(p, length - 1));
    }
}

TEST_CASE("over women and men, and over the roles of 2018, the mean FTE is the parameter")
{
    const CareerOptions careers = Scenario{}.careers;
    for (const double women : {0.0, 0.3, 0.74, 0.99}) {
        const auto mean = [&](Profession p, Role role) {
            return women * base_fte(careers, p, role, true, women).value +
                   (1 - women) * base_fte(careers, p, role, false, women).value;
        };
        for (const Profession p : {Profession::so, Profession::avg})
            CHECK_THAT(mean(p, Role::employed), WithinRel(careers.fte[p], 1e-12));
        // Nivel, 1 January 2018: 7,860 owners, 2,238 employed, 2,348 changing locums.
        const double gp = (7860 * mean(Profession::gp, Role::owner) +
                           2238 * mean(Profession::gp, Role::employed) +
                           2348 * mean(Profession::gp, Role::locum)) /
                          12446;
        CHECK_THAT(gp, WithinRel(careers.fte[Profession::gp], 0.002));
        CHECK_THAT(mean_fte(careers, Profession::gp, Role::owner, women).value,
                   WithinRel(mean(Profession::gp, Role::owner), 1e-12));
    }
    CHECK(base_fte(careers, Profession::gp, Role::owner, true, 0.7) >
          base_fte(careers, Profession::gp, Role::employed, true, 0.7));
    CHECK(base_fte(careers, Profession::gp, Role::employed, true, 0.7) >
          base_fte(careers, Profession::gp, Role::locum, true, 0.7));
    CHECK(base_fte(careers, Profession::so, Role::employed, true, 1.0).value > 0);
}
