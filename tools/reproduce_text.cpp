// SPDX-License-Identifier: EUPL-1.2
#include "tools/reproduce_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "sim/output/build_facts.h"
#include "sim/output/program_version.h"
#include "sim/output/recorded_scenario.h"
#include "sim/scenario/registry.h"
#include "tools/text_table.h"

namespace mgz::cli {

static std::string told(const WrittenFile& file)
{
    if (file.sha256.empty()) return "missing";
    return fmt::format("{}, {} bytes", short_hash(file.sha256), file.size);
}

static void show_differences(const FileComparison& comparison, const char* here)
{
    Rows rows{{"file", "in the manifest", here}};
    for (const auto& [vouched, found] : comparison.different)
        rows.push_back({vouched.name, told(vouched), told(found)});
    fmt::print("{}{} of {} files are the same, {} differ\n", aligned(rows), comparison.same,
               comparison.same + comparison.different.size(), comparison.different.size());
}

/// Compiler and libraries that were others, as far as run.json beside the manifest tells.
static std::vector<std::string> other_libraries(const Manifest& manifest)
{
    std::vector<std::string> others;
    std::ifstream stream(std::filesystem::path(manifest.folder) / "run.json", std::ios::binary);
    const auto json = nlohmann::json::parse(stream, nullptr, false);
    if (!json.is_object()) return others;
    const auto look = [&](const nlohmann::json& from, const std::string& name,
                          const std::string& now) {
        const auto found = from.find(name);
        if (found == from.end() || !found->is_string() || *found == now) return;
        others.push_back(fmt::format("{} {} instead of {}", name, now,
                                     mgz::quoted(found->get<std::string>().substr(0, 100))));
    };
    look(json, "compiler", compiler());
    if (!json.contains("libraries") || !json.at("libraries").is_object()) return others;
    for (const auto& [name, version] : library_versions())
        look(json.at("libraries"), name, version);
    return others;
}

/// Why figures may differ, as far as that is known.
static void show_reasons(const Manifest& manifest)
{
    const auto here = fmt::format("mgz {} (git {})", program_version(), program_revision());
    const auto then = program_of(manifest);
    if (then != here) {
        fmt::print(
            "It was made by {}, this is {}: figures may move from version to version, as "
            "CHANGELOG.md tells. The version that made it gives the same.\n",
            then, here);
    }
    const auto others = other_libraries(manifest);
    if (!others.empty()) fmt::print("This program stands on {}.\n", fmt::join(others, ", "));
    if (then == here && others.empty()) {
        fmt::print(
            "The same version made it, from the same inputs: either the manifest was "
            "changed, or this program or its libraries were built otherwise.\n");
    }
}

void show_reproduced(const Manifest& manifest, const FileComparison& comparison)
{
    std::vector<std::string> titles;
    for (const auto& scenario : manifest.scenarios)
        titles.push_back(mgz::quoted(scenario.title));
    fmt::print("{}: {} replicates, seed {}, made by {}\n", fmt::join(titles, ", "),
               manifest.replicates, manifest.seed, program_of(manifest));
    if (comparison.different.empty()) {
        fmt::print("reproduced: {} files are the same, byte for byte\n", comparison.same);
        return;
    }
    show_differences(comparison, "made again");
    show_reasons(manifest);
}

void show_checked(const Manifest& manifest, const FileComparison& comparison)
{
    if (comparison.different.empty()) {
        fmt::print("{} files are as {} says, byte for byte\n", comparison.same, manifest.path);
        return;
    }
    show_differences(comparison, "found");
    fmt::print("They were changed after mgz wrote them, or the manifest was.\n");
}

}  // namespace mgz::cli
