// SPDX-License-Identifier: EUPL-1.2
/// SHA-256 in lower case, hexadecimal. Errors (RunError): OpenSSL offers none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace mgz {

std::string sha256_of(std::span<const std::byte> bytes);
std::string sha256_of(std::string_view text);

struct HashedFile {
    std::string sha256;
    std::uint64_t size = 0;  ///< bytes
};
/// Nothing when the file cannot be read to its end.
std::optional<HashedFile> hash_file(const std::string& path);

}  // namespace mgz
