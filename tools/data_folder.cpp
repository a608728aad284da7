// SPDX-License-Identifier: EUPL-1.2
#include "tools/data_folder.h"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "geo/check.h"
#include "geo/text.h"

namespace mgz::cli {

namespace fs = std::filesystem;

static bool is_data_folder(const fs::path& folder)
{
    std::error_code none;
    return fs::is_directory(folder / "shapefiles", none) &&
           fs::is_directory(folder / "scenarios", none);
}

std::string data_folder()
{
    std::error_code none;
    if (const char* given = std::getenv("MGZ_DATA"); given != nullptr && *given != '\0') {
        if (is_data_folder(given)) return fs::absolute(given, none).lexically_normal().string();
        throw geo::InputError(fmt::format("MGZ_DATA ({})", given),
                              "is not a folder with shapefiles and scenarios",
                              "correct this environment variable, or unset it");
    }
    const fs::path program = fs::read_symlink("/proc/self/exe", none);
    // Of a build this is a link to the source tree, whose own name users know.
    const fs::path beside =
        fs::canonical(program.parent_path().parent_path() / "share" / "mgz", none);
    if (!beside.empty() && is_data_folder(beside)) return beside.string();
    throw geo::InputError({}, "the folder with shapefiles and scenarios is not found",
                          "set the environment variable MGZ_DATA to it");
}

std::string report_template()
{
    const auto path = data_folder() + "/report/dist/report.html";
    std::ifstream stream(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(stream), {}};
    if (stream.is_open() && !text.empty()) return text;
    throw geo::InputError(path, "the template of reports is missing",
                          "install all of mgz, or set MGZ_DATA to a whole data folder");
}

std::string scenario_path(const std::string& scenario, const std::string& data_folder)
{
    std::error_code none;
    if (fs::exists(scenario, none)) return scenario;
    std::vector<std::string> names;
    for (const ReadyScenario& ready : ready_scenarios(data_folder)) {
        if (ready.name == scenario) return ready.path;
        names.push_back(ready.name);
    }
    const bool is_path = fs::path(scenario).has_extension() || scenario.empty();
    if (is_path) return scenario;
    const std::string near = geo::nearest_name(scenario, names);
    throw geo::InputError(scenario, "is neither a file nor a ready scenario",
                          near.empty() ? "mgz scenarios lists the ready ones"
                                       : fmt::format("did you mean '{}'?", near));
}

}  // namespace mgz::cli
