// SPDX-License-Identifier: EUPL-1.2
/// What codes in files are called, in English and Dutch, where people read them: on the page of a
/// report, in pictures and in the legends of maps.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace mgz {

struct Bilingual {
    std::string_view en, nl;
};

/// A code with its names.
struct Named {
    std::string_view id;
    Bilingual name;
};

/// What is good: less of it, more of it, or neither.
enum class Better : unsigned char { less, more, none };
/// "less", "more", "none".
std::string_view name_of(Better better);

/// How an indicator is shown. Indicators are the figures of regions.csv and care.csv and what
/// comparisons look at; where two files hold the same figure they share its id.
struct ShownIndicator {
    std::string_view id;
    std::string_view group;  ///< shortage, workforce, care, duty, waiting, cooperation, equity
    std::string_view unit;   ///< "share" where figures are shown in percent
    double scale = 1;        ///< figures times this are whole numbers precise enough to be shown
    int digits = 0;          ///< decimals on the screen, of percent where the unit is share
    Better better = Better::none;
    Bilingual name;
    std::string_view meaning_nl;  ///< one sentence; the English one is in the dictionary
};

/// In the order of a menu.
std::span<const ShownIndicator> shown_indicators();
/// Null where nobody named it.
const ShownIndicator* shown_indicator(std::string_view id);

/// Lists in the order of files.
std::span<const Named> profession_words();  ///< huisarts_so first: the score
std::span<const Named> cause_words();       ///< of account.csv
std::span<const Named> payer_words();       ///< of costs.csv
std::span<const Named> level_words();       ///< country, region, subregion
std::span<const Named> group_words();       ///< of indicators

/// The name of a code in such a list; none where it is not there.
std::optional<Bilingual> words_of(std::span<const Named> list, std::string_view id);

/// What money is spent on: initiatives of the catalogue, support staff and the programme.
std::optional<Bilingual> cost_item_words(std::string_view id);

/// Of an item of the inventory: the question, and its answers from step 1 to 4 where it has any.
struct ItemWords {
    Bilingual question;
    std::span<const Bilingual> answers;
};
std::optional<ItemWords> inventory_words(std::string_view id);

}  // namespace mgz
