// SPDX-License-Identifier: EUPL-1.2
// Urgency, ties, own measures, funding and what they cost.
#include "sim/model/cooperation.h"

#include <cmath>

#include "sim/core/normal.h"
#include "sim/model/governance.h"
#include "sim/model/measures.h"
#include "sim/model/own_measures.h"
#include "sim/model/spending.h"
#include "sim/model/urgency.h"
#include "tests/support/catch.h"
#include "tests/support/small_country.h"

using namespace mgz;
using Catch::Matchers::WithinAbs;
using support::SmallCountry;

namespace {

double& tie(State& state, TableId t, Tie which)
{
    return state.cooperation.tables[t].governance[static_cast<std::size_t>(which)];
}

/// Every employer has this gap.
void set_gap(SmallCountry& c, double gap)
{
    auto& e = c.state.employers;
    for (const Profession p : all_professions) {
        for (const EmployerId id : c.employers(p)) {
            e.delivered[id] = (1 - gap) * e.need[id];
            e.commercial[id] = 0;
            e.load[id] = 1 / (1 - gap);
        }
    }
    for (auto& region : c.state.regions)
        region.gap = {{gap, gap, gap}};
}

Project running(const SmallCountry& c, Initiative i, std::size_t subregion)
{
    Project project;
    project.initiative = i;
    project.table = c.g.table_of[SubregionId::at(subregion)];
    project.phase = Phase::running;
    project.intensity = 1;
    return project;
}

double spent(const SmallCountry& c, std::size_t item, Payer payer)
{
    double euro = 0;
    for (const RegionId r : c.world.regions.ids())
        euro += c.state.ledger.of(r)[item][static_cast<std::size_t>(payer)];
    return euro;
}

}  // namespace

TEST_CASE("urgency begins at a gap of 5% and is full at 20%")
{
    const CooperationOptions options;
    CHECK(urgency_of(options, -0.2) == 0);
    CHECK(urgency_of(options, 0.05) == 0);
    CHECK_THAT(urgency_of(options, 0.125), WithinAbs(0.5, 1e-12));
    CHECK(urgency_of(options, 0.25) == 1);
}

TEST_CASE("the largest quarter speaks for all")
{
    // Two of eight: needs 40 and 20.
    std::vector<Voice> voices{{1, 1}, {2, 1}, {40, 0}, {3, 1}, {5, 1}, {20, 1}, {8, 1}, {6, 1}};
    CHECK_THAT(urgency_of_largest(voices), WithinAbs(20.0 / 60, 1e-12));
    std::vector<Voice> one{{3, 0.4}};
    CHECK_THAT(urgency_of_largest(one), WithinAbs(0.4, 1e-12));
    std::vector<Voice> nobody;
    CHECK(urgency_of_largest(nobody) == 0);
}

TEST_CASE("all parties feel an even shortage alike, and none feels a surplus")
{
    SmallCountry c;
    set_gap(c, 0.125);
    feel_urgency(c.g, c.draws, c.state);
    for (const auto& table : c.state.cooperation.tables) {
        CHECK_THAT(table.board_urgency, WithinAbs(0.5, 1e-9));
        CHECK_THAT(table.shortage, WithinAbs(0.125, 1e-9));
        for (const Party p : {Party::gp, Party::vvt, Party::insurer})
            CHECK_THAT(table.urgency[static_cast<std::size_t>(p)], WithinAbs(0.5, 1e-9));
        // Load is 1/0.875; no spread over tables, so no luck either.
        CHECK_THAT(table.physician_urgency, WithinAbs((1 / 0.875 - 1.05) / 0.15, 1e-9));
    }
    set_gap(c, -0.1);
    feel_urgency(c.g, c.draws, c.state);
    for (const auto& table : c.state.cooperation.tables) {
        CHECK(table.board_urgency == 0);
        CHECK(table.physician_urgency == 0);
    }
}

