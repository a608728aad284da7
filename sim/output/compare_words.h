// SPDX-License-Identifier: EUPL-1.2
/// How summaries say numbers and effects in plain words.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "sim/study/comparison.h"

namespace mgz {

/// Text of a user for Markdown: on one line, with the characters that mean something escaped.
std::string markdown(std::string_view text);

/// "12.3", "-0.5"; never "-0.0".
std::string fixed(double value, int decimals);
/// The same with a plus before what is above 0.
std::string signed_fixed(double value, int decimals);

/// "1 region", "no regions", "1,204 regions".
std::string counted(std::size_t n, std::string_view one, std::string_view several);
/// "A", "A and B", "A, B and C".
std::string list_of(const std::vector<std::string>& items);

/// A value in its unit: "8.1%" of a share, "812.0 FTE", "0.0312" of a pure number.
std::string level_text(double value, std::string_view unit);

/// Scenario less reference as a reader sees it, not signed by what is better, with the 90%
/// interval: "-1.2 percentage points (-1.6 to -0.8)".
std::string change_text(const Effect& effect, const Indicator& indicator);

/// An effect on a shortage for a sentence: "1.2 percentage points lower (0.8 to 1.6 lower)"; of an
/// effect that is not clear "not clearly different (0.2 percentage points lower; from 0.4 higher
/// to 0.9 lower)"; "the same" when nothing differs in any replicate.
std::string shortage_change(const Effect& effect);

/// "better", "worse", "no clear effect", or "no change" when all of it is zero.
std::string_view reading_of(const Effect& effect);

/// Money of one year: "EUR 1.2 million more (0.9 to 1.5 million more)" or "no clear difference
/// (from EUR 10 thousand less to 2 thousand more)".
std::string cost_text(const CostEffect& cost);

/// "GPs", "SOs", "AVGs", "GPs and SOs together".
std::string_view plural_of(std::string_view profession);
/// "long-term care act (Wlz)"
std::string_view words_of(Payer payer);

}  // namespace mgz
