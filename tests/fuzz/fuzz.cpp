// SPDX-License-Identifier: EUPL-1.2
#include "tests/fuzz/fuzz.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iterator>

#include "geo/check.h"
#include "geo/one_line.h"

namespace fuzz {

namespace fs = std::filesystem;

std::vector<Target>& targets()
{
    static std::vector<Target> all;
    return all;
}

const Target* target_named(std::string_view name)
{
    for (const Target& target : targets()) {
        if (target.name == name) return &target;
    }
    return nullptr;
}

void fault(std::string_view what)
{
    std::fprintf(stderr, "broken promise: %.*s\n", static_cast<int>(what.size()), what.data());
    std::abort();
}

/// One sentence that a terminal can show: no line break, no control byte, UTF-8, not endless.
static void check_message(std::string_view message)
{
    constexpr std::size_t longest = 8000;
    if (message.empty()) fault("an empty message");
    if (message.size() > longest) fault("a message without end");
    if (geo::one_line(message) != message) fault("a message with bytes that are no text");
}

void try_bytes(const Target& target, std::string_view bytes)
{
    try {
        target.read(bytes);
    } catch (const geo::InputError& error) {
        check_message(error.what());
    } catch (const geo::RunError& error) {
        check_message(error.what());
    } catch (const std::exception& error) {
        fault(error.what());
    }
}

const fs::path& scratch()
{
    struct Folder {
        fs::path path;
        Folder()
        {
            std::error_code none;
            const fs::path memory("/dev/shm");
            const bool chosen = std::getenv("TMPDIR") != nullptr;
            const fs::path base =
                !chosen && fs::is_directory(memory, none) ? memory : fs::temp_directory_path();
            std::string name = (base / "mgz-fuzz-XXXXXX").string();
            if (mkdtemp(name.data()) == nullptr) fault("no folder for files");
            path = name;
        }
        ~Folder()
        {
            std::error_code none;
            fs::remove_all(path, none);
        }
    };
    static const Folder folder;
    return folder.path;
}

void put(const fs::path& path, std::string_view bytes)
{
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush()) fault("a file of the test cannot be written");
}

std::string get(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

Place::Place(const std::string& name, const std::function<void(const std::string&)>& fill)
    : folder_(scratch() / name)
{
    fill(folder_.string());
    for (const auto& entry : fs::recursive_directory_iterator(folder_)) {
        if (!entry.is_regular_file()) continue;
        files_[entry.path().lexically_relative(folder_).string()] = get(entry.path());
    }
}

void Place::with(std::string_view bytes, const std::function<void(const std::string&)>& look) const
{
    const auto end = std::min(bytes.find('\n'), bytes.size());
    const auto file = files_.find(bytes.substr(0, end));
    if (file == files_.end()) return;
    struct Restore {
        const fs::path path;
        const std::string& good;
        ~Restore() { put(path, good); }
    };
    const Restore restore{folder_ / file->first, file->second};
    put(restore.path, bytes.substr(std::min(end + 1, bytes.size())));
    look(file->first);
}

}  // namespace fuzz
