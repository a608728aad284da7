// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "geo/check.h"
#include "geo/io/geos.h"
#include "geo/io/layer_io.h"
#include "geo/io/limits.h"
#include "geo/io/open.h"
#include "geo/io/plain_csv.h"
#include "geo/io/repair.h"
#include "geo/io/srs.h"
#include "geo/text.h"

namespace geo::io {

namespace {

/// Where each wanted column is in the file; -1 for an optional one that is not there.
struct Picks {
    std::vector<int> columns;
    int x = -1, y = -1;  ///< of a CSV with points
};

Picks pick(const OpenLayer& open, const Source& source)
{
    const auto required = [&](const std::string& name) {
        const int at = find_column(open.columns, name);
        if (at < 0) column_missing(source.where, name, open.columns);
        return at;
    };
    Picks picks;
    for (const std::string& name : source.columns)
        picks.columns.push_back(required(name));
    for (const std::string& name : source.optional_columns) {
        picks.columns.push_back(find_column(open.columns, name));
    }
    if (open.is_csv && source.kind == GeometryKind::point) {
        picks.x = required(source.x_column);
        picks.y = required(source.y_column);
    }
    return picks;
}

ColumnType column_type(OGRFieldDefnH field)
{
    switch (OGR_Fld_GetType(field)) {
        case OFTInteger:
        case OFTInteger64:
            return ColumnType::integer;
        case OFTReal:
            return ColumnType::real;
        case OFTDate:
        case OFTDateTime:
            return ColumnType::date;
        default:
            return ColumnType::text;
    }
}

std::vector<Column> columns_of(const OpenLayer& open, const Source& source, const Picks& picks)
{
    std::vector<std::string> names = source.columns;
    names.insert(names.end(), source.optional_columns.begin(), source.optional_columns.end());
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(open.layer);
    std::vector<Column> columns;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const int at = picks.columns[i];
        columns.push_back({names[i], at < 0 ? ColumnType::text
                                            : column_type(OGR_FD_GetFieldDefn(definition, at))});
    }
    return columns;
}

std::string iso_date(OGRFeatureH feature, int field, bool with_time)
{
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
    float second = 0;
    OGR_F_GetFieldAsDateTimeEx(feature, field, &year, &month, &day, &hour, &minute, &second, &zone);
    const std::string date = fmt::format("{:04}-{:02}-{:02}", year, month, day);
    return with_time ? fmt::format("{}T{:02}:{:02}:{:02.0f}", date, hour, minute, second) : date;
}

/// One layer being read: what is the same for all its features.
class Reader {
public:
    Reader(const Source& source, const OpenLayer& open, GdalMessages& messages,
           const LayerLimits& limits)
        : source_(source),
          open_(open),
          messages_(messages),
          limits_(limits),
          picks_(pick(open, source))
    {
        if (source.kind == GeometryKind::none) return;
        const Srs target = srs_named(source.target_crs);
        if (open.is_csv) {
            if (source.kind == GeometryKind::point) return;
            throw InputError(source.where, "a CSV file holds no areas",
                             "give a shapefile, GeoPackage or GeoJSON");
        }
        OGRSpatialReferenceH own = OGR_L_GetSpatialRef(open.layer);
        if (own == nullptr) {
            throw InputError(source.where, "has no coordinate system",
                             "save it with one, such as EPSG:28992 (a shapefile keeps it in .prj)");
        }
        transform_ = transform_between(srs_copy(own).get(), target.get(), source.where);
    }

    Read read()
    {
        const std::size_t bar = source_.where.rfind('|');
        Read result;
        result.layer.name =
            open_.is_csv ? std::filesystem::path(source_.where.substr(0, bar)).stem().string()
                         : OGR_L_GetName(open_.layer);
        result.layer.kind = source_.kind;
        result.layer.columns = columns_of(open_, source_, picks_);
        OGR_L_ResetReading(open_.layer);
        for (std::size_t index = 0;; ++index) {
            const OgrFeature feature(OGR_L_GetNextFeature(open_.layer));
            refuse_trouble(index);
            if (!feature) break;
            if (index == limits_.features) {
                throw InputError(source_.where,
                                 fmt::format("has more than {} features", limits_.features),
                                 "leave out what is not needed");
            }
            result.layer.features.push_back(read_feature(feature.get(), index));
        }
        result.repaired = repaired_;
        return result;
    }

private:
    void refuse_trouble(std::size_t index) const
    {
        if (messages_.failed()) {
            throw InputError(place_of(source_.where, index),
                             fmt::format("cannot be read ({})", messages_.failure()),
                             "save the file again");
        }
    }

