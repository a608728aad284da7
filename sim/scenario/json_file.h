// SPDX-License-Identifier: EUPL-1.2
/// JSON files that mgz wrote and reads again.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace mgz {

/// Reads one that is there.
/// \param right what would be right where it is none: "give a folder that mgz run made"
/// Errors (InputError): cannot be read; larger or deeper than sim/core/limits.h has it; not an
/// object of JSON.
nlohmann::ordered_json read_json(const std::string& path, std::string_view right);

/// Version of the manifests of runs, comparisons and sensitivities.
inline constexpr int manifest_version = 1;

/// Errors (InputError): its format_version is none, or newer than what this program reads.
void check_format_version(const nlohmann::ordered_json& json, int newest, const std::string& path);

}  // namespace mgz
