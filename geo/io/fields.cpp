// SPDX-License-Identifier: EUPL-1.2
#include "geo/io/fields.h"

#include <cmath>

#include "geo/check.h"

namespace geo::io {

OGRFieldType ogr_type(ColumnType type)
{
    switch (type) {
        case ColumnType::integer:
            return OFTInteger64;
        case ColumnType::real:
            return OFTReal;
        case ColumnType::date:
            return OFTDate;
        case ColumnType::text:
            break;
    }
    return OFTString;
}

void set_value(OGRFeatureH feature, int field, ColumnType type, const Value& value)
{
    const auto* real = std::get_if<double>(&value);
    if (std::holds_alternative<std::monostate>(value) || (real && !std::isfinite(*real))) {
        OGR_F_SetFieldNull(feature, field);
    } else if (type == ColumnType::text || type == ColumnType::date) {
        OGR_F_SetFieldString(feature, field, text(value).c_str());
    } else if (const auto* whole = std::get_if<long long>(&value)) {
        OGR_F_SetFieldInteger64(feature, field, *whole);
    } else {
        expects(real != nullptr && type == ColumnType::real);
        if (real) OGR_F_SetFieldDouble(feature, field, *real);
    }
}

}  // namespace geo::io
