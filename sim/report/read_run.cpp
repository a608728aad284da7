// SPDX-License-Identifier: EUPL-1.2
// What a run left behind, for the page.
#include <algorithm>
#include <cstdlib>
#include <set>

#include "geo/check.h"
#include "sim/model/ledger.h"
#include "sim/report/pack.h"
#include "sim/report/page_builder.h"
#include "sim/scenario/initiative.h"
#include "sim/score/inventory.h"
#include "sim/show/words.h"

namespace mgz::report {

/// Figures of care.csv that the page leaves out: FTE of agencies stand by profession in
/// regions.csv, and the widest scope of plans is a code that the inventory says better.
static constexpr std::array<std::string_view, 2> not_shown{"commercial", "preparing_scope"};

/// Mean, 5%, 50% and 95%, in neighbouring columns.
static Stats stats_of(const Row& row, std::size_t mean)
{
    return {row.number(mean), row.number(mean + 1), row.number(mean + 2), row.number(mean + 3),
            unknown};
}

static void read_areas_table(const Folder& folder, const char* name, Level level,
                             std::size_t scenario, PageBuilder& page)
{
    each_row(folder.file(name),
             {"year", "code", "profession", "indicator", "mean", "p05", "p50", "p95"}, Rows::some,
             [&](const Row& row) {
                 check_indicator(row, 3);
                 profession_index(row, 2);
                 page.figures.add({scenario, level, row.text(3), row.text(2)},
                                  page.area(row, 1, level), row.year(0), stats_of(row, 4));
             });
}

static void read_care(const Folder& folder, std::size_t scenario, PageBuilder& page)
{
    each_row(folder.file("care.csv"), {"year", "code", "indicator", "mean", "p05", "p50", "p95"},
             Rows::some, [&](const Row& row) {
                 const auto id = row.text(2);
                 if (std::find(not_shown.begin(), not_shown.end(), id) != not_shown.end()) return;
                 check_indicator(row, 2);
                 page.figures.add({scenario, Level::region, id, ""},
                                  page.area(row, 1, Level::region), row.year(0), stats_of(row, 3));
             });
}

namespace {

/// Whole numbers by region, year and item, null where there is none.
class Cube {
public:
    Cube(std::size_t regions, std::size_t items) : regions_(regions), items_(items) {}

    void set(std::size_t region, int year, std::size_t item, std::optional<long long> value)
    {
        if (value) values_.push_back({region, year, item, *value});
        years_.push_back(year);
    }

    /// Rising, each once.
    std::vector<int> years() const
    {
        auto years = years_;
        std::sort(years.begin(), years.end());
        years.erase(std::unique(years.begin(), years.end()), years.end());
        return years;
    }

