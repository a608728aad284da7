// SPDX-License-Identifier: EUPL-1.2
/// A folder that mgz made, recognised by its manifest.json.
#pragma once

#include <string>

#include "sim/report/page_data.h"
#include "sim/scenario/json_member.h"

namespace mgz::report {

enum class FolderKind : unsigned char { run, comparison, sensitivity };

struct Folder {
    std::string path;   ///< where its files are
    std::string shown;  ///< as messages call it
    FolderKind kind = FolderKind::run;
    Json manifest;

    std::string file(const std::string& name) const { return path + "/" + name; }
};

/// Errors (InputError): no such folder; no manifest.json in it, or one that is none of these.
/// \param shown how messages call the folder, where that is not its path
Folder open_folder(const std::string& path, const std::string& shown = {});

/// A member of a manifest. Errors (InputError): it is missing or of another type.
template <class T>
T member(const Folder& folder, const Json& json, const char* name);

/// What to do about a folder that does not fit this release.
inline constexpr std::string_view again = "give a folder that this release of mgz made";

[[noreturn]] void wrong_manifest(const Folder& folder, const char* name);

template <class T>
T member(const Folder& folder, const Json& json, const char* name)
{
    try {
        return member_of<T>(json, name);
    } catch (const std::exception&) {
        wrong_manifest(folder, name);
    }
}

}  // namespace mgz::report
