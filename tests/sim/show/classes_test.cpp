// SPDX-License-Identifier: EUPL-1.2
#include "sim/show/classes.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "tests/sim/show/colour_vision.h"
#include "tests/support/catch.h"

using namespace mgz;
using Values = std::vector<double>;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// Neighbours on a map differ by at least this much, in CIELAB, where 2.3 is just noticed.
constexpr double least_difference = 7;
/// And by this in lightness, for print without colour.
constexpr double least_step = 8;

void check_form(const Classes& classes)
{
    CHECK(classes.colours.size() + 1 == classes.breaks.size());
    CHECK(std::is_sorted(classes.breaks.begin(), classes.breaks.end()));
    CHECK(std::adjacent_find(classes.breaks.begin(), classes.breaks.end()) == classes.breaks.end());
    CHECK(classes.colours.size() >= 5);
    CHECK(classes.colours.size() <= 7);
}

void check_neighbours(const std::vector<Colour>& colours)
{
    for (std::size_t i = 0; i + 1 < colours.size(); ++i)
        for (const Vision vision : all_visions) {
            INFO(hex(colours[i]) << " and " << hex(colours[i + 1]) << ", vision "
                                 << static_cast<int>(vision));
            CHECK(difference(seen(colours[i], vision), seen(colours[i + 1], vision)) >
                  least_difference);
        }
}

void check_darkens(std::vector<Colour> colours)
{
    for (std::size_t i = 0; i + 1 < colours.size(); ++i) {
        INFO(hex(colours[i]) << " to " << hex(colours[i + 1]));
        CHECK(lightness(colours[i]) - lightness(colours[i + 1]) > least_step);
    }
}

}  // namespace

TEST_CASE("classes hold their lower break and not their upper one, and the ends are open")
{
    const Classes classes = shortage_classes();
    check_form(classes);
    CHECK(classes.class_of(-0.1) == 0);
    CHECK(classes.class_of(0) == 0);
    CHECK(classes.class_of(0.0249999) == 0);
    CHECK(classes.class_of(0.025) == 1);
    CHECK(classes.class_of(0.1) == 3);
    CHECK(classes.class_of(0.3) == 6);
    CHECK(classes.class_of(0.5) == 6);
    CHECK(classes.class_of(0.9) == 6);
    CHECK(hex(classes.colour_of(0.9)) == "#b10026");
    CHECK(hex(Colour{0, 10, 255}) == "#000aff");
}

TEST_CASE("levels get round breaks over what the values reach")
{
    CHECK(level_classes("FTE", true, Values{3, 18, 47}).breaks == Values{0, 10, 20, 30, 40, 50});
    // The last break may lie below the largest value: its class is open.
    CHECK(level_classes("share", false, Values{0.55, 0.7, 0.98}).breaks ==
          Values{0.5, 0.6, 0.7, 0.8, 0.9, 1});
    CHECK(level_classes("FTE", true, Values{20, 90, 800}).breaks ==
          Values{20, 50, 100, 200, 500, 1000});
    CHECK(level_classes("share", true, Values{0.001, 0.02, 0.3}).breaks ==
          Values{0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5});
    CHECK(level_classes("ratio", false, Values{-3, 0.5, 5}).breaks == Values{-4, -2, 0, 2, 4, 6});
}

TEST_CASE("breaks stay where values can be")
{
    CHECK(level_classes("share", true, Values{0.962, 0.999}).breaks ==
          Values{0.95, 0.96, 0.97, 0.98, 0.99, 1});
    CHECK(level_classes("share", true, Values{0, 0}).breaks.front() == 0);
    CHECK(level_classes("weeks", false, Values{0, 0.0001}).breaks.front() == 0);
}

TEST_CASE("one area far from all others does not leave them one colour")
{
    Values values{9000};
    for (int i = 0; i < 100; ++i)
        values.push_back(20 + 0.3 * i);
    const Classes classes = level_classes("FTE", true, values);
    CHECK(classes.class_of(20) + 3 < classes.class_of(50));
    CHECK(classes.class_of(9000) == classes.colours.size() - 1);
}

