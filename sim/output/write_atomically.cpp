// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/write_atomically.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>

#include "geo/check.h"
#include "sim/output/disk.h"
#include "sim/output/sha256.h"

namespace mgz {

namespace fs = std::filesystem;
using geo::InputError;
using geo::RunError;

static std::span<const std::byte> bytes_of(std::string_view text)
{
    return std::as_bytes(std::span(text.data(), text.size()));
}

/// The folder or file with all links resolved.
static fs::path canonical(const fs::path& path, const std::string& shown)
{
    std::error_code code;
    auto found = fs::canonical(path, code);
    if (code) disk::refuse(shown, "cannot be made", code.value(), true);
    return found;
}

/// The path with links resolved; its last part need not exist.
/// Errors (InputError): the folder it stands in is missing or none.
static std::string resolved(const std::string& path)
{
    std::error_code code;
    if (fs::exists(path, code)) return canonical(path, path).string();
    const auto parent = fs::absolute(path).parent_path();
    const auto kind = fs::status(parent, code).type();
    if (kind == fs::file_type::none) {
        disk::refuse(path, "cannot be made", code.value(), true);
    } else if (kind == fs::file_type::not_found) {
        throw InputError(path, fmt::format("the folder {} does not exist", parent.string()),
                         "make it first, or give another folder");
    } else if (kind != fs::file_type::directory) {
        throw InputError(path, fmt::format("{} is not a folder", parent.string()),
                         "give a path in a folder that you may write to");
    }
    return (canonical(parent, path) / fs::path(path).filename()).string();
}

static bool is_at_or_above(const fs::path& folder, const fs::path& path)
{
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first ==
           folder.end();
}

/// Is there anything, a link to nothing included?
static bool taken(const std::string& path)
{
    std::error_code code;
    const auto kind = fs::symlink_status(path, code).type();
    return kind != fs::file_type::not_found && kind != fs::file_type::none;
}

static void check_replaceable(const std::string& path, const std::string& target,
                              std::span<const std::string> keep)
{
    std::error_code code;
    if (!fs::is_directory(target, code)) {
        throw InputError(path, "exists and is not a folder", "give another path");
    }
    if (is_at_or_above(target, fs::current_path(code))) {
        throw InputError(path, "is the working folder or above it", "give another folder");
    }
    for (const auto& file : keep) {
        if (is_at_or_above(target, fs::weakly_canonical(file, code))) {
            throw InputError(path, fmt::format("holds {}, which the run reads", file),
                             "give another folder");
        }
    }
    if (!fs::is_empty(target, code) && !fs::exists(fs::path(target) / "manifest.json", code)) {
        throw InputError(path, "is not empty and holds no manifest.json: no run of mgz made it",
                         "give another folder, or remove this one yourself");
    }
}

static std::string without_slash(std::string path)
{
    while (path.size() > 1 && path.back() == '/')
        path.pop_back();
    return path;
}

/// Makes a folder beside the target whose name no other process has.
static std::string make_part(const std::string& path, const std::string& target)
{
    constexpr int attempts = 1000;
    for (int attempt = 1; attempt <= attempts; ++attempt) {
        auto part = disk::part_name(target, attempt);
        if (mkdir(part.c_str(), 0777) == 0) return part;
        if (errno != EEXIST) disk::refuse(path, "cannot be made", errno, true);
    }
    throw InputError(path, fmt::format("{} leftovers of earlier runs stand beside it", attempts),
                     fmt::format("remove {}.part-*", path));
}

OutputFolder::OutputFolder(std::string path, Existing existing, std::span<const std::string> keep)
    : path_(without_slash(std::move(path))), existing_(existing)
{
    if (path_.empty()) throw InputError("--output", "is empty", "give a folder");
    if (taken(path_)) {
        if (existing == Existing::refuse) {
            throw InputError(path_, "exists", "give another folder or --force");
        }
        std::error_code code;
        if (!fs::exists(path_, code)) {
            throw InputError(path_, "is a link to nothing", "give another folder");
        }
        target_ = resolved(path_);
        check_replaceable(path_, target_, keep);
    } else {
        target_ = resolved(path_);
    }
    part_ = make_part(path_, target_);
}

OutputFolder::~OutputFolder()
{
    std::error_code ignored;
    if (!published_) fs::remove_all(part_, ignored);
}

void OutputFolder::write(std::string_view name, std::span<const std::byte> bytes)
{
    expects(!published_ && !name.empty() && name.find('/') == name.npos);
    disk::write_new(fmt::format("{}/{}", part_, name), bytes, fmt::format("{}/{}", path_, name));
    files_.push_back({std::string(name), sha256_of(bytes), bytes.size()});
}

void OutputFolder::write(std::string_view name, std::string_view text)
{
    write(name, bytes_of(text));
}

std::vector<WrittenFile> OutputFolder::files() const
{
    auto sorted = files_;
    std::sort(sorted.begin(), sorted.end(),
              [](const WrittenFile& a, const WrittenFile& b) { return a.name < b.name; });
    return sorted;
}

void OutputFolder::publish()
{
    expects(!published_);
    disk::sync_folder(part_, path_);
    const auto parent = fs::path(target_).parent_path().string();
    if (disk::rename_new(part_, target_, path_)) {
        published_ = true;
        disk::sync_folder(parent, path_);
        return;
    }
    if (existing_ == Existing::refuse) {
        throw InputError(path_, "has come to exist while this ran", "give another folder");
    }
    disk::exchange(part_, target_, path_);
    published_ = true;  // the part folder now holds what was there before
    disk::sync_folder(parent, path_);
    std::error_code code;
    fs::remove_all(part_, code);
    if (code) {
        throw RunError(
            fmt::format("{}: is written, but what was there before cannot be removed: "
                        "{}; remove {} yourself",
                        path_, code.message(), part_));
    }
}

void write_file(const std::string& path, std::span<const std::byte> bytes, Existing existing)
{
    if (taken(path) && existing == Existing::refuse) {
        throw InputError(path, "exists", "give another file or --force");
    }
    const auto target = resolved(path);
    std::error_code code;
    if (fs::exists(target, code) && !fs::is_regular_file(target, code)) {
        throw InputError(path, "exists and is not a plain file", "give another path");
    }
    const auto part = make_part(path, target);
    const auto file = part + "/file";
    try {
        disk::write_new(file, bytes, path);
        const bool is_new = disk::rename_new(file, target, path);
        if (!is_new && existing == Existing::refuse) {
            throw InputError(path, "has come to exist while this ran", "give another file");
        }
        if (!is_new && std::rename(file.c_str(), target.c_str()) != 0) {
            disk::refuse(path, "cannot be replaced", errno);
        }
    } catch (...) {
        fs::remove_all(part, code);
        throw;
    }
    fs::remove_all(part, code);
    disk::sync_folder(fs::path(target).parent_path().string(), path);
}

void write_file(const std::string& path, std::string_view text, Existing existing)
{
    write_file(path, bytes_of(text), existing);
}

}  // namespace mgz
