// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <string_view>

#include "geo/check.h"
#include "geo/io/layer_io.h"

namespace geo::io {

static std::string_view without_blanks(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// from_chars and not strtod: the decimal point may not depend on the locale.
static double parsed(std::string_view text, const std::string& place)
{
    constexpr auto right = "write a plain number such as 1250 or 0.25";
    if (text.empty()) throw InputError(place, "is empty", right);
    double value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stop != end || !std::isfinite(value)) {
        throw InputError(place, fmt::format("'{}' is not a number", text), right);
    }
    return value;
}

double number(const Value& value, const std::string& where, const std::string& name)
{
    const auto place = [&] { return fmt::format("{}, column '{}'", where, name); };
    if (const auto* whole = std::get_if<long long>(&value)) return static_cast<double>(*whole);
    if (const auto* real = std::get_if<double>(&value)) {
        if (!std::isfinite(*real)) {
            throw InputError(place(), "the value is not finite", "write a plain number");
        }
        return *real;
    }
    const auto* written = std::get_if<std::string>(&value);
    return parsed(written == nullptr ? std::string_view{} : without_blanks(*written), place());
}

std::string text(const Value& value)
{
    if (const auto* whole = std::get_if<long long>(&value)) return fmt::format("{}", *whole);
    if (const auto* written = std::get_if<std::string>(&value)) return *written;
    if (const auto* real = std::get_if<double>(&value)) {
        char buffer[32];
        const auto done = std::to_chars(buffer, buffer + sizeof buffer, *real);
        return std::string(buffer, done.ptr);
    }
    return {};
}

}  // namespace geo::io
