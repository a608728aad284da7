// SPDX-License-Identifier: EUPL-1.2
#include "tools/data_columns_command.h"

#include <fmt/format.h>

#include "sim/input/world_input.h"
#include "tools/text_table.h"

namespace mgz::cli {

static void show_input(const std::string& key, const Rows& rows)
{
    fmt::print("{}\n{}\n", key, aligned(rows, 2));
}

int show_data_columns()
{
    std::string key;
    Rows rows;
    for (const InputColumn& column : input_columns()) {
        if (column.input != key) {
            if (!rows.empty()) show_input(key, rows);
            key = column.input;
            rows.clear();
        }
        rows.push_back({column.column, column.type, column.unit,
                        column.required ? "required" : "optional", column.meaning});
    }
    show_input(key, rows);
    fmt::print(
        "The titles are keys of a scenario; each names a file: shapefile, GeoPackage, GeoJSON,\n"
        "FlatGeobuf or CSV (with columns x_rd and y_rd). A file of yours with other column names:\n"
        "--set geography.regions_code=NAME and so on; mgz parameters geography lists these "
        "keys.\n");
    return 0;
}

}  // namespace mgz::cli
