// SPDX-License-Identifier: EUPL-1.2
/// Futures side by side: the same replicates of several scenarios, with the same luck.
#pragma once

#include <span>
#include <string>

#include "sim/model/groundwork.h"
#include "sim/study/comparison.h"
#include "sim/study/replicates.h"

namespace mgz {

/// One scenario to compare; the first is the reference.
struct Compared {
    std::string name;  ///< unique
    const Groundwork* groundwork = nullptr;
};

/// Names for scenario files: base name without extension, numbered where two are the same.
std::vector<std::string> comparison_names(const std::vector<std::string>& paths);

/// Errors (InputError): fewer than two; other years, regions or subregions than the reference's; no
/// year of output.years from the first difference on.
void check_comparable(std::span<const Compared> scenarios);

/// Every replicate of every scenario, the shared past simulated once. Years compared are those
/// from the first difference of any scenario on, all of them when none differs; employers, access
/// and who works where are looked at in the reference's output years among them. The same values
/// for any number of threads. REQUIRES: check_comparable().
/// \param year for maps and summaries; the last output year unless given, and where it is not one
///             of those compared
Comparison compare(std::span<const Compared> scenarios, const ReplicateOptions& options,
                   std::optional<int> year = std::nullopt);

}  // namespace mgz