    /// REQUIRES: all of years() are among them, in order.
    Json list(const std::vector<int>& years) const
    {
        std::vector<std::optional<long long>> all(regions_ * years.size() * items_);
        for (const auto& v : values_) {
            const auto year = std::lower_bound(years.begin(), years.end(), v.year) - years.begin();
            all[(v.region * years.size() + static_cast<std::size_t>(year)) * items_ + v.item] =
                v.value;
        }
        Json json = Json::array();
        for (const auto& value : all)
            json.push_back(value ? Json(*value) : Json());
        return json;
    }

private:
    struct Value {
        std::size_t region;
        int year;
        std::size_t item;
        long long value;
    };
    std::size_t regions_, items_;
    std::vector<Value> values_;
    std::vector<int> years_;
};

}  // namespace

static void read_account(const Folder& folder, std::size_t scenario, PageBuilder& page)
{
    const auto causes = cause_words();
    std::map<std::string, Cube> cubes;
    const auto regions = page.data.geography.regions.size();
    each_row(
        folder.file("account.csv"), {"region", "profession", "year", "cause", "fte"}, Rows::any,
        [&](const Row& row) {
            const auto id = row.text(3);
            const auto cause = std::find_if(causes.begin(), causes.end(),
                                            [&](const Named& n) { return n.id == id; });
            if (cause == causes.end()) row.wrong(3, "is unknown");
            profession_index(row, 1);
            auto& cube = cubes.try_emplace(row.text(1), Cube(regions, causes.size())).first->second;
            cube.set(page.area(row, 0, Level::region), row.year(2),
                     static_cast<std::size_t>(cause - causes.begin()), scaled(row.number(4), 10));
        });
    if (cubes.empty()) return;
    // The page counts years from the first, the same for all professions.
    std::set<int> all;
    for (const auto& [profession, cube] : cubes) {
        const auto some = cube.years();
        all.insert(some.begin(), some.end());
    }
    const std::vector<int> years(all.begin(), all.end());
    if (years.back() - years.front() + 1 != static_cast<int>(years.size()))
        throw geo::InputError(folder.file("account.csv"), "leaves out a year", again);
    Json data = Json::object();
    for (const auto& [profession, cube] : cubes)
        data[profession] = cube.list(years);
    page.data.accounts.push_back(
        {scenario, {{"causes", named_json(causes)}, {"from", years.front()}, {"data", data}}});
}

static Json item_json(const InventoryEntry& entry)
{
    const auto words = inventory_words(entry.id);
    expects(words.has_value());
    const bool steps = entry.kind == InventoryKind::scale || entry.kind == InventoryKind::group;
    Json answers{{"en", Json::array()}, {"nl", Json::array()}};
    for (const Bilingual& answer : words->answers) {
        answers["en"].push_back(answer.en);
        answers["nl"].push_back(answer.nl);
    }
    return {{"id", entry.id},
            {"question", words_json(words->question)},
            {"kind", steps                                     ? "scale"
                     : entry.kind == InventoryKind::bottleneck ? "mention"
                                                               : "number"},
            {"answers", answers}};
}

static void read_inventory(const Folder& folder, std::size_t scenario, PageBuilder& page)
{
    const auto entries = inventory_entries();
    const auto regions = page.data.geography.regions.size();
    Cube steps(regions, entries.size()), values(regions, entries.size());
    each_row(folder.file("inventory.csv"), {"year", "code", "item", "step", "mentioned", "mean"},
             Rows::any, [&](const Row& row) {
                 const auto id = row.text(2);
                 const auto entry =
                     std::find_if(entries.begin(), entries.end(),
                                  [&](const InventoryEntry& e) { return e.id == id; });
                 if (entry == entries.end()) row.wrong(2, "is unknown");
                 const auto item = static_cast<std::size_t>(entry - entries.begin());
                 const auto region = page.area(row, 1, Level::region);
                 const std::size_t column = entry->kind == InventoryKind::bottleneck ? 4 : 3;
                 steps.set(region, row.year(0), item, scaled(row.number_or_unknown(column), 1));
                 values.set(region, row.year(0), item, scaled(row.number_or_unknown(5), 1000));
             });
    const auto years = steps.years();
    if (years.empty()) return;
    Json items = Json::array();
    for (const auto& entry : entries)
        items.push_back(item_json(entry));
    page.data.inventory.push_back({scenario,
                                   {{"years", years},
                                    {"items", items},
                                    {"step", steps.list(years)},
                                    {"value", values.list(years)}}});
}

/// Initiatives, support staff and the programme; only those that are in a table get a place.
static void read_costs(const Folder& folder, std::size_t scenario, PageBuilder& page)
{
    Json items = Json::array(), rows = Json::array();
    std::map<std::string, std::size_t> places;
    std::vector<int> years;
    each_row(folder.file("costs.csv"), {"year", "region", "item", "payer", "mean", "p05", "p95"},
             Rows::any, [&](const Row& row) {
                 const auto id = row.text(2);
                 const auto [place, is_new] = places.try_emplace(id, places.size());
                 if (is_new) {
                     const auto words = cost_item_words(id);
                     if (!words) row.wrong(2, "is unknown");
                     items.push_back({{"id", id}, {"name", words_json(*words)}});
                 }
                 years.push_back(row.year(0));
                 rows.push_back({row.year(0), page.area(row, 1, Level::region), place->second,
                                 payer_index(row, 3), *scaled(row.number(4), 1),
                                 *scaled(row.number(5), 1), *scaled(row.number(6), 1)});
             });
    std::sort(years.begin(), years.end());
    years.erase(std::unique(years.begin(), years.end()), years.end());
    page.data.money.push_back({scenario,
                               {{"years", years},
                                {"items", items},
                                {"payers", named_json(payer_words())},
                                {"rows", rows}}});
}

void read_run(const Folder& folder, PageBuilder& page)
{
    const Json scenario_json = member<Json>(folder, folder.manifest, "scenario");
    const auto files = member<std::vector<std::string>>(folder, scenario_json, "files");
    std::string id = files.empty() ? "scenario" : files.back();
    if (const auto end = id.rfind('.'); end != id.npos) id.resize(end);
    auto scenario = read_scenario(folder, scenario_json, id);
    const auto year = scenario.values.find("output.map_year");
    if (year != scenario.values.end() && !page.data.opening_year) {
        page.data.opening_year = std::atoi(year->second.c_str());
    }
    const auto s = page.add_scenario(std::move(scenario));
    page.data.sources.push_back({"run", page.data.scenarios[s].title, folder.manifest});
    read_areas_table(folder, "country.csv", Level::country, s, page);
    read_areas_table(folder, "regions.csv", Level::region, s, page);
    read_areas_table(folder, "subregions.csv", Level::subregion, s, page);
    read_care(folder, s, page);
    read_account(folder, s, page);
    read_inventory(folder, s, page);
    read_costs(folder, s, page);
}

}  // namespace mgz::report
