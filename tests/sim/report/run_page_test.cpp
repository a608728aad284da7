// SPDX-License-Identifier: EUPL-1.2
// The page of a run, read back and held against the tables it was made from.
#include <cmath>
#include <filesystem>
#include <fstream>

#include "geo/check.h"
#include "geo/io/layer_io.h"
#include "sim/report/report.h"
#include "sim/show/classes.h"
#include "tests/sim/output/folder.h"
#include "tests/sim/output/small_run.h"
#include "tests/sim/report/unpack.h"
#include "tests/support/geo_files.h"

using Catch::Matchers::Equals;
using namespace mgz::report;
using support::Json;
namespace io = geo::io;

namespace {

std::string page_of(const std::string& folder, PageLanguage language = PageLanguage::english)
{
    return report_html({open_folder(folder)}, support::small_template, language);
}

std::size_t place_in(const Json& list, const std::string& item)
{
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i] == item) return i;
    }
    FAIL(item << " is not in the list");
    return 0;
}

/// Every row of a table of areas against the block that holds it.
void check_table(const Json& data, const std::string& file, const std::string& level,
                 const std::vector<std::string>& left_out)
{
    const bool care = file.ends_with("care.csv");
    io::Source source;
    source.where = file;
    source.columns = {"year", "code", "indicator", "mean", "p05", "p50", "p95"};
    if (!care) source.columns.push_back("profession");
    source.kind = io::GeometryKind::none;
    std::size_t checked = 0;
    for (const auto& row : io::read_layer(source).layer.features) {
        const auto indicator = io::text(row.values[2]);
        if (std::find(left_out.begin(), left_out.end(), indicator) != left_out.end()) continue;
        const auto profession = care ? std::string() : io::text(row.values[7]);
        const auto block = support::block_of(data.at("figures"), 0, level, indicator, profession);
        INFO(file << " " << indicator << " " << profession);
        REQUIRE(block.is_object());
        const auto years = support::years_of(block);
        const double scale = support::with_id(data.at("indicators"), indicator).at("scale");
        const int year = static_cast<int>(io::number(row.values[0], file, "year"));
        const auto at = place_in(data.at("levels").at(level).at("codes"), io::text(row.values[1])) *
                            years.size() +
                        static_cast<std::size_t>(year - years.front());
        for (std::size_t i = 0; i < 4; ++i) {
            const auto stat = std::array{"mean", "p05", "p50", "p95"}[i];
            const double value = io::number(row.values[3 + i], file, stat);
            CHECK(support::undone(block.at(stat), years.size()).at(at) ==
                  std::llround(value * scale));
        }
        ++checked;
    }
    CHECK(checked > 100);
}

}  // namespace

TEST_CASE("every figure of a run is on its page")
{
    const support::TempFolder temp;
    support::SmallRun().write(temp.path("out"));
    const auto data = support::data_of(page_of(temp.path("out")));
    check_table(data, temp.path("out/regions.csv"), "region", {});
    check_table(data, temp.path("out/subregions.csv"), "subregion", {});
    check_table(data, temp.path("out/care.csv"), "region", {"commercial", "preparing_scope"});
    CHECK(data.at("format") == 1);
    CHECK(data.at("lang") == "en");
    CHECK(data.at("title") == "Drieland");
    CHECK(data.at("year") == 2005);
    CHECK(data.at("years") == Json{2003, 2006});
    CHECK(data.at("effects").empty());
    CHECK(data.at("sources")[0].at("manifest") ==
          Json::parse(support::content(temp.path("out/manifest.json"))));
    CHECK(data.at("scenarios")[0].at("id") == "own");
    CHECK(data.at("scenarios")[0].at("seed") == 7);
}

TEST_CASE("the account, the inventory and the money of a run are on its page")
{
    const support::TempFolder temp;
    support::SmallRun().write(temp.path("out"));
    const auto data = support::data_of(page_of(temp.path("out")));
    // Region m (0) loses 1.5 and 2.5 FTE of SO by retirement in the two replicates, every year.
    const auto& account = data.at("accounts")[0];
    const auto causes = account.at("causes").size();
    CHECK(account.at("causes")[0].at("id") == "retired");
    const auto& so = account.at("data").at("so");
    const auto years = so.size() / 3 / causes;
    CHECK(static_cast<int>(years) == 2006 - account.at("from").get<int>() + 1);
    for (std::size_t i = 0; i < so.size(); ++i) {
        CHECK(so[i] == (i % causes == 0 && i < years * causes ? -20 : 0));
    }
    const auto& inventory = data.at("inventory")[0];
    std::size_t homes = 0;
    while (inventory.at("items").at(homes).at("id") != "small_homes")
        ++homes;
    CHECK(inventory.at("items")[homes].at("kind") == "mention");
    CHECK(inventory.at("step")[homes] == 1);     // first region and year
    CHECK(inventory.at("value")[homes] == 925);  // 0.90 and 0.95 are missed
    CHECK(inventory.at("step").size() == 3 * 4 * inventory.at("items").size());
    const auto& money = data.at("money")[0];
    CHECK(money.at("rows").size() == 2);
    CHECK(money.at("rows")[0] == Json{2004, 0, 0, 4, 1000, 1000, 1000});
    CHECK(money.at("items")[0].at("name").at("en") == "support by the national programme");
    CHECK(money.at("payers")[4].at("id") == "temporary_grant");
}

