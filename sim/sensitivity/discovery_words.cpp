// SPDX-License-Identifier: EUPL-1.2
#include "sim/sensitivity/discovery_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/output/compare_words.h"

namespace mgz {

std::string count_words(std::size_t n)
{
    auto text = std::to_string(n);
    for (auto at = text.size(); at > 3;) {
        at -= 3;
        text.insert(at, 1, ',');
    }
    return text;
}

std::string percent_words(double share)
{
    const auto text = fixed(100 * share, 0);
    if (text == "0" && share > 0) return "<1%";
    if (text == "100" && share < 1) return ">99%";
    return text + "%";
}

std::string area_words(const KeptQuantity& quantity)
{
    if (!quantity.name.empty()) return quantity.name;
    return quantity.level == Level::country ? std::string("The country") : quantity.code;
}

std::string subject_words(std::string_view indicator, std::string_view profession)
{
    std::string words(indicator);
    std::replace(words.begin(), words.end(), '_', ' ');
    if (!profession.empty()) words += fmt::format(" of {}", plural_of(profession));
    return words;
}

std::string number_words(const Factor& factor, double value, double span)
{
    int decimals = 0;
    for (double s = span; s > 0 && s < 30 && decimals < 6; s *= 10)
        ++decimals;
    const auto number = fixed(value, decimals);
    if (factor.times) return number + " times what the scenario has";
    if (factor.unit == "share") return fixed(100 * value, std::max(0, decimals - 2)) + "%";
    const bool pure = factor.unit.empty() || factor.unit == "1" || factor.unit == "-";
    return pure ? number : fmt::format("{} {}", number, factor.unit);
}

static std::string whole_words(const Factor& factor, const Range& range)
{
    const auto number = [&](double value) { return number_words(factor, value, 1000); };
    const double low = std::floor(range.low) + 1, high = std::ceil(range.high) - 1;
    if (!std::isfinite(range.low))
        return fmt::format("{} is {} or less", factor.name, number(high));
    if (!std::isfinite(range.high))
        return fmt::format("{} is {} or more", factor.name, number(low));
    if (low == high) return fmt::format("{} is {}", factor.name, number(low));
    return fmt::format("{} is from {} to {}", factor.name, fixed(low, 0), number(high));
}

static std::string label_words(const Factor& factor, const Range& range)
{
    std::string labels;
    for (std::size_t l = 0; l < range.allowed.size(); ++l) {
        if (!range.allowed[l]) continue;
        if (!labels.empty()) labels += " or ";
        labels += factor.labels[l];
    }
    return fmt::format("{} is {}", factor.name, labels);
}

std::string range_words(const Factor& factor, const Range& range, double span)
{
    if (factor.labelled()) return label_words(factor, range);
    if (factor.kind == FactorKind::integer && !factor.times) return whole_words(factor, range);
    const auto number = [&](double value) { return number_words(factor, value, span); };
    if (!std::isfinite(range.low))
        return fmt::format("{} is below {}", factor.name, number(range.high));
    if (!std::isfinite(range.high))
        return fmt::format("{} is above {}", factor.name, number(range.low));
    return fmt::format("{} is between {} and {}", factor.name, number(range.low),
                       number(range.high));
}

}  // namespace mgz
