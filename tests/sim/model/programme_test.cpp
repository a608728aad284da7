// SPDX-License-Identifier: EUPL-1.2
// The support programme's books, month by month.
#include "sim/model/programme.h"

#include <numeric>

#include "sim/model/measures.h"
#include "sim/model/urgency.h"
#include "tests/support/catch.h"
#include "tests/support/small_country.h"

using namespace mgz;
using Catch::Matchers::WithinAbs;
using support::SmallCountry;

namespace {

Scenario steady()
{
    auto s = support::drieland_scenario();
    auto& c = s.cooperation;
    c.programme_from = 2003;
    c.programme_month = 1;
    c.programme_months_to_start = 3;
    c.requests_per_year = 30;
    c.intake_per_month = 1;
    c.phase_spread = 0;
    c.ghz_delay_years = 0;
    return s;
}

/// Every table is as urgent and as well tied as can be; the months from the start.
struct Programme {
    explicit Programme(const Scenario& s, std::uint32_t seed = 1) : c(s, support::drieland(), seed)
    {
        feel_urgency(c.g, c.draws, c.state);
        for (auto& table : c.state.cooperation.tables) {
            table.governance.fill(1);
            table.board_urgency = table.physician_urgency = 1;
        }
        c.state.cooperation.begun = true;
    }
    void months(int n)
    {
        for (int i = 0; i < n; ++i, ++month) {
            c.state.quarter = Quarter{month / 3};
            advance_month(c.g, c.draws, month, c.state);
        }
    }
    const ProgrammeMonth& now() const { return c.state.cooperation.programme.back(); }
    int running() const { return std::accumulate(now().running.begin(), now().running.end(), 0); }

    SmallCountry c;
    int month = 0;
};

}  // namespace

TEST_CASE("requests come at the national rate and their share is granted")
{
    double asked = 0, granted = 0;
    constexpr int replicates = 200;
    for (std::uint32_t seed = 1; seed <= replicates; ++seed) {
        Programme p(steady(), seed);
        p.months(6);
        asked += p.now().requests;
        granted += p.now().granted;
    }
    // 15 asked in half a year, less where a table asks for two in a month: 2.5 tables' worth.
    CHECK(asked / replicates < 15.5);
    CHECK(asked / replicates > 10);
    CHECK_THAT(granted / asked, WithinAbs(0.68, 0.04));
}

TEST_CASE("nothing runs before the team is there, and then no more than it can begin")
{
    auto scenario = steady();
    scenario.cooperation.taken = 1;
    Programme p(scenario);
    p.months(3);
    CHECK(p.running() == 0);
    CHECK(p.now().granted > 0);
    for (int month = 1; month <= 5; ++month) {
        p.months(1);
        CHECK(p.running() <= month);
        CHECK(p.now().finished == 0);
        CHECK(p.now().month == 2 + month);
    }
    CHECK(p.running() >= 4);
}

TEST_CASE("a supported project passes its phases in their months and is then left alone")
{
    auto scenario = steady();
    scenario.cooperation.requests_per_year = 0;
    Programme p(scenario);
    Project project;
    project.initiative = Initiative::anw_pool;
    project.table = TableId::at(0);
    project.supported = true;
    p.c.state.cooperation.projects = {project};
    const auto& followed = p.c.state.cooperation.projects.front();
    p.months(8);
    CHECK(followed.phase == Phase::exploring);
    p.months(1);
    CHECK(followed.phase == Phase::preparing);
    p.months(12);
    CHECK(followed.phase == Phase::realising);
    CHECK(followed.intensity == 0);
    p.months(6);
    CHECK_THAT(followed.intensity, WithinAbs(6.0 / 18, 1e-12));
    p.months(6);
    CHECK(followed.phase == Phase::securing);
    CHECK(p.now().running == std::array{0, 0, 0, 1});
    CHECK(p.now().finished == 0);
    p.months(9);
    CHECK(followed.phase == Phase::running);
    CHECK_FALSE(followed.supported);
    CHECK(p.running() == 0);
    CHECK(p.now().finished == 1);
    p.months(12);
    CHECK(followed.intensity == 1);
}

TEST_CASE("a project without support goes more slowly")
{
    auto scenario = steady();
    scenario.cooperation.requests_per_year = 0;
    scenario.cooperation.unsupported_pace = 0.5;
    Programme p(scenario);
    Project project;
    project.table = TableId::at(0);
    p.c.state.cooperation.projects = {project};
    p.months(17);
    CHECK(p.c.state.cooperation.projects.front().phase == Phase::exploring);
    p.months(1);
    CHECK(p.c.state.cooperation.projects.front().phase == Phase::preparing);
    CHECK(p.running() == 0);
}

TEST_CASE("topics about the disabled come later, and no table asks twice for the same")
{
    auto scenario = steady();
    scenario.cooperation.ghz_delay_years = 1;
    scenario.cooperation.requests_per_year = 300;
    scenario.cooperation.taken = 1;
    Programme p(scenario);
    const auto about_ghz = [&] {
        int count = 0;
        for (const auto& project : p.c.state.cooperation.projects) {
            count += project.initiative == Initiative::technology ||
                     project.initiative == Initiative::ghz_clinic ||
                     project.initiative == Initiative::special_practice;
        }
        return count;
    };
    p.months(12);
    CHECK(p.c.state.cooperation.projects.size() > 10);
    CHECK(about_ghz() == 0);
    p.months(24);
    CHECK(about_ghz() > 0);
    auto& projects = p.c.state.cooperation.projects;
    for (std::size_t i = 0; i < projects.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            CHECK_FALSE((projects[i].table == projects[k].table &&
                         projects[i].initiative == projects[k].initiative));
        }
    }
}

TEST_CASE("after its last year the programme takes nothing on, those who wait begin alone")
{
    auto scenario = steady();
    scenario.cooperation.programme_until = 2003;
    scenario.cooperation.taken = 1;
    scenario.cooperation.intake_per_month = 0.5;
    Programme p(scenario);
    p.months(12);
    const int asked = p.now().requests;
    const int running = p.running();
    p.months(1);
    CHECK(p.now().requests == asked);
    CHECK(p.running() <= running);
    for (const auto& project : p.c.state.cooperation.projects)
        CHECK(project.phase != Phase::waiting);
}

TEST_CASE("a request follows urgency: where it halves, so do requests")
{
    double before = 0, after = 0;
    for (std::uint32_t seed = 1; seed <= 200; ++seed) {
        Programme p(steady(), seed);
        p.months(1);
        before += p.now().requests;
        for (auto& table : p.c.state.cooperation.tables)
            table.board_urgency = table.physician_urgency = 0.5;
        Programme q(steady(), seed);
        q.c.state.cooperation.urgency_at_start = p.c.state.cooperation.urgency_at_start;
        for (auto& table : q.c.state.cooperation.tables)
            table.board_urgency = table.physician_urgency = 0.5;
        q.months(1);
        after += q.now().requests;
    }
    CHECK(before > 0);
    CHECK_THAT(after / before, WithinAbs(0.6, 0.1));  // chances, not rates: 1 - exp(-x)
}
