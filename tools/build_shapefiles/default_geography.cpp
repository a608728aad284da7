// SPDX-License-Identifier: EUPL-1.2
#include "tools/build_shapefiles/default_geography.h"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "geo/check.h"
#include "geo/io/layer_io.h"
#include "geo/io/tiling.h"

namespace tools {

using geo::io::ColumnType;
using geo::io::Feature;
using geo::io::GeometryKind;
using geo::io::Layer;
using geo::io::Value;

namespace {

/// A table of the source folder, with its columns by position.
struct Table {
    std::string where;
    Layer layer;

    std::string text(std::size_t row, std::size_t column) const
    {
        return geo::io::text(layer.features[row].values[column]);
    }
    double number(std::size_t row, std::size_t column) const
    {
        return geo::io::number(layer.features[row].values[column], geo::io::place_of(where, row),
                               layer.columns[column].name);
    }
    /// Whole number; null stays null.
    Value whole(std::size_t row, std::size_t column) const
    {
        if (text(row, column).empty()) return {};
        return static_cast<long long>(std::llround(number(row, column)));
    }
    std::size_t size() const { return layer.features.size(); }
};

Table read_table(const std::filesystem::path& path, std::vector<std::string> columns,
                 GeometryKind kind)
{
    geo::io::Source source;
    source.where = path.string();
    source.columns = std::move(columns);
    source.kind = kind;
    return {source.where, geo::io::read_layer(source).layer};
}

/// The rings of outline.csv: part and ring change where the next ring starts; ring 0 is the outer.
geo::MultiPolygon read_outline(const std::filesystem::path& path)
{
    const Table table = read_table(path, {"part", "ring"}, GeometryKind::point);
    geo::MultiPolygon land;
    std::string current_part, current_ring;
    geo::Ring* ring = nullptr;
    for (std::size_t row = 0; row < table.size(); ++row) {
        const std::string part_code = table.text(row, 0);
        const std::string ring_code = table.text(row, 1);
        if (ring == nullptr || part_code != current_part || ring_code != current_ring) {
            if (ring_code == "0") {
                ring = &land.parts.emplace_back().outer;
            } else if (land.parts.empty()) {
                throw geo::InputError(geo::io::place_of(table.where, row),
                                      "a hole comes before its outline", "start with ring 0");
            } else {
                ring = &land.parts.back().holes.emplace_back();
            }
            current_part = part_code;
            current_ring = ring_code;
        }
        ring->push_back(std::get<geo::Point>(table.layer.features[row].geometry));
    }
    return land;
}

/// Whole metres. Many corners of cells lie at exact halves, which another GEOS may give a
/// billionth lower or higher: the small shift makes all of them round up.
geo::Point rounded(geo::Point p)
{
    constexpr double shift = 1e-4;
    return {std::floor(p.x + 0.5 + shift), std::floor(p.y + 0.5 + shift)};
}

geo::Ring rounded(const geo::Ring& ring)
{
    geo::Ring result;
    for (const geo::Point p : ring) {
        const geo::Point whole = rounded(p);
        if (result.empty() || result.back() != whole) result.push_back(whole);
    }
    while (result.size() > 1 && result.back() == result.front())
        result.pop_back();
    return result;
}

bool has_area(const geo::Ring& ring)
{
    return geo::area({{{ring, {}}}}) > 0;
}

geo::MultiPolygon rounded(const geo::MultiPolygon& shape)
{
    geo::MultiPolygon result;
    for (const geo::Polygon& part : shape.parts) {
        geo::Polygon polygon{rounded(part.outer), {}};
        if (!has_area(polygon.outer)) continue;
        for (const geo::Ring& hole : part.holes) {
            geo::Ring ring = rounded(hole);
            if (has_area(ring)) polygon.holes.push_back(std::move(ring));
        }
        result.parts.push_back(std::move(polygon));
    }
    return result;
}

/// Columns of settlements.csv, in the order asked for below.
enum SettlementColumn { postcode, place, muni, muni_name, province, region, subregion, population };

Table read_settlements(const std::filesystem::path& path)
{
    return read_table(
        path,
        {"postcode", "place", "municipality_code", "municipality", "province", "region_code",
         "subregion_code", "pop_0_19", "pop_20_64", "pop_65_74", "pop_75_84", "pop_85plus"},
        GeometryKind::point);
}

Layer settlement_layer(const Table& settlements)
{
    Layer layer{"settlements", GeometryKind::point, {}, {}};
    for (const char* name : {"code", "name", "region", "subregion", "muni", "province"}) {
        layer.columns.push_back({name, ColumnType::text});
    }
    for (const char* name : {"pop_0_19", "pop_20_64", "pop_65_74", "pop_75_84", "pop_85p"}) {
        layer.columns.push_back({name, ColumnType::integer});
    }
    for (std::size_t row = 0; row < settlements.size(); ++row) {
        Feature feature{settlements.layer.features[row].geometry, {}};
        for (const auto column : {postcode, place, region, subregion, muni, province}) {
            feature.values.push_back(settlements.text(row, column));
        }
        for (std::size_t age = 0; age < 5; ++age) {
            feature.values.push_back(settlements.whole(row, population + age));
        }
        layer.features.push_back(std::move(feature));
    }
    return layer;
}

/// What an area layer says about each code, beside the shape.
using Attributes = std::map<std::string, std::vector<Value>>;

/// Areas of the settlements that share the code in `column`.
Layer area_layer(const std::string& name, const std::vector<std::string>& columns,
                 const Table& settlements, SettlementColumn column, const Attributes& attributes,
                 const geo::MultiPolygon& outline)
{
    std::vector<geo::Point> points;
    std::vector<std::string> groups;
    for (std::size_t row = 0; row < settlements.size(); ++row) {
        points.push_back(std::get<geo::Point>(settlements.layer.features[row].geometry));
        groups.push_back(settlements.text(row, column));
        if (!attributes.contains(groups.back())) {
            throw geo::InputError(geo::io::place_of(settlements.where, row),
                                  fmt::format("'{}' is not a code of {}", groups.back(), name),
                                  fmt::format("use a code of {}.csv", name));
        }
    }
    Layer layer{name, GeometryKind::polygon, {}, {}};
    for (const std::string& title : columns)
        layer.columns.push_back({title, ColumnType::text});
    for (const geo::io::Area& area : geo::io::voronoi_areas(points, groups, outline)) {
        Feature feature{rounded(area.shape), {area.code}};
        const std::vector<Value>& more = attributes.at(area.code);
        feature.values.insert(feature.values.end(), more.begin(), more.end());
        layer.features.push_back(std::move(feature));
    }
    return layer;
}

/// First column the code, the others its attributes.
Attributes attributes_of(const Table& table)
{
    Attributes attributes;
    for (std::size_t row = 0; row < table.size(); ++row) {
        std::vector<Value> values = table.layer.features[row].values;
        values.erase(values.begin());
        attributes[table.text(row, 0)] = std::move(values);
    }
    return attributes;
}

Attributes municipalities_of(const Table& settlements)
{
    Attributes attributes;
    for (std::size_t row = 0; row < settlements.size(); ++row) {
        std::vector<Value>& values = attributes[settlements.text(row, muni)];
        values.clear();
        for (const auto column : {muni_name, province, region, subregion}) {
            values.push_back(settlements.text(row, column));
        }
    }
    return attributes;
}

Layer training_layer(const std::filesystem::path& path)
{
    const Table table = read_table(
        path, {"centre_code", "name", "profession", "parent_code", "share", "from_year", "to_year"},
        GeometryKind::point);
    Layer layer{"training_centres",
                GeometryKind::point,
                {{"code", ColumnType::text},
                 {"name", ColumnType::text},
                 {"prof", ColumnType::text},
                 {"parent", ColumnType::text},
                 {"share", ColumnType::real},
                 {"from_year", ColumnType::integer},
                 {"to_year", ColumnType::integer}},
                {}};
    for (std::size_t row = 0; row < table.size(); ++row) {
        const std::vector<Value>& from = table.layer.features[row].values;
        layer.features.push_back({table.layer.features[row].geometry,
                                  {from[0], from[1], from[2], from[3], table.number(row, 4),
                                   table.whole(row, 5), table.whole(row, 6)}});
    }
    return layer;
}

}  // namespace

std::vector<Layer> default_geography(const std::filesystem::path& source_dir)
{
    const Table regions =
        read_table(source_dir / "regions.csv", {"region_code", "region_name"}, GeometryKind::none);
    const Table subregions = read_table(
        source_dir / "subregions.csv",
        {"subregion_code", "subregion_name", "region_code", "own_table"}, GeometryKind::none);
    const Table settlements = read_settlements(source_dir / "settlements.csv");
    const geo::MultiPolygon outline = read_outline(source_dir / "outline.csv");
    return {area_layer("regions", {"code", "name"}, settlements, region, attributes_of(regions),
                       outline),
            area_layer("subregions", {"code", "name", "region", "own_table"}, settlements,
                       subregion, attributes_of(subregions), outline),
            area_layer("municipalities", {"code", "name", "province", "region", "subregion"},
                       settlements, muni, municipalities_of(settlements), outline),
            settlement_layer(settlements), training_layer(source_dir / "training_centres.csv")};
}

}  // namespace tools
