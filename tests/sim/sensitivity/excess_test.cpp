// SPDX-License-Identifier: EUPL-1.2
#include "sim/sensitivity/excess.h"

#include "tests/support/catch.h"

using namespace mgz;

TEST_CASE("excess shortage is the region's less the country's, run by run")
{
    SweepTable table;
    table.study.replicates = 2;
    table.design = list_design(1, 2);
    const auto add = [&](Level level, const char* code, const char* profession,
                         const char* indicator, int year) {
        KeptQuantity q;
        q.level = level;
        q.code = code;
        q.profession = profession;
        q.indicator = indicator;
        q.year = year;
        table.quantities.push_back(q);
    };
    add(Level::country, "country", "so", "shortage", 2040);
    add(Level::region, "A", "so", "shortage", 2040);
    add(Level::region, "A", "so", "shortage", 2030);        // the country of 2030 is not kept
    add(Level::region, "B", "huisarts", "shortage", 2040);  // nor that of GPs
    add(Level::region, "A", "so", "vacancies", 2040);
    const double none = std::numeric_limits<double>::quiet_NaN();
    table.outcomes = {0.1, 0.3,  0, 0, 7, 0.25, 0.125, 0,    0,    8,
                      0.5, 0.75, 0, 0, 9, none, none,  none, none, none};
    const SweepTable wider = with_excess(table);
    REQUIRE(wider.quantities.size() == 6);
    CHECK(wider.quantities.back().indicator == excess_id);
    CHECK(wider.quantities.back().code == "A");
    REQUIRE(wider.outcomes.size() == 4 * 6);
    CHECK(wider.outcome({0, 0, 0}, 5) == 0.3 - 0.1);
    CHECK(wider.outcome({0, 0, 1}, 5) == -0.125);
    CHECK(wider.outcome({1, 0, 0}, 5) == 0.25);
    CHECK(std::isnan(wider.outcome({1, 0, 1}, 5)));
    CHECK(wider.outcome({1, 0, 0}, 4) == 9);
}
