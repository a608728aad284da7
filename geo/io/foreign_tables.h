// SPDX-License-Identifier: EUPL-1.2
/// Inside geo_io only: a look into a database before GDAL opens it.
#pragma once

#include <string>
#include <string_view>

namespace geo::io {

/// Where GDAL has SpatiaLite, a virtual table can be any file of the machine, and some of them
/// print and read as soon as GDAL lists the layers. So SQLite alone, which knows none of them,
/// reads what tables there are, and runs no statement of the file. InputError when one is virtual
/// and no spatial index, or the list of tables cannot be read. \param file what is opened,
/// absolute; \param path what a message calls it \param unchanging read it as a file that nobody
/// writes: none is made beside it
void refuse_foreign_tables(const std::string& file, const std::string& path, bool unchanging);

/// What the statement that makes a table makes.
enum class TableKind { ordinary, spatial_index, foreign };
TableKind kind_of_table(std::string_view create_statement);

}  // namespace geo::io
