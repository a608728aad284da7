// SPDX-License-Identifier: EUPL-1.2
/// Inside geo_io only: tables as mgz itself writes them, read without GDAL.
#pragma once

#include <optional>

#include "geo/io/layer_io.h"
#include "geo/io/limits.h"

namespace geo::io {

/// What read_layer() gives for the source, several times sooner; nothing when the file is not a
/// table of the plainest kind, or lacks a column: GDAL reads such a file, or says what is wrong
/// with it. Plain is: no geometry asked for; names of columns without blanks or quotes, each once,
/// with commas between them; lines that end with one line feed, none of them blank; as many fields
/// in each as in the header; quotes around a whole field or not at all, and no line break within;
/// UTF-8.
std::optional<Read> read_plain_csv(const Source& source, const LayerLimits& limits = {});

}  // namespace geo::io
