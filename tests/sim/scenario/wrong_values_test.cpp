// SPDX-License-Identifier: EUPL-1.2
// Values of the wrong kind in scenarios: one sentence each, with the line.
#include "sim/scenario/scenario_file.h"
#include "tests/sim/scenario/scenario_files.h"
#include "tests/support/catch.h"

using Catch::Matchers::EndsWith;

namespace {

struct Bad {
    std::string text, told;
};

}  // namespace

TEST_CASE("a key of a scenario takes its own kind of value")
{
    const support::ScenarioFiles files;
    for (const Bad& bad : std::initializer_list<Bad>{
             {"to = \"2030\"\n", "line 1: to has the wrong kind of value; give a whole number"},
             {"title = 3\n", "line 1: title has the wrong kind of value; give text in quotes"},
             {"[training]\nroot = \"school\"\n",
              "line 2: training.root has the wrong kind of value; give \"practice\" or \"home\""},
             {"[training]\nso.places = \"many\"\n",
              "line 2: training.so.places has the wrong kind of value; give a number, or pairs "
              "[[year, value], ...]"},
             {"[training]\nso.places = [[2000, 5, 6]]\n",
              "line 2: training.so.places has the wrong kind of value; give a number, or pairs "
              "[[year, value], ...]"},
             {"[training]\nso.places = [[1800, 5]]\n",
              "line 2: training.so.places has the wrong kind of value; give years between 1900 and "
              "2200"},
             {"[training]\nso.places = [[2010, 5], [2010, 6]]\n",
              "line 2: training.so.places has the wrong kind of value; give years in rising order"},
             {"[training]\nso.places = []\n",
              "line 2: training.so.places has the wrong kind of value; give at least one pair "
              "[year, value]"},
             {"interventions = 3\n",
              "line 1: interventions is not a list of tables; begin each with a line "
              "[[interventions]]"},
             {"interventions = [3]\n",
              "line 1: interventions is not a list of tables; begin each with a line "
              "[[interventions]]"},
             {"format = 0\n",
              "line 1: format is no whole number above 0; give format = 1, or leave it out"}}) {
        CAPTURE(bad.text);
        CHECK_THAT(files.refusal(bad.text), EndsWith(bad.told));
    }
    CHECK_THAT(
        files.refusal_of_setting("interventions=3"),
        EndsWith("interventions are not one value; write them in a scenario file, each under "
                 "[[interventions]]"));
}

TEST_CASE("a key of an intervention takes its own kind of value")
{
    const support::ScenarioFiles files;
    const std::string head = "[[interventions]]\n";
    for (const Bad& bad : std::initializer_list<Bad>{
             {"initiative = 3\n", "line 2: initiative is not text; give its id"},
             {"initiative = \"anw_pool\"\nfrom = 2030\nuntil = 2029\n",
              "line 4: until (2029) lies before from (2030); give the last year in which it works"},
             {"initiative = \"anw_pool\"\nfrom = 2030.5\n",
              "line 3: from and until are years; give whole numbers from 2003 to 2100"},
             {"initiative = \"anw_pool\"\nfrom = 2030\nwhere = [3]\n",
              "line 4: where is not a list of codes; give codes of regions, subregions or "
              "municipalities in quotes, or leave it out for everywhere"},
             {"initiative = \"anw_pool\"\nfrom = 2030\nwhere = \"a\"\n",
              "line 4: where is not a list of codes; give codes of regions, subregions or "
              "municipalities in quotes, or leave it out for everywhere"}}) {
        CAPTURE(bad.text);
        CHECK_THAT(files.refusal(head + bad.text), EndsWith(bad.told));
    }
}
