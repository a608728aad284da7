// SPDX-License-Identifier: EUPL-1.2
/// Inside the checked writer only: the calls of the system, each with its error said well.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>

namespace mgz::disk {

/// Throws what the errno of a failed call means for the user: InputError when another path or
/// permission mends it and nothing has run yet (`before_run`), else RunError.
/// \param shown the path as the user knows it
/// \param what "cannot be written"
[[noreturn]] void refuse(const std::string& shown, const std::string& what, int error,
                         bool before_run = false);

/// A new file with these bytes, on the disk on return. `path` must not exist.
void write_new(const std::string& path, std::span<const std::byte> bytes, const std::string& shown);

/// A new file that grows. Every refusal of the machine is thrown.
class NewFile {
public:
    /// `path` must not exist.
    NewFile(const std::string& path, std::string shown);
    ~NewFile();
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    void append(std::span<const std::byte> bytes);
    /// On the disk on return; nothing is appended after it.
    void finish();

private:
    std::string shown_;
    int number_;
};

/// Wait until a file that somebody else wrote is on the disk.
void sync_file(const std::string& path, const std::string& shown);

/// Wait until the names in a folder are on the disk.
void sync_folder(const std::string& path, const std::string& shown);

/// sync_folder() after a name was given; when that fails, undo() first, so that there is either the
/// name or an error.
void sync_or_undo(const std::string& path, const std::string& shown,
                  const std::function<void()>& undo);

/// Rename where nothing is yet. False when the name is taken.
bool rename_new(const std::string& from, const std::string& to, const std::string& shown);

/// Two folders change names. In one step where the system can, else by way of a third name.
void exchange(const std::string& a, const std::string& b, const std::string& shown);

/// The second way of exchange(). When it fails, `b` is what it was.
void exchange_in_steps(const std::string& a, const std::string& b, const std::string& shown);

/// "path.part-PID", or with "-2", "-3" after it when an earlier process left one behind.
std::string part_name(const std::string& path, int attempt);

}  // namespace mgz::disk
