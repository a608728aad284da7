// SPDX-License-Identifier: EUPL-1.2
// A user's own country: every file of it in turn.
#include <cmath>

#include "sim/input/world_input.h"
#include "sim/scenario/scenario_file.h"
#include "tests/fuzz/fuzz.h"

namespace {

const fuzz::Place& own_country()
{
    static const fuzz::Place made("own", [](const std::string& folder) {
        std::filesystem::copy(MGZ_SOURCE_DIR "/tests/data/own", folder);
    });
    return made;
}

/// What every later step builds on.
void check_world(const mgz::World& world)
{
    if (world.regions.empty() || world.subregions.empty() || world.settlements.empty())
        fuzz::fault("a world without places");
    for (const auto& s : world.settlements) {
        if (!(s.inhabitants() >= 0) || !std::isfinite(s.inhabitants()))
            fuzz::fault("inhabitants that are no number");
        if (!std::isfinite(s.at.x) || !std::isfinite(s.at.y)) fuzz::fault("a place that is none");
    }
    for (const auto& e : world.employers) {
        if (!(e.share >= 0 && e.share <= 1)) fuzz::fault("a share that is none");
        if (e.owner_seats < 0) fuzz::fault("seats below 0");
    }
    for (const auto& c : world.centres)
        if (!(c.share >= 0) || !std::isfinite(c.share)) fuzz::fault("places that are no number");
}

void read_world(std::string_view bytes)
{
    own_country().with(bytes, [](const std::string&) {
        const auto loaded =
            mgz::load_scenario(own_country().path() + "/scenario.toml", {}, MGZ_SOURCE_DIR);
        // Any other file of this machine is no part of the trial, and may be large.
        for (const auto* where :
             {&loaded.scenario.geography.regions.where, &loaded.scenario.geography.subregions.where,
              &loaded.scenario.geography.settlements.where,
              &loaded.scenario.inputs.student_origins}) {
            if (where->find(MGZ_SOURCE_DIR) == 0) return;
        }
        mgz::InputReport report;
        check_world(mgz::load_world(loaded.scenario, report));
    });
}

const fuzz::Registered world_target{{"world", read_world, 10, true, [] { own_country(); }}};

}  // namespace
