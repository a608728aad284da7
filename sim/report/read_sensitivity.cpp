// SPDX-License-Identifier: EUPL-1.2
// What an analysis of a sweep left behind, for the page.
#include <algorithm>
#include <filesystem>
#include <set>
#include <tuple>

#include "geo/check.h"
#include "sim/report/page_builder.h"

namespace mgz::report {

namespace {

/// Policy, year, level, code, profession, indicator: as files write them.
using OutcomeKey = std::tuple<std::string, int, std::string, std::string, std::string, std::string>;

struct Outcome {
    std::size_t area = 0;
    double mean = unknown, sd = unknown;
    Json indices = Json::array();
};

/// Null where it is not a number.
Json number_json(double value)
{
    return value == value ? Json(value) : Json();
}

class Reader {
public:
    Reader(const Folder& folder, PageBuilder& page) : folder_(folder), page_(page) {}

    void read()
    {
        const bool indices = exists("indices.csv");
        if (indices) {
            read_rows("indices.csv", "value", "low", "high");
        } else {
            read_rows("associations.csv", "figure", "", "");
        }
        if (exists("sensitivity.gpkg")) read_spread();
        const auto study = member<Json>(folder_, folder_.manifest, "study");
        auto title = member<std::string>(folder_, study, "title");
        page_.data.sources.push_back({"sensitivity", title, folder_.manifest});
        page_.data.sensitivity.push_back({{"title", title},
                                          {"design", !indices     ? "sample"
                                                     : has_total_ ? "saltelli"
                                                                  : "morris"},
                                          {"factors", factors_},
                                          {"outcomes", outcomes_json()}});
        page_.data.summaries.push_back(text_of_file(folder_.file("summary.md")));
    }

private:
    bool exists(const char* name) const { return std::filesystem::exists(folder_.file(name)); }

    void read_rows(const char* name, const char* value, const char* low, const char* high)
    {
        std::vector<std::string> columns{"policy",    "year",   "level",   "code", "profession",
                                         "indicator", "factor", "measure", value};
        const bool interval = *low != '\0';
        if (interval) columns.insert(columns.end(), {low, high});
        each_row(folder_.file(name), columns, Rows::any, [&](const Row& row) {
            const auto level = row.text(2);
            check_indicator(row, 5);
            // Without a map (no index of a region) only the country can be shown.
            const auto l = level == "region" ? Level::region : Level::subregion;
            if (level != "country" && !page_.knows(l, row.text(3))) return;
            auto& outcome =
                outcomes_[{row.text(0), row.year(1), level, row.text(3), row.text(4), row.text(5)}];
            outcome.area = page_.place(row, 2, 3).area;
            const auto factor = row.text(6);
            if (seen_.insert(factor).second) {
                factors_.push_back({{"id", factor}, {"title", factor}});
            }
            const auto measure = row.text(7);
            has_total_ = has_total_ || measure == "total";
            outcome.indices.push_back(
                {{"measure", measure},
                 {"factor", factor},
                 {"value", number_json(row.number_or_unknown(8))},
                 {"low", interval ? number_json(row.number_or_unknown(9)) : Json()},
                 {"high", interval ? number_json(row.number_or_unknown(10)) : Json()}});
        });
    }

    void read_spread()
    {
        each_row(folder_.file("sensitivity.gpkg") + "|region_drivers",
                 {"policy", "year", "code", "profession", "indicator", "mean", "sd"}, Rows::any,
                 [&](const Row& row) {
                     const auto found = outcomes_.find({row.text(0), row.year(1), "region",
                                                        row.text(2), row.text(3), row.text(4)});
                     if (found == outcomes_.end()) return;
                     found->second.mean = row.number_or_unknown(5);
                     found->second.sd = row.number_or_unknown(6);
                 });
    }

    Json outcomes_json() const
    {
        Json list = Json::array();
        for (const auto& [key, outcome] : outcomes_) {
            const auto& [policy, year, level, code, profession, indicator] = key;
            list.push_back({{"policy", policy},
                            {"year", year},
                            {"level", level},
                            {"area", outcome.area},
                            {"profession", profession},
                            {"indicator", indicator},
                            {"mean", number_json(outcome.mean)},
                            {"sd", number_json(outcome.sd)},
                            {"indices", outcome.indices}});
        }
        return list;
    }

    const Folder& folder_;
    PageBuilder& page_;
    std::map<OutcomeKey, Outcome> outcomes_;
    std::set<std::string> seen_;
    Json factors_ = Json::array();
    bool has_total_ = false;
};

}  // namespace

void read_sensitivity(const Folder& folder, PageBuilder& page)
{
    Reader(folder, page).read();
}

}  // namespace mgz::report
