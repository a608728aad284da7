// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/write_atomically.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "geo/check.h"
#include "sim/output/disk.h"
#include "sim/output/output_file.h"
#include "sim/output/sha256.h"
#include "sim/output/target.h"

namespace mgz {

namespace fs = std::filesystem;
using geo::InputError;
using geo::RunError;

static std::span<const std::byte> bytes_of(std::string_view text)
{
    return std::as_bytes(std::span(text.data(), text.size()));
}

static bool is_at_or_above(const fs::path& folder, const fs::path& path)
{
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first ==
           folder.end();
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

OutputFolder::OutputFolder(std::string path, Existing existing, std::span<const std::string> keep)
    : path_(without_slash(std::move(path))), existing_(existing)
{
    if (path_.empty()) throw InputError("--output", "is empty", "give a folder");
    if (disk::taken(path_)) {
        if (existing == Existing::refuse) {
            throw InputError(path_, "exists", "give another folder or --force");
        }
        std::error_code code;
        if (!fs::exists(path_, code)) {
            throw InputError(path_, "is a link to nothing", "give another folder");
        }
        target_ = disk::resolved(path_);
        check_replaceable(path_, target_, keep);
    } else {
        target_ = disk::resolved(path_);
    }
    part_ = disk::make_part(path_, target_);
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
    WrittenFile written{std::string(name), sha256_of(bytes), bytes.size()};
    const std::lock_guard alone(adding_);
    files_.push_back(std::move(written));
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
        disk::sync_or_undo(parent, path_,
                           [&] { published_ = !disk::rename_new(target_, part_, path_); });
        return;
    }
    if (existing_ == Existing::refuse) {
        throw InputError(path_, "has come to exist while this ran", "give another folder");
    }
    disk::exchange(part_, target_, path_);
    published_ = true;  // the part folder now holds what was there before
    disk::sync_or_undo(parent, path_, [&] {
        disk::exchange(part_, target_, path_);
        published_ = false;
    });
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
    OutputFile out(path, existing);
    out.append(bytes);
    out.publish();
}

void write_file(const std::string& path, std::string_view text, Existing existing)
{
    write_file(path, bytes_of(text), existing);
}

}  // namespace mgz
