// SPDX-License-Identifier: EUPL-1.2
// Every entry of the catalogue: nothing at intensity 0, the right direction at 1.
#include <algorithm>
#include <numeric>
#include <optional>

#include "sim/model/delivery.h"
#include "sim/model/history.h"
#include "sim/model/measures.h"
#include "sim/model/positions.h"
#include "sim/model/simulation.h"
#include "tests/laws/flat.h"
#include "tests/sim/model/short_country.h"
#include "tests/support/catch.h"

using namespace mgz;
using Catch::Matchers::WithinAbs;
using support::dear_country;
using support::gp;
using support::in_force;
using support::Run;
using support::short_country;

namespace {

constexpr auto so = Profession::so;
constexpr auto avg = Profession::avg;

double duty_load(const Run& r)
{
    return r.sum({so, avg}, [&](EmployerId id) { return r.state.employers.duty_load[id]; });
}

double hours_shared(const Run& r)
{
    return r.sum({so, avg}, [&](EmployerId id) { return std::abs(r.state.employers.shared[id]); });
}

double pushed(const Run& r)
{
    return r.regions([](const RegionState& region) { return region.pushed; });
}

double trainees(const Run& r)
{
    return static_cast<double>(r.state.trainees[gp].size() + r.state.trainees[so].size() +
                               r.state.trainees[avg].size());
}

double trainees_in_the_east(const Run& r)
{
    double count = 0;
    for (const Profession p : all_professions) {
        for (const SettlementId s : r.state.trainees[p].practice)
            count += r.in_the_east(s);
    }
    return count;
}

double utility_in_the_east(const Run& r, Profession p, MarketKind kind)
{
    for (const EmployerId id : r.g.employers[p]) {
        if (r.in_the_east(r.world.employers[id].subregion))
            return utility_of(r.g, r.state, p, kind, id);
    }
    return 0;
}

double homes_in_the_east(const Run& r)
{
    double count = 0;
    for (const Profession p : all_professions) {
        for (const SettlementId s : r.state.physicians[p].home)
            count += r.in_the_east(s);
    }
    return count;
}

double retired(const Run& r)
{
    return r.state.flows[gp].retired + r.state.flows[so].retired + r.state.flows[avg].retired;
}

double locums(const Run& r)
{
    const auto& roles = r.state.physicians[gp].role;
    return static_cast<double>(std::count(roles.begin(), roles.end(), Role::locum));
}

double begun_with_support(const Run& r)
{
    const auto& month = r.state.cooperation.programme.back();
    return std::accumulate(month.running.begin(), month.running.end(), 0.0) + month.finished;
}

double in_force_now(const Run& r)
{
    const auto& projects = r.state.cooperation.projects;
    return static_cast<double>(std::count_if(projects.begin(), projects.end(),
                                             [](const Project& p) { return p.intensity > 0; }));
}

double requests(const Run& r)
{
    return r.state.cooperation.requests;
}

/// Projects of all phases and requests together, since both begin more often.
double undertakings(const Run& r)
{
    return requests(r) + static_cast<double>(r.state.cooperation.projects.size());
}

struct Row {
    Initiative initiative;
    const char* measured;
    int to;  ///< last year of the run
    double (*of)(const Run&);
    int sign;
    bool in_the_east = false;
    int replicates = 1;  ///< summed; more where one country shows too little
    bool cooperation = false;
    bool own_measures = false;  ///< institutions act by themselves
};

using I = Initiative;
const std::vector<Row> rows{
    {I::task_shifting, "hours done by others", 2004,
     [](const Run& r) {
         return r.sum({so, avg}, [&](EmployerId id) { return r.state.employers.shifted[id]; });
     },
     1},
    {I::triage, "need of institutions", 2004,
     [](const Run& r) {
         return r.need({so, avg});
     },
     -1},
    {I::triage, "shifts per participant", 2004, duty_load, -1},
    {I::stepped_care, "need in the own house", 2004,
     [](const Run& r) {
         return r.needed({so, avg}, ClientClass::own);
     },
     -1},
    {I::bought_anw, "shifts per participant", 2004, duty_load, -1},
    {I::commercial_so, "hours bought", 2004,
     [](const Run& r) {
         return r.sum({so}, [&](EmployerId id) { return r.state.employers.commercial[id]; });
     },
     1},
    {I::regional_training, "trainees in the east", 2010, trainees_in_the_east, 1, true, 4},
    {I::anw_pool, "shifts per participant", 2004, duty_load, -1},
    {I::anw_pool, "utility of a place in an institution", 2004,
     [](const Run& r) { return utility_in_the_east(r, so, MarketKind::employed); }, 1},
    {I::treatment_service, "hours that change hands", 2004, hours_shared, 1},
    {I::capacity_sharing, "hours that change hands", 2004, hours_shared, 1},
    {I::role_agreements, "need in small homes", 2004,
     [](const Run& r) {
         return r.needed({gp, so, avg}, ClientClass::small_home);
     },
     -1},
    {I::home_regulation, "small homes", 2006,
     [](const Run& r) {
         return r.regions([](const RegionState& region) { return region.small_homes; });
     },
     -1},
    {I::technology, "need of the disabled at home", 2004,
     [](const Run& r) { return r.needed({avg}, ClientClass::home); }, -1},
    {I::so_first_line, "hours for practices", 2004,
     [](const Run& r) {
         return r.sum({so}, [&](EmployerId id) {
             return r.state.employers.given[id][ClientClass::first_line];
         });
     },
     1},
    {I::so_first_line, "need of practices", 2004, [](const Run& r) { return r.need({gp}); }, -1},
    {I::ambulatory_team, "need of practices", 2004, [](const Run& r) { return r.need({gp}); }, -1},
    {I::ambulatory_team, "need for crisis and short stays", 2004,
     [](const Run& r) { return r.needed({so}, ClientClass::crisis); }, -1},
    {I::social_worker, "need of practices", 2004, [](const Run& r) { return r.need({gp}); }, -1},
    {I::ghz_clinic, "need of practices", 2004, [](const Run& r) { return r.need({gp}); }, -1},
    {I::ghz_clinic, "need of institutions for the disabled", 2004,
     [](const Run& r) { return r.need({avg}); }, -1},
    {I::special_practice, "hours of practices in small homes", 2004,
     [](const Run& r) {
         return r.regions([](const RegionState& region) { return region.small_given[gp]; });
     },
     1},
    {I::transfer_point, "need of institutions", 2004, [](const Run& r) { return r.need({so}); },
     -1},
    {I::urgent_care_square, "contacts pushed on", 2004, pushed, -1},
    {I::bridge_beds, "contacts pushed on", 2004, pushed, -1},
    {I::prevention, "need", 2004,
     [](const Run& r) {
         return r.need({gp, so, avg});
     },
     -1},

    {I::funded_places, "trainees", 2010, trainees, 1},
    {I::fill, "trainees", 2010, trainees, 1},
    {I::regional_places, "trainees in the east", 2010, trainees_in_the_east, 1, true, 4},
    {I::retirement_age, "retired", 2010, retired, -1},
    {I::hours, "FTE of staff", 2004,
     [](const Run& r) {
         return r.sum({gp, so, avg}, [&](EmployerId id) { return r.state.employers.staff[id]; });
     },
     1},
    {I::locum_rules, "changing locums", 2012, locums, -1, false, 4},
    {I::practice_housing, "utility of owning a practice in the east", 2004,
     [](const Run& r) { return utility_in_the_east(r, gp, MarketKind::owner); }, 1, true},
    {I::location_incentive, "utility of a place in the east", 2004,
     [](const Run& r) { return utility_in_the_east(r, gp, MarketKind::employed); }, 1, true},
    {I::home_selection, "physicians who grew up in the east", 2012, homes_in_the_east, 1, true, 4},
    {I::regional_accountability, "hours that change hands", 2004, hours_shared, 1},
    {I::support_capacity, "projects begun with support", 2006, begun_with_support, 1, false, 4,
     true},
    {I::learning_circles, "requests and projects", 2008, undertakings, 1, false, 20, true},
    {I::covenant, "requests and projects", 2008, undertakings, 1, false, 20, true},
    {I::structural_funding, "projects in force", 2006, in_force_now, 1, false, 4, true},
    {I::wlz_treatment, "need outside the house", 2004,
     [](const Run& r) {
         return r.needed({so, avg}, ClientClass::home);
     },
     1},
    {I::vpt_growth, "need at home", 2004,
     [](const Run& r) { return r.needed({so}, ClientClass::home); }, 1},
    {I::commercial_cap, "hours bought", 2016,
     [](const Run& r) {
         return r.sum({so}, [&](EmployerId id) { return r.state.employers.commercial[id]; });
     },
     -1, false, 1, false, true},
    {I::demand_growth, "need", 2006,
     [](const Run& r) {
         return r.need({gp, so, avg});
     },
     1},
};

double measured(const Row& row, double intensity)
{
    double total = 0;
    for (int replicate = 0; replicate < row.replicates; ++replicate) {
        auto scenario = short_country(row.to, row.cooperation);
        if (row.own_measures) scenario.cooperation.measures_from = 2003;
        if (intensity > 0) {
            scenario.interventions = {in_force(row.initiative, intensity, row.in_the_east)};
        }
        total += row.of(Run(scenario, static_cast<std::uint32_t>(replicate)));
    }
    return total;
}

std::vector<std::uint64_t> history_with(const std::vector<Intervention>& interventions)
{
    auto scenario = short_country(2009, true);
    scenario.cooperation.measures_from = 2003;
    scenario.interventions = interventions;
    const World world = dear_country();
    const Groundwork g(world, scenario);
    return laws::flat(simulate(g, 1, 0, RecordPlan::yearly(scenario)));
}

}  // namespace

