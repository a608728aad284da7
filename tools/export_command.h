// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

namespace mgz::cli {

struct ExportArguments {
    std::string folder;
    std::string out;     ///< .xlsx; empty for a crate
    bool crate = false;  ///< describe the folder instead
    bool force = false;
};

/// Writes the tables of a folder as one workbook. Errors (InputError): the extension is none; see
/// make_workbook and OutputFile.
int export_tables(const ExportArguments& arguments);

/// Writes ro-crate-metadata.json into the folder. Errors (InputError): see crate_json and
/// OutputFile.
int export_crate(const ExportArguments& arguments);

}  // namespace mgz::cli
