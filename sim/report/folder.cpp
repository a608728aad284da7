// SPDX-License-Identifier: EUPL-1.2
#include "sim/report/folder.h"

#include <fmt/format.h>

#include <filesystem>

#include "geo/check.h"
#include "sim/scenario/json_file.h"

namespace mgz::report {

namespace fs = std::filesystem;
using geo::InputError;

static constexpr std::string_view which = "give a folder that mgz run, compare or sensitivity made";

static FolderKind kind_of(const Json& manifest, const std::string& file)
{
    const auto found = manifest.find("format");
    const auto format =
        found != manifest.end() && found->is_string() ? found->get<std::string>() : "";
    if (format == "mgz manifest") return FolderKind::run;
    if (format == "mgz comparison manifest") return FolderKind::comparison;
    if (format == "mgz sensitivity manifest") return FolderKind::sensitivity;
    throw InputError(file, "is not the manifest of a run, comparison or sensitivity", which);
}

Folder open_folder(const std::string& path, const std::string& shown)
{
    Folder folder;
    folder.path = path;
    while (folder.path.size() > 1 && folder.path.back() == '/')
        folder.path.pop_back();
    folder.shown = shown.empty() ? folder.path : shown;
    const std::string file = folder.file("manifest.json");
    std::error_code none;
    if (!fs::is_directory(folder.path, none)) {
        throw InputError(folder.shown, "there is no such folder", which);
    }
    if (!fs::is_regular_file(file, none)) {
        throw InputError(folder.shown, "has no manifest.json", which);
    }
    folder.manifest = read_json(file, which);
    folder.kind = kind_of(folder.manifest, file);
    check_format_version(folder.manifest, manifest_version, file);
    return folder;
}

void wrong_manifest(const Folder& folder, const char* name)
{
    throw InputError(folder.file("manifest.json"), fmt::format("says no '{}' that fits", name),
                     again);
}

}  // namespace mgz::report
