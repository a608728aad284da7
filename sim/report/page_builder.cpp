// SPDX-License-Identifier: EUPL-1.2
#include "sim/report/page_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "geo/check.h"
#include "sim/scenario/file_format.h"
#include "sim/scenario/plain_toml.h"
#include "sim/show/words.h"

namespace mgz::report {

using geo::InputError;

PageBuilder::PageBuilder(Geography geography)
{
    data.geography = std::move(geography);
    areas_[static_cast<std::size_t>(Level::region)] = AreaIndex(data.geography.regions);
    areas_[static_cast<std::size_t>(Level::subregion)] = AreaIndex(data.geography.subregions);
}

std::size_t PageBuilder::add_scenario(ShownScenario scenario)
{
    const auto numbered = [this](const std::string& wanted, std::string ShownScenario::*part,
                                 const char* form) {
        auto name = wanted;
        const auto taken = [&](const ShownScenario& s) { return s.*part == name; };
        for (int n = 2; std::any_of(data.scenarios.begin(), data.scenarios.end(), taken); ++n)
            name = fmt::format(fmt::runtime(form), wanted, n);
        return name;
    };
    scenario.id = numbered(scenario.id, &ShownScenario::id, "{}-{}");
    scenario.title = numbered(scenario.title, &ShownScenario::title, "{} ({})");
    data.scenarios.push_back(std::move(scenario));
    return data.scenarios.size() - 1;
}

bool PageBuilder::knows(Level level, const std::string& code) const
{
    return level == Level::country || areas_[static_cast<std::size_t>(level)].find(code);
}

std::size_t PageBuilder::area(const Row& row, std::size_t column, Level level) const
{
    if (level == Level::country) {
        if (row.text(column) != name_of(level)) row.wrong(column, "is not the country");
        return 0;
    }
    const auto found = areas_[static_cast<std::size_t>(level)].find(row.text(column));
    if (!found) row.wrong(column, fmt::format("is no {} of the map", name_of(level)));
    return *found;
}

PageBuilder::Place PageBuilder::place(const Row& row, std::size_t level, std::size_t code) const
{
    const auto name = row.text(level);
    if (name == name_of(Level::country)) return {Level::country, 0};
    for (const Level l : {Level::region, Level::subregion}) {
        if (name == name_of(l)) return {l, area(row, code, l)};
    }
    row.wrong(level, "is unknown");
}

PageData PageBuilder::finish()
{
    const std::array<std::size_t, 3> areas{1, data.geography.regions.size(),
                                           data.geography.subregions.size()};
    data.figures = figures.take(areas);
    data.effects = effects.take(areas);
    data.distances = distances.take(areas);
    return std::move(data);
}

/// Every value of a scenario by its key; tables within tables are keys with dots.
static void flatten(const PlainTable& table, const std::string& before,
                    std::map<std::string, std::string>& to)
{
    for (const auto& entry : table.entries) {
        if (const auto* inner = entry.value.table()) {
            flatten(*inner, before + entry.key + ".", to);
        } else {
            to[before + entry.key] = toml_text(entry.value);
        }
    }
}

/// Interventions as changes: what stands in their tables, one a line.
static void add_interventions(PlainTable& table, std::vector<Change>& changes)
{
    for (auto entry = table.entries.begin(); entry != table.entries.end(); ++entry) {
        if (entry->key != "interventions" || !entry->value.array()) continue;
        for (const auto& item : *entry->value.array()) {
            Change change{"interventions", "", ""};
            if (const auto* inner = item.table()) {
                for (const auto& part : inner->entries) {
                    if (part.key == "initiative" && part.value.text()) {
                        change.key += "." + *part.value.text();
                        continue;
                    }
                    if (!change.value.empty()) change.value += ", ";
                    change.value += fmt::format("{} = {}", part.key, toml_text(part.value));
                }
            }
            changes.push_back(std::move(change));
        }
        table.entries.erase(entry);
        return;
    }
}

ShownScenario read_scenario(const Folder& folder, const Json& json, std::string id)
{
    ShownScenario scenario;
    scenario.id = std::move(id);
    scenario.title = member<std::string>(folder, json, "title");
    if (scenario.title.empty()) scenario.title = scenario.id;
    scenario.question = member<std::string>(folder, json, "question");
    scenario.replicates = member<int>(folder, folder.manifest, "replicates");
    scenario.seed = member<long long>(folder, folder.manifest, "seed");
    auto table = parse_toml(member<std::string>(folder, json, "text"),
                            folder.file("manifest.json") + ", scenario");
    bring_up_to_date(table, folder.file("manifest.json") + ", scenario");
    add_interventions(table, scenario.changes);
    flatten(table, "", scenario.values);
    std::vector<Change> changes;
    const auto origins = member<Json>(folder, json, "origins");
    for (const auto& [key, origin] : origins.items()) {
        if (key == "title" || key == "question" || !origin.is_string()) continue;
        const auto value = scenario.values.find(key);
        changes.push_back(
            {key, value == scenario.values.end() ? "" : value->second, origin.get<std::string>()});
    }
    scenario.changes.insert(scenario.changes.begin(), changes.begin(), changes.end());
    return scenario;
}

Json words_json(const Bilingual& words)
{
    return {{"en", words.en}, {"nl", words.nl}};
}

Json named_json(std::span<const Named> list)
{
    Json json = Json::array();
    for (const auto& named : list)
        json.push_back({{"id", named.id}, {"name", words_json(named.name)}});
    return json;
}

static std::size_t place_in(std::span<const Named> list, const Row& row, std::size_t column)
{
    const auto id = row.text(column);
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i].id == id) return i;
    }
    row.wrong(column, "is unknown");
}

std::size_t profession_index(const Row& row, std::size_t column)
{
    return place_in(profession_words(), row, column);
}

std::size_t payer_index(const Row& row, std::size_t column)
{
    return place_in(payer_words(), row, column);
}

void check_indicator(const Row& row, std::size_t column)
{
    if (!shown_indicator(row.text(column))) row.wrong(column, "is unknown");
}

void read_distances(const Folder& folder, PageBuilder& page)
{
    each_row(folder.file("distances.csv"), {"year", "code", "profession", "km"}, Rows::any,
             [&](const Row& row) {
                 profession_index(row, 2);
                 page.distances.add({0, Level::region, "km", row.text(2)},
                                    page.area(row, 1, Level::region), row.year(0),
                                    {row.number(3), unknown, unknown, unknown, unknown});
             });
}

std::string text_of_file(const std::string& path)
{
    std::error_code none;
    const bool is_file =
        std::filesystem::is_regular_file(path, none);  // a pipe would wait for ever
    std::ostringstream text;
    if (is_file) text << std::ifstream(path, std::ios::binary).rdbuf();
    if (!is_file || !text || text.str().empty()) {
        throw InputError(path, "is missing or empty", again);
    }
    return text.str();
}

}  // namespace mgz::report
