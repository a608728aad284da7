// SPDX-License-Identifier: EUPL-1.2
// The default country, simulated and held against what was observed.
#include "sim/input/world_input.h"
#include "sim/study/patterns_nulls.h"
#include "sim/study/patterns_sample.h"
#include "sim/study/replicates.h"
#include "tests/support/catch.h"

using namespace mgz;

namespace {

struct Country {
    explicit Country(int to)
    {
        request.scenario = MGZ_SOURCE_DIR "/scenarios/baseline.toml";
        request.data_folder = MGZ_SOURCE_DIR;
        request.patterns = MGZ_SOURCE_DIR "/scenarios/patterns/nl-2023.toml";
        request.settings = {"to=" + std::to_string(to)};
        scenario = load_scenario(request.scenario, request.settings, request.data_folder).scenario;
        InputReport report;
        world = load_world(scenario, report);
    }
    Validation run() const { return validate_beside_nulls(world, scenario, request); }

    ValidationRequest request;
    Scenario scenario;
    World world;
};

}  // namespace

TEST_CASE("fifty replicates to 2023 show the main patterns, and roots carry them")
{
    Country country(2023);
    country.request.replicates = 50;
    country.request.nulls = {"rootedness"};
    const auto v = country.run();
    for (const char* id : {"P2", "P3-huisarts", "P3-so", "P4", "P16-2018", "P16-2021"}) {
        const auto* p = find_pattern(v.baseline.patterns, id);
        REQUIRE(p != nullptr);
        INFO(id << " is " << p->value.value_or(-9) << ", wanted " << p->target << "; " << p->note);
        CHECK(p->pass == true);
    }
    for (const auto& p : v.baseline.patterns) {
        INFO(p.id << ": " << p.note);
        const bool later =
            p.id == "P1c" || p.id == "P10" || p.group == "P13" || p.id.ends_with("-margin");
        if (!later || p.id == "P1c") CHECK(p.value.has_value() == !later);
    }
    const auto* without = find_pattern(v.nulls.front().report.patterns, "P2");
    REQUIRE(without != nullptr);
    INFO("P2 without roots is " << without->value.value_or(-9));
    CHECK(without->pass == false);
}

TEST_CASE("the margin over the null of training is the difference of the two")
{
    Country country(2023);
    country.request.replicates = 2;
    country.request.nulls = {"training"};
    const auto v = country.run();
    const auto* with = find_pattern(v.baseline.patterns, "P3-huisarts");
    const auto* without = find_pattern(v.nulls.front().report.patterns, "P3-huisarts");
    const auto* margin = find_pattern(v.baseline.patterns, "P3-huisarts-margin");
    REQUIRE((with != nullptr && without != nullptr && margin != nullptr));
    CHECK(margin->value.value() == with->value.value() - without->value.value());
    CHECK(margin->pass == (margin->value.value() >= 0.15));
    CHECK(find_pattern(v.nulls.front().report.patterns, "P3-huisarts-margin") == nullptr);
}

TEST_CASE("the number of threads does not show in a validation")
{
    Country country(2023);
    country.request.replicates = 3;
    country.request.nulls = std::vector<std::string>{};
    country.request.threads = 1;
    const auto one = country.run();
    country.request.threads = 3;
    const auto three = country.run();
    CHECK(validation_json(one) == validation_json(three));
    CHECK(validation_text(one) == validation_text(three));
}

TEST_CASE("the year a run ends with does not change what came before")
{
    const Country country(2006);
    Scenario shorter = country.scenario;
    shorter.to = 2004;
    RecordPlan plan;
    plan.quarters = {Quarter::of(2004, 4)};
    const auto figures = [&](const Scenario& scenario) {
        const Groundwork groundwork(country.world, scenario);
        const auto history = simulate(groundwork, 1, 0, plan);
        std::vector<double> out;
        for (std::size_t r = 0; r < history.regions.areas(); ++r) {
            for (const Profession p : all_professions) {
                for (const Figure f : {Figure::fte, Figure::staff, Figure::need, Figure::heads}) {
                    out.push_back(history.regions.at(0, r, p, f));
                }
            }
        }
        return out;
    };
    CHECK(figures(country.scenario) == figures(shorter));
}
