// SPDX-License-Identifier: EUPL-1.2
/// Every column of every file of a comparison; as sim/output/dictionary.h does for a run.
#pragma once

#include <string_view>
#include <vector>

#include "sim/output/dictionary.h"
#include "sim/study/comparison.h"

namespace mgz {

/// With the indicators of this comparison as the codes of its tables.
std::vector<TableEntry> comparison_dictionary(const Comparison& comparison);

/// Columns only. Throws std::logic_error when nobody explained the table.
const TableEntry& comparison_entry(std::string_view file, std::string_view layer = {});

/// Effects that map layers show of an area: columns "<name>", "<name>_p05" and so on.
struct ShownEffect {
    std::string name;             ///< "huisarts", "access_so", "duty_load"
    std::string_view profession;  ///< of the key
    std::string_view indicator;   ///< of the key
    std::string unit;
    bool ranked = false;  ///< has a change of rank
};
/// Shortage of each profession and of the two together; of regions also access and load of duty.
const std::vector<ShownEffect>& shown_effects(Level level);

/// The map of a comparison.
inline constexpr auto difference_file = "difference.gpkg";

/// Indicators that maps, rasters and the summary know by name.
namespace indicators {
inline constexpr std::string_view shortage = "shortage", fte = "fte", access = "access",
                                  duty_load = "duty_load";
}

}  // namespace mgz
