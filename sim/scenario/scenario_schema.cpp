// SPDX-License-Identifier: EUPL-1.2
#include "sim/scenario/scenario_schema.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "geo/check.h"
#include "sim/core/calendar.h"
#include "sim/scenario/file_format.h"
#include "sim/scenario/interventions.h"
#include "sim/scenario/registry.h"
#include "sim/scenario/series.h"

namespace mgz {

using Json = nlohmann::ordered_json;

namespace {

/// Type, range and default of one parameter.
class ValueSchema {
public:
    explicit ValueSchema(const Parameter& parameter) : parameter_(parameter) {}

    Json operator()(const double* v) const { return with_default(number("number"), *v); }
    Json operator()(const int* v) const { return with_default(number("integer"), *v); }
    Json operator()(const std::string* v) const { return with_default({{"type", "string"}}, *v); }
    Json operator()(const RootChoice& v) const
    {
        return with_default({{"enum", {"practice", "home"}}},
                            *v.rule == RootRule::home ? "home" : "practice");
    }
    Json operator()(const Series* v) const
    {
        const Json year{
            {"type", "integer"}, {"minimum", first_series_year}, {"maximum", last_series_year}};
        const Json pair{{"type", "array"},
                        {"prefixItems", {year, number("number")}},
                        {"minItems", 2},
                        {"maxItems", 2}};
        const Json pairs{{"type", "array"}, {"items", pair}, {"minItems", 1}};
        Json points = Json::array();
        for (const auto& [at, value] : v->points)
            points.push_back({at, value});
        return with_default({{"anyOf", {number("number"), pairs}}}, points);
    }
    Json operator()(const std::vector<int>* v) const
    {
        return with_default({{"type", "array"}, {"items", number("integer")}, {"minItems", 1}}, *v);
    }
    Json operator()(const std::vector<std::string>* v) const
    {
        return with_default({{"type", "array"},
                             {"items", {{"type", "string"}}},
                             {"minItems", v->size()},
                             {"maxItems", v->size()}},
                            *v);
    }

private:
    Json number(const char* type) const
    {
        Json json{{"type", type}};
        // Bounds of whole numbers look as their values do.
        const auto bound = [&](double v) {
            return v == static_cast<double>(static_cast<long long>(v))
                       ? Json(static_cast<long long>(v))
                       : Json(v);
        };
        json["minimum"] = bound(parameter_.low);
        json["maximum"] = bound(parameter_.high);
        return json;
    }
    static Json with_default(Json json, const Json& value)
    {
        json["default"] = value;
        return json;
    }

    const Parameter& parameter_;
};

}  // namespace

static std::string description_of(const Parameter& p)
{
    std::string text = p.meaning;
    if (p.unit != "-") text += fmt::format(" Unit: {}.", p.unit == "1" ? "pure number" : p.unit);
    if (p.basis != Basis::technical) {
        text += fmt::format(" Default: {} ({}).", name_of(p.basis), p.source);
    }
    return text;
}

static Json closed_object()
{
    return {{"type", "object"}, {"properties", Json::object()}, {"additionalProperties", false}};
}

/// Puts a parameter where its dots say.
static void add(Json& schema, const Parameter& parameter)
{
    Json* object = &schema;
    std::string_view rest = parameter.key;
    for (auto dot = rest.find('.'); dot != rest.npos; dot = rest.find('.')) {
        Json& properties = (*object)["properties"];
        const std::string name(rest.substr(0, dot));
        if (!properties.contains(name)) properties[name] = closed_object();
        object = &properties[name];
        rest.remove_prefix(dot + 1);
    }
    Json value{{"description", description_of(parameter)}};
    value.update(std::visit(ValueSchema(parameter), parameter.target));
    (*object)["properties"][std::string(rest)] = std::move(value);
}

static Json text_property(const char* description)
{
    return {{"description", description}, {"type", "string"}, {"minLength", 1}};
}

static Json year_property(const char* description)
{
    return {{"description", description},
            {"type", "integer"},
            {"minimum", first_year},
            {"maximum", last_intervention_year}};
}

static Json real_property(const char* description, double high, double value)
{
    return {{"description", description},
            {"type", "number"},
            {"minimum", 0},
            {"maximum", high},
            {"default", value}};
}

static Json intervention_properties()
{
    const Intervention defaults;
    Json properties = Json::object();
    properties["initiative"] = {{"description", "Which; mgz initiatives lists them all."},
                                {"enum", initiative_ids()}};
    properties["where"] = {
        {"description",
         "Codes of regions, subregions or municipalities; everywhere when neither where nor area "
         "is given. A municipality that is part of a subregion works in the whole subregion at "
         "part of the intensity, by inhabitants (an assumption)."},
        {"type", "array"},
        {"items", {{"type", "string"}, {"minLength", 1}}},
        {"minItems", 1}};
    properties["area"] = text_property(
        "Polygons in which it works, instead of where: \"file\" or \"file|layer\", any OGR source "
        "and coordinate system, relative to this file. Part of a subregion works at part of the "
        "intensity, by inhabitants (an assumption).");
    properties["from"] = year_property("First year.");
    properties["until"] = year_property("Last year in which it works; no end when left out.");
    properties["intensity"] = real_property("How strongly, 0 to 1.", 1, defaults.intensity);
    properties["ramp_years"] = real_property("Years from its start until full intensity.",
                                             longest_ramp_years, defaults.ramp_years);
    return properties;
}

static Json interventions()
{
    Json national = Json::array();
    for (const auto& entry : initiative_catalogue()) {
        if (!entry.local) national.push_back(entry.id);
    }
    Json one = closed_object();
    one["properties"] = intervention_properties();
    one["required"] = {"initiative", "from"};
    const Json no_place{{"properties", {{"where", false}, {"area", false}}}};
    one["allOf"] = {
        {{"not", {{"required", {"where", "area"}}}}},
        {{"if", {{"properties", {{"initiative", {{"enum", national}}}}}}}, {"then", no_place}}};
    return {{"description", "What the scenario switches on: each begins with [[interventions]]."},
            {"type", "array"},
            {"items", one}};
}

std::string scenario_schema()
{
    Json schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                {"title", "mgz scenario"},
                {"description",
                 "A scenario of mgz: a difference from the one that it inherits, or from the "
                 "defaults."}};
    schema.update(closed_object());
    schema["properties"]["format"] = {
        {"description", "Version of the language that the file is written in; 1 when left out."},
        {"type", "integer"},
        {"minimum", 1},
        {"maximum", file_format},
        {"default", 1}};
    schema["properties"]["inherits"] = text_property(
        "The scenario that this one differs from: a file beside it, or the name of a ready one.");
    Scenario defaults;
    for (const auto& parameter : parameters(defaults))
        add(schema, parameter);
    schema["properties"]["interventions"] = interventions();
    return schema.dump(2) + "\n";
}

}  // namespace mgz
