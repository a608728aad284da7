// SPDX-License-Identifier: EUPL-1.2
/// The scenarios that come with the program.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mgz {

/// A ready scenario: its name as `mgz run` and `inherits` take it ("baseline", "nulls/size") and
/// its file.
struct ReadyScenario {
    std::string name;
    std::string path;
};

/// In order of name; none where the data folder has no scenarios. Folders of other kinds of files
/// (patterns, targets, sweeps) are left out.
std::vector<ReadyScenario> ready_scenarios(const std::string& data_folder);

/// The file meant by a name in a file: name.toml in `folder`, else the ready scenario of that name.
/// A name with an extension, or one that begins with / or ., is a path and comes back as one.
/// \param place file and line where it stands
/// \param purpose what it is for: "to inherit"
/// Errors (InputError): a bare name that is neither, with the nearest ready one.
std::string scenario_named(const std::string& name, const std::string& folder,
                           const std::string& data_folder, const std::string& place,
                           std::string_view purpose);

}  // namespace mgz
