// SPDX-License-Identifier: EUPL-1.2
/// Every reader keeps its word: for any bytes it returns, or throws InputError or RunError with one
/// sentence on one line, soon and in little memory.
///
/// A file in targets/ holds one reader. libfuzzer.cpp gives it to libFuzzer; replay.cpp, among the
/// ordinary tests, tries the files of corpus/ and crashes/ and some mutations of each.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace fuzz {

struct Target {
    std::string_view name;
    /// Gives the bytes to the reader. May throw what a reader may throw; calls fault() when the
    /// reader breaks a promise of its own.
    void (*read)(std::string_view bytes);
    /// How many mutations of each file the ordinary tests try: few where a reader is slow.
    int mutations = 0;
    /// The first line of the bytes names the file that the rest replaces (see Place).
    bool names_file = false;
    /// Makes what all tries share; its time is no part of theirs.
    void (*prepare)() = nullptr;
};

/// All targets, by name. A target registers itself: static const Registered my{{...}};
std::vector<Target>& targets();
struct Registered {
    explicit Registered(const Target& target) { targets().push_back(target); }
};
/// Null where there is none of the name.
const Target* target_named(std::string_view name);

/// Runs the target and judges how it ends; a broken promise ends the process by abort().
void try_bytes(const Target& target, std::string_view bytes);

[[noreturn]] void fault(std::string_view what);

/// A folder in memory, where the machine has such, for the files of this process.
const std::filesystem::path& scratch();
/// Writes a file, whatever was there.
void put(const std::filesystem::path& path, std::string_view bytes);
std::string get(const std::filesystem::path& path);

/// A folder with good files of which one at a time is replaced: the first line of the bytes is its
/// name, the rest what stands in it.
class Place {
public:
    /// \param fill makes the good files in an empty folder
    Place(const std::string& name, const std::function<void(const std::string&)>& fill);

    std::string path() const { return folder_.string(); }
    /// Replaces a file while `look` looks at the folder. Nothing happens where the first line names
    /// none of the files. \param look gets the name of the file replaced
    void with(std::string_view bytes, const std::function<void(const std::string&)>& look) const;

private:
    std::filesystem::path folder_;
    std::map<std::string, std::string, std::less<>> files_;
};

}  // namespace fuzz
