// SPDX-License-Identifier: EUPL-1.2
// The kinds of drawing: by a number, by a text, by rules.
#include <fmt/format.h>

#include <algorithm>
#include <pugixml.hpp>

#include "sim/show/qgis_xml.h"

namespace mgz::qgis {

/// "2.5" of a break, in the numbers that people read.
static std::string break_text(double value, const NumberText& text)
{
    const double shown = text.factor * value;
    return fmt::format("{}{:.6g}{}", text.with_sign && shown > 0 ? "+" : "", shown + 0.0,
                       text.suffix);
}

std::vector<Step> steps_of(const Classes& classes, const NumberText& text, const Symbol& like)
{
    const std::size_t n = classes.colours.size();
    std::vector<Step> steps;
    for (std::size_t i = n; i-- > 0;) {
        const double from = classes.breaks[i], to = classes.breaks[i + 1];
        Step step{from, to, {}, like};
        step.symbol.colour = classes.colours[i];
        if (i == 0) {
            step.from = -std::numeric_limits<double>::infinity();
            step.label = "under " + break_text(to, text);
        } else if (i + 1 == n) {
            step.label = break_text(from, text) + " or more";
            step.to = std::numeric_limits<double>::infinity();
        } else {
            step.label = break_text(from, text) + " to " + break_text(to, text);
        }
        steps.push_back(std::move(step));
    }
    return steps;
}

std::vector<Rule> rules_of(const Graduated& graduated)
{
    std::vector<Rule> rules;
    for (const Step& step : graduated.steps) {
        rules.push_back(
            {step.label, {{graduated.column, Within{step.from, step.to}}}, step.symbol});
    }
    return rules;
}

namespace {

/// Ends of classes that are open: so far away that everything lies between.
double closed(double end)
{
    constexpr double far = 1e12;
    return std::clamp(end, -far, far);
}

pugi::xml_node add_renderer(pugi::xml_node layer, const char* type)
{
    return add(layer, "renderer-v2",
               {{"type", type},
                {"symbollevels", "0"},
                {"enableorderby", "0"},
                {"forceraster", "0"},
                {"referencescale", "-1"}});
}

void add_graduated(pugi::xml_node layer, const Graduated& graduated)
{
    auto renderer = add_renderer(layer, "graduatedSymbol");
    renderer.append_attribute("attr") = graduated.column.c_str();
    renderer.append_attribute("graduatedMethod") = "GraduatedColor";
    auto ranges = add(renderer, "ranges");
    auto symbols = add(renderer, "symbols");
    for (std::size_t i = 0; i < graduated.steps.size(); ++i) {
        const Step& step = graduated.steps[i];
        const auto name = std::to_string(i);
        add(ranges, "range",
            {{"lower", number(closed(step.from))},
             {"upper", number(closed(step.to))},
             {"symbol", name},
             {"render", "true"},
             {"label", step.label}});
        add_symbol(symbols, name, step.symbol);
    }
}

void add_categorised(pugi::xml_node layer, const Categorised& categorised)
{
    auto renderer = add_renderer(layer, "categorizedSymbol");
    renderer.append_attribute("attr") = categorised.column.c_str();
    auto categories = add(renderer, "categories");
    auto symbols = add(renderer, "symbols");
    for (std::size_t i = 0; i < categorised.categories.size(); ++i) {
        const Category& category = categorised.categories[i];
        const auto name = std::to_string(i);
        add(categories, "category",
            {{"value", category.value},
             {"type", "string"},
             {"symbol", name},
             {"render", "true"},
             {"label", category.label}});
        add_symbol(symbols, name, category.symbol);
    }
}

/// Keys are all that QGIS knows a rule by; it draws them at random, we count.
struct RuleWriter {
    pugi::xml_node symbols;
    int keys = 0, names = 0;

    std::string next_key() { return fmt::format("{{00000000-0000-4000-8000-{:012}}}", keys++); }

    void write(pugi::xml_node parent, const Rule& rule)
    {
        auto node = add(parent, "rule", {{"key", next_key()}, {"label", rule.label}});
        const auto filter = expression_of(rule.conditions);
        if (!filter.empty()) node.append_attribute("filter") = filter.c_str();
        if (!rule.shown) node.append_attribute("checkstate") = "0";
        if (rule.symbol) {
            const auto name = std::to_string(names++);
            node.append_attribute("symbol") = name.c_str();
            add_symbol(symbols, name, *rule.symbol);
        }
        for (const Rule& inner : rule.inside)
            write(node, inner);
    }
};

void add_rules(pugi::xml_node layer, const Rules& all)
{
    auto renderer = add_renderer(layer, "RuleRenderer");
    auto rules = add(renderer, "rules");
    RuleWriter writer{add(renderer, "symbols")};
    rules.append_attribute("key") = writer.next_key().c_str();
    for (const Rule& rule : all.rules)
        writer.write(rules, rule);
}

}  // namespace

void add_drawing(pugi::xml_node layer, const LayerStyle& style)
{
    if (const auto* graduated = std::get_if<Graduated>(&style.drawing)) {
        add_graduated(layer, *graduated);
    } else if (const auto* categorised = std::get_if<Categorised>(&style.drawing)) {
        add_categorised(layer, *categorised);
    } else {
        add_rules(layer, std::get<Rules>(style.drawing));
    }
}

}  // namespace mgz::qgis
