// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sim/scenario/scenario_file.h"
#include "sim/world/world.h"

namespace mgz::cli {

struct RunArguments;

/// Prints what a run would do, with an estimate of its time, from a short trial on this machine,
/// of its memory and of the bytes that it would leave. Writes nothing.
/// \param loading_seconds what reading the world took
void show_run_plan(const RunArguments& arguments, const LoadedScenario& loaded, const World& world,
                   double loading_seconds);

}  // namespace mgz::cli
