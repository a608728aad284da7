// SPDX-License-Identifier: EUPL-1.2
#include "sim/scenario/input_path.h"

#include <filesystem>

namespace mgz {

namespace fs = std::filesystem;

std::string input_path(const std::string& where, const std::string& folder)
{
    if (where.empty() || where == "none" || fs::path(where).is_absolute()) return where;
    const auto bar = where.find('|');
    const auto file = fs::path(folder) / where.substr(0, bar);
    return file.lexically_normal().string() + (bar == std::string::npos ? "" : where.substr(bar));
}

std::string folder_of(const std::string& file)
{
    std::error_code none;
    return fs::absolute(file, none).parent_path().string();
}

}  // namespace mgz