    Feature read_feature(OGRFeatureH feature, std::size_t index)
    {
        Feature result;
        result.values.reserve(picks_.columns.size());
        for (const int column : picks_.columns) {
            result.values.push_back(column < 0 ? Value{} : value(feature, column, index));
        }
        if (source_.kind == GeometryKind::none) return result;
        if (open_.is_csv)
            result.geometry = csv_point(feature, index);
        else
            result.geometry = geometry(feature, label(result, index));
        return result;
    }

    /// "areas.shp, code 'A5'": people know their areas by code, not by number.
    std::string label(const Feature& feature, std::size_t index) const
    {
        const std::string first = feature.values.empty() ? "" : text(feature.values.front());
        if (source_.columns.empty() || first.empty()) return place_of(source_.where, index);
        return fmt::format("{}, {} '{}'", source_.where, source_.columns.front(), first);
    }

    Value value(OGRFeatureH feature, int column, std::size_t index) const
    {
        if (!OGR_F_IsFieldSetAndNotNull(feature, column)) return {};
        OGRFieldDefnH field = OGR_F_GetFieldDefnRef(feature, column);
        switch (OGR_Fld_GetType(field)) {
            case OFTInteger:
            case OFTInteger64:
                return static_cast<long long>(OGR_F_GetFieldAsInteger64(feature, column));
            case OFTReal:
                return OGR_F_GetFieldAsDouble(feature, column);
            case OFTDate:
            case OFTDateTime:
                return iso_date(feature, column, OGR_Fld_GetType(field) == OFTDateTime);
            default:
                break;
        }
        std::string written = OGR_F_GetFieldAsString(feature, column);
        if (!CPLIsUTF8(written.c_str(), static_cast<int>(written.size()))) {
            throw InputError(fmt::format("{}, column '{}'", place_of(source_.where, index),
                                         OGR_Fld_GetNameRef(field)),
                             "the text is not UTF-8", "save the file in UTF-8");
        }
        if (written.size() > limits_.text_bytes) {
            throw InputError(fmt::format("{}, column '{}'", place_of(source_.where, index),
                                         OGR_Fld_GetNameRef(field)),
                             fmt::format("the text has {} bytes", written.size()),
                             fmt::format("give {} at most", limits_.text_bytes));
        }
        if (has_control(written)) {
            throw InputError(fmt::format("{}, column '{}'", place_of(source_.where, index),
                                         OGR_Fld_GetNameRef(field)),
                             "the text holds a control character", "leave it out");
        }
        if (written.empty()) return {};
        return written;
    }

    Point csv_point(OGRFeatureH feature, std::size_t index) const
    {
        const std::string place = place_of(source_.where, index);
        const Point p{number(value(feature, picks_.x, index), place, source_.x_column),
                      number(value(feature, picks_.y, index), place, source_.y_column)};
        check_reach(p, place);
        return p;
    }

    Geometry geometry(OGRFeatureH feature, const std::string& place)
    {
        OGRGeometryH found = OGR_F_GetGeometryRef(feature);
        if (found == nullptr || OGR_G_IsEmpty(found)) {
            throw InputError(place, "has no geometry", "draw it or leave the feature out");
        }
        if (source_.kind == GeometryKind::point) return point(found, place);
        MultiPolygon shape = polygons(found, place);
        if (repair(shape, geos_, place)) ++repaired_;
        return shape;
    }

    Point point(OGRGeometryH found, const std::string& place) const
    {
        OGRGeometryH single = found;
        if (wkbFlatten(OGR_G_GetGeometryType(found)) == wkbMultiPoint &&
            OGR_G_GetGeometryCount(found) == 1) {
            single = OGR_G_GetGeometryRef(found, 0);
        }
        if (wkbFlatten(OGR_G_GetGeometryType(single)) != wkbPoint) {
            wrong_type(found, place, "a point");
        }
        return vertices(single, place).front();
    }

    void check_reach(Point p, const std::string& place) const
    {
        if (std::abs(p.x) <= limits_.metres && std::abs(p.y) <= limits_.metres) return;
        throw InputError(
            place, fmt::format("lies at {:.0f}, {:.0f} in {}", p.x, p.y, source_.target_crs),
            fmt::format(
                "keep coordinates within {:.0f} m of its origin; check the coordinate system",
                limits_.metres));
    }

