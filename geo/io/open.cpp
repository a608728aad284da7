// SPDX-License-Identifier: EUPL-1.2
#include "geo/io/open.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

#include "geo/check.h"
#include "geo/io/csv_shape.h"
#include "geo/io/foreign_tables.h"
#include "geo/one_line.h"
#include "geo/text.h"

namespace geo::io {

namespace fs = std::filesystem;

namespace {

struct Where {
    std::string path;
    std::string layer;  ///< "" when none is named
};

Where split(const std::string& where)
{
    const std::size_t bar = where.rfind('|');
    std::error_code none;
    if (bar == std::string::npos || fs::exists(where, none)) return {where, {}};
    return {where.substr(0, bar), where.substr(bar + 1)};
}

/// "; did you mean regions.shp?" from the names beside a path that does not exist.
std::string where_else(const fs::path& path)
{
    std::vector<std::string> names;
    std::error_code error;
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        names.push_back(at->path().filename().string());
    }
    std::sort(names.begin(), names.end());  // folders have no order of their own
    const std::string near = nearest_name(path.filename().string(), names);
    return near.empty() ? "check the path" : fmt::format("did you mean '{}'?", near);
}

/// The path as GDAL may see it: absolute, so that no prefix of it means anything else.
std::string checked_path(const std::string& path)
{
    const auto is_virtual = [](const std::string& name) { return name.rfind("/vsi", 0) == 0; };
    if (path.empty()) throw InputError({}, "the path of a map is empty", "name a file");
    if (path.find('\0') != std::string::npos) {
        throw InputError({}, "the path of a map holds a NUL byte", "name a file");
    }
    std::error_code error;
    const std::string absolute = fs::absolute(path, error).lexically_normal().string();
    if (is_virtual(path) || is_virtual(absolute)) {
        throw InputError(path, "virtual file systems are not read", "give a file on disk");
    }
    const fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) throw InputError(path, "no such file", where_else(path));
    if (!fs::is_regular_file(status) && !fs::is_directory(status)) {
        throw InputError(path, "is not a file", "give a shapefile, GeoPackage, GeoJSON or CSV");
    }
    return absolute;
}

[[noreturn]] void no_table(const std::string& path)
{
    throw InputError(path, "is not a table with a header and two columns or more",
                     "separate columns by commas or semicolons");
}

/// Whether SQLite would read it.
bool is_database(const std::string& path)
{
    constexpr std::string_view mark = "SQLite format 3";
    std::array<char, mark.size()> head{};
    std::ifstream stream(path, std::ios::binary);
    return stream.read(head.data(), head.size()) &&
           std::equal(mark.begin(), mark.end(), head.begin());
}

/// A database brings statements of its own: they may call what SQLite itself calls harmless, and
/// nothing else. Read as a file that does not change, so that none is made beside it, unless
/// another program left changes there that are not in it yet.
void open_safely(Options& options, const std::string& absolute, const std::string& path)
{
    std::error_code none;
    const bool unchanging =
        !fs::exists(absolute + "-wal", none) && !fs::exists(absolute + "-journal", none);
    refuse_foreign_tables(absolute, path, unchanging);
    options.set("PRELUDE_STATEMENTS", "PRAGMA trusted_schema=OFF");
    if (unchanging) options.set("IMMUTABLE", "YES");
}

Dataset open_dataset(const std::string& path, bool is_csv, GdalMessages& messages)
{
    register_drivers();
    const char* drivers[] = {"ESRI Shapefile", "GPKG", "GeoJSON", "CSV", "FlatGeobuf", nullptr};
    Options options;
    if (is_csv) options.set("HEADERS", "YES");
    const std::string absolute = checked_path(path);
    if (is_database(absolute)) open_safely(options, absolute, path);
    Dataset dataset(GDALOpenEx(absolute.c_str(),
                               GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, drivers,
                               options.get(), nullptr));
    if (dataset && !messages.failed()) return dataset;
    if (is_csv) no_table(path);
    constexpr auto right = "give a shapefile, GeoPackage, GeoJSON or CSV";
    // GDAL words this one differently from version to version.
    if (messages.failure().find("not recognized as") != std::string::npos) {
        throw InputError(path, "is not a map or table of a known kind", right);
    }
    throw InputError(path, fmt::format("cannot be read ({})", messages.failure()), right);
}

/// The layer named, or the only one. Styles that QGIS saved beside the maps do not count.
OGRLayerH chosen_layer(GDALDatasetH dataset, const Where& where)
{
    std::vector<std::string> names;
    std::vector<OGRLayerH> layers;
    for (int i = 0; i < GDALDatasetGetLayerCount(dataset); ++i) {
        OGRLayerH layer = GDALDatasetGetLayer(dataset, i);
        if (std::string_view(OGR_L_GetName(layer)) == "layer_styles") continue;
        layers.push_back(layer);
        names.push_back(OGR_L_GetName(layer));
    }
    if (names.empty()) throw InputError(where.path, "holds no layer", "save a layer in it");
    if (where.layer.empty()) {
        if (layers.size() == 1) return layers.front();
        throw InputError(where.path, fmt::format("holds several layers ({})", joined(names)),
                         fmt::format("name one, as in '{}|{}'", where.path, names.front()));
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == where.layer) return layers[i];
    }
    const std::string near = nearest_name(where.layer, names);
    throw InputError(where.path, fmt::format("has no layer '{}'", where.layer),
                     near.empty() ? fmt::format("it holds {}", joined(names))
                                  : fmt::format("did you mean '{}'?", near));
}

