// SPDX-License-Identifier: EUPL-1.2
/// Codes that columns hold, explained.
#pragma once

#include <vector>

#include "sim/output/dictionary.h"

namespace mgz {

std::vector<CodeEntry> profession_codes();
/// The same and the combined one.
std::vector<CodeEntry> score_codes();
std::vector<CodeEntry> figure_codes();
std::vector<CodeEntry> region_figure_codes();
std::vector<CodeEntry> inventory_codes();
std::vector<CodeEntry> cost_item_codes();
std::vector<CodeEntry> payer_codes();
std::vector<CodeEntry> cause_codes();
std::vector<CodeEntry> employer_kind_codes();
std::vector<CodeEntry> class_codes();

}  // namespace mgz
