// SPDX-License-Identifier: EUPL-1.2
#include "sim/study/patterns_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "geo/check.h"
#include "geo/text.h"
#include "sim/scenario/plain_toml.h"

namespace mgz {

using geo::InputError;

static constexpr std::array<std::string_view, 4> use_names{"fit", "check", "held out", "extra"};
static constexpr std::array<std::string_view, 5> confidences{"read", "report", "derived",
                                                             "remembered", "assumption"};
static constexpr std::array<std::string_view, 8> measure_names{
    "gap", "heads", "owner_share", "locum_share", "fte_per_head", "exits", "exit_rate", "diplomas"};

std::string_view name_of(PatternUse use)
{
    return use_names[static_cast<std::size_t>(use)];
}

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

static constexpr std::array<PatternKind, 23> kinds{{
    {"P1-expected", "P1", "regions with bar S below 0.05"},
    {"P1-felt", "P1", "regions with bar S of 0.05 to 0.10"},
    {"P1-acute", "P1", "regions with bar S of 0.10 or more"},
    {"P1b-far", "P1b", "far regions without shortage"},
    {"P1b-near", "P1b", "near regions in acute shortage"},
    {"P1c", "P1c", "regions where bar S grows in two years"},
    {"P2", "P2", "near-far pairs with bar S near < far"},
    {"P2b", "P2b", "mean bar S near / all regions"},
    {"P2b-half", "P2b", "near regions below the median of bar S"},
    {"P3-huisarts", "P3", "rank correlation shortage-distance, GP"},
    {"P3-so", "P3", "rank correlation shortage-distance, SO"},
    {"P3-huisarts-margin", "P3", "the same above the null, GP"},
    {"P3-so-margin", "P3", "the same above the null, SO"},
    {"P4", "P4", "|rank correlation|, AVG"},
    {"P5", "P5", "regions where large are better staffed"},
    {"P5-slope", "P5", "slope of FTE/need on ln need"},
    {"P19", "P19", "GPs per 10,000 by region, max/min"},
    {"H1", "H1", "rank correlation with GPs by province"},
    {"H1-margin", "H1", "the same above the null"},
    {"H2", "H2", "AUC of worse against better areas"},
    {"H3-favourite", "H3", "young GPs per vacancy, rank from the top"},
    {"H3-shunned", "H3", "young GPs per vacancy, rank from the bottom"},
    {"H3-below", "H3", "young GPs per vacancy / median"},
}};

std::span<const PatternKind> pattern_kinds()
{
    return kinds;
}

namespace {

/// One table of the file: every key must be there that is asked for, and no other.
class Reader {
public:
    Reader(const PlainTable& table, std::string file, std::string name)
        : table_(table), file_(std::move(file)), name_(std::move(name))
    {
    }

    bool has(const std::string& key) const { return table_.find(key) != nullptr; }

    std::string text(const std::string& key)
    {
        const auto* v = get(key).text();
        if (!v || v->empty()) wrong(key, "text in quotes");
        return *v;
    }
    double number(const std::string& key)
    {
        const auto v = get(key).real();
        if (!v || !(*v >= -1e12 && *v <= 1e12)) wrong(key, "a number");
        return *v;
    }
    int year(const std::string& key)
    {
        const auto v = get(key).whole();
        if (!v || *v < 1900 || *v > 2200) wrong(key, "a year");
        return static_cast<int>(*v);
    }
    Quarter quarter(const std::string& key)
    {
        const auto* pair = get(key).array();
        if (!pair || pair->size() != 2) wrong(key, "[year, quarter]");
        const auto y = pair->front().whole();
        const auto q = pair->back().whole();
        if (!y || !q || *y < 1900 || *y > 2200 || *q < 1 || *q > 4) wrong(key, "[year, quarter]");
        return Quarter::of(static_cast<int>(*y), static_cast<int>(*q));
    }
    std::vector<std::string> texts(const std::string& key)
    {
        std::vector<std::string> out;
        for (const auto& item : list(key)) {
            if (!item.text()) wrong(key, "a list of texts");
            out.push_back(*item.text());
        }
        return out;
    }
    template <std::size_t n>
    std::size_t one_of(const std::string& key, const std::array<std::string_view, n>& names)
    {
        const auto value = text(key);
        const auto found = std::find(names.begin(), names.end(), value);
        if (found == names.end()) {
            throw InputError(
                place(key), fmt::format("{} is \"{}\"", key, value),
                "give " + geo::joined(std::vector<std::string>(names.begin(), names.end())));
        }
        return static_cast<std::size_t>(found - names.begin());
    }
    Profession profession(const std::string& key)
    {
        static constexpr std::array<std::string_view, 3> names{
            name_of(Profession::gp), name_of(Profession::so), name_of(Profession::avg)};
        return all_professions[one_of(key, names)];
    }
    Reader table(const std::string& key)
    {
        const auto* v = get(key).table();
        if (!v) wrong(key, "a table");
        return Reader(*v, file_, name_.empty() ? key : name_ + "." + key);
    }
    std::vector<Reader> tables(const std::string& key)
    {
        std::vector<Reader> out;
        for (const auto& item : list(key)) {
            if (!item.table()) wrong(key, "a list of tables");
            out.emplace_back(*item.table(), file_, key);
        }
        return out;
    }
    Evidence evidence()
    {
        Evidence e;
        e.source = text("source");
        e.confidence = confidences[one_of("confidence", confidences)];
        return e;
    }
    std::vector<std::string> keys() const
    {
        std::vector<std::string> out;
        for (const auto& entry : table_.entries)
            out.push_back(entry.key);
        return out;
    }
    /// To be called last.
    void done() const
    {
        for (const auto& entry : table_.entries) {
            if (!asked_.contains(entry.key)) {
                unknown(entry.key, {asked_.begin(), asked_.end()}, "key");
            }
        }
    }
    [[noreturn]] void unknown(const std::string& key, const std::vector<std::string>& known,
                              std::string_view kind) const
    {
        const auto near = geo::nearest_name(key, known);
        throw InputError(place(key), fmt::format("there is no {} \"{}\"", kind, key),
                         near.empty() ? "give one of: " + geo::joined(known)
                                      : fmt::format("did you mean \"{}\"?", near));
    }
    [[noreturn]] void wrong(const std::string& key, std::string_view expected) const
    {
        throw InputError(place(key), fmt::format("{} has the wrong kind of value", key),
                         fmt::format("give {}", expected));
    }
    std::string place(const std::string& key) const
    {
        const auto* value = table_.find(key);
        return value && value->line > 0 ? fmt::format("{}, line {}", file_, value->line) : file_;
    }

private:
    const PlainValue& get(const std::string& key)
    {
        asked_.insert(key);
        const auto* value = table_.find(key);
        if (!value) {
            throw InputError(file_, fmt::format("{} has no {}", name_.empty() ? "it" : name_, key));
        }
        return *value;
    }
    const PlainArray& list(const std::string& key)
    {
        const auto* items = get(key).array();
        if (!items || items->empty()) wrong(key, "a list");
        return *items;
    }

