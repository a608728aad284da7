// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

namespace mgz::cli {

/// Names are those of the columns in the source.
struct DataImportArguments {
    std::string kind;    ///< regions, subregions or settlements
    std::string source;  ///< path, or "path|layer"
    std::string out;     ///< a .gpkg
    bool force = false;
    std::string code = "code", name = "name";
    std::string region = "region", amenity = "amenity", housing = "housing";  ///< subregions
    std::string own_table = "own_table";                                      ///< subregions
    std::vector<std::string> population{"pop_0_19", "pop_20_64", "pop_65_74", "pop_75_84",
                                        "pop_85p"};  ///< settlements; so are the next
    std::string province = "province", municipality = "muni";
};

/// Turns somebody's boundaries or places into a GeoPackage in EPSG:28992 with the column names that
/// the program expects, prints what was found and how to use it. Returns the exit status.
/// Errors (InputError): everything read_layer() names; a code that is empty or stands twice; a
/// population that is no number or below 0; `out` exists (without force) or is no .gpkg.
int import_data(const DataImportArguments& arguments);

}  // namespace mgz::cli
