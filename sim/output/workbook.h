// SPDX-License-Identifier: EUPL-1.2
/// The tables of a folder as one workbook: a sheet per table, and the dictionary last.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "geo/io/workbook_file.h"

namespace mgz {

struct WorkbookSheet {
    std::string name;
    std::size_t rows = 0;  ///< without the header
};

struct Workbook {
    geo::io::Bytes bytes;
    std::vector<WorkbookSheet> sheets;
};

/// Of the tables that the folder's dictionary explains and that are there, in its order. What the
/// dictionary calls a number becomes one. REQUIRES: geo::io::can_write_workbooks().
/// Errors (InputError): there is no such folder; it has no dictionary.csv; a table has more rows
/// than a sheet holds, or a cell that is not what the dictionary says.
Workbook make_workbook(const std::string& folder);

}  // namespace mgz
