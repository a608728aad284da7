// SPDX-License-Identifier: EUPL-1.2
/// A workbook of several sheets, for spreadsheets: written, never read.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "geo/io/layer.h"

namespace geo::io {

enum class WorkbookFormat : unsigned char { xlsx, ods };

/// Rows that a sheet of a spreadsheet can hold, its header among them.
inline constexpr std::size_t most_sheet_rows = 1'048'576;
/// Letters in the name of a sheet.
inline constexpr std::size_t most_sheet_letters = 31;

/// Whether the GDAL of this machine writes the format.
bool can_write(WorkbookFormat format);

/// Everything is held in memory until close().
class WorkbookFile {
public:
    /// \param path that does not exist yet, with the format's extension
    /// \param shown the path as the user knows it, for messages
    /// REQUIRES: can_write(format).
    /// Errors (RunError), here and below: the machine refuses (disk full).
    WorkbookFile(const std::string& path, std::string shown, WorkbookFormat format);
    ~WorkbookFile();
    WorkbookFile(const WorkbookFile&) = delete;
    WorkbookFile& operator=(const WorkbookFile&) = delete;

    /// Begins a sheet: a row of column names, then the rows that are added.
    /// REQUIRES: a name of most_sheet_letters at most that no other sheet has.
    void begin_sheet(const std::string& name, std::vector<Column> columns);
    /// One value per column; numbers are cells of numbers. Numbers that are not finite become
    /// empty. REQUIRES: a sheet was begun.
    void add(std::span<const Value> row);

    /// The file is complete when it returns, though not yet on the disk for certain.
    void close();

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace geo::io
