// SPDX-License-Identifier: EUPL-1.2
// Plans: what decides a run, what a longer plan keeps, what a study file means.
#include "sim/sweep/plan.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "geo/check.h"
#include "sim/sweep/study_file.h"
#include "tests/support/catch.h"
#include "tests/support/content.h"
#include "tests/support/refusal.h"

using namespace mgz;
using Catch::Matchers::ContainsSubstring;
namespace fs = std::filesystem;

namespace {

const std::string data = MGZ_SOURCE_DIR;

/// A folder that goes with the test.
struct Folder {
    fs::path path = fs::temp_directory_path() / ("mgz-plan-" + std::to_string(getpid()));
    Folder()
    {
        fs::remove_all(path);
        fs::create_directories(path);
    }
    ~Folder() { fs::remove_all(path); }
    std::string write(const std::string& name, const std::string& text) const
    {
        std::ofstream(path / name) << text;
        return (path / name).string();
    }
};

std::string study(const std::string& design, const std::string& more = "")
{
    return "title = \"T\"\nscenario = \"baseline\"\n[set]\nto = 2005\n[design]\n" + design +
           "\n[[factor]]\nkey = \"settlement.size\"\nlow = 0.2\nhigh = 1.4\n"
           "[[factor]]\nkey = \"training.so.places\"\nlow = 0.5\nhigh = 2.0\n"
           "[[factor]]\nname = \"incentive\"\n[[factor.interventions]]\n"
           "initiative = \"location_incentive\"\nfrom = 2004\n" +
           more;
}

SweepPlan planned(const Folder& folder, const std::string& text)
{
    return plan_study(folder.write("study.toml", text), data);
}

}  // namespace

TEST_CASE("a study written out reads back as the same study")
{
    const Folder folder;
    for (const char* design : {"method = \"saltelli\"\nn = 4", "method = \"morris\"\nn = 3",
                               "method = \"latin_hypercube\"\nn = 5\nseed = 7",
                               "method = \"one_at_a_time\"\nlevels = 3"}) {
        CAPTURE(design);
        const auto plan = planned(folder, study(design));
        folder.write("baseline.toml", scenario_text(plan.bases.front().loaded.scenario));
        auto again = plan_study(folder.write("copy.toml", study_text(plan.study)), data);
        CHECK(again.values == plan.values);
        CHECK(again.design == plan.design);
        CHECK(study_text(again.study) == study_text(plan.study));
        CHECK(study_conditions(again.study) == study_conditions(plan.study));
    }
}

TEST_CASE("a longer plan begins with the shorter one and has its identity")
{
    const Folder folder;
    for (const char* method : {"saltelli", "morris", "random"}) {
        CAPTURE(method);
        const auto of = [&](int n) {
            return planned(folder, study(fmt::format("method = \"{}\"\nn = {}", method, n)));
        };
        const auto shorter = of(4), longer = of(8);
        REQUIRE(longer.points() == 2 * shorter.points());
        CHECK(std::equal(shorter.values.begin(), shorter.values.end(), longer.values.begin()));
        CHECK(longer.id == shorter.id);
        CHECK(longer.fingerprint({3, 0, 0}) == shorter.fingerprint({3, 0, 0}));
    }
    // Other strata for another number of points: other runs.
    const auto few = planned(folder, study("method = \"latin_hypercube\"\nn = 4"));
    const auto many = planned(folder, study("method = \"latin_hypercube\"\nn = 8"));
    CHECK(few.id != many.id);
}

TEST_CASE("the identity knows everything that decides a run, and names what differs")
{
    const Folder folder;
    const std::string text = study("method = \"random\"\nn = 4");
    const auto plan = planned(folder, text);
    const auto changed = [&](const std::string& old, const std::string& now) {
        auto other = text;
        REQUIRE(other.find(old) != other.npos);
        other.replace(other.find(old), old.size(), now);
        const auto p = planned(folder, other);
        const auto found = differences(plan.conditions, p.conditions);
        CHECK((p.id == plan.id) == found.empty());
        return fmt::format("{}", fmt::join(found, "; "));
    };
    CHECK(changed("title = \"T\"", "title = \"U\"").empty());
    CHECK(changed("n = 4", "n = 5").empty());
    CHECK_THAT(changed("high = 1.4", "high = 1.5"),
               ContainsSubstring("factor settlement.size was"));
    CHECK_THAT(changed("to = 2005", "to = 2006"), ContainsSubstring("scenario baseline was"));
    CHECK_THAT(changed("from = 2004", "from = 2005"), ContainsSubstring("factor incentive was"));
    CHECK_THAT(changed("n = 4", "n = 4\nseed = 2"),
               ContainsSubstring("design was random, seed 1, is"));
    CHECK_THAT(changed("[design]", "[runs]\nseed = 5\n[design]"),
               ContainsSubstring("seed of luck was 1, is 5"));
    CHECK_THAT(changed("[design]", "[keep]\nindicators = [\"gini\"]\n[design]"),
               ContainsSubstring("what is kept was"));
}

