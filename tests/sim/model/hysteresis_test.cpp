// SPDX-License-Identifier: EUPL-1.2
// The figure of docs/model.md: outside hours against staffing, falling and rising.
#include <fmt/format.h>

#include <fstream>
#include <sstream>

#include "sim/model/care.h"
#include "sim/model/client_class.h"
#include "tests/support/catch.h"

using namespace mgz;

namespace {

/// An institution of 10 FTE whose staffing falls from 105 to 80% and rises again, 1% a quarter.
std::string fall_and_rise()
{
    const CareOptions care;
    constexpr double duty = 10, usual = 0.8;
    const auto so = Profession::so;
    ClassHours needed;
    needed[ClientClass::crisis] = duty * care.crisis[so];
    needed[ClientClass::home] = duty * care.home[so];
    needed[ClientClass::first_line] = duty * care.first_line[so];
    needed[ClientClass::small_home] = duty * care.small_homes[so];
    needed[ClientClass::own] = duty - needed.outside();

    std::string csv = "direction,staffing,willingness,outside_share\n";
    double z = 1, felt = 1.05;
    const auto step = [&](const char* direction, int percent) {
        const double there = duty * percent / 100;
        felt = remembered(care, felt, there / duty);
        z = next_willingness(care, z, felt * duty, duty, usual);
        const double share = hours_given(needed, there, z, 0).outside() / needed.outside();
        csv += fmt::format("{},{:.2f},{:.4f},{:.4f}\n", direction, percent / 100.0, z, share);
    };
    for (int percent = 105; percent >= 80; --percent)
        step("falling", percent);
    for (int percent = 81; percent <= 105; ++percent)
        step("rising", percent);
    for (int still = 0; still < 20; ++still)
        step("staying", 105);
    return csv;
}

}  // namespace

TEST_CASE("the figure of hysteresis shows what the model does")
{
    std::ifstream file(MGZ_SOURCE_DIR "/docs/images/hysteresis.csv");
    std::stringstream kept;
    kept << file.rdbuf();
    CHECK(kept.str() == fall_and_rise());
}

TEST_CASE("at the same staffing less is given outside while it rises than while it fell")
{
    std::istringstream lines(fall_and_rise());
    std::string line;
    std::getline(lines, line);
    double falling = -1, rising = -1;
    while (std::getline(lines, line)) {
        const auto share = std::stod(line.substr(line.rfind(',') + 1));
        if (line.rfind("falling,1.00", 0) == 0) falling = share;
        if (line.rfind("rising,1.00", 0) == 0) rising = share;
    }
    REQUIRE(falling > 0);
    CHECK(rising < 0.5 * falling);
}
