// SPDX-License-Identifier: EUPL-1.2
/// What the page of a report shows, as plain values: read from the folders of runs, comparisons and
/// sensitivities, and nothing else. sim/report/page_json.h writes it for the page.
#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "geo/point.h"
#include "geo/polygon.h"
#include "sim/study/comparison.h"

namespace mgz::report {

using Json = nlohmann::ordered_json;

inline constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// One area of a level.
struct Area {
    std::string code, name;
    std::string region;           ///< of a subregion: the code of its region
    double population = unknown;  ///< inhabitants
    geo::MultiPolygon shape;      ///< EPSG:28992
};

/// Regions and subregions, in the order of the files.
struct Geography {
    std::vector<Area> regions, subregions;

    const std::vector<Area>& of(Level level) const
    {
        return level == Level::region ? regions : subregions;
    }
};

struct Centre {
    std::string name, profession;
    bool has_parent = false;  ///< a dependance
    geo::Point at;
    std::optional<int> from, to;
};

/// Values over replicates at one place and time; unknown where a file says nothing.
enum class Stat : unsigned char { mean, p05, p50, p95, improved };
inline constexpr std::size_t stat_count = 5;
using Stats = std::array<double, stat_count>;

/// What a block is of. Ordered: the page lists blocks so.
struct BlockKey {
    std::size_t scenario = 0;
    Level level = Level::country;
    std::string indicator;
    std::string profession;  ///< "" of no profession

    friend auto operator<=>(const BlockKey&, const BlockKey&) = default;
};

/// Figures of every area of a level in some years; [area][year].
struct Block {
    std::vector<int> years;  ///< rising
    std::size_t areas = 0;
    std::array<std::vector<double>, stat_count> values;  ///< empty: nobody gave them

    double at(Stat stat, std::size_t area, std::size_t year) const
    {
        const auto& list = values[static_cast<std::size_t>(stat)];
        return list.empty() ? unknown : list[area * years.size() + year];
    }
};
using Blocks = std::map<BlockKey, Block>;

struct Change {
    std::string key, value, origin;
};

struct ShownScenario {
    std::string id;  ///< unique in the report
    std::string title, question;
    bool reference = false;  ///< of a comparison
    int replicates = 0;
    long long seed = 0;
    std::vector<Change> changes;
    std::map<std::string, std::string> values;  ///< every parameter as TOML, by key
};

/// Since when an effect is certain.
struct Lasting {
    std::size_t scenario = 0;
    Level level = Level::country;
    std::size_t area = 0;
    std::string indicator, profession;
    int from = 0;
    bool better = false;
};

/// A list of rows as the page takes them, for parts that are no blocks.
struct Part {
    std::size_t scenario = 0;
    Json json;
};

/// A folder that went in.
struct Source {
    std::string kind;  ///< "run", "comparison", "sensitivity"
    std::string title;
    Json manifest;
};

struct PageData {
    std::string note, attribution;
    std::vector<Source> sources;
    std::vector<ShownScenario> scenarios;
    Geography geography;
    std::vector<Centre> centres;
    Blocks figures, effects;
    std::vector<Lasting> lasting;
    Blocks distances;  ///< by profession; indicator "km"
    std::vector<Part> accounts, inventory, money, moves;
    std::vector<Json> sensitivity;
    std::vector<std::string> summaries;
    std::optional<int> opening_year;  ///< as the first source maps it
};

}  // namespace mgz::report
