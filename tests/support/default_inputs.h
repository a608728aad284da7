// SPDX-License-Identifier: EUPL-1.2
/// The baseline with its inputs found in the source folder, wherever a test runs.
#pragma once

#include "sim/scenario/scenario.h"

namespace support {

inline mgz::Scenario default_inputs()
{
    mgz::Scenario s;
    for (auto* path :
         {&s.geography.regions.where, &s.geography.subregions.where, &s.geography.settlements.where,
          &s.inputs.training_centres, &s.inputs.student_origins}) {
        *path = MGZ_SOURCE_DIR "/" + *path;
    }
    return s;
}

}  // namespace support
