// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <map>

#include "geo/check.h"
#include "geo/io/geos.h"
#include "geo/io/tiling.h"

namespace geo::io {

namespace {

struct FreeTree {
    GEOSContextHandle_t context = nullptr;
    void operator()(GEOSSTRtree* tree) const { GEOSSTRtree_destroy_r(context, tree); }
};

/// Finds the one point that lies in a cell. Cells do not come in the order of the points.
class PointFinder {
public:
    PointFinder(const Geos& geos, const std::vector<Point>& points)
        : geos_(geos), tree_(GEOSSTRtree_create_r(geos.context(), 10), FreeTree{geos.context()})
    {
        for (const Point p : points)
            shapes_.push_back(geos.geometry(p));
        for (auto& shape : shapes_) {
            GEOSSTRtree_insert_r(geos.context(), tree_.get(), shape.get(), &shape);
        }
    }

    std::size_t inside(const GEOSGeometry* cell) const
    {
        std::vector<const Geos::Geometry*> near;
        const auto note = [](void* item, void* list) {
            static_cast<decltype(near)*>(list)->push_back(static_cast<Geos::Geometry*>(item));
        };
        GEOSSTRtree_query_r(geos_.context(), tree_.get(), cell, note, &near);
        const auto found = std::find_if(near.begin(), near.end(), [&](const auto* point) {
            return geos_.yes(GEOSContains_r(geos_.context(), cell, point->get()));
        });
        if (found == near.end()) throw RunError("GEOS: a Voronoi cell without its point");
        return static_cast<std::size_t>(*found - shapes_.data());
    }

private:
    const Geos& geos_;
    std::unique_ptr<GEOSSTRtree, FreeTree> tree_;
    std::vector<Geos::Geometry> shapes_;
};

/// A box around outline and points: cells must reach to its edge.
Geos::Geometry frame(const Geos& geos, const std::vector<Point>& points,
                     const MultiPolygon& outline)
{
    Box box = bounds(outline);
    for (const Point p : points) {
        box = {std::min(box.min_x, p.x), std::min(box.min_y, p.y), std::max(box.max_x, p.x),
               std::max(box.max_y, p.y)};
    }
    constexpr double margin = 1000;  // metres; keeps the frame's own edges out of the result
    return geos.geometry(MultiPolygon{{{{{box.min_x - margin, box.min_y - margin},
                                         {box.max_x + margin, box.min_y - margin},
                                         {box.max_x + margin, box.max_y + margin},
                                         {box.min_x - margin, box.max_y + margin}},
                                        {}}}});
}

}  // namespace

std::vector<Area> voronoi_areas(const std::vector<Point>& points,
                                const std::vector<std::string>& groups, const MultiPolygon& outline)
{
    expects(points.size() == groups.size());
    if (points.empty()) return {};
    if (points.size() == 1) return {{groups.front(), outline}};  // GEOS makes no cell of one point

    const Geos geos;
    std::vector<Geos::Geometry> sites;
    for (const Point p : points)
        sites.push_back(geos.geometry(p));
    const auto multipoint = geos.collection(GEOS_MULTIPOINT, std::move(sites));
    const auto envelope = frame(geos, points, outline);
    const auto cells =
        geos.own(GEOSVoronoiDiagram_r(geos.context(), multipoint.get(), envelope.get(), 0, 0));

    const PointFinder finder(geos, points);
    std::map<std::string, std::vector<Geos::Geometry>> cells_of;
    for (int i = 0; i < GEOSGetNumGeometries_r(geos.context(), cells.get()); ++i) {
        const GEOSGeometry* cell = GEOSGetGeometryN_r(geos.context(), cells.get(), i);
        cells_of[groups[finder.inside(cell)]].push_back(
            geos.own(GEOSGeom_clone_r(geos.context(), cell)));
    }

    const auto land = geos.geometry(outline);
    std::vector<Area> areas;
    for (auto& [code, parts] : cells_of) {
        const auto dissolved = geos.united(std::move(parts));
        const auto clipped =
            geos.own(GEOSIntersection_r(geos.context(), dissolved.get(), land.get()));
        areas.push_back({code, geos.polygons(clipped.get())});
    }
    return areas;
}

}  // namespace geo::io
