// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/output_file.h"

#include <cerrno>
#include <cstdio>
#include <filesystem>

#include "geo/check.h"
#include "sim/output/disk.h"
#include "sim/output/target.h"

namespace mgz {

namespace fs = std::filesystem;
using geo::InputError;

/// Written at once.
static constexpr std::size_t most_waiting = std::size_t{1} << 20;

OutputFile::OutputFile(std::string path, Existing existing)
    : path_(std::move(path)), existing_(existing)
{
    if (path_.empty()) throw InputError("--output", "is empty", "give a file");
    if (disk::taken(path_) && existing == Existing::refuse) {
        throw InputError(path_, "exists", "give another file or --force");
    }
    target_ = disk::resolved(path_);
    std::error_code code;
    if (fs::exists(target_, code) && !fs::is_regular_file(target_, code)) {
        throw InputError(path_, "exists and is not a plain file", "give another path");
    }
    folder_ = disk::make_part(path_, target_);
    part_ = folder_ + "/file" + fs::path(target_).extension().string();
}

OutputFile::~OutputFile()
{
    file_.reset();
    std::error_code ignored;
    fs::remove(part_, ignored);  // remove_all() opens folders, and there may be too many files open
    fs::remove(folder_, ignored);
    fs::remove_all(folder_, ignored);
}

void OutputFile::append(std::span<const std::byte> bytes)
{
    append(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
}

void OutputFile::append(std::string_view text)
{
    if (!file_) file_ = std::make_unique<disk::NewFile>(part_, path_);
    if (waiting_.size() + text.size() > most_waiting) write_out();
    if (text.size() > most_waiting) {
        file_->append(std::as_bytes(std::span(text)));
    } else {
        waiting_ += text;
    }
}

void OutputFile::write_out()
{
    file_->append(std::as_bytes(std::span(waiting_)));
    waiting_.clear();
}

void OutputFile::finish()
{
    if (file_) {
        write_out();
        file_->finish();
    } else {
        disk::sync_file(part_, path_);
    }
    finished_ = true;
}

void OutputFile::publish()
{
    if (!finished_) finish();
    const bool is_new = disk::rename_new(part_, target_, path_);
    if (!is_new && existing_ == Existing::refuse) {
        throw InputError(path_, "has come to exist while this ran", "give another file");
    }
    if (!is_new && std::rename(part_.c_str(), target_.c_str()) != 0) {
        disk::refuse(path_, "cannot be replaced", errno);
    }
    disk::sync_or_undo(fs::path(target_).parent_path().string(), path_, [&] {
        if (is_new) disk::rename_new(target_, part_, path_);
    });
}

}  // namespace mgz
