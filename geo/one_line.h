// SPDX-License-Identifier: EUPL-1.2
/// Text that came from a file, made fit for a message or a terminal.
#pragma once

#include <string>
#include <string_view>

namespace geo {

/// Well-formed UTF-8 (RFC 3629): no surrogates, nothing overlong.
bool is_utf8(std::string_view text);

/// A byte that a terminal would obey; line ends and tabs are none.
inline bool is_control(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 ? c != '\n' && c != '\t' && c != '\r' : byte == 0x7f;
}

/// The text on one line: line breaks and tabs become blanks; bytes that are not UTF-8, control
/// characters and marks that turn the direction of writing become U+FFFD. Of a text longer than
/// `most` bytes the beginning, with dots after it. Ordinary text stays as it is.
std::string one_line(std::string_view text, std::size_t most = std::string_view::npos);

}  // namespace geo
