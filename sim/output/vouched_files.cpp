// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/vouched_files.h"

#include <filesystem>
#include <map>

#include "sim/output/sha256.h"

namespace mgz {

FileComparison compare_files(const std::vector<WrittenFile>& vouched,
                             const std::vector<WrittenFile>& found)
{
    std::map<std::string, WrittenFile> by_name;
    for (const auto& file : found)
        by_name[file.name] = file;
    FileComparison comparison;
    for (const auto& file : vouched) {
        const auto& other = by_name[file.name];
        if (other.sha256 == file.sha256 && other.size == file.size) {
            ++comparison.same;
        } else {
            comparison.different.push_back({file, other});
        }
    }
    return comparison;
}

std::vector<WrittenFile> files_beside(const Manifest& manifest)
{
    namespace fs = std::filesystem;
    std::vector<WrittenFile> files;
    for (const auto& output : manifest.outputs) {
        const auto path = (fs::path(manifest.folder) / output.name).string();
        std::error_code none;
        if (!fs::is_regular_file(path, none)) continue;  // a pipe or device would not end
        if (const auto hashed = hash_file(path))
            files.push_back({output.name, hashed->sha256, hashed->size});
    }
    return files;
}

}  // namespace mgz
