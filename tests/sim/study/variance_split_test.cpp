// SPDX-License-Identifier: EUPL-1.2
// What parameters do and what luck does.
#include "sim/study/variance_split.h"

#include <cmath>
#include <vector>

#include "geo/check.h"
#include "sim/core/random.h"
#include "tests/sim/study/sensitivity_functions.h"
#include "tests/support/catch.h"

using namespace mgz;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using support::missing;

namespace {

/// One of 12 uniforms less 6: mean 0, variance 1.
double noise(const Draws& luck, AgentKey key, int block)
{
    double sum = -6;
    for (int i = 0; i < 3; ++i) {
        const Words words =
            luck.words(Purpose::design, key, Quarter{i}, static_cast<std::uint32_t>(block), 1000);
        for (int j = 0; j < 4; ++j)
            sum += words.uniform(j);
    }
    return sum;
}

/// Rows with standard deviation 3, luck 2, their interaction 1; luck of its own adds to the last.
std::vector<double> country(std::uint32_t seed, int rows, int replicates, Luck luck)
{
    const Draws of_seed(seed, 0);
    std::vector<double> y;
    for (int i = 0; i < rows; ++i)
        for (int r = 0; r < replicates; ++r) {
            const int whose = luck == Luck::common ? r : i * replicates + r;
            y.push_back(1000 + 3 * noise(of_seed, 1, i) + 2 * noise(of_seed, 2, whose) +
                        noise(of_seed, 3, i * replicates + r));
        }
    return y;
}

}  // namespace

TEST_CASE("By hand: two rows of two replicates")
{
    // Rows 1 3 | 5 11: means 2 and 8; variances 2 and 18, so within 10. Between: 2 x 18 = 36.
    const std::vector<double> y{1, 3, 5, 11};
    const auto own = split_variance(y, 2, Luck::independent);
    CHECK_THAT(own.within, WithinAbs(10, 1e-12));
    CHECK_THAT(own.parameters, WithinAbs((36 - 10) / 2.0, 1e-12));
    CHECK(!own.luck.has_value());
    CHECK(!own.interaction.has_value());
    // Replicate means 3 and 7: 2 x 8 = 16; residuals 1 -1 -1 1: 4.
    const auto common = split_variance(y, 2, Luck::common);
    CHECK_THAT(common.interaction.value(), WithinAbs(4, 1e-12));
    CHECK_THAT(common.luck.value(), WithinAbs((16 - 4) / 2.0, 1e-12));
    CHECK_THAT(common.parameters, WithinAbs((36 - 4) / 2.0, 1e-12));
    CHECK_THAT(common.within, WithinAbs(10, 1e-12));
}

TEST_CASE("The parts come out as put in, without bias")
{
    // Means over 200 studies of 40 rows by 5 replicates; the bounds are four standard errors, the
    // spread of an estimate being about its value times sqrt(2 / degrees of freedom).
    const int studies = 200;
    for (const Luck luck : {Luck::common, Luck::independent}) {
        double parameters = 0, within = 0, of_luck = 0, interaction = 0;
        for (std::uint32_t s = 0; s < studies; ++s) {
            const auto split = split_variance(country(s, 40, 5, luck), 5, luck);
            parameters += split.parameters / studies;
            within += split.within / studies;
            of_luck += split.luck.value_or(0) / studies;
            interaction += split.interaction.value_or(0) / studies;
        }
        CHECK_THAT(parameters, WithinAbs(9, 4 * 10 * std::sqrt(2.0 / 39 / studies)));
        if (luck == Luck::common) {
            CHECK_THAT(of_luck, WithinAbs(4, 4 * 4 * std::sqrt(2.0 / 4 / studies)));
            CHECK_THAT(interaction, WithinAbs(1, 4 * std::sqrt(2.0 / 156 / studies)));
            CHECK_THAT(within, WithinAbs(of_luck + interaction, 1e-9));
        } else {
            CHECK_THAT(within, WithinAbs(5, 4 * 5 * std::sqrt(2.0 / 160 / studies)));
        }
    }
}

TEST_CASE("Where rows and luck add up there is no interaction, and a constant has no parts")
{
    std::vector<double> y;
    for (const double row : {1.0, 4.0, 9.0})
        for (const double luck : {0.0, 0.5, 2.0})
            y.push_back(row + luck);
    const auto split = split_variance(y, 3, Luck::common);
    CHECK_THAT(split.interaction.value(), WithinAbs(0, 1e-12));
    CHECK_THAT(split.parameters, WithinAbs(49 / 3.0, 1e-12));     // variance of 1 4 9
    CHECK_THAT(split.luck.value(), WithinAbs(13 / 12.0, 1e-12));  // of 0 0.5 2
    CHECK_THAT(split.total(), WithinAbs(49 / 3.0 + 13 / 12.0, 1e-12));

    const auto none = split_variance(std::vector<double>(12, 0.1), 3, Luck::common);
    CHECK(none == VarianceSplit{0, 0, 0.0, 0.0, 4, 0});
}

TEST_CASE("A row with a failed run is left out whole and counted")
{
    const std::vector<double> y{missing, 100, 1, 3, 5, 11};
    const auto split = split_variance(y, 2, Luck::common);
    CHECK(split.rows_used == 2);
    CHECK(split.rows_failed == 1);
    CHECK_THAT(split.parameters, WithinAbs(16, 1e-12));
    CHECK_THROWS_WITH(split_variance(std::vector{missing, 1.0, 2.0, 3.0}, 2, Luck::common),
                      ContainsSubstring("1 of 2 rows"));
    CHECK_THROWS_AS(split_variance(y, 1, Luck::common), geo::InputError);
}
