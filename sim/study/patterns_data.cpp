// SPDX-License-Identifier: EUPL-1.2
#include "sim/study/patterns_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "sim/study/patterns_reader.h"

namespace mgz {

using geo::InputError;

bool Target::met_by(double v) const
{
    constexpr double rounding = 1e-9;
    return (low_open ? v > low + rounding : v >= low - rounding) &&
           (high_open ? v < high - rounding : v <= high + rounding);
}

const Target* PatternData::target(const std::string& id) const
{
    const auto found = targets.find(id);
    return found == targets.end() ? nullptr : &found->second;
}

static void read_targets(PatternReader& file, PatternData& data)
{
    auto section = file.table("target");
    for (const auto& id : section.keys()) {
        std::vector<std::string> known;
        for (const auto& kind : pattern_kinds())
            known.emplace_back(kind.id);
        if (std::find(known.begin(), known.end(), id) == known.end()) {
            section.unknown(id, known, "pattern");
        }
        auto r = section.table(id);
        data.targets[id] = r.target();
        r.done();
    }
    for (auto& r : file.tables("national")) {
        NationalTarget n;
        n.id = r.text("id");
        n.measure = r.measure("measure");
        n.profession = r.profession("profession");
        n.at = r.quarter("at");
        n.target = r.target();
        const bool flow = n.measure == NationalMeasure::exits ||
                          n.measure == NationalMeasure::exit_rate ||
                          n.measure == NationalMeasure::diplomas;
        if (flow && n.at.number() != 4) r.wrong("at", "the fourth quarter of the year of the flow");
        r.done();
        if (!data.targets.emplace(n.id, n.target).second) {
            throw InputError(r.place("id"), fmt::format("\"{}\" stands twice", n.id),
                             "ids must be unique");
        }
        data.national.push_back(std::move(n));
    }
}

static void read_places(PatternReader& file, PatternData& data)
{
    auto regions = file.table("regions");
    data.near = regions.texts("near");
    data.far = regions.texts("far");
    data.always_ranked = regions.texts("always_ranked");
    data.regions_evidence = regions.evidence();
    regions.done();

    auto employers = file.table("employers");
    data.employers.profession = employers.profession("profession");
    data.employers.least_fte = employers.number("least_fte");
    // Fewer than four have no largest and smallest quarter apart.
    const double least = employers.number("least_count");
    if (!(least >= 4 && least <= 1e6)) employers.wrong("least_count", "4 or more");
    data.employers.least_count = static_cast<int>(least);
    data.employers.difference = employers.number("difference");
    data.employers.evidence = employers.evidence();
    employers.done();
}

static void read_instrument(PatternReader& file, PatternData& data)
{
    auto& cuts = data.instrument;
    auto b = file.table("bottlenecks");
    cuts.salience = b.share("salience");
    cuts.thin_duty = b.share("thin_duty");
    cuts.pushed = b.share("pushed");
    cuts.succession = b.share("succession");
    data.successions_from = b.quarter("succession_from");
    data.successions_to = b.quarter("succession_to");
    cuts.funding_least = b.number("funding_least");
    cuts.funding_share = b.share("funding_share");
    data.bottlenecks_evidence = b.evidence();
    b.done();
    if (!(data.successions_from < data.successions_to)) {
        b.wrong("succession_to", "a quarter after succession_from");
    }

    auto a = file.table("ambition");
    cuts.ambition_urgency = a.share("urgency");
    cuts.ambition_governance = a.share("governance");
    cuts.ambition_running = a.number("running");
    data.ambition_evidence = a.evidence();
    a.done();
}

static void read_programme(PatternReader& file, PatternData& data)
{
    auto r = file.table("programme");
    auto& p = data.programme;
    p.first = r.month("first");
    p.fitted_to = r.month("fitted_to");
    p.running = r.numbers("running");
    p.earlier = r.month("earlier");
    p.last = r.month("last");
    p.evidence = r.evidence();
    r.done();
    // Both parts need a month: what was fitted and what is checked.
    if (p.fitted_to < p.first || p.fitted_to >= p.end() - 1) {
        r.wrong("fitted_to", "a month of the counts, not the last one");
    }
}

static std::vector<NamedArea> read_areas(PatternReader& section, const std::string& key)
{
    std::vector<NamedArea> areas;
    for (auto& r : section.tables(key)) {
        areas.push_back({r.text("name"), r.texts("subregions")});
        r.done();
    }
    return areas;
}

static void read_held_out(PatternReader& file, PatternData& data)
{
    auto provinces = file.table("provinces");
    data.provinces.at = provinces.quarter("at");
    data.provinces.evidence = provinces.evidence();
    for (auto& r : provinces.tables("list")) {
        ProvinceCount count{r.text("name"), r.number("gps"), r.number("per_10_000")};
        if (!(count.gps > 0)) r.wrong("gps", "a number above 0");
        if (!(count.per_10_000 > 0)) r.wrong("per_10_000", "a number above 0");
        r.done();
        data.provinces.list.push_back(std::move(count));
    }
    provinces.done();

    auto areas = file.table("areas");
    data.areas.worse = read_areas(areas, "worse");
    data.areas.better = read_areas(areas, "better");
    data.areas.evidence = areas.evidence();
    areas.done();

    auto young = file.table("young");
    data.young = {young.text("favourite"), young.text("shunned"), young.text("below_median"),
                  young.evidence()};
    young.done();
}

static void read_nulls(PatternReader& file, PatternData& data)
{
    const auto known = [&](PatternReader& r, const std::string& key) {
        std::vector<std::string> ids;
        if (!r.has(key)) return ids;
        ids = r.texts(key);
        for (const auto& id : ids) {
            if (data.target(id)) continue;
            std::vector<std::string> all;
            for (const auto& [name, target] : data.targets)
                all.push_back(name);
            r.unknown(id, all, "target");
        }
        return ids;
    };
    for (auto& r : file.tables("null")) {
        NullExpectation n;
        n.name = r.text("name");
        n.loses = known(r, "loses");
        n.keeps = known(r, "keeps");
        r.done();
        data.nulls.push_back(std::move(n));
    }
}

PatternData read_pattern_data(const std::string& path)
{
    const auto table = read_toml(path, "a list of patterns");
    PatternReader file(table, path, "");
    PatternData data;
    data.title = file.text("title");
    data.quarter = file.quarter("quarter");
    data.later_quarter = file.quarter("later_quarter");
    data.centres_open = file.year("centres_open");
    data.least_gap = file.number("least_gap");
    data.margin_null = file.text("margin_null");
    read_places(file, data);
    read_targets(file, data);
    read_instrument(file, data);
    read_programme(file, data);
    read_held_out(file, data);
    read_nulls(file, data);
    file.done();
    return data;
}

}  // namespace mgz
