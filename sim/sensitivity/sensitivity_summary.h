// SPDX-License-Identifier: EUPL-1.2
/// summary.md of a sensitivity analysis: what drives the outcomes, in sentences.
#pragma once

#include <string>
#include <string_view>

#include "sim/sensitivity/indices.h"

namespace mgz {

/// \param extra sections of other analyses, put before the closing one
std::string sensitivity_summary(const SweepTable& table, const Findings& findings,
                                const Bootstrap& bootstrap, std::string_view extra);

/// "shortage of GPs, country, 2040".
std::string words_of(const KeptQuantity& quantity);

}  // namespace mgz