TEST_CASE("shapes are closed figures within the bounds of their area, centres lie where they are")
{
    const support::TempFolder temp;
    const support::SmallRun run;
    run.write(temp.path("out"));
    const auto data = support::data_of(page_of(temp.path("out")));
    const auto& regions = data.at("levels").at("region");
    REQUIRE(regions.at("codes") == Json{"m", "o", "w"});
    for (std::size_t r = 0; r < 3; ++r) {
        const auto box = geo::bounds(run.world.regions[mgz::RegionId::at(r)].shape);
        const auto& ring = regions.at("shapes")[r][0][0];
        REQUIRE(ring.size() >= 6);
        long x = 0, y = 0, area = 0, first_x = ring[0], first_y = ring[1];
        for (std::size_t i = 0; i < ring.size(); i += 2) {
            const long next_x = x + ring[i].get<long>(), next_y = y + ring[i + 1].get<long>();
            if (i > 0) area += x * next_y - next_x * y;
            x = next_x, y = next_y;
            CHECK(static_cast<double>(x * 100) >= box.min_x);
            CHECK(static_cast<double>(x * 100) <= box.max_x);
            CHECK(static_cast<double>(y * 100) >= box.min_y);
            CHECK(static_cast<double>(y * 100) <= box.max_y);
        }
        CHECK((x != first_x || y != first_y));
        area += x * first_y - first_x * y;
        CHECK(std::abs(area) / 2 == 200 * 200);  // 20 km by 20 km
        const auto& at = regions.at("at")[r];
        CHECK(geo::contains(run.world.regions[mgz::RegionId::at(r)].shape,
                            {at[0].get<double>(), at[1].get<double>()}));
    }
    CHECK(regions.at("population") == Json{50000, 35000, 100000});
    CHECK(data.at("levels").at("country").at("population") == Json{185000});
    CHECK(data.at("levels").at("subregion").at("parent") == Json{0, 1, 1, 2});
    CHECK(data.at("centres").size() == 4);
    CHECK(data.at("centres")[2].at("from") == 2005);
    CHECK(data.at("centres")[2].at("parent") == true);
    CHECK(data.at("distance").size() == 3);
}

TEST_CASE("shortage has its classes, every indicator names in two languages")
{
    const support::TempFolder temp;
    support::SmallRun().write(temp.path("out"));
    const auto data = support::data_of(page_of(temp.path("out")));
    const auto shortage = support::with_id(data.at("indicators"), "shortage");
    CHECK(shortage.at("breaks") == Json(mgz::shortage_classes().breaks));
    CHECK(shortage.at("professions") == Json{"huisarts_so", "huisarts", "so", "avg"});
    for (const auto& indicator : data.at("indicators")) {
        INFO(indicator.at("id"));
        for (const char* part : {"name", "meaning"}) {
            CHECK_FALSE(indicator.at(part).at("en").get<std::string>().empty());
            CHECK_FALSE(indicator.at(part).at("nl").get<std::string>().empty());
        }
        CHECK(indicator.at("breaks").size() == indicator.at("colours").size() + 1);
    }
}

TEST_CASE("names and titles of others are text, nothing else")
{
    const std::string hostile =
        "</title></script><script>alert(1)</script> & \"a\" 'b' \xF0\x9F\x99\x82 "
        "\xD7\x90\xD7\x91 @MGZ_DATA@ @MGZ_LANG@";
    const support::TempFolder temp;
    support::SmallRun run;
    run.scenario.title = hostile;
    run.world.regions[mgz::RegionId::at(0)].name = hostile;
    run.write(temp.path("out"));
    const auto page = page_of(temp.path("out"), PageLanguage::dutch);
    CHECK_THAT(support::between(page, "<title>", "</title>"),
               Equals("&lt;/title&gt;&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; "
                      "&quot;a&quot; &#39;b&#39; \xF0\x9F\x99\x82 \xD7\x90\xD7\x91 @MGZ_DATA@ "
                      "@MGZ_LANG@"));
    CHECK(support::between(page, "<html lang=\"", "\"") == "nl");
    CHECK(page.find("<script>") == page.npos);
    const auto data = support::data_of(page);
    CHECK(data.at("title") == hostile);
    CHECK(data.at("levels").at("region").at("names")[0] == hostile);
}

