// SPDX-License-Identifier: EUPL-1.2
/// Inside geo_io only: from "path|layer" to an open layer, with every error said well.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "geo/io/handles.h"
#include "geo/io/limits.h"

namespace geo::io {

struct OpenLayer {
    Dataset dataset;
    OGRLayerH layer = nullptr;  ///< owned by the dataset
    bool is_csv = false;
    std::vector<std::string> columns;  ///< in file order
};

/// REQUIRES: a GdalMessages that outlives the result. Errors: see read_layer.
OpenLayer open_layer(const std::string& where, GdalMessages& messages,
                     const LayerLimits& limits = {});

/// Index in `columns` of the name, exact first, else without regard to case; -1 when absent.
int find_column(const std::vector<std::string>& columns, const std::string& name);

/// Whether a text holds what a terminal would obey; line ends and tabs are none.
bool has_control(std::string_view text);

/// InputError: no such column; the nearest one is proposed.
[[noreturn]] void column_missing(const std::string& where, const std::string& name,
                                 const std::vector<std::string>& columns);

}  // namespace geo::io
