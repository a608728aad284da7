// SPDX-License-Identifier: EUPL-1.2
/// Inside geo_io only: is a CSV file the rectangle it should be?
#pragma once

#include <cstddef>
#include <string>

namespace geo::io {

/// GDAL reads the values, but it swallows the rest of the file after a quote that is never closed,
/// drops fields beyond the header's and fills in missing ones, all without a word. A decimal comma
/// would shift a row's values to the wrong columns. So fields are counted here, nothing more.
/// \param file as GDAL opens it  \param where as messages call it  \param columns of the header
/// Errors (InputError): a row with more or fewer fields than the header; a quote never closed.
void check_csv_shape(const std::string& file, const std::string& where, std::size_t columns);

}  // namespace geo::io
