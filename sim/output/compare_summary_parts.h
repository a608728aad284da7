// SPDX-License-Identifier: EUPL-1.2
/// Inside sim/output only: the parts of the summary of one scenario, in the order they stand.
#pragma once

#include <string>

#include "sim/output/compare_lookup.h"

namespace mgz {

struct SummarySource {
    const World& world;
    const Comparison& comparison;
    const EffectIndex& effects;
};

inline constexpr std::size_t shown_regions = 3;  ///< of each list

/// Name for Markdown.
std::string region_name(const SummarySource& source, std::size_t region);

/// What happens to the shortage of the country, and from when on the scenario differs.
void append_headline(std::string& text, const SummarySource& source, std::size_t scenario);
/// A table of effects on the country.
void append_country(std::string& text, const SummarySource& source, std::size_t scenario);
/// Regions that are clearly better or worse off.
void append_winners(std::string& text, const SummarySource& source, std::size_t scenario);
/// FTE that works in another region than in the reference.
void append_moves(std::string& text, const SummarySource& source, std::size_t scenario);
/// From which year on effects are certain.
void append_lasting(std::string& text, const SummarySource& source, std::size_t scenario);
/// Who pays more or less.
void append_costs(std::string& text, const SummarySource& source, std::size_t scenario);
/// Regions of which three measures disagree.
void append_verdicts(std::string& text, const SummarySource& source, std::size_t scenario);

}  // namespace mgz
