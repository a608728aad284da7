// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/target.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <filesystem>

#include "geo/check.h"
#include "sim/output/disk.h"

namespace mgz::disk {

namespace fs = std::filesystem;
using geo::InputError;

/// The folder or file with all links resolved.
static fs::path canonical(const fs::path& path, const std::string& shown)
{
    std::error_code code;
    auto found = fs::canonical(path, code);
    if (code) refuse(shown, "cannot be made", code.value(), true);
    return found;
}

std::string resolved(const std::string& path)
{
    std::error_code code;
    if (fs::exists(path, code)) return canonical(path, path).string();
    const auto parent = fs::absolute(path).parent_path();
    const auto kind = fs::status(parent, code).type();
    if (kind == fs::file_type::none) {
        refuse(path, "cannot be made", code.value(), true);
    } else if (kind == fs::file_type::not_found) {
        throw InputError(path, fmt::format("the folder {} does not exist", parent.string()),
                         "make it first, or give another folder");
    } else if (kind != fs::file_type::directory) {
        throw InputError(path, fmt::format("{} is not a folder", parent.string()),
                         "give a path in a folder that you may write to");
    }
    return (canonical(parent, path) / fs::path(path).filename()).string();
}

bool taken(const std::string& path)
{
    std::error_code code;
    const auto kind = fs::symlink_status(path, code).type();
    return kind != fs::file_type::not_found && kind != fs::file_type::none;
}

std::string make_part(const std::string& path, const std::string& target)
{
    constexpr int attempts = 1000;
    for (int attempt = 1; attempt <= attempts; ++attempt) {
        auto part = part_name(target, attempt);
        if (mkdir(part.c_str(), 0777) == 0) return part;
        if (errno != EEXIST) refuse(path, "cannot be made", errno, true);
    }
    throw InputError(path, fmt::format("{} leftovers of earlier runs stand beside it", attempts),
                     fmt::format("remove {}.part-*", path));
}

}  // namespace mgz::disk
