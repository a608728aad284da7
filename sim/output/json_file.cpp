// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/json_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace mgz {

/// The most brackets that are open at once, those in texts left out.
static int depth_of(std::string_view text)
{
    int depth = 0, most = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '\\')
            ++i;
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == '[' || c == '{'))
            most = std::max(most, ++depth);
        else if (!quoted && (c == ']' || c == '}'))
            --depth;
    }
    return most;
}

std::optional<nlohmann::ordered_json> json_of(std::string_view text)
{
    constexpr int deepest = 100;
    if (depth_of(text) > deepest) return std::nullopt;
    auto json = nlohmann::ordered_json::parse(text, nullptr, false);
    if (json.is_discarded()) return std::nullopt;
    return json;
}

std::optional<nlohmann::ordered_json> json_of_file(const std::string& path)
{
    std::error_code none;
    if (!std::filesystem::is_regular_file(path, none)) return std::nullopt;  // a pipe never ends
    std::ifstream in(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!in) return std::nullopt;
    return json_of(text);
}

}  // namespace mgz