TEST_CASE("an intervention of intensity 0 changes nothing, to the last bit")
{
    const auto plain = history_with({});
    for (const auto& entry : initiative_catalogue()) {
        INFO(entry.id);
        CHECK((history_with({in_force(entry.initiative, 0, false)}) == plain));
        if (entry.local) CHECK((history_with({in_force(entry.initiative, 0, true)}) == plain));
    }
}

TEST_CASE("every initiative and lever moves what it should, in the right direction")
{
    for (const auto& row : rows) {
        const double without = measured(row, 0), with = measured(row, 1);
        INFO(id_of(row.initiative)
             << ": " << row.measured << ", " << without << " without, " << with << " with");
        CHECK(row.sign * (with - without) > 1e-9 * std::abs(without));
    }
    std::vector<int> tested(initiative_count, 0);
    for (const auto& row : rows)
        ++tested[index_of(row.initiative)];
    CHECK(std::count(tested.begin(), tested.end(), 0) == 0);
}

TEST_CASE("half the intensity does part of it")
{
    for (const auto& row : rows) {
        if (row.initiative != I::stepped_care && row.initiative != I::hours) continue;
        const double without = measured(row, 0), half = measured(row, 0.5), full = measured(row, 1);
        INFO(id_of(row.initiative));
        CHECK(row.sign * (half - without) > 0);
        CHECK(row.sign * (full - half) > 0);
    }
}

TEST_CASE("what spreads moves FTE and never makes any")
{
    Run r(short_country(2006, false));
    const auto fte = [&](const State& state, Profession p) {
        double total = 0;
        for (const EmployerId id : r.g.employers[p])
            total += state.employers.delivered[id];
        return total;
    };
    const auto after = [&](std::optional<Initiative> i) {
        State state = r.state;
        if (i) {
            for (auto& here : state.intensities.here)
                here[index_of(*i)] = 1;
            for (auto& region : state.intensities.in_region)
                region[index_of(*i)] = 1;
        }
        assess_need(r.g, state);
        deliver(r.g, state);
        return state;
    };
    const State plain = after(std::nullopt);
    for (const auto& entry : initiative_catalogue()) {
        if (entry.kind != Kind::spread) continue;
        const State spread = after(entry.initiative);
        for (const Profession p : all_professions) {
            INFO(entry.id << ", " << name_of(p));
            CHECK(fte(spread, p) <= fte(plain, p) + 1e-9);
            // Institutions: to the hour. Locums of practices that need less have less work.
            if (p != gp) CHECK_THAT(fte(spread, p), WithinAbs(fte(plain, p), 1e-9));
        }
    }
}
