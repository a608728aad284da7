// SPDX-License-Identifier: EUPL-1.2
#include "sim/report/indicator_json.h"

#include <algorithm>
#include <cctype>
#include <set>

#include "sim/output/dictionary.h"
#include "sim/report/page_builder.h"
#include "sim/sensitivity/excess.h"
#include "sim/show/classes.h"
#include "sim/show/words.h"
#include "sim/study/compare_measures.h"

namespace mgz::report {

/// "mean of all" as "Mean of all."
static std::string sentence(std::string_view words)
{
    std::string text(words);
    if (!text.empty())
        text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    if (!text.ends_with('.')) text += '.';
    return text;
}

/// As the dictionaries of comparisons, runs and sensitivities explain it.
static std::string meaning_of(std::string_view id)
{
    for (const auto& indicator : compared_indicators()) {
        if (indicator.id == id) return sentence(indicator.meaning);
    }
    for (const char* file : {"regions.csv", "care.csv"}) {
        for (const auto& column : table_entry(file).columns) {
            for (const auto& code : column.codes) {
                if (column.name == "indicator" && code.value == id) return code.meaning;
            }
        }
    }
    return id == excess_id ? sentence(excess_meaning) : "";
}

namespace {

/// What the folders have of one indicator.
struct Found {
    std::set<std::string> professions;
    std::vector<double> levels, effects;  ///< of areas on the map
};

void look(const Blocks& blocks, std::string_view id, Stat stat, std::set<std::string>& professions,
          std::vector<double>& values)
{
    for (const auto& [key, block] : blocks) {
        if (key.indicator != id) continue;
        professions.insert(key.profession);
        if (key.level == Level::country) continue;
        const auto& list = block.values[static_cast<std::size_t>(stat)];
        values.insert(values.end(), list.begin(), list.end());
    }
}

Found find(const PageData& data, std::string_view id)
{
    Found found;
    look(data.figures, id, Stat::p50, found.professions, found.levels);
    look(data.effects, id, Stat::p50, found.professions, found.effects);
    for (const auto& sensitivity : data.sensitivity) {
        for (const auto& outcome : sensitivity.at("outcomes")) {
            if (outcome.at("indicator") == id) {
                found.professions.insert(outcome.at("profession").get<std::string>());
            }
        }
    }
    return found;
}

Json colours_json(const Classes& classes)
{
    Json list = Json::array();
    for (const Colour& colour : classes.colours)
        list.push_back(hex(colour));
    return list;
}

/// In the order of the list of professions, none last.
Json professions_json(const std::set<std::string>& found)
{
    Json list = Json::array();
    for (const auto& profession : profession_words()) {
        if (found.contains(std::string(profession.id))) list.push_back(profession.id);
    }
    if (found.contains("")) list.push_back("");
    return list;
}

Json indicator_json(const ShownIndicator& i, const Found& found)
{
    const auto levels = i.id == "shortage"
                            ? shortage_classes()
                            : level_classes(i.unit, i.better != Better::less, found.levels);
    Json json{{"id", i.id},
              {"group", i.group},
              {"unit", i.unit},
              {"scale", i.scale},
              {"digits", i.digits},
              {"name", words_json(i.name)},
              {"meaning", {{"en", meaning_of(i.id)}, {"nl", i.meaning_nl}}},
              {"better", name_of(i.better)},
              {"professions", professions_json(found.professions)},
              {"breaks", levels.breaks},
              {"colours", colours_json(levels)}};
    if (!found.effects.empty()) {
        const auto effects = effect_classes(i.unit, found.effects);
        json["effectBreaks"] = effects.breaks;
        json["effectColours"] = colours_json(effects);
    }
    return json;
}

}  // namespace

Json indicators_json(const PageData& data)
{
    Json list = Json::array();
    for (const auto& indicator : shown_indicators()) {
        const auto found = find(data, indicator.id);
        if (!found.professions.empty()) list.push_back(indicator_json(indicator, found));
    }
    return list;
}

}  // namespace mgz::report