TEST_CASE("levels have 5 to 7 classes whatever the values are")
{
    const double huge = std::numeric_limits<double>::max() / 100;
    for (const Values& values :
         {Values{}, Values{none}, Values{0}, Values{7.3}, Values{-5, -5}, Values{none, 3, none},
          Values{1e-9, 1e9}, Values{-1e-7, 1e-7}, Values{0, huge}, Values{1e15, 1e15 + 4},
          Values{0.1, 0.11, 0.12, 0.13}, Values{1, 2, 4, 8, 16}})
        for (const bool more_is_better : {true, false}) {
            INFO(values.size() << " values, first " << (values.empty() ? 0 : values.front()));
            check_form(level_classes("1", more_is_better, values));
        }
}

TEST_CASE("effects have the same classes on both sides of 0")
{
    const Values points{-0.16, -0.08, -0.04, -0.02, -0.01, 0.01, 0.02, 0.04, 0.08, 0.16};
    CHECK(effect_classes("share", Values{0.03, -0.05}).breaks == points);
    // Small effects stay grey, and large ones change nothing: any two maps compare.
    CHECK(effect_classes("share", Values{0.003, -0.001}).breaks == points);
    CHECK(effect_classes("share", Values{0.5, -0.4}).breaks == points);
    CHECK(effect_classes("FTE", Values{31, -2}).breaks ==
          Values{-32, -16, -8, -4, -2, 2, 4, 8, 16, 32});
    CHECK(effect_classes("FTE", Values{33, -2}).breaks ==
          Values{-80, -40, -20, -10, -5, 5, 10, 20, 40, 80});
    CHECK(effect_classes("weeks", Values{}).breaks == Values{-16, -8, -4, -2, -1, 1, 2, 4, 8, 16});
    CHECK(effect_classes("weeks", Values{0, 0, none}).breaks.back() == 16);
    const Classes classes = effect_classes("FTE", Values{0.2});
    CHECK(classes.colours.size() == 9);
    CHECK(classes.class_of(0) == 4);
    CHECK(classes.class_of(-1e9) == 0);
}

TEST_CASE("colours of levels darken step by step and are told apart with any eyes")
{
    for (const Values& values : {Values{5, 47}, Values{5, 58}, Values{5, 69}})
        for (const bool more_is_better : {true, false}) {
            const Classes classes = level_classes("FTE", more_is_better, values);
            check_darkens(classes.colours);
            check_neighbours(classes.colours);
        }
    CHECK(level_classes("FTE", false, Values{5, 69}).colours == shortage_classes().colours);
    CHECK(level_classes("FTE", true, Values{5, 69}).colours != shortage_classes().colours);
}

TEST_CASE("colours of effects darken to both sides and are told apart with any eyes")
{
    const std::vector<Colour> colours = effect_classes("share", Values{}).colours;
    // The first step off the middle is one of hue; from there on lightness falls.
    check_darkens({colours.begin() + 5, colours.end()});
    check_darkens({colours.rend() - 4, colours.rend()});
    CHECK(lightness(colours[4]) > lightness(colours[3]) + 3);
    CHECK(lightness(colours[4]) > lightness(colours[5]) + 3);
    check_neighbours(colours);
    // Better and worse of one size are never alike.
    for (std::size_t i = 0; i < 4; ++i)
        for (const Vision vision : all_visions)
            CHECK(difference(seen(colours[i], vision), seen(colours[8 - i], vision)) >
                  2 * least_difference);
}

TEST_CASE("kinds are told apart with any eyes")
{
    for (std::size_t i = 0; i < kind_colours.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            for (const Vision vision : all_visions)
                CHECK(difference(seen(kind_colours[i], vision), seen(kind_colours[j], vision)) >
                      2 * least_difference);
}
