// SPDX-License-Identifier: EUPL-1.2
/// The scenarios that come with the program.
#pragma once

#include <string>
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

}  // namespace mgz