TEST_CASE("the same files make the same page, wherever they are")
{
    const support::TempFolder temp;
    support::SmallRun().write(temp.path("out"));
    const auto page = page_of(temp.path("out"));
    std::filesystem::rename(temp.path("out"), temp.path("elsewhere"));
    CHECK(page_of(temp.path("elsewhere")) == page);
    CHECK(page_of(temp.path("elsewhere/")) == page);
    CHECK(page.find(temp.path("")) == page.npos);
    CHECK(support::data_of(page).dump().find(temp.path("")) == std::string::npos);
}

TEST_CASE("a file that is missing, cut short or of another release is named")
{
    const support::TempFolder temp;
    support::SmallRun().write(temp.path("out"));
    const auto file = [&](const char* name) { return temp.path("out/" + std::string(name)); };
    const auto sentence = [&] {
        try {
            page_of(temp.path("out"));
        } catch (const geo::InputError& error) {
            return std::string(error.what());
        }
        return std::string("no error");
    };
    const auto care = support::content(file("care.csv"));
    SECTION("cut short")
    {
        std::ofstream(file("care.csv")) << care.substr(0, care.size() - 4);
        CHECK_THAT(sentence(), Catch::Matchers::StartsWith(file("care.csv") + ", row "));
    }
    SECTION("another figure")
    {
        auto other = care;
        other.replace(other.find("duty_load"), 9, "duty_cost");
        std::ofstream(file("care.csv")) << other;
        CHECK_THAT(sentence(), Equals(file("care.csv") +
                                      ", row 4: indicator 'duty_cost' is unknown; give a folder "
                                      "that this release of mgz made"));
    }
    SECTION("gone")
    {
        std::filesystem::remove(file("shortage.gpkg"));
        CHECK_THAT(sentence(), Catch::Matchers::StartsWith(file("shortage.gpkg")));
    }
    SECTION("a year of one profession only")
    {
        std::ofstream(file("account.csv"), std::ios::app) << "m,so,2010,left,1\n";
        CHECK_THAT(sentence(), Equals(file("account.csv") +
                                      ": leaves out a year; give a folder that this release of mgz "
                                      "made"));
    }
    SECTION("a figure beyond all measure")
    {
        std::ofstream(file("costs.csv"), std::ios::app) << "2004,m,programme,wlz,1e300,0,0\n";
        CHECK_THAT(sentence(), Equals(file("costs.csv") +
                                      ", row 4: mean '1e300' is no figure of mgz; give a folder "
                                      "that this release of mgz made"));
    }
    SECTION("a manifest without end")
    {
        auto manifest = support::content(file("manifest.json"));
        const auto end = manifest.rfind('}');
        for (const auto& [part, says] :
             {std::pair{", \"more\": " + std::string(1'000'000, '[') + std::string(1'000'000, ']'),
                        "is nested deeper than 64"},
              std::pair{std::string(", \"replicates\": 1e300"), "says no 'replicates' that fits"},
              std::pair{std::string(", \"replicates\": 4294967297"),
                        "says no 'replicates' that fits"}}) {
            std::ofstream(file("manifest.json")) << manifest.substr(0, end) + part + "}";
            CHECK_THAT(sentence(),
                       Catch::Matchers::StartsWith(file("manifest.json") + ": " + says));
        }
    }
    SECTION("no rows")
    {
        std::ofstream(file("regions.csv"))
            << "year,code,name,profession,indicator,mean,p05,p50,p95\n";
        CHECK_THAT(sentence(),
                   Equals(file("regions.csv") +
                          ": has no rows; give a folder that this release of mgz made"));
    }
    SECTION("no manifest")
    {
        std::filesystem::remove(file("manifest.json"));
        CHECK_THAT(sentence(), Equals(temp.path("out") +
                                      ": has no manifest.json; give a folder that mgz run, compare "
                                      "or sensitivity made"));
    }
    SECTION("another manifest")
    {
        std::ofstream(file("manifest.json")) << "{\"format\": \"mgz sweep manifest\"}";
        CHECK_THAT(sentence(), Equals(file("manifest.json") +
                                      ": is not the manifest of a run, comparison or sensitivity; "
                                      "give a folder that mgz run, compare or sensitivity made"));
    }
    SECTION("the manifest of a later release")
    {
        auto manifest = support::content(file("manifest.json"));
        const std::string version = "\"format_version\": 1";
        REQUIRE(manifest.find(version) != manifest.npos);
        manifest.replace(manifest.find(version), version.size(), "\"format_version\": 2");
        std::ofstream(file("manifest.json")) << manifest;
        CHECK_THAT(sentence(),
                   Catch::Matchers::StartsWith(file("manifest.json") +
                                               ": is of format_version 2, and this program reads "
                                               "versions up to 1; use a later release of mgz"));
    }
    SECTION("half a manifest")
    {
        std::ofstream(file("manifest.json"))
            << "{\"format\": \"mgz manifest\", \"format_version\": 1}";
        CHECK_THAT(sentence(), Equals(file("manifest.json") +
                                      ": says no 'scenario' that fits; give a folder that this "
                                      "release of mgz made"));
    }
}
