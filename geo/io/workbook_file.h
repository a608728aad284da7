// SPDX-License-Identifier: EUPL-1.2
/// A workbook of several sheets, for spreadsheets: written, never read.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "geo/io/layer_io.h"

namespace geo::io {

/// Rows that a sheet of a spreadsheet can hold, its header among them.
inline constexpr std::size_t most_sheet_rows = 1'048'576;
/// Letters in the name of a sheet.
inline constexpr std::size_t most_sheet_letters = 31;

/// Whether the GDAL of this machine writes workbooks.
bool can_write_workbooks();

/// An .xlsx. Of the other kind, .ods, GDAL makes formulas of text that looks like one.
/// Held in memory until its bytes are taken: GDAL takes a path for an archive where a folder's name
/// holds ".xlsx", and so makes none on disk.
class WorkbookFile {
public:
    /// REQUIRES: can_write_workbooks().
    /// Errors (RunError), here and below: the machine refuses (no memory left).
    WorkbookFile();
    ~WorkbookFile();
    WorkbookFile(const WorkbookFile&) = delete;
    WorkbookFile& operator=(const WorkbookFile&) = delete;

    /// Begins a sheet: a row of column names, then the rows that are added.
    /// REQUIRES: a name of most_sheet_letters at most that no other sheet has.
    void begin_sheet(const std::string& name, std::vector<Column> columns);
    /// One value per column; numbers are cells of numbers. Numbers that are not finite become
    /// empty. REQUIRES: a sheet was begun.
    void add(std::span<const Value> row);

    /// The bytes of the whole file; the same for the same sheets.
    Bytes take();

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace geo::io
