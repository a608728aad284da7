// SPDX-License-Identifier: EUPL-1.2
#include "geo/one_line.h"

#include <cstddef>
#include <cstdint>

namespace geo {

namespace {

/// A character at the beginning of a text; no bytes where there is none.
struct Character {
    std::uint32_t code = 0;
    std::size_t bytes = 0;
};

Character first_of(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const std::uint32_t lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    const std::size_t bytes = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || text.size() < bytes) return {};
    std::uint32_t code = lead & (0x7fU >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) {
        if ((byte(i) & 0xc0U) != 0x80) return {};
        code = code << 6 | (byte(i) & 0x3fU);
    }
    constexpr std::uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = code >= 0xd800 && code <= 0xdfff;
    if (code < least[bytes] || code > 0x10ffff || surrogate) return {};
    return {code, bytes};
}

/// Control characters (C0, DEL, C1), separators of lines, and marks of direction.
bool is_unseen(std::uint32_t code)
{
    return code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0x2028 && code <= 0x202e) ||
           (code >= 0x2066 && code <= 0x2069) || code == 0x200e || code == 0x200f;
}

}  // namespace

bool is_utf8(std::string_view text)
{
    while (!text.empty()) {
        const auto bytes = first_of(text).bytes;
        if (bytes == 0) return false;
        text.remove_prefix(bytes);
    }
    return true;
}

std::string one_line(std::string_view text, std::size_t most)
{
    std::string line;
    while (!text.empty()) {
        const auto [code, bytes] = first_of(text);
        if (line.size() + bytes > most) return line + "...";
        if (code == '\n' || code == '\r' || code == '\t')
            line += ' ';
        else if (bytes == 0 || is_unseen(code))
            line += "\xef\xbf\xbd";
        else
            line += text.substr(0, bytes);
        text.remove_prefix(bytes == 0 ? 1 : bytes);
    }
    return line;
}

}  // namespace geo