    /// Before room is made for them.
    void count_vertices(std::size_t more, std::size_t& of_geometry, const std::string& place)
    {
        of_geometry += more;
        vertices_ += more;
        if (of_geometry > limits_.vertices) {
            throw InputError(
                place, fmt::format("the boundary has more than {} vertices", limits_.vertices),
                "simplify it");
        }
        if (vertices_ > limits_.all_vertices) {
            throw InputError(source_.where,
                             fmt::format("has more than {} vertices", limits_.all_vertices),
                             "simplify its boundaries");
        }
    }

    MultiPolygon polygons(OGRGeometryH found, const std::string& place)
    {
        // Curves become short lines; a linear geometry comes back as it is.
        const OgrGeometry linear(OGR_G_GetLinearGeometry(found, 0, nullptr));
        MultiPolygon shape;
        std::size_t counted = 0;
        const auto add = [&](OGRGeometryH polygon) {
            Polygon part;
            count_vertices(1, counted, place);
            for (int i = 0; i < OGR_G_GetGeometryCount(polygon); ++i) {
                OGRGeometryH line = OGR_G_GetGeometryRef(polygon, i);
                count_vertices(1 + static_cast<std::size_t>(OGR_G_GetPointCount(line)), counted,
                               place);
                Ring ring = open_ring(vertices(line, place));
                if (i == 0)
                    part.outer = std::move(ring);
                else
                    part.holes.push_back(std::move(ring));
            }
            shape.parts.push_back(std::move(part));
        };
        const auto type = wkbFlatten(OGR_G_GetGeometryType(linear.get()));
        if (type == wkbPolygon) {
            add(linear.get());
        } else if (type == wkbMultiPolygon) {
            for (int i = 0; i < OGR_G_GetGeometryCount(linear.get()); ++i) {
                add(OGR_G_GetGeometryRef(linear.get(), i));
            }
        } else {
            wrong_type(found, place, "an area (polygon)");
        }
        return shape;
    }

    [[noreturn]] static void wrong_type(OGRGeometryH found, const std::string& place,
                                        const char* wanted)
    {
        throw InputError(place, fmt::format("the geometry is a {}", OGR_G_GetGeometryName(found)),
                         fmt::format("give {}", wanted));
    }

    std::vector<Point> vertices(OGRGeometryH line, const std::string& place) const
    {
        std::vector<Point> points(static_cast<std::size_t>(OGR_G_GetPointCount(line)));
        for (std::size_t i = 0; i < points.size(); ++i) {
            const int at = static_cast<int>(i);
            points[i] = {OGR_G_GetX(line, at), OGR_G_GetY(line, at)};
        }
        const bool finite = std::all_of(points.begin(), points.end(), [](Point p) {
            return std::isfinite(p.x) && std::isfinite(p.y);
        });
        if (!finite || !apply(transform_.get(), points)) {
            throw InputError(place,
                             finite ? "a coordinate lies outside its coordinate system"
                                    : "a coordinate is not a finite number",
                             "check the coordinates and their coordinate system");
        }
        for (const Point p : points)
            check_reach(p, place);
        return points;
    }

    static Ring open_ring(Ring closed)
    {
        if (closed.size() > 1 && closed.front() == closed.back()) closed.pop_back();
        return closed;
    }

    const Source& source_;
    const OpenLayer& open_;
    GdalMessages& messages_;
    const LayerLimits& limits_;
    Picks picks_;
    Transform transform_;
    Geos geos_;
    int repaired_ = 0;
    std::size_t vertices_ = 0;
};

}  // namespace

std::string place_of(const std::string& where, std::size_t index)
{
    const bool is_csv = lower(std::filesystem::path(where).extension().string()) == ".csv";
    return is_csv ? fmt::format("{}, row {}", where, index + 2)
                  : fmt::format("{}, feature {}", where, index + 1);
}

Read read_layer(const Source& source, const LayerLimits& limits)
{
    if (auto plain = read_plain_csv(source, limits)) return std::move(*plain);
    GdalMessages messages;
    const OpenLayer open = open_layer(source.where, messages, limits);
    return Reader(source, open, messages, limits).read();
}

Read read_layer(const Source& source)
{
    return read_layer(source, LayerLimits{});
}

}  // namespace geo::io