TEST_CASE("physicians' urgency keeps mean and spread of what the load tells, and correlates as set")
{
    // Many tables, all of one employer's load each: correlation over replicates and tables.
    double sum_x = 0, sum_y = 0, xx = 0, yy = 0, xy = 0;
    int n = 0;
    for (std::uint32_t seed = 1; seed <= 400; ++seed) {
        SmallCountry c(support::drieland_scenario(), support::drieland(), seed);
        set_gap(c, 0);
        auto& e = c.state.employers;
        const std::array<double, 4> load{1.10, 1.125, 1.125, 1.15};  // m1, o1, o2, w1
        for (const Profession p : all_professions) {
            for (const EmployerId id : c.employers(p))
                e.load[id] = load[c.world.employers[id].subregion.index()];
        }
        feel_urgency(c.g, c.draws, c.state);
        for (const TableId t : c.g.tables.ids()) {
            const SubregionId s = c.g.tables[t].subregions.front();
            const double x = (load[s.index()] - 1.05) / 0.15;
            const double y = c.state.cooperation.tables[t].physician_urgency;
            sum_x += x, sum_y += y, xx += x * x, yy += y * y, xy += x * y, ++n;
        }
    }
    const double mx = sum_x / n, my = sum_y / n;
    const double sx = std::sqrt(xx / n - mx * mx), sy = std::sqrt(yy / n - my * my);
    CHECK_THAT(my, WithinAbs(mx, 0.02));
    CHECK_THAT(sy, WithinAbs(sx, 0.02));
    CHECK_THAT((xy / n - mx * my) / (sx * sy), WithinAbs(0.5, 0.08));
}

TEST_CASE("a tie has the mean and spread wanted and correlates with the early shortage")
{
    CooperationOptions options;
    options.governance_spread = 0.1;  // so that nothing is cut off
    constexpr int n = 2000;
    double sum = 0, squares = 0, product = 0;
    for (int i = 0; i < n; ++i) {
        const double z = normal_quantile((i % 50 + 0.5) / 50);
        const double x = drawn_tie(options, 0.5, z, (i / 50 + 0.5) / (n / 50));
        sum += x, squares += x * x, product += x * z;
    }
    const double mean = sum / n;
    const double deviation = std::sqrt(squares / n - mean * mean);
    CHECK_THAT(mean, WithinAbs(0.5, 1e-6));
    CHECK_THAT(deviation, WithinAbs(0.1, 0.005));
    CHECK_THAT(product / n / deviation, WithinAbs(0.5, 0.02));
    CHECK(drawn_tie(options, 0.95, 3, 0.999) == 1);
    CHECK(drawn_tie(options, 0.05, -3, 0.001) == 0);
}

TEST_CASE("as many regions of 31 have good ties as the inventory found")
{
    const CooperationOptions options;
    const auto regions = [&](double mean, double good) {
        constexpr int n = 10000;
        int count = 0;
        for (int i = 0; i < n; ++i) {
            const double u = (i + 0.5) / n;
            count += mean + options.governance_spread * normal_quantile(u) > good;
        }
        return 31.0 * count / n;
    };
    CHECK_THAT(regions(options.gp_vvt_mean, 0.6), WithinAbs(12, 1.5));
    CHECK(regions(options.ghz_mean, 0.5) >= 8);
    CHECK(regions(options.ghz_gp_mean, 0.5) >= 4);
    CHECK(regions(options.vvt_ghz_mean, 0.5) < 4);
}

TEST_CASE("when cooperation begins ties are drawn and the known initiatives are in place")
{
    auto scenario = support::drieland_scenario();
    scenario.cooperation.start_leaders = 2;
    scenario.cooperation.start_pools = 1;
    scenario.cooperation.start_joint_least = 2;
    scenario.cooperation.start_joint_most = 4;
    SmallCountry c(scenario);
    set_gap(c, 0.15);
    feel_urgency(c.g, c.draws, c.state);
    begin_cooperation(c.g, c.draws, c.state);
    CHECK(c.state.cooperation.begun);
    int leaders = 0, pools = 0;
    for (const TableId t : c.g.tables.ids()) {
        CHECK(tie(c.state, t, Tie::vvt_vvt) >= 0.6);
        CHECK(tie(c.state, t, Tie::vvt_vvt) <= 0.9);
        int in_place = 0;
        for (const auto& project : c.state.cooperation.projects) {
            if (project.table == t && in_force(project)) ++in_place;
        }
        const bool leading = c.state.cooperation.tables[t].leading;
        leaders += leading;
        if (leading) CHECK((in_place >= 2 && in_place <= 4));
        if (!leading) CHECK(in_place <= 1);
    }
    for (const auto& project : c.state.cooperation.projects)
        pools += project.initiative == Initiative::anw_pool && in_force(project);
    CHECK(leaders == 2);
    CHECK(pools == 1);
}

