// SPDX-License-Identifier: EUPL-1.2
// P6 to P14, P17 and P18 in the row of regions. Figures of the replicates: row_country.h.
#include "tests/sim/study/row_country.h"
#include "tests/support/catch.h"

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace mgz;
using study::Row;

TEST_CASE("P6 and P7 count regions by the mean over replicates, with one cut point")
{
    Row row;
    row.measure();
    // Outside hours missed: 0, 0.5, 0.6, 1 and 0, 0.2, 0, 1; so 0, 0.35, 0.3, 1 on the mean.
    CHECK(row.value("P6") == 1);
    CHECK_THAT(row["P6"].note, ContainsSubstring("per replicate 2.0 (1 to 3)") &&
                                   ContainsSubstring("Region D 1.000, Region B 0.350"));
    // In small homes: 0, 0.6, 0.5, 1 and 0, 0.5, 0.2, 1; so 0, 0.55, 0.35, 1.
    CHECK(row.value("P7") == 2);
    CHECK(row.value("P7b") == 1);
    row.data.instrument.salience = 0.32;
    row.measure();
    CHECK(row.value("P6") == 2);
    CHECK(row.value("P7") == 3);
}

TEST_CASE("P7b is the part of P6 that is in P7 too")
{
    Row row;
    for (auto& h : row.histories)
        study::set(h, study::at_mid_2023, RegionFigure::small_given, {10, 0, 10, 0});
    row.data.instrument.salience = 0.25;  // P6: B, C and D
    row.measure();
    CHECK(row.value("P6") == 3);
    CHECK_THAT(row.value("P7b"), WithinRel(2.0 / 3, 1e-12));
    CHECK(row["P7b"].note == "2 of 3");
    row.data.instrument.salience = 1;
    row.measure();
    CHECK_FALSE(row["P7b"].value.has_value());
    CHECK(row["P7b"].note == "no region is in P6");
}

TEST_CASE("nothing needed is nothing missed")
{
    Row row;
    for (auto& h : row.histories) {
        study::set(h, study::at_mid_2023, Profession::so, Figure::outside_needed, {0, 0, 0, 0});
        study::set(h, study::at_mid_2023, Profession::avg, Figure::outside_needed, {0, 0, 0, 0});
        study::set(h, study::at_mid_2023, RegionFigure::small_needed, {0, 0, 0, 0});
    }
    row.measure();
    CHECK(row.value("P6") == 0);
    CHECK(row.value("P7") == 0);
}

TEST_CASE("P8 and P9 count regions over their own cut points, P9 goes with shortage")
{
    Row row;
    row.measure();
    CHECK(row.value("P8") == 3);  // 0, 0.15, 0.15, 0.5
    CHECK(row.value("P9") == 1);  // 0.03, 0.05, 0.05, 0.3
    // In the order of S in one replicate; (3, 2, 1, 4) against (1, 2, 3, 4) in the other.
    CHECK_THAT(row.value("P9-rank"), WithinRel((1 + 0.2) / 2, 1e-12));
    row.data.least_gap = 0.2;
    row.measure();
    CHECK_FALSE(row["P9-rank"].value.has_value());
    CHECK(row.value("P9") == 1);
}

TEST_CASE("P10 pools the successions of all replicates between two quarters")
{
    Row row;
    row.measure();
    // Filled and failed: A 10 and 10, B 4 and 16, C 1 and 1, D none.
    CHECK(row.value("P10") == 1);
    CHECK(row["P10"].note ==
          "country 0.357 of 21 a replicate; not: Region A 0.50, Region C 0.50, Region D had none");
    row.data.successions_to = Quarter::of(2024, 4);
    row.measure();
    CHECK(row["P10"].note == "the run has no 2024 Q4");
}

