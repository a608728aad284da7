// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/compare_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "sim/score/shortage.h"

namespace mgz {

std::string markdown(std::string_view text)
{
    std::string line;
    for (const char c : text) {
        if (c == '\n' || c == '\r' || c == '\t') {
            if (!line.ends_with(' ')) line += ' ';
            continue;
        }
        if (std::string_view("\\`*_[]<>|#").find(c) != std::string_view::npos) line += '\\';
        line += c;
    }
    return line;
}

std::string fixed(double value, int decimals)
{
    auto text = fmt::format("{:.{}f}", value, decimals);
    const bool zero = text.find_first_of("123456789") == text.npos;
    if (zero && text.starts_with('-')) text.erase(0, 1);
    return text;
}

std::string signed_fixed(double value, int decimals)
{
    const auto text = fixed(value, decimals);
    const bool zero = text.find_first_of("123456789") == text.npos;
    return zero || value < 0 ? text : fmt::format("+{}", text);
}

/// "1204.5" as "1,204.5".
static std::string grouped(std::string number)
{
    const auto sign = number.starts_with('-') ? 1 : 0;
    for (auto at = static_cast<int>(std::min(number.find('.'), number.size())) - 3; at > sign;
         at -= 3) {
        number.insert(static_cast<std::size_t>(at), 1, ',');
    }
    return number;
}

std::string counted(std::size_t n, std::string_view one, std::string_view several)
{
    if (n == 0) return fmt::format("no {}", several);
    return fmt::format("{} {}", grouped(std::to_string(n)), n == 1 ? one : several);
}

std::string list_of(const std::vector<std::string>& items)
{
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) text += i + 1 == items.size() ? " and " : ", ";
        text += items[i];
    }
    return text;
}

/// So many that the largest of some numbers shows two digits or more, and all show as many.
static int decimals_for(double largest)
{
    return largest >= 100 ? 0 : largest >= 1 ? 1 : largest >= 0.1 ? 2 : largest >= 0.01 ? 3 : 4;
}

static double largest_of(const Effect& e)
{
    return std::max({std::abs(e.median), std::abs(e.p05), std::abs(e.p95)});
}

static bool is_share(std::string_view unit)
{
    return unit == "share";
}

/// " FTE"; nothing for pure numbers.
static std::string unit_after(std::string_view unit)
{
    const bool pure = unit == "1" || unit == "ratio";
    return pure ? std::string() : fmt::format(" {}", unit);
}

std::string level_text(double value, std::string_view unit)
{
    if (is_share(unit)) return fixed(100 * value, 1) + "%";
    const int most = unit == "1" || unit == "ratio" ? 4 : 2;
    const int least = unit == "FTE" ? 1 : 0;
    const int decimals = std::clamp(decimals_for(std::abs(value)), least, most);
    return grouped(fixed(value, decimals)) + unit_after(unit);
}

static bool is_nothing(const Effect& e)
{
    return e.median == 0 && e.p05 == 0 && e.p95 == 0;
}

std::string change_text(const Effect& e, const Indicator& indicator)
{
    if (is_nothing(e)) return "0";
    const double scale = (indicator.more_is_better ? 1 : -1) * (is_share(indicator.unit) ? 100 : 1);
    double low = scale * e.p05, high = scale * e.p95;
    if (low > high) std::swap(low, high);
    const int decimals = decimals_for(std::abs(scale) * largest_of(e));
    const auto unit = is_share(indicator.unit) ? " percentage points" : unit_after(indicator.unit);
    return fmt::format("{}{} ({} to {})", signed_fixed(scale * e.median, decimals), unit,
                       signed_fixed(low, decimals), signed_fixed(high, decimals));
}

std::string shortage_change(const Effect& e)
{
    if (is_nothing(e)) return "the same";
    const int decimals = decimals_for(100 * largest_of(e));
    const auto points = [&](double effect) { return fixed(std::abs(100 * effect), decimals); };
    const auto side = [](double effect) { return effect > 0 ? "lower" : "higher"; };
    if (!e.certain()) {
        const auto median = e.median == 0 ? std::string("median 0")
                                          : fmt::format("median {} percentage points {}",
                                                        points(e.median), side(e.median));
        const auto end = [&](double effect) {
            return effect == 0 ? std::string("0")
                               : fmt::format("{} {}", points(effect), side(effect));
        };
        return fmt::format("not clearly different ({}; from {} to {})", median, end(e.p05),
                           end(e.p95));
    }
    const auto [near, far] = e.p05 > 0 ? std::pair(e.p05, e.p95) : std::pair(e.p95, e.p05);
    return fmt::format("{} percentage points {} ({} to {} {})", points(e.median), side(e.median),
                       points(near), points(far), side(e.median));
}

std::string_view reading_of(const Effect& e)
{
    if (is_nothing(e)) return "no change";
    return !e.certain() ? "no clear effect" : e.p05 > 0 ? "better" : "worse";
}

std::string cost_text(const CostEffect& c)
{
    const double largest = std::max({std::abs(c.median), std::abs(c.p05), std::abs(c.p95)});
    const auto [scale, word] = largest >= 1e9   ? std::pair(1e9, " billion")
                               : largest >= 1e6 ? std::pair(1e6, " million")
                               : largest >= 1e3 ? std::pair(1e3, " thousand")
                                                : std::pair(1.0, "");
    const auto number = [&, by = scale](double euro) { return fixed(std::abs(euro) / by, 1); };
    const auto side = [](double euro) { return euro < 0 ? "less" : "more"; };
    if (c.p05 <= 0 && c.p95 >= 0) {
        return fmt::format("no clear difference (from EUR {}{} {} to {}{} {})", number(c.p05), word,
                           c.p05 < 0 ? "less" : "more", number(c.p95), word, side(c.p95));
    }
    const auto [near, far] = c.p05 > 0 ? std::pair(c.p05, c.p95) : std::pair(c.p95, c.p05);
    return fmt::format("EUR {}{} {} ({} to {}{} {})", number(c.median), word, side(c.median),
                       number(near), number(far), word, side(c.median));
}

std::string_view plural_of(std::string_view profession)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> words{
        {{name_of(Profession::gp), "GPs"},
         {name_of(Profession::so), "SOs"},
         {name_of(Profession::avg), "AVGs"},
         {combined_name, "GPs and SOs together"}}};
    for (const auto& [name, plural] : words) {
        if (name == profession) return plural;
    }
    return profession;
}

std::string_view words_of(Payer payer)
{
    constexpr std::array<std::string_view, payer_count> words{
        "long-term care act (Wlz)", "health insurance act (Zvw)", "municipalities (Wmo)",
        "own funds of institutions", "temporary grants"};
    return words[static_cast<std::size_t>(payer)];
}

}  // namespace mgz
