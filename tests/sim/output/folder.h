// SPDX-License-Identifier: EUPL-1.2
/// A folder of outputs as the bytes of its files.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "tests/support/catch.h"
#include "tests/support/content.h"

namespace support {

using Files = std::map<std::string, std::string>;  ///< bytes by name

inline Files folder(const std::string& path)
{
    Files files;
    for (const auto& entry : std::filesystem::directory_iterator(path))
        files[entry.path().filename().string()] = content(entry.path());
    return files;
}

/// All but run.json, which tells of the machine, must be the same.
inline void check_same_bytes(Files one, Files two)
{
    one.erase("run.json");
    two.erase("run.json");
    REQUIRE(one.size() == two.size());
    for (const auto& [name, bytes] : one) {
        INFO(name);
        CHECK(two[name] == bytes);
    }
}

}  // namespace support
