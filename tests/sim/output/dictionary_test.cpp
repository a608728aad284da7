// SPDX-License-Identifier: EUPL-1.2
// Everything that is written is explained, and in the order it is written.
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>

#include "geo/io/layer_io.h"
#include "sim/output/dictionary.h"
#include "sim/output/layer_table.h"
#include "tests/sim/output/small_run.h"
#include "tests/support/catch.h"
#include "tests/support/geo_files.h"

namespace fs = std::filesystem;

namespace {

std::vector<std::string> documented(const mgz::TableEntry& table)
{
    std::vector<std::string> names;
    for (const auto& column : table.columns)
        names.push_back(column.name);
    return names;
}

}  // namespace

TEST_CASE("every column has a unit and a sentence, and stands once in its table", "[dictionary]")
{
    std::set<std::string> tables;
    for (const auto& table : mgz::dictionary()) {
        INFO(table.file << " " << table.layer);
        CHECK(tables.insert(table.file + "|" + table.layer).second);
        CHECK_FALSE(table.columns.empty());
        std::set<std::string> names;
        for (const auto& column : table.columns) {
            INFO(column.name);
            CHECK(names.insert(column.name).second);
            CHECK_FALSE(column.unit.empty());
            CHECK(column.meaning.ends_with('.'));
            for (const auto& code : column.codes) {
                INFO(code.value);
                CHECK_FALSE(code.value.empty());
                CHECK_FALSE(code.unit.empty());
                CHECK(code.meaning.ends_with('.'));
            }
        }
    }
}

TEST_CASE("every file of a run is in the dictionary, column by column", "[dictionary]")
{
    const support::TempFolder temp;
    const support::SmallRun run;
    run.write(temp.path("out"));
    const std::set<std::string> no_tables{"manifest.json", "run.json", "scenario.toml"};
    std::set<std::string> explained;
    for (const auto& table : mgz::dictionary()) {
        INFO(table.file << " " << table.layer);
        const auto path = temp.path("out/" + table.file);
        REQUIRE(fs::exists(path));
        explained.insert(table.file);
        if (table.file.ends_with(".tif")) continue;  // bands: see read_back.py
        const auto where = table.layer.empty() ? path : path + "|" + table.layer;
        CHECK(geo::io::column_names(where) == documented(table));
    }
    for (const auto& entry : fs::directory_iterator(temp.path("out"))) {
        const auto name = entry.path().filename().string();
        INFO(name);
        const bool drawn = name.ends_with(".qgs") || name.ends_with(".qml");  // styles
        CHECK(explained.contains(name) != (drawn || no_tables.contains(name)));
    }
}

TEST_CASE("dictionary.csv has a row per column and per code", "[dictionary]")
{
    const support::TempFolder temp;
    geo::io::Source source;
    source.where = temp.write("dictionary.csv", mgz::dictionary_csv());
    source.kind = geo::io::GeometryKind::none;
    source.columns = {"file", "layer", "position", "column", "code", "unit", "meaning"};
    const auto layer = geo::io::read_layer(source).layer;
    std::size_t expected = 0;
    for (const auto& table : mgz::dictionary()) {
        for (const auto& column : table.columns)
            expected += 1 + column.codes.size();
    }
    CHECK(layer.features.size() == expected);
    bool found = false;
    for (const auto& row : layer.features) {
        if (geo::io::text(row.values[0]) != "regions.csv") continue;
        if (geo::io::text(row.values[4]) != "shortage") continue;
        found = true;
        CHECK(geo::io::text(row.values[2]) == "5");
        CHECK(geo::io::text(row.values[3]) == "indicator");
        CHECK(geo::io::text(row.values[5]) == "1");
    }
    CHECK(found);
}

TEST_CASE("a layer takes no column that nobody explained", "[dictionary]")
{
    mgz::LayerTable layer(mgz::table_entry("shortage.gpkg", "employers"),
                          geo::io::GeometryKind::point);
    layer.add(geo::Point{1, 2});
    layer.set("need", 1.5);
    CHECK_THROWS_AS(layer.set("needs", 1.5), std::logic_error);
    CHECK_THROWS_AS(layer.set("need", 2), std::logic_error);
    CHECK_THROWS_AS(layer.set("need", "1.5"), std::logic_error);
    CHECK_THROWS_AS(layer.set("year", 2023.0), std::logic_error);
    CHECK_THROWS_AS(layer.set("code", 5), std::logic_error);
    CHECK(layer.take().features.size() == 1);
}
