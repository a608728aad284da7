// SPDX-License-Identifier: EUPL-1.2
/// An output folder described for archives: ro-crate-metadata.json after RO-Crate 1.1 and the
/// profile Process Run Crate 0.5.
#pragma once

#include <string>

namespace mgz {

inline constexpr const char* crate_file = "ro-crate-metadata.json";

/// The text of that file: the program, what it read and what it left, with sizes and SHA-256 as
/// the files are now. A function of the folder; its times are those of run.json.
/// Errors (InputError): not the folder of a run or comparison; no run.json; a file that the
/// manifest vouches for is missing or altered.
std::string crate_json(const std::string& folder);

}  // namespace mgz
