// SPDX-License-Identifier: EUPL-1.2
#include "sim/scenario/json_file.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "geo/check.h"
#include "sim/core/limits.h"

namespace mgz {

using geo::InputError;
using Json = nlohmann::ordered_json;

Json read_json(const std::string& path, std::string_view right)
{
    std::error_code code;
    const auto kind = std::filesystem::status(path, code).type();
    if (kind != std::filesystem::file_type::regular && kind != std::filesystem::file_type::not_found)
        throw InputError(path, "is no file", right);
    const auto size = std::filesystem::file_size(path, code);
    if (!code && size > limits::json_bytes) {
        throw InputError(path, fmt::format("is larger than {} MB", limits::json_bytes / 1'000'000),
                         right);
    }
    std::ifstream stream(path, std::ios::binary);
    if (!stream) throw InputError(path, "cannot be read", "check its permissions");
    bool too_deep = false;
    const auto shallow = [&](int depth, Json::parse_event_t, Json&) {
        too_deep = too_deep || depth > limits::json_depth;
        return !too_deep;
    };
    Json json = Json::parse(stream, shallow, false);
    if (too_deep) {
        throw InputError(path, fmt::format("is nested deeper than {}", limits::json_depth), right);
    }
    if (!json.is_object()) throw InputError(path, "is not an object of JSON", right);
    return json;
}

void check_format_version(const Json& json, int newest, const std::string& path)
{
    const auto found = json.find("format_version");
    if (found == json.end() || !found->is_number_integer() || *found < 1) {
        throw InputError(path, "has no format_version that is a whole number above 0",
                         "give what mgz wrote, unchanged");
    }
    if (*found <= newest) return;
    throw InputError(
        path,
        fmt::format("is of format_version {}, and this program reads versions up to {}",
                    found->dump(), newest),
        "use a later release of mgz (mgz --version tells which one this is)");
}

}  // namespace mgz
