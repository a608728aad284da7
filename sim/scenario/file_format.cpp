// SPDX-License-Identifier: EUPL-1.2
#include "sim/scenario/file_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "geo/check.h"

namespace mgz {

using geo::InputError;

void bring_up_to_date(PlainTable& file, const std::string& path, int newest,
                      std::span<const FormatStep> steps)
{
    std::int64_t format = 1;
    const auto given = std::find_if(file.entries.begin(), file.entries.end(),
                                    [](const PlainEntry& entry) { return entry.key == "format"; });
    if (given != file.entries.end()) {
        const auto place = fmt::format("{}, line {}", path, given->value.line);
        const auto version = given->value.whole();
        if (!version || *version < 1) {
            throw InputError(place, "format is no whole number above 0",
                             fmt::format("give format = {}, or leave it out", newest));
        }
        if (*version > newest) {
            throw InputError(
                place,
                fmt::format("the file is of format {}, and this program reads formats up to {}",
                            *version, newest),
                "use a later release of mgz (mgz --version tells which one this is)");
        }
        format = *version;
        file.entries.erase(given);
    }
    for (const FormatStep& step : steps) {
        if (step.from >= format) step.rewrite(file);
    }
}

void bring_up_to_date(PlainTable& file, const std::string& path)
{
    bring_up_to_date(file, path, file_format, {});  // there is one format so far
}

std::string_view instead_of_retired(std::string_view key)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 1> retired{
        {{"training.practice_exponent",
          "write settlement.distance_exponent, which decides practice places too"}}};
    for (const auto& [was, instead] : retired)
        if (was == key) return instead;
    return {};
}

}  // namespace mgz
