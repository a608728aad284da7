// SPDX-License-Identifier: EUPL-1.2
/// One file, too large to be held in memory, that appears whole or not at all.
///
///   OutputFile out("results.csv", Existing::refuse);  // refuses before the long work starts
///   out.append(text);                                 // as often as needed
///   out.publish();                                    // named; without it everything goes
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "sim/output/write_atomically.h"

namespace mgz {

namespace disk {
class NewFile;
}

class OutputFile {
public:
    /// Makes a folder of its own beside `path`, for the part file. Nothing at `path` changes before
    /// publish(). With Existing::replace any file may be replaced, a folder never.
    /// Errors. InputError, what the user can mend: `path` exists (refuse) or is no plain file; the
    /// folder it shall stand in is missing, is no folder, or may not be written to. RunError: the
    /// machine refuses (disk full).
    OutputFile(std::string path, Existing existing);
    /// Removes the part when it was not published.
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    /// Keeps a mebibyte in memory at most. RunError: every refusal of the machine, in one sentence.
    void append(std::span<const std::byte> bytes);
    void append(std::string_view text);

    /// Where another library shall make the file instead, with the extension of `path`; append() is
    /// then never called. Nothing is there yet.
    const std::string& part() const { return part_; }

    /// All of it on the disk, still without its name; nothing is appended after it. Who makes
    /// several files does this with each before the first is published: a full disk leaves none.
    void finish();

    /// On the disk and under its name when it returns, finished or not before. Errors: RunError;
    /// InputError when something took the name meanwhile. After an error nothing is left behind and
    /// an older file stands; but when the disk fails after the new one has its name, it stays.
    void publish();

    const std::string& path() const { return path_; }

private:
    void write_out();

    std::string path_;    ///< as the user wrote it, for messages
    std::string target_;  ///< the same with links resolved
    std::string folder_;
    std::string part_;
    Existing existing_;
    bool finished_ = false;
    std::string waiting_;  ///< appended, not written yet
    std::unique_ptr<disk::NewFile> file_;
};

}  // namespace mgz
