// SPDX-License-Identifier: EUPL-1.2
#include "geo/io/geos.h"

#include "geo/check.h"

namespace geo::io {

static void keep_message(const char* message, void* kept)
{
    *static_cast<std::string*>(kept) = message;
}

Geos::Geos() : context_(GEOS_init_r())
{
    if (context_ == nullptr) throw RunError("GEOS did not start");
    GEOSContext_setErrorMessageHandler_r(context_, keep_message, &message_);
    GEOSContext_setNoticeMessageHandler_r(
        context_, [](const char*, void*) {}, nullptr);
}

Geos::~Geos()
{
    GEOS_finish_r(context_);
}

void Geos::fail() const
{
    throw RunError("GEOS: " + message_);
}

Geos::Geometry Geos::own(GEOSGeometry* geometry) const
{
    if (geometry == nullptr) fail();
    return Geometry(geometry, Free{context_});
}

bool Geos::yes(char answer) const
{
    if (answer == 2) fail();
    return answer == 1;
}

Geos::Geometry Geos::collection(int type, std::vector<Geometry> parts) const
{
    std::vector<GEOSGeometry*> bare;
    bare.reserve(parts.size());
    for (Geometry& part : parts)
        bare.push_back(part.release());
    return own(GEOSGeom_createCollection_r(context_, type, bare.data(),
                                           static_cast<unsigned>(bare.size())));
}

Geos::Geometry Geos::united(std::vector<Geometry> parts) const
{
    const Geometry all = collection(GEOS_GEOMETRYCOLLECTION, std::move(parts));
    return own(GEOSUnaryUnion_r(context_, all.get()));
}

Geos::Geometry Geos::geometry(Point point) const
{
    return own(GEOSGeom_createPointFromXY_r(context_, point.x, point.y));
}

Geos::Geometry Geos::geometry(const MultiPolygon& shape) const
{
    const auto linear_ring = [&](const Ring& ring) {
        expects(ring.size() >= 3);
        std::vector<double> xy;
        xy.reserve(2 * ring.size() + 2);
        for (const Point p : ring)
            xy.insert(xy.end(), {p.x, p.y});
        xy.insert(xy.end(), {ring.front().x, ring.front().y});  // GEOS wants rings closed
        GEOSCoordSequence* sequence = GEOSCoordSeq_copyFromBuffer_r(
            context_, xy.data(), static_cast<unsigned>(xy.size() / 2), 0, 0);
        if (sequence == nullptr) fail();
        return own(GEOSGeom_createLinearRing_r(context_, sequence));
    };
    std::vector<Geometry> parts;
    for (const Polygon& part : shape.parts) {
        Geometry outer = linear_ring(part.outer);
        std::vector<Geometry> holes;
        for (const Ring& hole : part.holes)
            holes.push_back(linear_ring(hole));
        std::vector<GEOSGeometry*> bare;
        bare.reserve(holes.size());
        for (Geometry& hole : holes)
            bare.push_back(hole.release());
        parts.push_back(own(GEOSGeom_createPolygon_r(context_, outer.release(), bare.data(),
                                                     static_cast<unsigned>(bare.size()))));
    }
    return collection(GEOS_MULTIPOLYGON, std::move(parts));
}

Ring Geos::ring(const GEOSGeometry* closed) const
{
    const GEOSCoordSequence* sequence = GEOSGeom_getCoordSeq_r(context_, closed);
    unsigned count = 0;
    if (sequence == nullptr || !GEOSCoordSeq_getSize_r(context_, sequence, &count)) fail();
    Ring ring;
    for (unsigned i = 0; i + 1 < count; ++i) {
        Point p;
        if (!GEOSCoordSeq_getXY_r(context_, sequence, i, &p.x, &p.y)) fail();
        ring.push_back(p);
    }
    return ring;
}

MultiPolygon Geos::polygons(const GEOSGeometry* geometry) const
{
    MultiPolygon shape;
    const int type = GEOSGeomTypeId_r(context_, geometry);
    if (type == GEOS_POLYGON) {
        if (yes(GEOSisEmpty_r(context_, geometry))) return shape;
        Polygon polygon{ring(GEOSGetExteriorRing_r(context_, geometry)), {}};
        const int holes = GEOSGetNumInteriorRings_r(context_, geometry);
        for (int i = 0; i < holes; ++i) {
            polygon.holes.push_back(ring(GEOSGetInteriorRingN_r(context_, geometry, i)));
        }
        shape.parts.push_back(std::move(polygon));
    } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
        const int parts = GEOSGetNumGeometries_r(context_, geometry);
        for (int i = 0; i < parts; ++i) {
            MultiPolygon part = polygons(GEOSGetGeometryN_r(context_, geometry, i));
            for (Polygon& polygon : part.parts)
                shape.parts.push_back(std::move(polygon));
        }
    }
    return shape;
}

double Geos::area(const GEOSGeometry* geometry) const
{
    double area = 0;
    if (!GEOSArea_r(context_, geometry, &area)) fail();
    return area;
}

}  // namespace geo::io
