// SPDX-License-Identifier: EUPL-1.2
// One layer of any kind of file that is read. The first line is the extension: "gpkg", "geojson",
// "csv", "fgb"; "shp" is a set, parted by lines "--- shx", "--- dbf", "--- prj".
#include <array>
#include <cmath>
#include <variant>

#include "geo/check.h"
#include "geo/io/layer_io.h"
#include "geo/one_line.h"
#include "tests/fuzz/fuzz.h"

namespace {

namespace io = geo::io;

bool finite(geo::Point p)
{
    return std::isfinite(p.x) && std::isfinite(p.y);
}

void check_shape(const geo::MultiPolygon& shape)
{
    if (shape.parts.empty()) fuzz::fault("a shape without parts");
    for (const auto& part : shape.parts) {
        if (part.outer.size() < 3) fuzz::fault("a ring that encloses nothing");
        for (const auto p : part.outer)
            if (!finite(p)) fuzz::fault("a corner that is no number");
    }
}

void check_layer(const io::Layer& layer, std::size_t columns)
{
    for (const auto& feature : layer.features) {
        if (feature.values.size() != columns) fuzz::fault("values that belong to no column");
        for (const auto& value : feature.values)
            if (!geo::is_utf8(io::text(value))) fuzz::fault("text that is not UTF-8");
        if (const auto* at = std::get_if<geo::Point>(&feature.geometry))
            if (!finite(*at)) fuzz::fault("a point that is no number");
        if (const auto* shape = std::get_if<geo::MultiPolygon>(&feature.geometry))
            check_shape(*shape);
    }
}

std::string file_of(std::string_view bytes)
{
    const auto end = std::min(bytes.find('\n'), bytes.size());
    const auto kind = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    const auto folder = fuzz::scratch() / "layer";
    std::filesystem::create_directory(folder);
    const auto path = [&](std::string_view extension) {
        return folder / ("layer." + std::string(extension));
    };
    if (kind != "shp") {
        constexpr std::array<std::string_view, 4> kinds{"gpkg", "geojson", "csv", "fgb"};
        if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) return "";
        fuzz::put(path(kind), bytes);
        return path(kind).string();
    }
    for (const std::string_view next : {"shx", "dbf", "prj", ""}) {
        const auto mark = "\n--- " + std::string(next) + "\n";
        const auto at = next.empty() ? bytes.size() : std::min(bytes.find(mark), bytes.size());
        const std::string_view own = next == "shx"   ? "shp"
                                     : next == "dbf" ? "shx"
                                     : next == "prj" ? "dbf"
                                                     : "prj";
        fuzz::put(path(own), bytes.substr(0, at));
        bytes.remove_prefix(std::min(at + mark.size(), bytes.size()));
    }
    return path("shp").string();
}

/// As areas, as points, and as a table; each may be refused.
void read_layer(std::string_view bytes)
{
    const auto file = file_of(bytes);
    if (file.empty()) return;
    io::Source source;
    source.where = file;
    source.columns = {"code", "name"};
    source.optional_columns = {"region", "population"};
    std::exception_ptr refused;
    for (const auto kind :
         {io::GeometryKind::none, io::GeometryKind::point, io::GeometryKind::polygon}) {
        source.kind = kind;
        try {
            check_layer(io::read_layer(source).layer, 4);
        } catch (const geo::InputError&) {
            refused = std::current_exception();
        }
    }
    io::column_names(file);
    if (refused) std::rethrow_exception(refused);
}

const fuzz::Registered layer_target{{"layer", read_layer, 12, true}};

}  // namespace
