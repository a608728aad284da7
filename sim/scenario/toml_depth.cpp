// SPDX-License-Identifier: EUPL-1.2
#include "sim/scenario/toml_depth.h"

#include <fmt/format.h>

#include <algorithm>

#include "geo/check.h"
#include "sim/core/limits.h"

namespace mgz {

/// Behind the quoted text that begins at `at`; where it is not closed, behind its line or the
/// whole.
static std::size_t behind_quotes(std::string_view text, std::size_t at)
{
    const char quote = text[at];
    const bool many_lines = text.substr(at, 3) == std::string(3, quote);
    const std::string end(many_lines ? 3 : 1, quote);
    for (at += end.size(); at < text.size(); ++at) {
        if (text.substr(at, end.size()) == end) return at + end.size();
        if (text[at] == '\n' && !many_lines) return at;
        if (text[at] == '\\' && quote == '"') ++at;
    }
    return text.size();
}

void refuse_deep_keys(std::string_view text, const std::string& where)
{
    std::size_t dots = 0;  // since something that ends a key
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '"' || c == '\'') {
            at = behind_quotes(text, at);
            continue;
        }
        if (c == '#') {
            at = std::min(text.find('\n', at), text.size());
            continue;
        }
        ++at;
        if (std::string_view("\n=,[]{}").find(c) != std::string_view::npos) dots = 0;
        if (c != '.' || ++dots < limits::toml_key_parts) continue;
        const auto line = std::count(text.begin(), text.begin() + static_cast<long>(at), '\n') + 1;
        throw geo::InputError(fmt::format("{}, line {}", where, line),
                              fmt::format("a key has more than {} parts", limits::toml_key_parts),
                              "mgz parameters lists all keys");
    }
}

}  // namespace mgz
