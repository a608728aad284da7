// SPDX-License-Identifier: EUPL-1.2
// Everything that outputs can hold has a name in both languages.
#include "sim/show/words.h"

#include <cmath>
#include <set>

#include "sim/model/history.h"
#include "sim/model/ledger.h"
#include "sim/model/state.h"
#include "sim/score/inventory.h"
#include "sim/score/shortage.h"
#include "sim/study/compare_measures.h"
#include "tests/support/catch.h"

using namespace mgz;

namespace {

void check_words(const Bilingual& words)
{
    CHECK_FALSE(words.en.empty());
    CHECK_FALSE(words.nl.empty());
}

/// As many as there are codes, in their order.
template <class Names>
void check_list(std::span<const Named> list, const Names& names)
{
    REQUIRE(list.size() == std::size(names));
    for (std::size_t i = 0; i < list.size(); ++i) {
        INFO(list[i].id);
        CHECK(list[i].id == names[i]);
        check_words(list[i].name);
    }
}

}  // namespace

TEST_CASE("every figure of a run and of a comparison has a name")
{
    std::set<std::string_view> ids(figure_names.begin(), figure_names.end());
    ids.insert(region_figure_names.begin(), region_figure_names.end());
    ids.erase("preparing_scope");  // a code, which the inventory says in words
    for (const auto& indicator : compared_indicators())
        ids.insert(indicator.id);
    ids.insert("excess_shortage");
    std::set<std::string_view> named, groups;
    for (const auto& group : group_words())
        groups.insert(group.id);
    for (const auto& indicator : shown_indicators()) {
        INFO(indicator.id);
        CHECK(named.insert(indicator.id).second);
        check_words(indicator.name);
        CHECK(indicator.meaning_nl.ends_with('.'));
        CHECK(groups.contains(indicator.group));
        CHECK(shown_indicator(indicator.id) == &indicator);
        // Whole numbers must be fine enough for the screen; percent asks for two digits more.
        const int digits = indicator.digits + (indicator.unit == "share" ? 2 : 0);
        CHECK(indicator.scale >= std::pow(10, digits));
    }
    CHECK(named == ids);
    CHECK(shown_indicator("nothing") == nullptr);
}

TEST_CASE("what comparisons call better is better here too")
{
    for (const auto& indicator : compared_indicators()) {
        INFO(indicator.id);
        const auto* shown = shown_indicator(indicator.id);
        REQUIRE(shown != nullptr);
        CHECK(shown->better == (indicator.more_is_better ? Better::more : Better::less));
        CHECK((shown->unit == "share") == (indicator.unit == "share"));
    }
}

TEST_CASE("professions, causes, payers and levels have names, in the order of files")
{
    check_list(profession_words(),
               std::array<std::string_view, 4>{combined_name, name_of(Profession::gp),
                                               name_of(Profession::so), name_of(Profession::avg)});
    check_list(cause_words(), cause_names);
    check_list(payer_words(), payer_names);
    check_list(level_words(), level_names);
    CHECK(words_of(payer_words(), "wmo").has_value());
    CHECK_FALSE(words_of(payer_words(), "nobody").has_value());
}

TEST_CASE("everything that money is spent on has a name")
{
    for (std::size_t item = 0; item < cost_item_count; ++item) {
        INFO(cost_item_name(item));
        const auto words = cost_item_words(cost_item_name(item));
        REQUIRE(words.has_value());
        check_words(*words);
    }
    CHECK_FALSE(cost_item_words("nothing").has_value());
}

TEST_CASE("every question of the inventory has words, and as many answers as in its file")
{
    for (const auto& entry : inventory_entries()) {
        INFO(entry.id);
        const auto words = inventory_words(entry.id);
        REQUIRE(words.has_value());
        check_words(words->question);
        if (entry.answers[0].empty()) {
            CHECK(words->answers.empty());
            continue;
        }
        REQUIRE(words->answers.size() == 4);
        for (std::size_t i = 0; i < 4; ++i) {
            CHECK(words->answers[i].nl == entry.answers[i]);
            check_words(words->answers[i]);
        }
    }
    CHECK_FALSE(inventory_words("nothing").has_value());
}
