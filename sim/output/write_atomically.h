// SPDX-License-Identifier: EUPL-1.2
/// The one checked writer: what a run leaves behind appears whole or not at all.
///
///   OutputFolder out(path, Existing::refuse);   // refuses before the long work starts
///   out.write("regions.csv", text);             // into path.part-PID, on the disk when it returns
///   out.publish();                              // renamed to path; without it everything goes
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mgz {

enum class Existing {
    refuse,  ///< what is there stays: InputError
    replace  ///< --force: exchanged in one step, then removed
};

/// A file that was written.
struct WrittenFile {
    std::string name;
    std::string sha256;      ///< lower case, hexadecimal
    std::uint64_t size = 0;  ///< bytes
};

class OutputFolder {
public:
    /// Makes the part folder beside `path`. Nothing at `path` changes before publish().
    /// With Existing::replace only an empty folder or one with a manifest.json is replaced: a
    /// mistyped path shall not cost anybody his documents.
    /// \param keep files that the run reads; a folder that holds one of them is never replaced
    /// Errors. InputError, what the user can mend: `path` exists (refuse) or is a file; it is the
    /// root, the working folder or above it; the folder it shall stand in is missing, is no
    /// folder, or may not be written to. RunError: the machine refuses (disk full).
    OutputFolder(std::string path, Existing existing, std::span<const std::string> keep = {});
    /// Removes the part folder when it was not published.
    ~OutputFolder();
    OutputFolder(const OutputFolder&) = delete;
    OutputFolder& operator=(const OutputFolder&) = delete;

    /// Writes a whole file and waits until it is on the disk. Safe to call from several threads.
    /// Errors (RunError): every refusal of the machine, in one sentence.
    /// REQUIRES: a plain file name, not yet written; not published.
    void write(std::string_view name, std::span<const std::byte> bytes);
    void write(std::string_view name, std::string_view text);

    /// Everything written so far, in order of name.
    std::vector<WrittenFile> files() const;

    /// Where the files are before they are published: to be read, not written to.
    const std::string& part() const { return part_; }

    /// Gives the folder its name. Errors: RunError; InputError when something took the name
    /// meanwhile. After an error nothing is left behind and an older folder stands as it was.
    void publish();

    /// The final path, without a slash at its end.
    const std::string& path() const { return path_; }

private:
    std::string path_;    ///< as the user wrote it, for messages
    std::string target_;  ///< the same with links resolved
    std::string part_;
    Existing existing_;
    bool published_ = false;
    std::mutex adding_;
    std::vector<WrittenFile> files_;
};

/// One file, whole or not at all, with the same errors. With Existing::replace any file may be
/// replaced, a folder never.
void write_file(const std::string& path, std::span<const std::byte> bytes, Existing existing);
void write_file(const std::string& path, std::string_view text, Existing existing);

}  // namespace mgz