TEST_CASE("runs are numbered by point, policy and replicate")
{
    const Folder folder;
    auto text = study("method = \"random\"\nn = 5");
    text.replace(text.find("scenario = \"baseline\""), 21,
                 "policies = [\"baseline\", \"task_shifting\"]");
    auto plan = planned(folder, text);
    plan.study.replicates = 3;
    REQUIRE(plan.runs() == 30);
    for (std::size_t number = 0; number < plan.runs(); ++number)
        CHECK(plan.number(plan.run(number)) == number);
    CHECK(plan.run(10) == RunKey{1, 1, 1});
    CHECK(plan.fingerprint({1, 0, 0}) != plan.fingerprint({1, 1, 0}));
    CHECK(plan.fingerprint({1, 0, 0}) != plan.fingerprint({1, 0, 1}));
    CHECK(plan.fingerprint({1, 0, 0}) != plan.fingerprint({2, 0, 0}));
}

TEST_CASE("a point changes the scenario as its factors say, and nothing else")
{
    const Folder folder;
    const auto plan = planned(folder, study("method = \"random\"\nn = 2"));
    const RunBase& base = plan.bases.front();
    const Scenario& before = base.loaded.scenario;
    const Scenario off = scenario_of(plan.study, base, std::vector<double>{0.5, 2.0, 0.0});
    CHECK(off.settlement.size == 0.5);
    const auto& places = off.training.places[Profession::so].points;
    const auto& were = before.training.places[Profession::so].points;
    REQUIRE(places.size() == were.size());
    for (std::size_t i = 0; i < places.size(); ++i)
        CHECK(places[i].second == 2 * were[i].second);
    CHECK(off.interventions.empty());
    const Scenario on = scenario_of(plan.study, base, std::vector<double>{0.5, 2.0, 1.0});
    REQUIRE(on.interventions.size() == 1);
    CHECK(on.interventions.front().initiative == Initiative::location_incentive);
    // With the values that the scenario has, it is the scenario.
    std::vector<double> own;
    for (const auto& factor : plan.study.factors)
        own.push_back(own_value(factor, base));
    CHECK(scenario_text(scenario_of(plan.study, base, own)) == scenario_text(before));
}

TEST_CASE("groups move as one, in order of their first factor")
{
    const Folder folder;
    auto text = study("method = \"saltelli\"\nn = 2");
    text.insert(text.find("low = 0.2"), "group = \"g\"\n");
    text.insert(text.find("name = \"incentive\""), "group = \"g\"\n");
    const auto plan = planned(folder, text);
    CHECK(plan.design.group == std::vector<int>{0, 1, 0});
    CHECK(plan.points() == 2 * (2 + 2));
    CHECK(group_name(plan.study, plan.design, 0) == "g");
    CHECK(group_name(plan.study, plan.design, 1) == "training.so.places");
    // The row of group g has both its factors from B, the other from A.
    const auto a = plan.design.row(0), b = plan.design.row(1), moved = plan.design.row(2);
    CHECK(std::vector<double>(moved.begin(), moved.end()) == std::vector<double>{b[0], a[1], b[2]});
}

TEST_CASE("a record that says other things than ours is refused in one sentence")
{
    const Folder folder;
    const auto sweep = (folder.path / "sweep").string();
    write_plan(planned(folder, study("method = \"random\"\nn = 2")), sweep);
    CHECK(read_plan(sweep, data, PlanUse::run).runs() == 2);
    const auto record = sweep + "/plan.json";
    const auto good = support::content(record);
    const auto with = [&](const std::string& was, const std::string& now) {
        auto text = good;
        const auto at = text.find(was);
        REQUIRE(at != text.npos);
        std::ofstream(record) << text.replace(at, was.size(), now);
        return support::refusal([&] { read_plan(sweep, data, PlanUse::run); });
    };
    for (const auto& [was, now] : std::initializer_list<std::pair<std::string, std::string>>{
             {"\"conditions\"", "\"condition\""},
             {"\"conditions\": [", "\"conditions\": [1, "},
             {"\"study.toml\": \"", "\"../study.toml\": \""},
             {"\"study.toml\": \"", "\"studies.toml\": \""},
             {"\"quantities\": []", "\"quantities\": [{\"level\": 1}]"},
             {"\"seconds\": ", "\"seconds\": \"x\", \"second\": "},
             {"\"megabytes\": ", "\"megabytes\": 1e300, \"megabyte\": "},
             {"\"id\"",
              "\"more\": " + std::string(200'000, '[') + std::string(200'000, ']') + ", \"id\""}}) {
        INFO(was);
        CHECK_THAT(with(was, now), ContainsSubstring("plan.json: is damaged"));
    }
    fs::remove(sweep + "/plan.csv");
    REQUIRE(mkfifo((sweep + "/plan.csv").c_str(), 0600) == 0);  // whoever opens it waits for ever
    CHECK_THAT(with("format_version", "format_version"),
               ContainsSubstring("plan.csv: cannot be read"));
}

TEST_CASE("a plan of more runs than a table can hold is refused")
{
    const Folder folder;
    const auto many = study("method = \"random\"\nn = 1000", "[runs]\nreplicates = 100000\n");
    CHECK_THAT(support::refusal([&] { planned(folder, many); }),
               ContainsSubstring("makes 100000000 runs: points times policies times replicates; "
                                 "ask for 10000000 at most"));
    const auto years = study("method = \"random\"\nn = 1", "[keep]\nyears = [2004, 1e300]\n");
    CHECK_THAT(support::refusal([&] { planned(folder, years); }),
               ContainsSubstring("give a list of years"));
}
