// SPDX-License-Identifier: EUPL-1.2
/// How scenario discovery and regret name things. Text of the study comes as it is: whoever writes
/// Markdown escapes it.
#pragma once

#include <string>
#include <string_view>

#include "sim/sensitivity/prim.h"
#include "sim/sweep/sweep_table.h"

namespace mgz {

/// The name, or the code of an area without a name; "The country".
std::string area_words(const KeptQuantity& quantity);
/// "shortage of SOs", "duty load"
std::string subject_words(std::string_view indicator, std::string_view profession);
/// "1,204"
std::string count_words(std::size_t n);
/// "78%"; of what is not quite none or all "<1%" and ">99%".
std::string percent_words(double share);
/// A value of a factor with its unit, to about a hundredth of the span: "0.82", "31%", "40 km",
/// "0.82 times what the scenario has".
std::string number_words(const Factor& factor, double value, double span);
/// "intake is below 0.82", "years is from 3 to 5", "model is shared or none". REQUIRES: restricted.
std::string range_words(const Factor& factor, const Range& range, double span);

}  // namespace mgz