TEST_CASE("what is in force builds the tie it needs, once a quarter, and no other")
{
    SmallCountry c;
    feel_urgency(c.g, c.draws, c.state);
    const TableId t = c.g.table_of[SubregionId::at(0)];
    tie(c.state, t, Tie::gp_vvt) = 0.4;
    tie(c.state, t, Tie::ghz_gp) = 0.4;
    c.state.cooperation.projects = {running(c, Initiative::so_first_line, 0),
                                    running(c, Initiative::social_worker, 0)};
    build_ties(c.g, c.state.cooperation);
    CHECK_THAT(tie(c.state, t, Tie::gp_vvt), WithinAbs(0.4 + 0.05 * 0.6, 1e-12));
    CHECK(tie(c.state, t, Tie::ghz_gp) == 0.4);
    c.state.cooperation.projects[0].phase = c.state.cooperation.projects[1].phase =
        Phase::preparing;
    build_ties(c.g, c.state.cooperation);
    CHECK_THAT(tie(c.state, t, Tie::gp_vvt), WithinAbs(0.43, 1e-12));
}

TEST_CASE("an institution takes measures at first signs, stepped care last, and never without")
{
    auto scenario = support::drieland_scenario();
    scenario.cooperation.measure_hazard = 4;
    scenario.initiatives.ramp_years = 1;
    SmallCountry c(scenario);
    const EmployerId id = c.employers(Profession::so).front();
    c.state.employers.need[id] = 8;
    const auto own = [&](Initiative i) { return c.state.cooperation.measures[id][index_of(i)]; };
    set_gap(c, 0.04);
    for (int q = 0; q < 20; ++q, c.state.quarter = c.state.quarter + 1)
        take_measures(c.g, c.draws, c.state);
    for (const double x : c.state.cooperation.measures[id])
        CHECK(x == 0);

    set_gap(c, 0.08);  // first signs, not acute
    for (int q = 0; q < 60; ++q, c.state.quarter = c.state.quarter + 1) {
        take_measures(c.g, c.draws, c.state);
        if (own(Initiative::stepped_care) > 0) {
            CHECK(own(Initiative::task_shifting) > 0);
            CHECK(own(Initiative::triage) > 0);
        }
    }
    for (const Initiative i : {Initiative::task_shifting, Initiative::triage,
                               Initiative::bought_anw, Initiative::stepped_care})
        CHECK(own(i) == 1);
    CHECK(own(Initiative::commercial_so) == 0);
}

TEST_CASE("an institution hires when it is acute and stops a year after the gap closed")
{
    auto scenario = support::drieland_scenario();
    scenario.cooperation.measure_hazard = 4;
    SmallCountry c(scenario);
    const EmployerId id = c.employers(Profession::so).front();
    c.state.employers.need[id] = 8;
    const auto hired = [&] {
        return c.state.cooperation.measures[id][index_of(Initiative::commercial_so)];
    };
    const auto quarters = [&](int n) {
        for (int q = 0; q < n; ++q, c.state.quarter = c.state.quarter + 1)
            take_measures(c.g, c.draws, c.state);
    };
    set_gap(c, 0.2);
    quarters(20);
    CHECK(hired() == 1);
    c.state.employers.commercial[id] = 0.2 * 8;  // those hired do not end the need to hire
    quarters(8);
    CHECK(hired() == 1);
    set_gap(c, 0.02);
    quarters(3);
    CHECK(hired() == 1);
    quarters(1);
    CHECK(hired() == 0);
}

TEST_CASE("joint initiatives need urgency of boards and of physicians, and ties")
{
    auto scenario = support::drieland_scenario();
    scenario.cooperation.programme_from = 2003;
    scenario.cooperation.programme_month = 1;
    scenario.cooperation.requests_per_year = 0;
    scenario.cooperation.start_leaders = scenario.cooperation.start_pools = 0;
    scenario.cooperation.joint_hazard = 50;
    const auto begun = [&](double gap, double load, double strength) {
        SmallCountry c(scenario);
        set_gap(c, gap);
        for (double& x : c.state.employers.load)
            x = load;
        feel_urgency(c.g, c.draws, c.state);
        c.state.cooperation.begun = true;
        for (auto& table : c.state.cooperation.tables)
            table.governance.fill(strength);
        cooperate(c.g, c.draws, c.state);
        return c.state.cooperation.projects.size();
    };
    CHECK(begun(0.2, 1.25, 1) > 0);
    CHECK(begun(0.0, 1.25, 1) == 0);
    CHECK(begun(0.2, 1.0, 1) == 0);
    CHECK(begun(0.2, 1.25, 0) == 0);
}

