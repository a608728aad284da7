// SPDX-License-Identifier: EUPL-1.2
#include "tools/loading.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "tools/data_folder.h"
#include "tools/log.h"

namespace mgz::cli {

std::vector<std::string> settings_of(const ScenarioArguments& which)
{
    std::vector<std::string> settings = which.settings;
    if (which.from) settings.push_back(fmt::format("from={}", *which.from));
    if (which.to) settings.push_back(fmt::format("to={}", *which.to));
    return settings;
}

LoadedScenario load(const ScenarioArguments& which)
{
    const std::string data = data_folder();
    log_detail(fmt::format("data folder: {}", data));
    LoadedScenario loaded =
        load_scenario(scenario_path(which.scenario, data), settings_of(which), data);
    log_info(fmt::format("scenario \"{}\" from {}", loaded.scenario.title,
                         fmt::join(loaded.files, ", ")));
    for (const auto& [key, origin] : loaded.origins) {
        if (origin != "default") log_detail(fmt::format("{} set by {}", key, origin));
    }
    return loaded;
}

World read_world(const Scenario& scenario, InputReport& report)
{
    World world = load_world(scenario, report);
    log_info(places_of(world));
    log_info(fmt::format("employers: {}", employers_of(world)));
    if (report.repaired > 0) log_info(fmt::format("{} polygons repaired", report.repaired));
    if (report.snapped > 0) {
        log_info(
            fmt::format("{} settlements outside every region joined the nearest", report.snapped));
    }
    for (const std::string& remark : report.remarks)
        log_info(remark);
    return world;
}

std::string places_of(const World& world)
{
    return fmt::format("{} regions, {} subregions, {} settlements, {} training centres",
                       world.regions.size(), world.subregions.size(), world.settlements.size(),
                       world.centres.size());
}

std::string employers_of(const World& world)
{
    std::array<std::size_t, employer_kind_names.size()> counts{};
    for (const Employer& employer : world.employers) {
        ++counts[static_cast<std::size_t>(employer.kind)];
    }
    std::vector<std::string> parts;
    for (std::size_t kind = 0; kind < counts.size(); ++kind) {
        parts.push_back(fmt::format("{} {}", counts[kind], employer_kind_names[kind]));
    }
    return fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace mgz::cli
