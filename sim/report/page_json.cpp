// SPDX-License-Identifier: EUPL-1.2
#include "sim/report/page_json.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "geo/check.h"
#include "sim/output/run_folder.h"
#include "sim/report/geography.h"
#include "sim/report/indicator_json.h"
#include "sim/report/pack.h"
#include "sim/report/page_builder.h"
#include "sim/scenario/registry.h"
#include "sim/show/words.h"

namespace mgz::report {

std::string_view code_of(PageLanguage language)
{
    return language == PageLanguage::dutch ? "nl" : "en";
}

std::string title_of(const PageData& data, PageLanguage language)
{
    const bool dutch = language == PageLanguage::dutch;
    std::string title;
    for (const auto& source : data.sources) {
        if (!title.empty()) title += " · ";
        if (source.kind == "comparison") title += dutch ? "Vergelijking: " : "Comparison: ";
        if (source.kind == "sensitivity") title += dutch ? "Gevoeligheid: " : "Sensitivity: ";
        title += source.title;
    }
    return title;
}

namespace {

/// Text of a file may hold bytes that are not UTF-8; they are shown as well as can be.
std::string text_of(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// One member after another of an object.
class Object {
public:
    void raw(std::string_view name, std::string_view json)
    {
        text_ += text_.empty() ? '{' : ',';
        fmt::format_to(std::back_inserter(text_), "\"{}\":{}", name, json);
    }
    void add(std::string_view name, const Json& json) { raw(name, text_of(json)); }
    std::string take() { return text_.empty() ? "{}" : text_ + "}"; }

private:
    std::string text_;
};

std::string joined(const std::vector<std::string>& items)
{
    return fmt::format("[{}]", fmt::join(items, ","));
}

/// x, y, then differences, in hectometres; corners that fall together are one, and a ring of which
/// less than a triangle is left is none.
Json ring_json(const geo::Ring& ring)
{
    std::vector<std::pair<long, long>> corners;
    for (const geo::Point p : ring) {
        const std::pair<long, long> corner{std::lround(p.x / 100), std::lround(p.y / 100)};
        if (corners.empty() || corners.back() != corner) corners.push_back(corner);
    }
    while (corners.size() > 1 && corners.front() == corners.back())
        corners.pop_back();
    if (corners.size() < 3) return {};
    Json json = Json::array({corners[0].first, corners[0].second});
    for (std::size_t i = 1; i < corners.size(); ++i) {
        json.push_back(corners[i].first - corners[i - 1].first);
        json.push_back(corners[i].second - corners[i - 1].second);
    }
    return json;
}

Json shape_json(const geo::MultiPolygon& shape)
{
    Json parts = Json::array();
    for (const auto& part : shape.parts) {
        Json outer = ring_json(part.outer);
        if (outer.is_null()) continue;
        Json rings = Json::array({outer});
        for (const auto& hole : part.holes) {
            Json inner = ring_json(hole);
            if (!inner.is_null()) rings.push_back(std::move(inner));
        }
        parts.push_back(std::move(rings));
    }
    return parts;
}

Json population_json(double people)
{
    return people == people ? Json(std::llround(people)) : Json();
}

Json level_json(const std::vector<Area>& areas, const std::vector<Area>* parents)
{
    Json codes = Json::array(), names = Json::array(), people = Json::array(), at = Json::array(),
         shapes = Json::array(), parent = Json::array();
    for (const Area& area : areas) {
        codes.push_back(area.code);
        names.push_back(area.name);
        people.push_back(population_json(area.population));
        const auto point = inside_point(area.shape);
        at.push_back({std::lround(point.x), std::lround(point.y)});
        shapes.push_back(shape_json(area.shape));
        if (parents == nullptr) continue;
        const auto found = std::find_if(parents->begin(), parents->end(),
                                        [&](const Area& p) { return p.code == area.region; });
        parent.push_back(found == parents->end() ? -1 : found - parents->begin());
    }
    Json json{{"codes", codes}, {"names", names}};
    if (parents != nullptr) json["parent"] = parent;
    json["population"] = people;
    json["at"] = at;
    json["shapes"] = shapes;
    return json;
}

Json levels_json(const Geography& geography)
{
    double people = 0;
    for (const Area& region : geography.regions)
        people += region.population;
    Json json{{"country",
               {{"codes", Json::array({"country"})},
                {"names", Json::array({""})},
                {"population", Json::array({population_json(people)})},
                {"at", Json::array()},
                {"shapes", Json::array()}}},
              {"region", level_json(geography.regions, nullptr)}};
    if (!geography.subregions.empty()) {
        json["subregion"] = level_json(geography.subregions, &geography.regions);
    }
    return json;
}

Json scenarios_json(const PageData& data)
{
    Json list = Json::array();
    for (const auto& s : data.scenarios) {
        Json changes = Json::array();
        for (const auto& c : s.changes)
            changes.push_back({{"key", c.key}, {"value", c.value}, {"origin", c.origin}});
        list.push_back({{"id", s.id},
                        {"title", s.title},
                        {"question", s.question},
                        {"reference", s.reference},
                        {"replicates", s.replicates},
                        {"seed", s.seed},
                        {"changes", changes}});
    }
    return list;
}

Json sources_json(const PageData& data)
{
    Json list = Json::array();
    for (const auto& s : data.sources)
        list.push_back({{"kind", s.kind}, {"title", s.title}, {"manifest", s.manifest}});
    return list;
}

Json centres_json(const PageData& data)
{
    const auto year = [](const std::optional<int>& y) { return y ? Json(*y) : Json(); };
    Json list = Json::array();
    for (const auto& c : data.centres) {
        list.push_back({{"name", c.name},
                        {"profession", c.profession},
                        {"parent", c.has_parent},
                        {"x", std::lround(c.at.x)},
                        {"y", std::lround(c.at.y)},
                        {"from", year(c.from)},
                        {"to", year(c.to)}});
    }
    return list;
}

Json lasting_json(const PageData& data)
{
    Json list = Json::array();
    for (const auto& l : data.lasting) {
        list.push_back({{"scenario", l.scenario},
                        {"level", name_of(l.level)},
                        {"area", l.area},
                        {"indicator", l.indicator},
                        {"profession", l.profession},
                        {"from", l.from},
                        {"better", l.better}});
    }
    return list;
}

/// Every parameter, with its value in the first scenario.
Json assumptions_json(const PageData& data)
{
    Json list = Json::array();
    if (data.scenarios.empty()) return list;
    const auto& scenario = data.scenarios.front();
    Scenario defaults;
    for (const auto& p : parameters(defaults)) {
        if (p.key == "title" || p.key == "question") continue;
        const auto value = scenario.values.find(p.key);
        const bool changed = std::any_of(scenario.changes.begin(), scenario.changes.end(),
                                         [&](const Change& c) { return c.key == p.key; });
        list.push_back({{"key", p.key},
                        {"value", value == scenario.values.end() ? value_text(p) : value->second},
                        {"unit", p.unit},
                        {"basis", name_of(p.basis)},
                        {"source", p.source},
                        {"meaning", p.meaning},
                        {"changed", changed}});
    }
    return list;
}

std::string years_json(const std::vector<int>& years)
{
    const bool all = years.back() - years.front() + 1 == static_cast<int>(years.size());
    if (all) return fmt::format("[{},{}]", years.front(), years.back());
    return fmt::format("{{\"list\":[{}]}}", fmt::join(years, ","));
}

std::string stat_json(const Block& block, Stat stat, double scale)
{
    std::vector<std::optional<long long>> numbers;
    for (const double v : block.values[static_cast<std::size_t>(stat)])
        numbers.push_back(scaled(v, scale));
    return delta_list(numbers, block.years.size());
}

/// 1 where all of the interval is better, -1 where all is worse: of the values as files have them.
std::string certain_json(const Block& block)
{
    std::string text = "[";
    for (std::size_t area = 0; area < block.areas; ++area) {
        for (std::size_t year = 0; year < block.years.size(); ++year) {
            if (text.size() > 1) text += ',';
            text += block.at(Stat::p05, area, year) > 0   ? "1"
                    : block.at(Stat::p95, area, year) < 0 ? "-1"
                                                          : "0";
        }
    }
    return text + "]";
}

std::string blocks_json(const Blocks& blocks, bool effects)
{
    constexpr std::array<std::string_view, stat_count> names{"mean", "p05", "p50", "p95",
                                                             "improved"};
    std::vector<std::string> list;
    for (const auto& [key, block] : blocks) {
        const auto* shown = shown_indicator(key.indicator);
        expects(shown != nullptr);
        Object json;
        json.add("scenario", key.scenario);
        json.add("level", name_of(key.level));
        json.add("indicator", key.indicator);
        json.add("profession", key.profession);
        json.raw("years", years_json(block.years));
        for (std::size_t i = 0; i < stat_count; ++i) {
            if (block.values[i].empty()) continue;
            const auto stat = static_cast<Stat>(i);
            json.raw(names[i], stat_json(block, stat, stat == Stat::improved ? 100 : shown->scale));
        }
        if (effects) json.raw("certain", certain_json(block));
        list.push_back(json.take());
    }
    return joined(list);
}

std::string distances_json(const PageData& data)
{
    std::vector<std::string> list;
    for (const auto& [key, block] : data.distances) {
        Object json;
        json.add("profession", key.profession);
        json.add("level", name_of(key.level));
        json.add("years", block.years);
        json.raw("km", stat_json(block, Stat::mean, 10));
        list.push_back(json.take());
    }
    return joined(list);
}

std::string parts_json(const std::vector<Part>& parts)
{
    std::vector<std::string> list;
    for (const auto& part : parts) {
        Object json;
        json.add("scenario", part.scenario);
        for (const auto& [name, value] : part.json.items())
            json.add(name, value);
        list.push_back(json.take());
    }
    return joined(list);
}

/// First and last of all figures and effects; nothing but a sensitivity has none.
std::pair<int, int> years_of(const PageData& data)
{
    int first = 9999, last = 0;
    for (const Blocks* blocks : {&data.figures, &data.effects}) {
        for (const auto& [key, block] : *blocks) {
            (void)key;
            first = std::min(first, block.years.front());
            last = std::max(last, block.years.back());
        }
    }
    for (const auto& sensitivity : data.sensitivity) {
        if (!data.figures.empty()) break;
        for (const auto& outcome : sensitivity.at("outcomes")) {
            first = std::min(first, outcome.at("year").get<int>());
            last = std::max(last, outcome.at("year").get<int>());
        }
    }
    return last == 0 ? std::pair{0, 0} : std::pair{first, last};
}

}  // namespace

std::string page_json(const PageData& data, PageLanguage language)
{
    const auto [first, last] = years_of(data);
    Object json;
    json.add("format", 1);
    json.add("lang", code_of(language));
    json.add("title", title_of(data, language));
    json.add("program", "mgz " + this_program());
    json.add("note", data.note);
    json.add("attribution", data.attribution);
    json.add("sources", sources_json(data));
    json.add("scenarios", scenarios_json(data));
    json.add("years", {first, last});
    json.add("year", std::clamp(data.opening_year.value_or(last), first, last));
    json.add("levels", levels_json(data.geography));
    json.add("indicators", indicators_json(data));
    json.add("professions", named_json(profession_words()));
    json.add("centres", centres_json(data));
    json.raw("figures", blocks_json(data.figures, false));
    json.raw("effects", blocks_json(data.effects, true));
    json.add("lasting", lasting_json(data));
    json.raw("distance", distances_json(data));
    json.raw("accounts", parts_json(data.accounts));
    json.raw("inventory", parts_json(data.inventory));
    json.raw("money", parts_json(data.money));
    json.raw("moves", parts_json(data.moves));
    json.add("sensitivity", data.sensitivity);
    json.add("summary", data.summaries);
    json.add("assumptions", assumptions_json(data));
    return json.take();
}

}  // namespace mgz::report