/// A view is a program: reading it may take for ever.
void refuse_view(GDALDatasetH dataset, OGRLayerH layer, const std::string& path)
{
    const char* driver = GDALGetDriverShortName(GDALGetDatasetDriver(dataset));
    if (std::string_view(driver) != "GPKG") return;
    std::string name = OGR_L_GetName(layer);
    for (std::size_t at = 0; (at = name.find('\'', at)) != name.npos; at += 2)
        name.insert(at, 1, '\'');
    const auto question = fmt::format(
        "SELECT 1 FROM sqlite_master WHERE type = 'view' AND lower(name) = lower('{}')", name);
    OGRLayerH answer = GDALDatasetExecuteSQL(dataset, question.c_str(), nullptr, nullptr);
    if (answer == nullptr) return;
    const bool view = OgrFeature(OGR_L_GetNextFeature(answer)) != nullptr;
    GDALDatasetReleaseResultSet(dataset, answer);
    if (view)
        throw InputError(path, fmt::format("the layer '{}' is a view", OGR_L_GetName(layer)),
                         "save it as a layer of its own");
}

}  // namespace

/// Of a file, or of all files of a folder of shapefiles.
static std::uintmax_t bytes_of(const std::string& path)
{
    std::error_code none;
    if (fs::is_regular_file(path, none)) return fs::file_size(path, none);
    std::uintmax_t bytes = 0;
    for (fs::directory_iterator at(path, none), end; !none && at != end; at.increment(none)) {
        std::error_code unsized;
        const auto size = at->is_regular_file(unsized) ? at->file_size(unsized) : 0;
        if (!unsized) bytes += size;
    }
    return bytes;
}

static void check_columns(const OpenLayer& open, const std::string& path, const LayerLimits& limits)
{
    if (open.columns.size() > limits.columns) {
        throw InputError(
            path, fmt::format("has {} columns", open.columns.size()),
            fmt::format("leave those out that are not needed, to {} at most", limits.columns));
    }
    for (std::size_t i = 0; i < open.columns.size(); ++i) {
        if (open.columns[i].size() <= limits.name_bytes) continue;
        throw InputError(
            path, fmt::format("the name of column {} has {} bytes", i + 1, open.columns[i].size()),
            fmt::format("give it {} at most", limits.name_bytes));
    }
}

OpenLayer open_layer(const std::string& where, GdalMessages& messages, const LayerLimits& limits)
{
    const Where what = split(where);
    if (bytes_of(what.path) > limits.bytes) {
        throw InputError(what.path,
                         fmt::format("has more than {} million bytes", limits.bytes / 1'000'000),
                         "leave out what is not needed");
    }
    OpenLayer open;
    open.is_csv = lower(fs::path(what.path).extension().string()) == ".csv";
    open.dataset = open_dataset(what.path, open.is_csv, messages);
    open.layer = chosen_layer(open.dataset.get(), what);
    refuse_view(open.dataset.get(), open.layer, what.path);
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(open.layer);
    for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
        open.columns.push_back(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, i)));
    }
    check_columns(open, what.path, limits);
    if (open.is_csv) {
        if (open.columns.size() < 2) no_table(what.path);  // GDAL 3.6 refuses these, 3.10 does not
        check_csv_shape(what.path, what.path, open.columns.size());
    }
    return open;
}

int find_column(const std::vector<std::string>& columns, const std::string& name)
{
    const auto position = [&](auto same) {
        const auto at = std::find_if(columns.begin(), columns.end(), same);
        return at == columns.end() ? -1 : static_cast<int>(at - columns.begin());
    };
    const int exact = position([&](const std::string& column) { return column == name; });
    if (exact >= 0) return exact;
    return position([&](const std::string& column) { return lower(column) == lower(name); });
}

void column_missing(const std::string& where, const std::string& name,
                    const std::vector<std::string>& columns)
{
    std::vector<std::string> near = by_nearness(name, columns);
    const std::string nearest = nearest_name(name, columns);
    constexpr std::size_t most = 12;
    if (near.size() > most) {
        near.resize(most);
        near.push_back("...");
    }
    const std::string there = near.empty() ? "it has no columns" : "it has " + joined(near);
    throw InputError(
        where, fmt::format("there is no column '{}'", name),
        nearest.empty() ? there : fmt::format("did you mean '{}'? ({})", nearest, there));
}

bool has_control(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), is_control);
}

std::vector<std::string> column_names(const std::string& where)
{
    GdalMessages messages;
    return open_layer(where, messages).columns;
}

}  // namespace geo::io
