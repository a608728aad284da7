// SPDX-License-Identifier: EUPL-1.2
// The folder of a sensitivity analysis: complete, explained, vouched for, and the same bytes again.
#include <omp.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "geo/io/layer_io.h"
#include "sim/output/sha256.h"
#include "sim/sensitivity/sensitivity_dictionary.h"
#include "sim/sensitivity/sensitivity_tables.h"
#include "tests/sim/output/folder.h"
#include "tests/sim/sensitivity/small_sweep.h"
#include "tests/support/catch.h"
#include "tests/support/geo_files.h"

namespace fs = std::filesystem;
namespace io = geo::io;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using support::folder;
using support::ishigami_sweep;
using support::TempFolder;
using support::write_sweep;

namespace {

using Row = std::map<std::string, std::string>;

std::vector<Row> rows_of(const std::string& where, io::GeometryKind kind)
{
    io::Source source;
    source.where = where;
    source.columns = io::column_names(where);
    source.kind = kind;
    const auto layer = io::read_layer(source).layer;
    std::vector<Row> rows;
    for (const auto& feature : layer.features) {
        auto& row = rows.emplace_back();
        for (std::size_t i = 0; i < layer.columns.size(); ++i)
            row[layer.columns[i].name] = io::text(feature.values[i]);
    }
    return rows;
}

std::string csv_of(const mgz::SweepTable& table)
{
    const auto findings = mgz::analyse(table);
    const auto dictionary = mgz::sensitivity_dictionary(table, findings);
    return mgz::indices_csv(table, findings, mgz::table_entry(dictionary, "indices.csv"));
}

}  // namespace

TEST_CASE("the same sweep writes the same bytes with one thread and with two", "[sensitivity]")
{
    const TempFolder temp;
    const auto table = ishigami_sweep(64);
    const int before = omp_get_max_threads();
    omp_set_num_threads(1);
    write_sweep(table, temp.path("one"), 1);
    omp_set_num_threads(2);
    write_sweep(table, temp.path("two"), 2);
    omp_set_num_threads(before);
    const auto one = folder(temp.path("one"));
    CHECK(one.size() == 8);
    support::check_same_bytes(one, folder(temp.path("two")));
}

TEST_CASE("indices.csv: what is constant is 0, what failed is empty", "[sensitivity]")
{
    auto table = support::empty_sweep(mgz::saltelli_design(1, 4, mgz::Draws(1, 0)));
    table.quantities = {support::quantity(mgz::Level::country, 0, "country", "")};
    support::fill(table, {[](std::span<const double>, std::uint32_t) { return 0.25; }});
    const std::string head =
        "policy,year,level,code,profession,indicator,factor,measure,value,low,high,blocks,failed,"
        "state\n";
    CHECK(csv_of(table) ==
          head +
              ",2040,country,country,huisarts,shortage,x1,first,0,0,0,4,0,constant\n"
              ",2040,country,country,huisarts,shortage,x1,total,0,0,0,4,0,"
              "constant\n");
    for (const std::size_t point : {0, 3, 6})
        support::fail(table, point);
    CHECK(csv_of(table) ==
          head + ",2040,country,country,huisarts,shortage,x1,total,,,,1,3,too_few\n");
}

TEST_CASE("indices.csv holds the figures of the analysis, policy by policy", "[sensitivity]")
{
    const TempFolder temp;
    auto table = ishigami_sweep(64);
    table.study.policies = {"now", "other"};
    table.outcomes.clear();
    support::fill(table, support::ishigami_of_areas());
    const auto findings = mgz::analyse(table, {50});
    write_sweep(table, temp.path("out"));
    const auto rows = rows_of(temp.path("out/indices.csv"), io::GeometryKind::none);
    REQUIRE(rows.size() == 2 * 4 * 3 * 2);
    std::size_t at = 0;
    for (const auto& q : findings.indices) {
        for (std::size_t f = 0; f < 3; ++f) {
            for (const char* measure : {"first", "total"}) {
                const Row& row = rows[at++];
                const auto& driver = q.drivers[f];
                const bool total = row.at("measure") == "total";
                CHECK(row.at("policy") == table.study.policies[q.policy]);
                CHECK(row.at("code") == table.quantities[q.quantity].code);
                CHECK(row.at("measure") == measure);
                CHECK_THAT(std::stod(row.at("value")),
                           WithinAbs(total ? driver.strength : driver.first.value(), 1e-8));
                CHECK_THAT(
                    std::stod(row.at("high")),
                    WithinAbs(total ? driver.strength_interval.high : driver.first_interval.high,
                              1e-8));
            }
        }
    }
}

TEST_CASE("the map names the factor that rules each region", "[sensitivity]")
{
    const TempFolder temp;
    write_sweep(ishigami_sweep(), temp.path("out"));
    const auto file = temp.path("out/sensitivity.gpkg");
    const auto drivers = rows_of(file + "|region_drivers", io::GeometryKind::polygon);
    REQUIRE(drivers.size() == 3);
    CHECK(drivers[0].at("code") == "m");
    CHECK(drivers[0].at("strongest") == "x1");
    CHECK(drivers[1].at("strongest") == "x2");
    CHECK(drivers[1].at("name") == "East, \"the far\" one");
    CHECK(drivers[1].at("certain") == "yes");
    CHECK(drivers[2].at("strongest") == "x3");
    const auto wide = rows_of(file + "|region_indices", io::GeometryKind::polygon);
    REQUIRE(wide.size() == 3);
    CHECK(wide[1].at("total_x2") == drivers[1].at("index"));
    CHECK(wide[2].at("total_x3") == drivers[2].at("index"));
    CHECK_THAT(std::stod(wide[0].at("first_x1")) + std::stod(wide[0].at("first_x2")) +
                   std::stod(wide[0].at("first_x3")),
               WithinRel(std::stod(drivers[0].at("alone")), 1e-9));
    const auto factors = rows_of(file + "|factors", io::GeometryKind::none);
    REQUIRE(factors.size() == 3);
    CHECK(factors[2].at("column") == "x3");
    CHECK(factors[2].at("range") == "-3.14159 to 3.14159");
}

