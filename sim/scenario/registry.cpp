// SPDX-License-Identifier: EUPL-1.2
#include "sim/scenario/registry.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace mgz {

std::string_view name_of(Basis basis)
{
    switch (basis) {
        case Basis::read:
            return "read";
        case Basis::report:
            return "read in report";
        case Basis::derived:
            return "derived";
        case Basis::remembered:
            return "remembered";
        case Basis::assumption:
            return "assumption";
        case Basis::fitted:
            return "fitted";
        case Basis::technical:
            return "technical";
    }
    return "";
}

std::string_view group_of(std::string_view key)
{
    return key.substr(0, key.find('.'));
}

std::string ParameterList::filled(std::string_view pattern, Profession p)
{
    return fmt::format(fmt::runtime(pattern), name_of(p));
}

void ParameterList::add(std::string key, Parameter::Target target, const Described& d)
{
    list_.push_back(Parameter{std::move(key), target, d.unit, d.low, d.high, d.basis, d.source,
                              d.meaning, d.applies, d.grows});
}

std::vector<Parameter> parameters(Scenario& s)
{
    ParameterList list;
    list.add("title", &s.title,
             {"-", 0, 0, Basis::technical, "-", "Name of the scenario on maps and in tables."});
    list.add("question", &s.question,
             {"-", 0, 0, Basis::technical, "-", "The question that the scenario answers."});
    list.add("from", &s.from,
             {"year", 2003, 2003, Basis::technical, "-",
              "First year; the simulation starts in its first quarter."});
    list.add("to", &s.to,
             {"year", 2003, 2100, Basis::technical, "-", "Last year, through its fourth quarter."});
    list_geography(list, s);
    list_world(list, s.world);
    list_training(list, s.training);
    list_need(list, s.need);
    list_careers(list, s.careers);
    list_settlement(list, s.settlement);
    list_care(list, s.care);
    list_duty(list, s.duty);
    list_support(list, s.support);
    list_overflow(list, s.overflow);
    list_costs(list, s.costs);
    list_cooperation(list, s.cooperation);
    list_initiatives(list, s.initiatives);
    list_output(list, s.output);
    return list.take();
}

std::string real_text(double value)
{
    std::string text = fmt::format("{}", value);
    if (text.find_first_of(".en") == std::string::npos) text += ".0";
    return text;
}

std::string quoted(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7f) {
            out += fmt::format("\\u{:04x}", byte);
            continue;
        }
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

namespace {
struct ValueText {
    std::string operator()(const double* v) const { return real_text(*v); }
    std::string operator()(const int* v) const { return fmt::format("{}", *v); }
    std::string operator()(const std::string* v) const { return mgz::quoted(*v); }
    std::string operator()(const RootChoice& v) const
    {
        return *v.rule == RootRule::home ? "\"home\"" : "\"practice\"";
    }
    std::string operator()(const Series* v) const
    {
        std::vector<std::string> points;
        for (const auto& [year, value] : v->points) {
            points.push_back(fmt::format("[{}, {}]", year, real_text(value)));
        }
        return fmt::format("[{}]", fmt::join(points, ", "));
    }
    std::string operator()(const std::vector<int>* v) const
    {
        return fmt::format("[{}]", fmt::join(*v, ", "));
    }
    std::string operator()(const std::vector<std::string>* v) const
    {
        std::vector<std::string> items;
        for (const auto& item : *v)
            items.push_back(mgz::quoted(item));
        return fmt::format("[{}]", fmt::join(items, ", "));
    }
};
}  // namespace

std::string value_text(const Parameter& parameter)
{
    return std::visit(ValueText{}, parameter.target);
}

}  // namespace mgz
