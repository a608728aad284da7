// SPDX-License-Identifier: EUPL-1.2
#include "tools/data_import_command.h"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <set>

#include "geo/check.h"
#include "geo/io/layer_io.h"
#include "geo/io/tiling.h"
#include "sim/output/write_atomically.h"
#include "tools/data_folder.h"
#include "tools/tiling_text.h"

namespace mgz::cli {

namespace io = geo::io;

namespace {

/// A column of the result and the one that it is read from.
struct Wanted {
    std::string ours, theirs;
    io::ColumnType type = io::ColumnType::text;
    bool required = true;
};

struct FileKind {
    io::GeometryKind geometry = io::GeometryKind::polygon;
    std::vector<Wanted> columns;  ///< the required ones first
};

}  // namespace

static FileKind kind_of(const DataImportArguments& a)
{
    FileKind kind{io::GeometryKind::polygon, {{"code", a.code}, {"name", a.name}}};
    if (a.kind == "subregions") {
        kind.columns.push_back({"region", a.region});
        kind.columns.push_back({"amenity", a.amenity, io::ColumnType::real, false});
        kind.columns.push_back({"housing", a.housing, io::ColumnType::real, false});
        kind.columns.push_back({"own_table", a.own_table, io::ColumnType::real, false});
    } else if (a.kind == "settlements") {
        constexpr std::array ours{"pop_0_19", "pop_20_64", "pop_65_74", "pop_75_84", "pop_85p"};
        kind.geometry = io::GeometryKind::point;
        for (std::size_t i = 0; i < ours.size(); ++i) {
            kind.columns.push_back({ours[i], a.population[i], io::ColumnType::real});
        }
        kind.columns.push_back({"province", a.province, io::ColumnType::text, false});
        kind.columns.push_back({"muni", a.municipality, io::ColumnType::text, false});
    }
    return kind;
}

static io::Read read(const std::string& source, const FileKind& kind)
{
    io::Source request;
    request.where = source;
    request.kind = kind.geometry;
    for (const Wanted& column : kind.columns) {
        (column.required ? request.columns : request.optional_columns).push_back(column.theirs);
    }
    return io::read_layer(request);
}

static io::Value converted(const io::Value& value, const Wanted& column, const std::string& where)
{
    if (std::holds_alternative<std::monostate>(value) && !column.required) return value;
    if (column.type == io::ColumnType::text) return io::text(value);
    const double number = io::number(value, where, column.theirs);
    if (number < 0 && column.required) {
        throw geo::InputError(where, fmt::format("column {} is {}", column.theirs, number),
                              "give 0 or more");
    }
    return number;
}

/// Our names and types; columns that are empty everywhere are left out.
static io::Layer renamed(const io::Layer& theirs, const FileKind& kind,
                         const DataImportArguments& arguments)
{
    io::Layer ours{arguments.kind, kind.geometry, {}, {}};
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < kind.columns.size(); ++i) {
        bool filled = kind.columns[i].required;
        for (const io::Feature& feature : theirs.features) {
            filled = filled || !std::holds_alternative<std::monostate>(feature.values[i]);
        }
        if (!filled) continue;
        kept.push_back(i);
        ours.columns.push_back({kind.columns[i].ours, kind.columns[i].type});
    }
    std::set<std::string> codes;
    for (std::size_t row = 0; row < theirs.features.size(); ++row) {
        const io::Feature& feature = theirs.features[row];
        const std::string where = io::place_of(arguments.source, row);
        const std::string code = io::text(feature.values[0]);
        if (code.empty()) {
            throw geo::InputError(where, fmt::format("column {} is empty", arguments.code),
                                  "give every feature a code");
        }
        if (!codes.insert(code).second) {
            throw geo::InputError(where, fmt::format("the code '{}' stands twice", code),
                                  "dissolve the parts into one feature");
        }
        io::Feature& result = ours.features.emplace_back(io::Feature{feature.geometry, {}});
        for (const std::size_t i : kept) {
            result.values.push_back(converted(feature.values[i], kind.columns[i], where));
        }
    }
    if (codes.empty()) throw geo::InputError(arguments.source, "has no features", "give one");
    return ours;
}

static std::set<std::string> codes_in(const io::Layer& layer, std::size_t column)
{
    std::set<std::string> codes;
    for (const io::Feature& feature : layer.features)
        codes.insert(io::text(feature.values[column]));
    return codes;
}

/// The default subregions name the regions that they lie in: do they still fit?
static bool fits_default_subregions(const io::Layer& regions)
{
    io::Source request;
    request.where = data_folder() + "/shapefiles/subregions.shp";
    request.columns = {"region"};
    request.kind = io::GeometryKind::none;
    return codes_in(regions, 0) == codes_in(io::read_layer(request).layer, 0);
}

static void check_out(const DataImportArguments& arguments)
{
    if (std::filesystem::path(arguments.out).extension() != ".gpkg") {
        throw geo::InputError(arguments.out, "is no name of a GeoPackage", "end it in .gpkg");
    }
    std::error_code none;
    if (!arguments.force && std::filesystem::exists(arguments.out, none)) {
        throw geo::InputError(arguments.out, "exists", "give another name, or --force");
    }
}

static std::string fit_text(const io::Layer& layer)
{
    if (layer.kind != io::GeometryKind::polygon) return {};
    std::vector<io::Area> areas;
    for (const io::Feature& feature : layer.features) {
        areas.push_back(
            {io::text(feature.values[0]), std::get<geo::MultiPolygon>(feature.geometry)});
    }
    return fmt::format("How they fit together (water inside the country is a hole too):\n{}",
                       tiling_text(io::check_tiling(areas)));
}

int import_data(const DataImportArguments& arguments)
{
    check_out(arguments);
    const FileKind kind = kind_of(arguments);
    const io::Read theirs = read(arguments.source, kind);
    const io::Layer layer = renamed(theirs.layer, kind, arguments);
    io::GpkgOptions options;
    options.metadata = {{"source", std::filesystem::path(arguments.source).filename().string()}};
    // All that may fail comes before the file has its name.
    const std::string how_they_fit = fit_text(layer);
    const bool fits = arguments.kind != "regions" || fits_default_subregions(layer);
    write_file(arguments.out, io::make_gpkg({&layer, 1}, options),
               arguments.force ? Existing::replace : Existing::refuse);

    fmt::print("{}: {} {} in EPSG:28992, {} polygons repaired.\n", arguments.out,
               layer.features.size(), arguments.kind, theirs.repaired);
    fmt::print("{}", how_they_fit);
    fmt::print("Use it with:\n    --set geography.{}={}\n", arguments.kind, arguments.out);
    if (!fits) {
        fmt::print(
            "    --set geography.subregions=none\n"
            "(the second because the default subregions belong to other codes)\n");
    }
    return 0;
}

}  // namespace mgz::cli
