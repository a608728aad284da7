// SPDX-License-Identifier: EUPL-1.2
#include "geo/io/tiling.h"

#include <algorithm>
#include <utility>

#include "geo/io/geos.h"

namespace geo::io {

namespace {

constexpr double touching = 1.0;  // metres

bool near(const Box& a, const Box& b)
{
    return a.min_x <= b.max_x + touching && b.min_x <= a.max_x + touching &&
           a.min_y <= b.max_y + touching && b.min_y <= a.max_y + touching;
}

/// The areas as GEOS sees them. Boxes first: few pairs of areas are near each other.
struct Pieces {
    explicit Pieces(const std::vector<Area>& all) : areas(all)
    {
        for (const Area& area : areas) {
            shapes.push_back(geos.geometry(area.shape));
            boxes.push_back(bounds(area.shape));
        }
    }

    bool touch(std::size_t i, const GEOSGeometry* other, const Box& box) const
    {
        return near(boxes[i], box) &&
               geos.yes(GEOSDistanceWithin_r(geos.context(), shapes[i].get(), other, touching));
    }

    Geos geos;
    const std::vector<Area>& areas;
    std::vector<Geos::Geometry> shapes;
    std::vector<Box> boxes;
};

void find_overlaps_and_orphans(const Pieces& pieces, double tolerance, TilingReport& report)
{
    const Geos& geos = pieces.geos;
    const std::size_t count = pieces.areas.size();
    std::vector<bool> has_neighbour(count, count == 1);
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = i + 1; j < count; ++j) {
            if (!pieces.touch(i, pieces.shapes[j].get(), pieces.boxes[j])) continue;
            has_neighbour[i] = has_neighbour[j] = true;
            const auto both = geos.own(
                GEOSIntersection_r(geos.context(), pieces.shapes[i].get(), pieces.shapes[j].get()));
            const double size = geos.area(both.get());
            if (size > tolerance) {
                report.overlaps.push_back({pieces.areas[i].code, pieces.areas[j].code, size});
            }
        }
        if (!has_neighbour[i]) report.orphans.push_back(pieces.areas[i].code);
    }
    std::stable_sort(report.overlaps.begin(), report.overlaps.end(),
                     [](const auto& a, auto& b) { return a.square_metres > b.square_metres; });
}

void find_gaps(const Pieces& pieces, double tolerance, TilingReport& report)
{
    const Geos& geos = pieces.geos;
    std::vector<Geos::Geometry> copies;
    for (const auto& shape : pieces.shapes) {
        copies.push_back(geos.own(GEOSGeom_clone_r(geos.context(), shape.get())));
    }
    const MultiPolygon all = geos.polygons(geos.united(std::move(copies)).get());
    for (const Polygon& part : all.parts) {
        for (const Ring& hole : part.holes) {
            const MultiPolygon gap{{{hole, {}}}};
            if (area(gap) <= tolerance) continue;
            TilingReport::Gap found{{}, area(gap)};
            const auto shape = geos.geometry(gap);
            for (std::size_t i = 0; i < pieces.areas.size(); ++i) {
                if (pieces.touch(i, shape.get(), bounds(gap))) {
                    found.beside.push_back(pieces.areas[i].code);
                }
            }
            report.gaps.push_back(std::move(found));
        }
    }
    std::stable_sort(report.gaps.begin(), report.gaps.end(), [](const auto& a, const auto& b) {
        return a.square_metres > b.square_metres;
    });
}

}  // namespace

TilingReport check_tiling(const std::vector<Area>& areas, double tolerance)
{
    TilingReport report;
    if (areas.empty()) return report;
    const Pieces pieces(areas);
    find_overlaps_and_orphans(pieces, tolerance, report);
    find_gaps(pieces, tolerance, report);
    return report;
}

double shared_area(const MultiPolygon& a, const MultiPolygon& b)
{
    const Geos geos;
    const auto first = geos.geometry(a), second = geos.geometry(b);
    return geos.area(geos.own(GEOSIntersection_r(geos.context(), first.get(), second.get())).get());
}

}  // namespace geo::io
