// SPDX-License-Identifier: EUPL-1.2
// The laws on random worlds: a dozen among the ordinary tests, any number as a campaign.
//
//     random_worlds --worlds 500 [--first SEED] [--largest REGIONS] [--summary FILE]
//     random_worlds --only 17                   one world again
//     random_worlds --only 17 --write-to DIR    its files and scenario.toml, for mgz itself
#define CATCH_CONFIG_RUNNER
#include "tests/support/catch.h"
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_session.hpp>
#endif

#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "sim/scenario/scenario_file.h"
#include "tests/laws/world_laws.h"
#include "tests/support/geo_files.h"

using support::RandomWorld;

namespace {

struct Request {
    int worlds = 0;
    int first = 1;
    int only = 0;
    int largest = 500;  ///< regions
    std::string write;
    std::string summary;
};
Request request;

/// What was tried.
class Count {
public:
    void add(const RandomWorld& random)
    {
        const auto& w = random.world;
        ++worlds_;
        int heads = 0;
        double people = 0;
        for (const mgz::Profession p : mgz::all_professions)
            heads += random.scenario.careers.stock[p];
        for (const auto& settlement : w.settlements)
            people += settlement.inhabitants();
        see("regions", static_cast<double>(w.regions.size()));
        see("subregions", static_cast<double>(w.subregions.size()));
        see("settlements", static_cast<double>(w.settlements.size()));
        see("employers", static_cast<double>(w.employers.size()));
        see("physicians at the start", heads);
        see("inhabitants", people);
        see("years", random.scenario.to - random.scenario.from + 1);
        see("interventions", static_cast<double>(random.scenario.interventions.size()));
        const auto& t = random.traits;
        for (const auto& [name, has] : {std::pair("islands", t.islands),
                                        {"enclaves", t.enclaves},
                                        {"slivers", t.slivers},
                                        {"duplicates", t.duplicates},
                                        {"on borders", t.borders},
                                        {"a subregion without people", t.unpeopled},
                                        {"a profession without a centre", t.few_centres},
                                        {"employers of their own", t.own_employers},
                                        {"a table of travel", t.travel}})
            having_[name] += has;
        static constexpr std::array policies{"usual", "some parameters anywhere",
                                             "all parameters anywhere", "all at a bound"};
        ++having_[policies[static_cast<std::size_t>(random.policy)]];
    }
    void add(const laws::Reading& reading)
    {
        ++read_;
        if (reading.refused) refusals_.push_back(reading.sentence);
    }
    nlohmann::ordered_json json() const
    {
        nlohmann::ordered_json all{{"worlds", worlds_}, {"read", read_}, {"refusals", refusals_}};
        for (const auto& [name, range] : ranges_)
            all["ranges"][name] = {range.first, range.second};
        all["having"] = having_;
        return all;
    }

private:
    void see(const std::string& name, double value)
    {
        const auto [at, added] = ranges_.try_emplace(name, value, value);
        if (added) return;
        at->second.first = std::min(at->second.first, value);
        at->second.second = std::max(at->second.second, value);
    }
    int worlds_ = 0, read_ = 0;
    std::vector<std::string> refusals_;
    std::map<std::string, std::pair<double, double>> ranges_;
    std::map<std::string, int> having_;
};

/// Every law on one world; every third is read from files too.
void look_at(int seed, int largest, Count& count)
{
    INFO("the world of seed " << seed << ", at most " << largest << " regions");
    try {
        const RandomWorld random(static_cast<std::uint32_t>(seed), largest);
        count.add(random);
        laws::check_world(random);
        if (seed % 3 != 0) return;
        const support::TempFolder folder;
        count.add(laws::check_files(random, folder.path("")));
    } catch (const std::exception& error) {
        FAIL_CHECK(error.what());
    }
}

void write(int seed)
{
    const RandomWorld random(static_cast<std::uint32_t>(seed), request.largest);
    const auto written = support::write_world(random, request.write);
    std::ofstream(request.write + "/scenario.toml") << mgz::scenario_text(written.scenario);
}

}  // namespace

TEST_CASE("the laws hold in small random worlds")
{
    Count count;
    for (int seed = 1; seed <= 12; ++seed)
        look_at(seed, 12, count);
}

TEST_CASE("the laws hold in worlds that once broke one")
{
    Count count;
    look_at(428, 500, count);  // a shortage of more than all, by rounding
}

TEST_CASE("the laws hold in random worlds", "[.campaign]")
{
    Count count;
    const int last = request.only > 0 ? request.only : request.first + request.worlds - 1;
    for (int seed = request.only > 0 ? request.only : request.first; seed <= last; ++seed)
        look_at(seed, request.largest, count);
    if (request.summary.empty()) {
        std::cout << count.json().dump(1) << "\n";
    } else {
        std::ofstream(request.summary) << count.json().dump(1) << "\n";
    }
}

int main(int argc, char** argv)
{
#if __has_include(<catch2/catch_all.hpp>)
    using namespace Catch::Clara;
#else
    using namespace Catch::clara;
#endif
    Catch::Session session;
    session.cli(session.cli() | Opt(request.worlds, "N")["--worlds"]("how many") |
                Opt(request.first, "SEED")["--first"]("of the first") |
                Opt(request.only, "SEED")["--only"]("one world") |
                Opt(request.largest, "N")["--largest"]("most regions") |
                Opt(request.write, "FOLDER")["--write-to"]("files of the one world, and no run") |
                Opt(request.summary, "FILE")["--summary"]("what was tried, as JSON"));
    if (const int wrong = session.applyCommandLine(argc, argv)) return wrong;
    if (!request.write.empty()) {
        write(request.only);
        return 0;
    }
    if (request.worlds > 0 || request.only > 0) session.configData().testsOrTags = {"[campaign]"};
    return session.run();
}
