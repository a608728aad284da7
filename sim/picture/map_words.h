// SPDX-License-Identifier: EUPL-1.2
/// Inside sim/picture only: what maps say, in English and Dutch.
#pragma once

#include <string>
#include <string_view>

#include "sim/picture/map_request.h"
#include "sim/show/words.h"

namespace mgz::picture {

/// An indicator as a map shows it.
struct MapIndicator {
    std::string id, name, unit;  ///< the unit as in files
    int digits = 1;              ///< decimals, of percent where the unit is share
    Better better = Better::none;

    bool is_share() const { return unit == "share"; }
};

class MapWords {
public:
    explicit MapWords(Language language) : dutch_(language == Language::dutch) {}

    bool dutch() const { return dutch_; }
    std::string_view operator()(std::string_view english, std::string_view dutch) const
    {
        return dutch_ ? dutch : english;
    }
    std::string_view operator()(const Bilingual& words) const
    {
        return dutch_ ? words.nl : words.en;
    }

    /// With the comma and point of the language, and no zeros at the end.
    std::string round_number(double value) const;
    /// With this many decimals; never "-0.0".
    std::string number(double value, int digits) const;

    std::string profession(std::string_view id) const;
    /// "FTE", "weken"; nothing for shares and pure numbers.
    std::string unit(std::string_view unit) const;

    /// "30.7%", "12.4".
    std::string figure(double value, const MapIndicator& indicator) const;
    /// "+4.9": percentage points where the unit is share.
    std::string effect(double value, const MapIndicator& indicator) const;

    /// "under 2.5%", "2.5% to 5%", "30% and more".
    std::vector<std::string> class_texts(const Classes& classes, bool share, bool effects) const;
    /// "2.5%" at each break between two classes.
    std::vector<std::string> tick_texts(const Classes& classes, bool share, bool effects) const;

    /// "Shortage of GPs, 2023"
    std::string level_title(const MapIndicator& indicator, std::string_view profession,
                            int year) const;
    /// "Change in the shortage of GPs, 2040"
    std::string effect_title(const MapIndicator& indicator, std::string_view profession,
                             int year) const;
    /// "What decides the shortage of GPs in 2040"
    std::string driver_title(const MapIndicator& indicator, std::string_view profession,
                             int year) const;

private:
    std::string break_text(double value, bool share, bool effects) const;

    bool dutch_;
};

/// The name with a small first letter, unless it is an abbreviation.
std::string within_sentence(std::string_view name);

}  // namespace mgz::picture
