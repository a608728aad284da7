// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "tests/support/random_country.h"

namespace support {

std::vector<std::string> random_codes(Luck& luck, std::size_t count)
{
    static constexpr std::array<const char*, 16> odd{"é",   "a b", "x,y",  "\"q\"", "=1+", "-",
                                                     "'",   "#",   "Z|",   "Ñ",     "00",  "1e",
                                                     "NaN", "a;b", "{}%s", "<i>"};
    const int form = luck.whole(0, 5);
    const std::string longest(static_cast<std::size_t>(luck.whole(20, 80)), 'L');
    std::vector<std::string> codes;
    for (std::size_t i = 0; i < count; ++i) {
        switch (form) {
            case 0:
                codes.push_back(fmt::format("{}", i + 1));
                break;
            case 1:
                codes.push_back(fmt::format("{:06}", i));
                break;
            case 2:
                codes.push_back(fmt::format("{}{}", luck.one_of(odd), i));
                break;
            case 3:
                codes.push_back(fmt::format("{}-{}", longest, i));
                break;
            default:
                codes.push_back(fmt::format("R{}", i));
        }
    }
    std::sort(codes.begin(), codes.end());
    return codes;
}

std::string random_name(Luck& luck)
{
    static const std::array<std::string, 14> names{"Plain",
                                                   "Súdwest-Fryslân",
                                                   "with, comma",
                                                   "\"quoted\"",
                                                   "'s-Gravenhage; DROP TABLE regions;--",
                                                   "</script><b>bold</b>",
                                                   "a & b < c > d",
                                                   "=SUM(A1:A9)",
                                                   "two\nlines",
                                                   "東京 🏥",
                                                   "אבג",
                                                   "{0} %s \\n $HOME `id`",
                                                   "NaN",
                                                   std::string(300, 'n')};
    return luck.one_of(names);
}

}  // namespace support