TEST_CASE("every file of a sensitivity analysis is in its dictionary, column by column",
          "[sensitivity]")
{
    const TempFolder temp;
    const auto lucky = [](mgz::SweepTable table) {
        table.study.replicates = 2;
        table.outcomes.clear();
        support::fill(table, support::ishigami_of_areas());
        return table;
    };
    auto morris = support::empty_sweep(mgz::morris_design(3, 6, 4, mgz::Draws(1, 0)));
    auto cube = support::empty_sweep(mgz::latin_hypercube_design(3, 20, mgz::Draws(1, 0)));
    morris.quantities = cube.quantities = support::country_and_regions();
    int n = 0;
    for (const auto& table : {lucky(ishigami_sweep(16)), lucky(morris), lucky(cube)}) {
        const auto out = temp.path(fmt::format("out{}", ++n));
        write_sweep(table, out);
        std::set<std::string> explained{"summary.md", "manifest.json", "run.json",
                                        "sensitivity.qgs"};
        for (const auto& entry : mgz::sensitivity_dictionary(table, mgz::analyse(table))) {
            INFO(out << " " << entry.file << " " << entry.layer);
            const auto path = fmt::format("{}/{}", out, entry.file);
            REQUIRE(fs::exists(path));
            explained.insert(entry.file);
            std::vector<std::string> names;
            for (const auto& column : entry.columns) {
                INFO(column.name);
                names.push_back(column.name);
                CHECK_FALSE(column.unit.empty());
                CHECK(column.meaning.ends_with('.'));
                for (const auto& code : column.codes)
                    CHECK(code.meaning.ends_with('.'));
            }
            CHECK(io::column_names(entry.layer.empty()
                                       ? path
                                       : fmt::format("{}|{}", path, entry.layer)) == names);
        }
        for (const auto& file : fs::directory_iterator(out))
            CHECK(explained.contains(file.path().filename().string()));
    }
}

TEST_CASE("the manifest of a sensitivity analysis vouches for every file", "[sensitivity]")
{
    const TempFolder temp;
    mgz::SensitivityExtra extra;
    extra.files = {{"more.csv", "a\n1\n"}};
    extra.tables = {{"more.csv", "", "More.", {{"a", io::ColumnType::integer, "1", "A number."}}}};
    extra.text = "## More\n\nMore was found.\n";
    write_sweep(ishigami_sweep(16), temp.path("out"), 1, extra);
    auto files = folder(temp.path("out"));
    CHECK_THAT(files["summary.md"], ContainsSubstring("\n## More\n\nMore was found.\n\n## Before"));
    CHECK_THAT(files["dictionary.csv"], ContainsSubstring("more.csv,,1,a,"));
    const auto manifest = nlohmann::json::parse(files["manifest.json"]);
    for (const auto& output : manifest.at("outputs")) {
        const auto name = output.at("file").get<std::string>();
        INFO(name);
        REQUIRE(files.contains(name));
        CHECK(output.at("sha256") == mgz::hash_file(temp.path("out/" + name))->sha256);
        files.erase(name);
    }
    CHECK(files.size() == 2);  // manifest.json and run.json
    CHECK(manifest.at("study").at("id") == "ab12");
    CHECK(manifest.at("inputs")[0].at("file") == "mine.gpkg");
    CHECK(manifest.at("bootstrap").at("resamples") == 50);
    CHECK_THAT(files["manifest.json"], !ContainsSubstring("somewhere"));
}

TEST_CASE("names of columns are plain and each is there once", "[sensitivity]")
{
    CHECK(mgz::column_names_of({"settlement.size", "Settlement size", "caf\xc3\xa9"}) ==
          std::vector<std::string>{"settlement_size", "settlement_size_2", "caf_"});
}

TEST_CASE("the range of a factor in words, whatever its distribution", "[sensitivity]")
{
    auto factor = support::uniform_factor("x", 0.5, 8);
    CHECK(mgz::facts_of(factor).range == "0.5 to 8");
    factor.distribution = mgz::Distribution::log_uniform;
    CHECK(mgz::facts_of(factor).range == "0.5 to 8, by ratio");
    factor.distribution = mgz::Distribution::triangular;
    factor.mode = 2;
    CHECK(mgz::facts_of(factor).range == "0.5 to 8, most often about 2");
    factor.distribution = mgz::Distribution::normal;
    factor.mean = 3;
    factor.sd = 0.25;
    CHECK(mgz::facts_of(factor).range == "mean 3, standard deviation 0.25");
    factor.labels = {"own", "shared"};
    factor.kind = mgz::FactorKind::category;
    CHECK(mgz::facts_of(factor).range == "own, shared");
}
