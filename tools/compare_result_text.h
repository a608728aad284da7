// SPDX-License-Identifier: EUPL-1.2
/// What `mgz compare` says on stdout.
#pragma once

#include "sim/output/compare_facts.h"
#include "sim/study/comparison.h"
#include "sim/world/world.h"
#include "tools/compare_command.h"

namespace mgz::cli {

/// What would be done: which past is shared, which years are compared.
/// \param bytes of memory that it would take
void show_compare_plan(const CompareArguments& arguments, const CompareFacts& facts, double bytes);

/// Where the files are, and the main effects of each scenario.
void show_compare_result(const CompareArguments& arguments, const World& world,
                         const Comparison& comparison);

}  // namespace mgz::cli
