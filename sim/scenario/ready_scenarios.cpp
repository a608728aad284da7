// SPDX-License-Identifier: EUPL-1.2
#include "sim/scenario/ready_scenarios.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "geo/check.h"
#include "geo/text.h"

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

std::string scenario_named(const std::string& name, const std::string& folder,
                           const std::string& data_folder, const std::string& place,
                           std::string_view purpose)
{
    auto file = fs::path(folder) / name;
    const bool is_path =
        file.has_extension() || fs::path(name).is_absolute() || name.starts_with('.');
    if (!file.has_extension()) file += ".toml";
    std::error_code none;
    if (is_path || fs::exists(file, none)) return file.string();
    std::vector<std::string> names;
    for (const auto& ready : ready_scenarios(data_folder)) {
        if (ready.name == name) return ready.path;
        names.push_back(ready.name);
    }
    const auto near = geo::nearest_name(name, names);
    throw geo::InputError(
        place,
        fmt::format("there is no scenario \"{}\" {}: neither {} nor {} is a file", name, purpose,
                    file.string(),
                    (fs::path(data_folder) / "scenarios" / (name + ".toml")).string()),
        near.empty() ? "mgz scenarios lists the ready ones"
                     : fmt::format("did you mean \"{}\"?", near));
}

}  // namespace mgz
