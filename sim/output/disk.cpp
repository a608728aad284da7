// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/disk.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <exception>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "geo/check.h"

namespace mgz::disk {

static const char* advice(int error)
{
    switch (error) {
        case ENOSPC:
        case EDQUOT:
            return "free some space, or give a folder on another disk";
        case EFBIG:
            return "a limit on the size of files is in force (ulimit -f); raise it, or give a "
                   "folder on another disk";
        case EIO:
            return "check the disk, or give a folder on another one";
        case EACCES:
        case EPERM:
        case EROFS:
            return "give a folder that you may write to";
        case ENAMETOOLONG:
            return "give a shorter name";
        default:
            return "give another folder";
    }
}

/// Would the same call succeed with another path or other permissions?
static bool user_can_mend(int error)
{
    return error == EACCES || error == EPERM || error == EROFS || error == ENOTDIR ||
           error == ENOENT || error == ELOOP || error == ENAMETOOLONG || error == EINVAL;
}

void refuse(const std::string& shown, const std::string& what, int error, bool before_run)
{
    const auto wrong = fmt::format("{}: {}", what, std::generic_category().message(error));
    if (before_run && user_can_mend(error)) throw geo::InputError(shown, wrong, advice(error));
    throw geo::RunError(fmt::format("{}: {}; {}", shown, wrong, advice(error)));
}

namespace {

/// A file descriptor with an owner.
class Descriptor {
public:
    Descriptor(const std::string& path, int flags) : number_(open(path.c_str(), flags)) {}
    ~Descriptor()
    {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    int number() const { return number_; }

private:
    int number_;
};

/// Errno of the first failure, 0 when all bytes were taken.
int write_all(int file, std::span<const std::byte> bytes)
{
    constexpr std::size_t largest = std::size_t{1} << 30;  // Linux takes no more than 2 GiB at once
    while (!bytes.empty()) {
        const ssize_t taken = ::write(file, bytes.data(), std::min(bytes.size(), largest));
        if (taken < 0 && errno == EINTR) continue;
        if (taken < 0) return errno;
        if (taken == 0) return ENOSPC;
        bytes = bytes.subspan(static_cast<std::size_t>(taken));
    }
    return 0;
}

/// Some file systems cannot sync and say so; that is not a failure to write.
bool synced(int file)
{
    while (fsync(file) != 0) {
        if (errno == EINTR) continue;
        return errno == EINVAL || errno == ENOTSUP;
    }
    return true;
}

}  // namespace

static const std::string not_written = "cannot be written";

NewFile::NewFile(const std::string& path, std::string shown)
    : shown_(std::move(shown)),
      number_(open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666))
{
    if (number_ < 0) refuse(shown_, not_written, errno);
}

NewFile::~NewFile()
{
    if (number_ >= 0) ::close(number_);
}

void NewFile::append(std::span<const std::byte> bytes)
{
    if (const int error = write_all(number_, bytes); error != 0) refuse(shown_, not_written, error);
}

void NewFile::finish()
{
    if (!synced(number_)) refuse(shown_, not_written, errno);
    // Network file systems report a full disk as late as here.
    if (::close(std::exchange(number_, -1)) != 0) refuse(shown_, not_written, errno);
}

void write_new(const std::string& path, std::span<const std::byte> bytes, const std::string& shown)
{
    NewFile file(path, shown);
    file.append(bytes);
    file.finish();
}

void sync_file(const std::string& path, const std::string& shown)
{
    const Descriptor file(path, O_RDONLY | O_CLOEXEC);
    if (file.number() < 0 || !synced(file.number())) refuse(shown, not_written, errno);
}

void sync_folder(const std::string& path, const std::string& shown)
{
    const Descriptor folder(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder.number() < 0) {
        if (errno == EACCES) return;  // a folder one may write to but not list
        refuse(shown, not_written, errno);
    }
    if (!synced(folder.number())) refuse(shown, not_written, errno);
}

void sync_or_undo(const std::string& path, const std::string& shown,
                  const std::function<void()>& undo)
{
    try {
        sync_folder(path, shown);
    } catch (const std::runtime_error&) {
        const auto failure = std::current_exception();
        undo();
        std::rethrow_exception(failure);
    }
}

static bool rename_with(const std::string& from, const std::string& to, unsigned flags)
{
    return renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), flags) == 0;
}

/// Not every file system knows the flags.
static bool not_supported(int error)
{
    return error == EINVAL || error == ENOSYS || error == ENOTSUP;
}

bool rename_new(const std::string& from, const std::string& to, const std::string& shown)
{
    if (rename_with(from, to, RENAME_NOREPLACE)) return true;
    if (not_supported(errno)) {
        if (access(to.c_str(), F_OK) == 0) return false;
        if (std::rename(from.c_str(), to.c_str()) == 0) return true;
    }
    if (errno == EEXIST || errno == ENOTEMPTY) return false;
    refuse(shown, "cannot get its name", errno);
}

void exchange(const std::string& a, const std::string& b, const std::string& shown)
{
    if (rename_with(a, b, RENAME_EXCHANGE)) return;
    if (!not_supported(errno)) refuse(shown, "cannot be replaced", errno);
    exchange_in_steps(a, b, shown);
}

void exchange_in_steps(const std::string& a, const std::string& b, const std::string& shown)
{
    static const std::string what = "cannot be replaced";
    const std::string aside = b + fmt::format(".old-{}", getpid());
    if (std::rename(b.c_str(), aside.c_str()) != 0) refuse(shown, what, errno);
    if (std::rename(a.c_str(), b.c_str()) != 0) {
        const int error = errno;
        if (std::rename(aside.c_str(), b.c_str()) != 0) {
            throw geo::RunError(fmt::format("{}: {}: {}; the older one is now {}", shown, what,
                                            std::generic_category().message(error), aside));
        }
        refuse(shown, what, error);
    }
    if (std::rename(aside.c_str(), a.c_str()) != 0) refuse(aside, "cannot be removed", errno);
}

std::string part_name(const std::string& path, int attempt)
{
    const auto name = fmt::format("{}.part-{}", path, getpid());
    return attempt == 1 ? name : fmt::format("{}-{}", name, attempt);
}

}  // namespace mgz::disk
