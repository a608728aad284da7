// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/run_facts.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>

#include "geo/check.h"
#include "geo/one_line.h"
#include "geo/text.h"
#include "sim/output/manifest_file.h"
#include "sim/output/sha256.h"

namespace mgz {

namespace fs = std::filesystem;

std::vector<std::pair<std::string, std::string>> input_paths(const Scenario& s)
{
    std::vector<std::pair<std::string, std::string>> paths{
        {"geography.regions", s.geography.regions.where},
        {"geography.subregions", s.geography.subregions.where},
        {"geography.settlements", s.geography.settlements.where},
        {"inputs.training_centres", s.inputs.training_centres},
        {"inputs.student_origins", s.inputs.student_origins},
        {"inputs.employers", s.inputs.employers},
        {"inputs.travel", s.inputs.travel.where},
        {"inputs.population", s.inputs.population.where},
    };
    for (const auto& intervention : s.interventions) {
        const std::pair<std::string, std::string> area{"interventions.area", intervention.area};
        if (std::find(paths.begin(), paths.end(), area) == paths.end()) paths.push_back(area);
    }
    const auto nowhere = [](const auto& p) { return p.second.empty() || p.second == "none"; };
    paths.erase(std::remove_if(paths.begin(), paths.end(), nowhere), paths.end());
    return paths;
}

/// A shapefile is several files: the given one and those beside it that a reader opens too.
static std::vector<std::string> files_of(const std::string& path)
{
    const fs::path main(path);
    if (geo::lower(main.extension().string()) != ".shp") return {path};
    constexpr std::array<std::string_view, 5> parts{".cpg", ".dbf", ".prj", ".shp", ".shx"};
    std::vector<std::string> files;
    std::error_code code;
    for (const auto& entry : fs::directory_iterator(fs::absolute(main).parent_path(), code)) {
        const auto extension = geo::lower(entry.path().extension().string());
        if (entry.path().stem() != main.stem()) continue;
        if (std::find(parts.begin(), parts.end(), extension) == parts.end()) continue;
        files.push_back((main.parent_path() / entry.path().filename()).string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// The echo of a scenario names its inputs, and TOML is UTF-8: a run that could not be repeated
/// from it shall not begin.
static void need_utf8(const std::string& path)
{
    if (geo::is_utf8(path)) return;
    throw geo::InputError(path, "the path is not UTF-8, so no scenario file can name it",
                          "rename the file or its folder");
}

std::vector<InputFile> hash_inputs(const Scenario& scenario)
{
    std::vector<InputFile> inputs;
    for (const auto& [key, where] : input_paths(scenario)) {
        for (const auto& file : files_of(file_in(where))) {
            need_utf8(file);
            if (auto hashed = hash_file(file)) {
                inputs.push_back({key, file, std::move(hashed->sha256), hashed->size});
            }
        }
    }
    return inputs;
}

std::string attribution_of(const Origins& origins)
{
    for (const auto* key : {"geography.regions", "geography.subregions", "geography.settlements"}) {
        const auto found = origins.find(key);
        if (found != origins.end() && found->second == "default") {
            return "Default geography: CBS, CC BY 4.0";
        }
    }
    return "";
}

}  // namespace mgz
