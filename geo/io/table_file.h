// SPDX-License-Identifier: EUPL-1.2
/// A table without geometry, written row by row to a file on disk: for tables too large to be held
/// in memory (else layer_io.h makes the bytes of a file).
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "geo/io/layer.h"

namespace geo::io {

enum class TableFormat : unsigned char {
    gpkg,    ///< an attribute table in a GeoPackage with titles and meanings of its columns,
             ///< byte-identical for identical rows
    parquet  ///< only where can_write() says so
};

/// Whether the GDAL of this machine writes the format.
bool can_write(TableFormat format);

class TableFile {
public:
    /// \param path that does not exist yet, with the format's extension
    /// \param shown the path as the user knows it, for messages
    /// REQUIRES: can_write(format).
    /// Errors (RunError), here and below: the machine refuses (disk full).
    TableFile(const std::string& path, std::string shown, TableFormat format,
              const std::string& layer, std::vector<Column> columns);
    ~TableFile();
    TableFile(const TableFile&) = delete;
    TableFile& operator=(const TableFile&) = delete;

    /// One value per column. Numbers that are not finite become null.
    void add(std::span<const Value> row);

    /// The file is complete when it returns, though not yet on the disk for certain.
    void close();

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace geo::io
