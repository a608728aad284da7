// SPDX-License-Identifier: EUPL-1.2
#include "sim/scenario/ready_scenarios.h"

#include <algorithm>
#include <filesystem>

namespace mgz {

namespace fs = std::filesystem;

std::vector<ReadyScenario> ready_scenarios(const std::string& data_folder)
{
    const fs::path root = fs::path(data_folder) / "scenarios";
    std::vector<ReadyScenario> found;
    std::error_code error;
    for (fs::recursive_directory_iterator at(root, error), end; !error && at != end;
         at.increment(error)) {
        const fs::path name = at->path().lexically_relative(root);
        if (name == "patterns" || name == "targets" || name == "sweeps")
            at.disable_recursion_pending();
        if (name.extension() != ".toml") continue;
        found.push_back({fs::path(name).replace_extension().string(), at->path().string()});
    }
    std::sort(found.begin(), found.end(),
              [](const ReadyScenario& a, const ReadyScenario& b) { return a.name < b.name; });
    return found;
}

}  // namespace mgz