TEST_CASE("P11 and P12 are mean numbers of regions per replicate")
{
    Row row;
    row.measure();
    CHECK(row.value("P11") == 1.5);
    // One replicate: none (calm boards), scale up, concrete, none (boards apart). The other: scale
    // up, concrete, vision, vision.
    CHECK(row.value("P12-none") == 1);
    CHECK(row.value("P12-scale-up") == 1);
    CHECK(row.value("P12-concrete") == 1);
    CHECK(row.value("P12-vision") == 1);
    CHECK_THAT(row["P12-none"].low.value(), WithinAbs(0.1, 1e-12));
    CHECK(row.value("P12-none-expected") == 0.5);  // A
    CHECK(row.value("P12-none-short") == 0.5);     // D
    CHECK_THAT(row["P12-none"].note,
               ContainsSubstring("urgency below 0.20 in 0.5 (0 to 1), governance below 0.20 in 0.5 "
                                 "(0 to 1), at least 4 in force in 1.5"));
    row.data.instrument.ambition_running = 5;
    row.measure();
    CHECK(row.value("P12-scale-up") == 0);
    CHECK(row.value("P12-vision") == 2);
}

TEST_CASE("P13 holds the mean of running supports against the counts")
{
    Row row;
    row.measure();
    // 3, 5, 9, 11 on the mean; observed 3, 4, 7, 9, of which two fit.
    CHECK_THAT(row.value("P13"), WithinRel(2.0, 1e-12));
    CHECK_THAT(row.value("P13-fitted"), WithinRel(0.7071067811865476, 1e-12));
    CHECK(row["P13"].note == "simulated (observed) every four months: 11 (9)");
    CHECK(row.value("P13-early") == 0.625);  // 9 of 12 and 5 of 10
    CHECK(row.value("P13-finished") == 2);
    CHECK(row.value("P13-requests-before") == 11);
    CHECK(row.value("P13-requests") == 15);
    row.histories.back().programme.pop_back();
    row.measure();
    CHECK(row["P13"].note == "the run has no 2023-07 of the programme");
    CHECK_FALSE(row["P13-finished"].value.has_value());
    CHECK(row["P13-fitted"].value.has_value());
}

TEST_CASE("P14: where urgent clients go, and for how long")
{
    Row row;
    row.measure();
    // Away of who was placed: 0, 0.1, 0.2, 0.44 with shortages in the same order; then 0.1, 0, 0,
    // 0.45 (ranks 3, 1.5, 1.5, 4) with ranks 1, 2, 4, 3.
    CHECK_THAT(row.value("P14-away"), WithinRel((1 - 0.21081851067789195) / 2, 1e-12));
    // 4 weeks 1 person, 10 one, 20 two, 30 eight, 40 nine: the eleventh of 21 waits 30 weeks.
    CHECK(row.value("P14-back") == 30);
    CHECK_THAT(row.value("P14-placed"), WithinRel(0.98, 1e-12));
    // 1/40 over 11/48, and 0 over 10/50.
    CHECK_THAT(row.value("P14-ghz"), WithinRel((0.025 * 48 / 11) / 2, 1e-12));
    for (auto& h : row.histories)
        study::set(h, study::at_mid_2023, RegionFigure::vvt_placed_away, {0, 0, 0, 0});
    row.measure();
    CHECK(row["P14-back"].note == "nobody is placed out of the region");
    CHECK(row["P14-ghz"].note == "nobody is placed out of the region");
    CHECK(row.value("P14-away") == 0);
}

TEST_CASE("P17 and P18 count who buys, and who lives on temporary money")
{
    Row row;
    row.measure();
    CHECK(row.value("P17") == 1.5);
    CHECK(row["P17"].note == "2.0 (1 to 3) FTE in the country");
    // 3 of 5 (and not 2 of 4, nor 1 of 1); 3 of 4 and 2 of 2.
    CHECK(row.value("P18") == 1.5);
    row.data.instrument.funding_least = 3;
    row.measure();
    CHECK(row.value("P18") == 1);
}