    const PlainTable& table_;
    std::string file_, name_;
    std::set<std::string> asked_;
};

}  // namespace

static Target read_target(Reader& r)
{
    Target t;
    t.use = static_cast<PatternUse>(r.one_of("use", use_names));
    t.evidence = r.evidence();
    if (r.has("value")) {
        const double value = r.number("value");
        const bool relative = r.has("within_share");
        const double within = relative ? value * r.number("within_share") : r.number("within");
        t.low = value - within;
        t.high = value + within;
        t.text = fmt::format("{:.5g} ({:.5g} to {:.5g})", value, t.low, t.high);
        return t;
    }
    const auto bound = [&](const char* key, double& limit, const char* sign) {
        if (!r.has(key)) return false;
        limit = r.number(key);
        t.text += fmt::format("{}{} {:.5g}", t.text.empty() ? "" : ", ", sign, limit);
        return true;
    };
    bool any = bound("at_least", t.low, ">=");
    if (!any) any = t.low_open = bound("above", t.low, ">");
    const bool at_most = bound("at_most", t.high, "<=");
    if (!at_most) t.high_open = bound("below", t.high, "<");
    if (!any && !at_most && !t.high_open) {
        throw InputError(r.place("use"), "a target has no bound",
                         "give at_least, at_most, above, below, or value with within");
    }
    return t;
}

static void read_targets(Reader& file, PatternData& data)
{
    auto section = file.table("target");
    for (const auto& id : section.keys()) {
        std::vector<std::string> known;
        for (const auto& kind : kinds)
            known.emplace_back(kind.id);
        if (std::find(known.begin(), known.end(), id) == known.end()) {
            section.unknown(id, known, "pattern");
        }
        auto r = section.table(id);
        data.targets[id] = read_target(r);
        r.done();
    }
    for (auto& r : file.tables("national")) {
        NationalTarget n;
        n.id = r.text("id");
        n.measure = static_cast<NationalMeasure>(r.one_of("measure", measure_names));
        n.profession = r.profession("profession");
        n.at = r.quarter("at");
        n.target = read_target(r);
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

static void read_places(Reader& file, PatternData& data)
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
    data.employers.least_count = static_cast<int>(employers.number("least_count"));
    data.employers.difference = employers.number("difference");
    data.employers.evidence = employers.evidence();
    employers.done();
    // Fewer than four have no largest and smallest quarter apart.
    if (data.employers.least_count < 4) employers.wrong("least_count", "4 or more");
}

static std::vector<NamedArea> read_areas(Reader& section, const std::string& key)
{
    std::vector<NamedArea> areas;
    for (auto& r : section.tables(key)) {
        areas.push_back({r.text("name"), r.texts("subregions")});
        r.done();
    }
    return areas;
}

static void read_held_out(Reader& file, PatternData& data)
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

static void read_nulls(Reader& file, PatternData& data)
{
    const auto known = [&](Reader& r, const std::string& key) {
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
    Reader file(table, path, "");
    PatternData data;
    data.title = file.text("title");
    data.quarter = file.quarter("quarter");
    data.later_quarter = file.quarter("later_quarter");
    data.centres_open = file.year("centres_open");
    data.least_gap = file.number("least_gap");
    data.margin_null = file.text("margin_null");
    read_places(file, data);
    read_targets(file, data);
    read_held_out(file, data);
    read_nulls(file, data);
    file.done();
    return data;
}

}  // namespace mgz
