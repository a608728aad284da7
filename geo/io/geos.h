// SPDX-License-Identifier: EUPL-1.2
/// Inside geo_io only: GEOS with owners, and polygons in and out of it.
#pragma once

#include <geos_c.h>

#include <memory>
#include <string>
#include <vector>

#include "geo/polygon.h"

namespace geo::io {

/// One GEOS context. Geometries made by it must go before it. One thread each.
class Geos {
public:
    struct Free {
        GEOSContextHandle_t context = nullptr;
        void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(context, geometry); }
    };
    using Geometry = std::unique_ptr<GEOSGeometry, Free>;

    Geos();
    ~Geos();
    Geos(const Geos&) = delete;
    Geos& operator=(const Geos&) = delete;

    GEOSContextHandle_t context() const { return context_; }

    /// Own what GEOS returned. RunError with its message when that is null.
    Geometry own(GEOSGeometry* geometry) const;

    /// As it is, valid or not. REQUIRES: three vertices or more in each ring.
    Geometry geometry(const MultiPolygon& shape) const;
    Geometry geometry(Point point) const;
    /// Takes over the parts.
    Geometry collection(int type, std::vector<Geometry> parts) const;
    Geometry united(std::vector<Geometry> parts) const;

    /// The polygons of a geometry; points and lines are left out.
    MultiPolygon polygons(const GEOSGeometry* geometry) const;
    double area(const GEOSGeometry* geometry) const;
    /// Throws RunError when `answer` is 2, as GEOS's predicates give when they fail.
    bool yes(char answer) const;

private:
    [[noreturn]] void fail() const;
    Ring ring(const GEOSGeometry* closed) const;

    GEOSContextHandle_t context_;
    std::string message_;
};

}  // namespace geo::io
