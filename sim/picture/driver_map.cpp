// SPDX-License-Identifier: EUPL-1.2
// What decides where: regions in the colour of their strongest factor, beside the bars of the
// country.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "geo/check.h"
#include "geo/text.h"
#include "sim/picture/map_parts.h"
#include "sim/picture/typeset.h"
#include "sim/report/table.h"

namespace mgz::picture {

using geo::InputError;

namespace {

constexpr std::size_t most_bars = 12;
/// How much of its colour an area has whose strongest index is in the lowest class.
constexpr double palest = 0.3;

/// What only areas have, and what says the same of the country.
std::string of_country(const std::string& indicator)
{
    return indicator == "excess_shortage" ? "far_gap" : indicator;
}

std::string words_of_factor(std::string name)
{
    std::replace(name.begin(), name.end(), '_', ' ');
    return one_line(name);
}

/// Of a region: the strongest factor, if any, its index, and whether it is clearly the strongest.
struct Driver {
    std::string factor;
    double index = 0;
    bool certain = false;
};

struct Drivers {
    std::string profession, policy;
    int year = 0;
    std::map<std::string, Driver> of_region;
    /// Factors that are strongest somewhere: most regions first.
    std::vector<std::pair<std::string, int>> leaders;
};

/// One row of the layer region_drivers.
struct DriverRow {
    std::string policy, code, profession, indicator;
    int year;
    Driver driver;
};

std::vector<DriverRow> read_rows(const report::Folder& folder)
{
    std::vector<DriverRow> rows;
    report::each_row(
        folder.file("sensitivity.gpkg") + "|region_drivers",
        {"policy", "year", "code", "profession", "indicator", "strongest", "index", "certain"},
        report::Rows::some, [&](const report::Row& row) {
            rows.push_back({row.text(0),
                            row.text(2),
                            row.text(3),
                            row.text(4),
                            row.year(1),
                            {row.text(5), row.number_or_unknown(6), row.text(7) == "yes"}});
        });
    return rows;
}

std::vector<std::string> distinct(const std::vector<DriverRow>& rows,
                                  const std::function<std::string(const DriverRow&)>& what)
{
    std::vector<std::string> all;
    for (const DriverRow& row : rows)
        if (const auto each = what(row); std::find(all.begin(), all.end(), each) == all.end())
            all.push_back(each);
    return all;
}

/// Keeps the rows where `what` is as wanted, or as the first row has it where nothing is wanted.
std::string keep(std::vector<DriverRow>& rows, const report::Folder& folder, const char* name,
                 const std::optional<std::string>& wanted,
                 const std::function<std::string(const DriverRow&)>& what)
{
    const auto there = distinct(rows, what);
    const std::string value = wanted.value_or(
        std::find(there.begin(), there.end(), "huisarts_so") != there.end() ? "huisarts_so"
                                                                            : there.front());
    std::erase_if(rows, [&](const DriverRow& row) { return what(row) != value; });
    if (!rows.empty()) return value;
    const std::string near = geo::nearest_name(value, there);
    throw InputError(folder.shown, fmt::format("has no {} '{}' by region", name, value),
                     near.empty() ? fmt::format("give one of: {}", geo::joined(there))
                                  : fmt::format("did you mean '{}'?", near));
}

Drivers read_drivers(const report::Folder& folder, const MapRequest& request)
{
    auto rows = read_rows(folder);
    Drivers drivers;
    keep(rows, folder, "indicator", request.indicator,
         [](const DriverRow& row) { return row.indicator; });
    drivers.profession = keep(rows, folder, "profession", request.profession,
                              [](const DriverRow& row) { return row.profession; });
    std::optional<std::string> policy;
    if (!request.scenarios.empty()) policy = request.scenarios.front();
    drivers.policy =
        keep(rows, folder, "policy", policy, [](const DriverRow& row) { return row.policy; });
    std::set<int> years;
    for (const DriverRow& row : rows)
        years.insert(row.year);
    drivers.year = year_of(folder, request, years, *years.rbegin());
    std::map<std::string, int> counts;
    for (const DriverRow& row : rows) {
        if (row.year != drivers.year) continue;
        drivers.of_region[row.code] = row.driver;
        if (!row.driver.factor.empty()) ++counts[row.driver.factor];
    }
    drivers.leaders.assign(counts.begin(), counts.end());
    std::stable_sort(drivers.leaders.begin(), drivers.leaders.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    return drivers;
}

/// Indices of the country: factor -> measure -> value with its interval.
struct CountryIndices {
    std::map<std::string, std::map<std::string, Figure>> of_factor;
    int blocks = 0;

    bool variance() const
    {
        return std::none_of(of_factor.begin(), of_factor.end(),
                            [](const auto& factor) { return factor.second.count("mu_star"); });
    }
};

CountryIndices read_country(const report::Folder& folder, const Drivers& drivers,
                            const std::string& indicator)
{
    CountryIndices indices;
    report::each_row(folder.file("indices.csv"),
                     {"policy", "year", "level", "profession", "indicator", "factor", "measure",
                      "value", "low", "high", "blocks"},
                     report::Rows::some, [&](const report::Row& row) {
                         if (row.text(2) != "country" || row.text(4) != indicator) return;
                         if (row.text(0) != drivers.policy || row.text(3) != drivers.profession)
                             return;
                         if (row.year(1) != drivers.year) return;
                         indices.of_factor[row.text(5)][row.text(6)] = {row.number_or_unknown(7),
                                                                        row.number_or_unknown(8),
                                                                        row.number_or_unknown(9)};
                         const double blocks = row.number(10);
                         if (!(blocks >= 0 && blocks <= 1e9)) row.wrong(10, "is no count");
                         indices.blocks = static_cast<int>(blocks);
                     });
    return indices;
}

/// Colours of the leaders; what leads nowhere is grey.
class DriverColours {
public:
    explicit DriverColours(const Drivers& drivers) : drivers_(drivers) {}
    Colour operator()(const std::string& factor) const
    {
        for (std::size_t i = 0; i < std::min(kind_colours.size(), drivers_.leaders.size()); ++i)
            if (drivers_.leaders[i].first == factor) return kind_colours[i];
        return other_kind;
    }

private:
    const Drivers& drivers_;
};

std::optional<Bars> bars_of(const CountryIndices& country, const Drivers& drivers,
                            const MapIndicator& indicator, const MapWords& words)
{
    const bool variance = country.variance();
    const std::string measure = variance ? "total" : "mu_star";
    const DriverColours colour_of(drivers);
    const double scale = !variance && indicator.is_share() ? 100 : 1;
    Bars bars;
    for (const auto& [factor, measures] : country.of_factor) {
        const auto strength = measures.find(measure);
        if (strength == measures.end() || !std::isfinite(strength->second.middle)) continue;
        const auto& [value, low, high] = strength->second;
        Bar bar{words_of_factor(factor), colour_of(factor), scale * value, scale * low,
                scale * high};
        if (const auto alone = measures.find("first"); variance && alone != measures.end())
            bar.alone = alone->second.middle;
        bars.bars.push_back(bar);
    }
    if (bars.bars.empty()) return std::nullopt;
    std::stable_sort(bars.bars.begin(), bars.bars.end(),
                     [](const Bar& a, const Bar& b) { return a.value > b.value; });
    if (bars.bars.size() > most_bars) bars.bars.resize(most_bars);
    bars.title = indicator.id == "far_gap"
                     ? words("Far regions against near ones", "Verre regio's tegenover nabije")
                     : words("The whole country", "Het hele land");
    const std::string unit = indicator.is_share()
                                 ? std::string(words("percentage points", "procentpunten"))
                                 : words.unit(indicator.unit);
    bars.axis =
        variance ? std::string(words("share of the differences between futures",
                                     "deel van de verschillen tussen toekomsten"))
                 : fmt::format("{} ({})",
                               words("mean change over the whole range of the factor",
                                     "gemiddelde verandering over het hele bereik van de factor"),
                               unit);
    if (variance)
        bars.note = fmt::format(
            "{} {} {}",
            words("dark: alone; pale: together with other factors; lines: 95% intervals, from",
                  "donker: alleen; bleek: samen met andere factoren; lijnen: 95%-intervallen, uit"),
            country.blocks, words("blocks", "blokken"));
    return bars;
}

std::string counted(int n, const MapWords& words)
{
    // One word: a line never ends between them.
    return fmt::format("{}\u00a0{}", n,
                       n == 1 ? words("region", "regio") : words("regions", "regio's"));
}

void explain(const Drivers& drivers, const Classes& classes, bool variance, bool share,
             const MapWords& words, Legend& legend)
{
    const DriverColours colour_of(drivers);
    for (const auto& [factor, count] : drivers.leaders) {
        LegendRow row{fmt::format("{} ({})", words_of_factor(factor), counted(count, words))};
        row.fill = colour_of(factor);
        legend.rows.push_back(row);
    }
    bool unclear = false, nothing = false;
    for (const auto& [code, driver] : drivers.of_region) {
        unclear = unclear || (!driver.factor.empty() && !driver.certain);
        nothing = nothing || driver.factor.empty();
    }
    if (unclear) {
        LegendRow row{std::string(words("hatched: the second may matter as much",
                                        "gearceerd: de tweede kan even zwaar wegen"))};
        row.fill = Colour{0xd6, 0xd6, 0xd6};
        row.hatched = true;
        legend.rows.push_back(row);
    }
    if (nothing)
        legend.rows.push_back({std::string(
            words("nothing that was varied matters", "niets dat gevarieerd is doet ertoe"))});
    legend.heading = variance
                         ? words("index of the strongest factor", "index van de sterkste factor")
                         : words("mean change by the strongest factor",
                                 "gemiddelde verandering door de sterkste factor");
    legend.texts = words.class_texts(classes, share && !variance, false);
    legend.ticks = words.tick_texts(classes, share && !variance, false);
    legend.rows_first = true;
}

}  // namespace

Picture driver_map(const report::Folder& folder, const MapRequest& request)
{
    if (request.difference)
        throw InputError(folder.shown, "holds no differences: it is of a sensitivity",
                         "leave --difference out");
    if (request.scenarios.size() > 1)
        throw InputError("--scenario", "a map of a sensitivity is of one policy", "name one");
    const MapWords words(request.language);
    auto areas = areas_of(folder, request.level);
    const Drivers drivers = read_drivers(folder, request);
    const MapIndicator indicator = indicator_of(folder, request.indicator, words);
    const MapIndicator national = indicator_of(folder, of_country(request.indicator), words);
    const CountryIndices country = read_country(folder, drivers, national.id);
    const bool variance = country.variance();
    std::vector<double> strengths;
    for (const auto& [code, driver] : drivers.of_region)
        strengths.push_back(driver.index);
    Classes classes = variance ? Classes{{0, 0.2, 0.4, 0.6, 0.8, 1}, {}}
                               : level_classes(indicator.unit, true, strengths);
    const std::size_t count = classes.breaks.size() - 1;
    // An effect on a share is told in percentage points, here and in the bars.
    const double unit = indicator.is_share() && !variance ? 100.0 : 1.0;
    const auto share_of = [&](std::size_t i) {
        return palest + (1 - palest) * static_cast<double>(i) / static_cast<double>(count - 1);
    };

    Picture picture;
    picture.title = words.driver_title(indicator, drivers.profession, drivers.year);
    if (!drivers.policy.empty())
        picture.title += fmt::format(" ({})", words_of_factor(drivers.policy));
    picture.subtitle = fmt::format(
        "{} {} {} {} {} {}",
        words("by region: the assumption on which the outcome depends most; simulated,",
              "per regio: de aanname waarvan de uitkomst het meest afhangt; gesimuleerd,"),
        words.round_number(report::member<int>(folder, folder.manifest, "points")),
        words("futures with", "toekomsten met"), replicates_of(folder),
        replicates_of(folder) == 1 ? words("replicate", "replicatie")
                                   : words("replicates", "replicaties"),
        words("each", "elk"));
    const DriverColours colour_of(drivers);
    std::vector<std::optional<double>> ranks;
    for (Area& area : areas) {
        const auto found = drivers.of_region.find(area.code);
        ranks.push_back({});
        if (found == drivers.of_region.end() || found->second.factor.empty()) continue;
        const Driver& driver = found->second;
        area.fill = on_white(colour_of(driver.factor), share_of(classes.class_of(driver.index)));
        area.hatched = !driver.certain;
        area.figure = words.number(unit * driver.index, variance ? 2 : 1);
        ranks.back() = driver.index;
    }
    picture.panels.emplace_back();
    picture.panels[0].areas = std::move(areas);
    picture.panels[0].labelled =
        largest(ranks, static_cast<std::size_t>(request.labels.value_or(0)));
    picture.bars = bars_of(country, drivers, national, words);
    for (std::size_t i = 0; i < count; ++i)
        picture.legend.colours.push_back(on_white({0x44, 0x44, 0x44}, share_of(i)));
    explain(drivers, classes, variance, indicator.is_share(), words, picture.legend);
    return picture;
}

}  // namespace mgz::picture
