// SPDX-License-Identifier: EUPL-1.2
#include "sim/picture/map_words.h"

#include "sim/picture/map_parts.h"
#include "tests/support/catch.h"

using namespace mgz;
using namespace mgz::picture;
using Texts = std::vector<std::string>;

static const MapIndicator shortage{"shortage", "Shortage", "share", 1, Better::less};
static const MapIndicator vacancies{"vacancies", "Vacancies", "positions", 1, Better::less};

TEST_CASE("numbers have the comma and point of their language")
{
    const MapWords english(Language::english), dutch(Language::dutch);
    CHECK(english.figure(0.30749, shortage) == "30.7%");
    CHECK(dutch.figure(0.30749, shortage) == "30,7%");
    CHECK(english.figure(1234.56, vacancies) == "1234.6");
    CHECK(english.figure(-1234567.8, vacancies) == "-1,234,567.8");
    CHECK(dutch.figure(12345.67, vacancies) == "12.345,7");
    CHECK(english.figure(-0.01, vacancies) == "0.0");
    CHECK(english.effect(0.0491, shortage) == "+4.9");
    CHECK(dutch.effect(-0.0491, shortage) == "-4,9");
    CHECK(english.effect(0.0001, shortage) == "0.0");
}

TEST_CASE("classes and the breaks between them in words")
{
    const MapWords english(Language::english), dutch(Language::dutch);
    const Classes classes = shortage_classes();
    CHECK(english.class_texts(classes, true, false) ==
          Texts{"under 2.5%", "2.5% to 5%", "5% to 10%", "10% to 15%", "15% to 20%", "20% to 30%",
                "30% and more"});
    CHECK(dutch.class_texts(classes, true, false)[1] == "2,5% tot 5%");
    CHECK(english.tick_texts(effect_classes("share", {}), true, true) ==
          Texts{"-8", "-4", "-2", "-1", "+1", "+2", "+4", "+8"});
}

TEST_CASE("titles are sentences in both languages")
{
    const MapWords english(Language::english), dutch(Language::dutch);
    MapIndicator tekort = shortage;
    tekort.name = "Tekort";
    CHECK(english.level_title(shortage, "huisarts", 2023) == "Shortage of GPs, 2023");
    CHECK(dutch.level_title(tekort, "huisarts", 2023) == "Tekort aan huisartsen, 2023");
    CHECK(english.effect_title(shortage, "huisarts", 2040) ==
          "Change in the shortage of GPs, 2040");
    CHECK(english.effect_title(vacancies, "huisarts", 2040) == "Effect on: vacancies, GPs, 2040");
    CHECK(within_sentence("FTE delivered") == "FTE delivered");
    CHECK(within_sentence("Need") == "need");
}

TEST_CASE("the largest come first, equals in their order, and what has no figure is left out")
{
    CHECK(largest({1.0, {}, 3.0, 3.0, -2.0}, 3) == std::vector<std::size_t>{2, 3, 0});
    CHECK(largest({{}, {}}, 3).empty());
}