TEST_CASE("temporary money lapses faster than structural money, and wears the tie")
{
    auto scenario = support::drieland_scenario();
    scenario.cooperation.conversion = 0;
    scenario.cooperation.programme_from = 2003;
    scenario.cooperation.programme_month = 1;
    scenario.cooperation.requests_per_year = scenario.cooperation.joint_hazard = 0;
    scenario.cooperation.governance_growth = 0;
    int left_temporary = 0, left_structural = 0;
    constexpr int replicates = 300;
    for (std::uint32_t seed = 1; seed <= replicates; ++seed) {
        SmallCountry c(scenario, support::drieland(), seed);
        set_gap(c, 0);
        feel_urgency(c.g, c.draws, c.state);
        c.state.cooperation.begun = true;
        const TableId t = c.g.table_of[SubregionId::at(0)];
        c.state.cooperation.tables[t].governance.fill(0.5);
        auto structural = running(c, Initiative::technology, 0);
        structural.temporary = false;
        c.state.cooperation.projects = {running(c, Initiative::social_worker, 0), structural};
        for (int q = 0; q < 4; ++q, c.state.quarter = c.state.quarter + 1)
            cooperate(c.g, c.draws, c.state);
        bool temporary_left = false;
        for (const auto& project : c.state.cooperation.projects) {
            (project.temporary ? left_temporary : left_structural) += 1;
            temporary_left |= project.temporary;
        }
        CHECK_THAT(tie(c.state, t, Tie::gp_vvt),
                   WithinAbs(temporary_left ? 0.5 : 0.5 * 0.98, 1e-12));
    }
    // exp(-0.33) and exp(-0.05) of 300; three standard deviations are 24 and 11.
    CHECK_THAT(left_temporary, WithinAbs(replicates * std::exp(-0.33), 24));
    CHECK_THAT(left_structural, WithinAbs(replicates * std::exp(-0.05), 11));
}

TEST_CASE(
    "a project is paid by its grant until its funding is structural, forced ones by the payer")
{
    auto scenario = support::drieland_scenario();
    Intervention clinic;
    clinic.initiative = Initiative::ghz_clinic;
    clinic.from = 2003;
    clinic.ramp_years = 0;
    clinic.intensity = 0.5;
    scenario.interventions = {clinic};
    SmallCountry c(scenario);
    auto pool = running(c, Initiative::anw_pool, 0);
    pool.intensity = 0.5;
    auto structural = running(c, Initiative::anw_pool, 3);
    structural.temporary = false;
    auto own_clinic = running(c, Initiative::ghz_clinic, 0);
    own_clinic.supported = true;
    own_clinic.phase = Phase::securing;
    c.state.cooperation.projects = {pool, structural, own_clinic};
    resolve_intensities(c.g, c.state);
    book_costs(c.g, c.state);
    const auto& cost = c.scenario.initiatives.cost;
    const double rota = cost[index_of(Initiative::anw_pool)];
    const auto item = index_of(Initiative::anw_pool);
    CHECK_THAT(spent(c, item, Payer::temporary_grant), WithinAbs(rota / 8, 1e-6));
    CHECK_THAT(spent(c, item, Payer::wlz), WithinAbs(rota / 4, 1e-6));
    // Three tables; one has a clinic of its own at full intensity, the others half of one.
    const double one = cost[index_of(Initiative::ghz_clinic)];
    const auto clinics = index_of(Initiative::ghz_clinic);
    CHECK_THAT(spent(c, clinics, Payer::temporary_grant), WithinAbs(one / 4, 1e-6));
    CHECK_THAT(spent(c, clinics, Payer::zvw), WithinAbs(2 * 0.5 * one / 4, 1e-6));
    CHECK_THAT(spent(c, static_cast<std::size_t>(CostItem::programme), Payer::temporary_grant),
               WithinAbs(c.scenario.cooperation.support_cost / 4, 1e-6));
}
