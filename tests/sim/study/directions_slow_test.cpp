// SPDX-License-Identifier: EUPL-1.2
// What every ready scenario does, held against what a domain expert expects:
// directions_expected.cpp.
#include <algorithm>
#include <deque>
#include <ostream>
#include <set>

#include "sim/input/world_input.h"
#include "sim/scenario/ready_scenarios.h"
#include "sim/scenario/scenario_file.h"
#include "sim/study/compare.h"
#include "sim/study/statistics.h"
#include "tests/sim/study/directions.h"
#include "tests/support/catch.h"

using namespace mgz;
using namespace directions;

namespace {

/// Baseline first, then every ready scenario, then training in one region alone.
class Futures {
public:
    Futures()
    {
        add("baseline", ready("baseline"));
        for (const auto& scenario : ready_scenarios(MGZ_SOURCE_DIR)) {
            if (!is_policy(scenario.name)) continue;
            policies_.push_back(scenario.name);
            add(scenario.name, ready(scenario.name));
        }
        Scenario alone = ready("regional_training");
        for (auto& intervention : alone.interventions)
            intervention.where = {"ZK22"};
        add("training_in_twente", alone);
    }

    const std::vector<std::string>& policies() const { return policies_; }
    const World& world() const { return worlds_.front(); }

    Comparison run() const
    {
        check_comparable(compared_);
        ReplicateOptions options;
        options.replicates = 20;
        return compare(compared_, options);
    }

private:
    /// Not the baseline by another name, nor a null model.
    static bool is_policy(const std::string& name)
    {
        return name != "baseline" && name != "fitted" && name.find('/') == std::string::npos;
    }
    static Scenario ready(const std::string& name)
    {
        return load_scenario(MGZ_SOURCE_DIR "/scenarios/" + name + ".toml", {}, MGZ_SOURCE_DIR)
            .scenario;
    }
    void add(const std::string& name, const Scenario& scenario)
    {
        scenarios_.push_back(scenario);
        InputReport report;
        worlds_.push_back(load_world(scenarios_.back(), report));
        grounds_.emplace_back(worlds_.back(), scenarios_.back());
        compared_.push_back({name, &grounds_.back()});
    }

    std::vector<std::string> policies_;
    std::deque<Scenario> scenarios_;
    std::deque<World> worlds_;
    std::deque<Groundwork> grounds_;
    std::vector<Compared> compared_;
};

/// Looks effects up.
class Answers {
public:
    Answers(const World& world, const Comparison& comparison)
        : world_(world), comparison_(comparison)
    {
    }

    /// One for the country, else one per region.
    std::vector<const Effect*> effects(std::string_view scenario, const Place& place,
                                       std::string_view profession, std::string_view indicator,
                                       int year) const
    {
        std::vector<const Effect*> found;
        const auto add = [&](Level level, std::size_t area) {
            const auto key = comparison_.key_of(level, area, profession, indicator);
            found.push_back(&comparison_.effect(index_of(scenario), key, year));
        };
        if (place.codes.empty() && !place.others) {
            add(Level::country, 0);
            return found;
        }
        std::size_t named = 0;
        for (const RegionId r : world_.regions.ids()) {
            const bool in = std::find(place.codes.begin(), place.codes.end(),
                                      world_.regions[r].code) != place.codes.end();
            named += in;
            if (in != place.others) add(Level::region, r.index());
        }
        REQUIRE(named == place.codes.size());
        return found;
    }

    std::string describe(const std::vector<const Effect*>& effects) const
    {
        std::string text;
        for (const Effect* e : effects) {
            const auto& key = comparison_.keys[e->key];
            text += "\n    ";
            text += key.level == Level::country ? std::string("country")
                                                : world_.regions[RegionId::at(key.area)].name;
            text += ": " + std::to_string(e->median) + " (" + std::to_string(e->p05) + " to " +
                    std::to_string(e->p95) + ")";
        }
        return text;
    }

private:
    std::size_t index_of(std::string_view scenario) const
    {
        const auto& all = comparison_.scenarios;
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const auto& s) { return s.name == scenario; });
        REQUIRE(found != all.end());
        return static_cast<std::size_t>(found - all.begin());
    }

    const World& world_;
    const Comparison& comparison_;
};

bool holds(Expect expect, const Effect& e)
{
    switch (expect) {
        case Expect::better:
            return e.p05 > 0;
        case Expect::worse:
            return e.p95 < 0;
        case Expect::not_better:
            return e.p05 <= 0;
        case Expect::not_worse:
            return e.p95 >= 0;
        case Expect::unclear:
            return !e.certain();
        case Expect::same:
            break;
    }
    return e.median == 0 && e.paired_variance == 0;
}

double median_effect(const std::vector<const Effect*>& effects)
{
    std::vector<double> medians;
    for (const Effect* e : effects)
        medians.push_back(e->median);
    return median_of(medians);
}

bool holds(const Expectation& wanted, const std::vector<const Effect*>& effects)
{
    if (wanted.of == Of::median) {
        REQUIRE((wanted.expect == Expect::better || wanted.expect == Expect::worse));
        const double middle = median_effect(effects);
        return wanted.expect == Expect::better ? middle > 0 : middle < 0;
    }
    const auto count = static_cast<std::size_t>(std::count_if(
        effects.begin(), effects.end(), [&](const Effect* e) { return holds(wanted.expect, *e); }));
    switch (wanted.of) {
        case Of::most:
            return 2 * count > effects.size();
        case Of::some:
            return count > 0;
        default:
            return count == effects.size();
    }
}

void check_rows(const Answers& answers, const ScenarioExpectations& of)
{
    for (const Expectation& e : of.rows) {
        const auto effects =
            answers.effects(of.scenario, e.place, e.profession, e.indicator, e.year);
        INFO(of.scenario << ", " << e.place.name << ", " << e.profession << " " << e.indicator
                         << " in " << e.year << ": " << e.why << answers.describe(effects));
        CHECK(holds(e, effects));
    }
}

}  // namespace

TEST_CASE("every ready scenario does what is expected of it", "[directions]")
{
    const Futures futures;
    const Comparison comparison = futures.run();
    const Answers answers(futures.world(), comparison);

    std::set<std::string_view> asked;
    for (const auto* table : {&expected_of_people(), &expected_of_care()}) {
        for (const ScenarioExpectations& of : *table) {
            asked.insert(of.scenario);
            check_rows(answers, of);
        }
    }
    for (const Order& o : expected_orders()) {
        const auto of = [&](const Gain& gain) {
            return answers.effects(gain.scenario, gain.place, o.profession, o.indicator, gain.year);
        };
        const auto more = of(o.more), less = of(o.less);
        INFO(o.more.scenario << " in " << o.more.year << " over " << o.less.scenario << " in "
                             << o.less.year << ", " << o.profession << " " << o.indicator << ": "
                             << o.why << answers.describe(more) << answers.describe(less));
        CHECK(median_effect(more) > median_effect(less));
    }
    for (const std::string& name : futures.policies()) {
        INFO(name << ": nothing is expected of it; say what in directions_people.cpp or "
                     "directions_care.cpp");
        CHECK(asked.count(name) == 1);
    }
}
