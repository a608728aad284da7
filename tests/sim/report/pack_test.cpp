// SPDX-License-Identifier: EUPL-1.2
#include "sim/report/pack.h"

#include <limits>

#include "tests/sim/report/unpack.h"

using namespace mgz::report;
using Numbers = std::vector<std::optional<long long>>;

TEST_CASE("figures become whole numbers, halves away from zero, nothing stays nothing")
{
    CHECK(scaled(0.1234, 1000) == 123);
    CHECK(scaled(0.0625, 1000) == 63);
    CHECK(scaled(-0.0625, 1000) == -63);
    CHECK(scaled(-0.0001, 1000) == 0);
    CHECK_FALSE(scaled(std::numeric_limits<double>::quiet_NaN(), 10));
    CHECK_FALSE(scaled(std::numeric_limits<double>::infinity(), 10));
}

TEST_CASE("differences to the last that is there, area by area")
{
    CHECK(delta_list(Numbers{5, 7, {}, 2, 2, 3}, 3) == "[5,2,null,2,0,1]");
    CHECK(delta_list(Numbers{{}, 4, {}, {}, 1, {}, 3, 3}, 4) == "[null,4,null,null,1,null,2,0]");
    CHECK(delta_list(Numbers{}, 3) == "[]");
}

TEST_CASE("what was made small comes back as it was")
{
    Numbers numbers;
    for (int i = 0; i < 400; ++i) {
        if (i % 7 == 3 || (i > 100 && i < 120)) {
            numbers.emplace_back();
        } else {
            numbers.emplace_back((i * 7919) % 1000 - 500);
        }
    }
    for (const std::size_t row : {1, 8, 20, 400}) {
        const auto text = delta_list(numbers, row);
        CHECK(support::inflated(support::decoded(base64(deflated(text)))) == text);
        CHECK(support::undone(support::Json::parse(text), row) == numbers);
    }
}

TEST_CASE("base64 as RFC 4648 has it")
{
    CHECK(base64("") == "");
    CHECK(base64("f") == "Zg==");
    CHECK(base64("fo") == "Zm8=");
    CHECK(base64("foo") == "Zm9v");
    CHECK(base64("foobar") == "Zm9vYmFy");
    const std::string long_text(100000, '\xff');
    const auto coded = base64(long_text);
    CHECK(coded.find('\n') == coded.npos);
    CHECK(support::decoded(coded) == long_text);
}
