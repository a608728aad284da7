// SPDX-License-Identifier: EUPL-1.2
/// A folder with scenario files in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "geo/check.h"
#include "sim/scenario/scenario_file.h"
#include "tests/support/geo_files.h"

namespace support {

struct ScenarioFiles {
    TempFolder folder;

    std::string add(const std::string& name, std::string_view text) const
    {
        return folder.write(name, text);
    }
    mgz::LoadedScenario load(const std::string& name, std::string_view text,
                             const std::vector<std::string>& settings = {}) const
    {
        return mgz::load_scenario(add(name, text), settings, "/data");
    }
    /// The message with which a scenario of this text is refused; empty when it is not.
    std::string refusal(std::string_view text, const std::vector<std::string>& settings = {}) const
    {
        try {
            load("wrong.toml", text, settings);
        } catch (const geo::InputError& e) {
            return e.what();
        }
        return "";
    }
    std::string refusal_of_setting(const std::string& setting) const
    {
        return refusal("", {setting});
    }
};

}  // namespace support
