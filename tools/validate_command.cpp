// SPDX-License-Identifier: EUPL-1.2
#include "tools/validate_command.h"

#include <fmt/format.h>

#include <filesystem>
#include <optional>

#include "geo/check.h"
#include "sim/output/write_atomically.h"
#include "sim/study/patterns_nulls.h"
#include "tools/data_folder.h"
#include "tools/progress.h"

namespace mgz::cli {

/// Said now, not after minutes of work.
static void check_json(const std::string& path)
{
    if (path.empty()) return;
    std::error_code none;
    const auto folder = std::filesystem::absolute(path, none).parent_path();
    if (!std::filesystem::is_directory(folder, none)) {
        throw geo::InputError(path, fmt::format("{} is not a folder", folder.string()),
                              "give a file in a folder that you may write to");
    }
}

static ValidationRequest request_of(const ValidateArguments& arguments)
{
    const std::string data = data_folder();
    ValidationRequest request;
    request.scenario = scenario_path(arguments.which.scenario, data);
    request.settings = settings_of(arguments.which);
    request.data_folder = data;
    request.patterns = data + "/scenarios/patterns/nl-2023.toml";
    if (arguments.nulls == std::vector<std::string>{"none"}) {
        request.nulls.emplace();
    } else if (!arguments.nulls.empty()) {
        request.nulls = arguments.nulls;
    }
    request.replicates = arguments.replicates;
    request.seed = arguments.seed;
    request.threads = arguments.threads;
    return request;
}

int validate_scenario(const ValidateArguments& arguments)
{
    check_json(arguments.json);
    const LoadedScenario loaded = load(arguments.which);
    InputReport report;
    const World world = read_world(loaded.scenario, report);

    ValidationRequest request = request_of(arguments);
    std::optional<Progress> bar;
    request.progress = [&bar](int done, int of) {
        if (!bar) bar.emplace("replicates", of);
        bar->show(done);
    };
    const Validation validation = validate_beside_nulls(world, loaded.scenario, request);
    bar.reset();

    fmt::print("{}", validation_text(validation));
    if (!arguments.json.empty()) {
        write_file(arguments.json, validation_json(validation), Existing::replace);
    }
    return validation.exit_status;
}

}  // namespace mgz::cli
