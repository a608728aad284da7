// SPDX-License-Identifier: EUPL-1.2
#include "sim/picture/map_words.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace mgz::picture {

namespace {

struct UnitWords {
    std::string_view unit, en, nl;
};

constexpr std::array units{
    UnitWords{"FTE", "FTE", "fte"},
    UnitWords{"heads", "heads", "personen"},
    UnitWords{"positions", "open positions", "vacatures"},
    UnitWords{"people", "people", "inwoners"},
    UnitWords{"ratio", "ratio", "verhouding"},
    UnitWords{"points", "points", "punten"},
    UnitWords{"weeks", "weeks", "weken"},
    UnitWords{"shifts per week", "shifts per week", "diensten per week"},
    UnitWords{"persons per quarter", "persons per quarter", "personen per kwartaal"},
    UnitWords{"FTE per 100,000 people", "FTE per 100,000 people", "fte per 100.000 inwoners"},
};

/// Comma for point and the other way round.
std::string turned(std::string text)
{
    for (char& c : text)
        c = c == '.' ? ',' : c == ',' ? '.' : c;
    return text;
}

/// Thousands of the whole part, from five digits on.
std::string grouped(std::string text)
{
    const auto first = text.find_first_of("0123456789");
    const auto point = std::min(text.find('.'), text.size());
    if (first == text.npos || point - first < 5 || text.find('e') != text.npos) return text;
    for (auto at = point; at > first + 3;)
        text.insert(at -= 3, 1, ',');
    return text;
}

}  // namespace

std::string MapWords::round_number(double value) const
{
    const std::string text = grouped(fmt::format("{:.6g}", value == 0 ? 0 : value));
    return dutch_ ? turned(text) : text;
}

std::string MapWords::number(double value, int digits) const
{
    std::string text = fmt::format("{:.{}f}", value, digits);
    if (text.find_first_not_of("-0.") == text.npos && text[0] == '-') text.erase(0, 1);
    text = grouped(text);
    return dutch_ ? turned(text) : text;
}

std::string MapWords::profession(std::string_view id) const
{
    const auto words = words_of(profession_words(), id);
    return std::string(words ? (*this)(*words) : id);
}

std::string MapWords::unit(std::string_view unit) const
{
    if (unit == "share" || unit == "1" || unit == "-") return {};
    for (const UnitWords& known : units)
        if (known.unit == unit) return std::string((*this)(known.en, known.nl));
    return std::string(unit);
}

std::string MapWords::figure(double value, const MapIndicator& indicator) const
{
    if (indicator.is_share()) return number(100 * value, indicator.digits) + "%";
    return number(value, indicator.digits);
}

std::string MapWords::effect(double value, const MapIndicator& indicator) const
{
    const std::string text =
        number(indicator.is_share() ? 100 * value : value, std::max(1, indicator.digits));
    const bool above = text[0] != '-' && text.find_first_of("123456789") != text.npos;
    return above ? fmt::format("+{}", text) : text;
}

std::string MapWords::break_text(double value, bool share, bool effects) const
{
    const std::string text = round_number(share ? 100 * value : value);
    if (effects) return value > 0 ? fmt::format("+{}", text) : text;
    return share ? text + "%" : text;
}

std::vector<std::string> MapWords::tick_texts(const Classes& classes, bool share,
                                              bool effects) const
{
    std::vector<std::string> texts;
    for (std::size_t i = 1; i + 1 < classes.breaks.size(); ++i)
        texts.push_back(break_text(classes.breaks[i], share, effects));
    return texts;
}

std::vector<std::string> MapWords::class_texts(const Classes& classes, bool share,
                                               bool effects) const
{
    const auto ticks = tick_texts(classes, share, effects);
    std::vector<std::string> texts{fmt::format("{} {}", (*this)("under", "onder"), ticks.front())};
    for (std::size_t i = 0; i + 1 < ticks.size(); ++i)
        texts.push_back(fmt::format("{} {} {}", ticks[i], (*this)("to", "tot"), ticks[i + 1]));
    texts.push_back(fmt::format("{} {}", ticks.back(), (*this)("and more", "en meer")));
    return texts;
}

std::string within_sentence(std::string_view name)
{
    std::string text(name);
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (text.size() > 1 && is_capital(text[0]) && !is_capital(text[1]))
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

/// Shortage has a preposition of its own in Dutch; every other name and group stand beside each
/// other.
static std::string of_whom(const MapWords& words, const MapIndicator& indicator,
                           const std::string& name, std::string_view profession)
{
    if (profession.empty()) return name;
    const std::string who = words.profession(profession);
    if (indicator.id == "shortage") return fmt::format("{} {} {}", name, words("of", "aan"), who);
    return fmt::format("{}, {}", name, who);
}

std::string MapWords::level_title(const MapIndicator& indicator, std::string_view profession,
                                  int year) const
{
    return fmt::format("{}, {}", of_whom(*this, indicator, indicator.name, profession), year);
}

std::string MapWords::effect_title(const MapIndicator& indicator, std::string_view profession,
                                   int year) const
{
    if (indicator.id == "shortage") {
        return fmt::format("{} {}, {}", (*this)("Change in the", "Verandering van het"),
                           of_whom(*this, indicator, within_sentence(indicator.name), profession),
                           year);
    }
    return fmt::format("{}: {}, {}", (*this)("Effect on", "Effect op"),
                       of_whom(*this, indicator, within_sentence(indicator.name), profession),
                       year);
}

std::string MapWords::driver_title(const MapIndicator& indicator, std::string_view profession,
                                   int year) const
{
    const std::string who = this->profession(profession);
    if (indicator.id == "excess_shortage") {
        return dutch_ ? fmt::format(
                            "Wat bepaalt hoeveel groter het tekort aan {} in een regio is "
                            "dan in het land, {}",
                            who, year)
                      : fmt::format(
                            "What decides how much shorter of {} a region is than the "
                            "country, {}",
                            who, year);
    }
    const std::string what = of_whom(*this, indicator, within_sentence(indicator.name), profession);
    return dutch_ ? fmt::format("Wat bepaalt: {}, {}", what, year)
                  : fmt::format("What decides the {}, {}", what, year);
}

}  // namespace mgz::picture
