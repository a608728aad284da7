// SPDX-License-Identifier: EUPL-1.2
/// Inside geo_io only: our columns and values as GDAL's fields.
#pragma once

#include "geo/io/handles.h"

namespace geo::io {

OGRFieldType ogr_type(ColumnType type);

/// Numbers that are not finite become null.
void set_value(OGRFeatureH feature, int field, ColumnType type, const Value& value);

/// While one of these lives, files of this thread that must hold the time of their making hold a
/// fixed one: a run's time belongs in run.json, not in its results.
class FixedDate {
    ThreadOption same_date_{"OGR_CURRENT_DATE", "2026-01-01T00:00:00.000Z"};
};

/// The version that we write, named because newer GDAL would write a newer one.
inline constexpr const char* gpkg_version = "1.2";

}  // namespace geo::io
