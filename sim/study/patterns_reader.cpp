// SPDX-License-Identifier: EUPL-1.2
#include "sim/study/patterns_reader.h"

namespace mgz {

using geo::InputError;

static constexpr std::array<std::string_view, 8> measure_names{
    "gap", "heads", "owner_share", "locum_share", "fte_per_head", "exits", "exit_rate", "diplomas"};
static constexpr std::array<std::string_view, 4> use_names{"fit", "check", "held out", "extra"};
static constexpr std::array<std::string_view, 5> confidences{"read", "report", "derived",
                                                             "remembered", "assumption"};

std::string_view name_of(PatternUse use)
{
    return use_names[static_cast<std::size_t>(use)];
}

double PatternReader::share(const std::string& key)
{
    const auto v = value(key).real();
    if (!v || !(*v >= 0 && *v <= 1)) wrong(key, "a number from 0 to 1");
    return *v;
}

std::array<int, 2> PatternReader::pair(const std::string& key, int most, std::string_view expected)
{
    const auto* both = value(key).array();
    if (!both || both->size() != 2) wrong(key, expected);
    const auto y = both->front().whole();
    const auto n = both->back().whole();
    if (!y || !n || *y < 1900 || *y > 2200 || *n < 1 || *n > most) wrong(key, expected);
    return {static_cast<int>(*y), static_cast<int>(*n)};
}

Quarter PatternReader::quarter(const std::string& key)
{
    const auto [y, n] = pair(key, 4, "[year, quarter]");
    return Quarter::of(y, n);
}

int PatternReader::month(const std::string& key)
{
    const auto [y, n] = pair(key, 12, "[year, month]");
    return (y - first_year) * 12 + n - 1;
}

Profession PatternReader::profession(const std::string& key)
{
    static constexpr std::array<std::string_view, 3> names{
        name_of(Profession::gp), name_of(Profession::so), name_of(Profession::avg)};
    return all_professions[one_of(key, names)];
}

NationalMeasure PatternReader::measure(const std::string& key)
{
    return static_cast<NationalMeasure>(one_of(key, measure_names));
}

PatternReader PatternReader::table(const std::string& key)
{
    return PatternReader(TableReader::table(key));
}

std::vector<PatternReader> PatternReader::tables(const std::string& key)
{
    std::vector<PatternReader> out;
    for (auto& table : TableReader::tables(key))
        out.emplace_back(std::move(table));
    return out;
}

Evidence PatternReader::evidence()
{
    Evidence e;
    e.source = text("source");
    e.confidence = confidences[one_of("confidence", confidences)];
    return e;
}

Target PatternReader::target()
{
    Target t;
    t.use = static_cast<PatternUse>(one_of("use", use_names));
    t.evidence = evidence();
    if (has("value")) {
        const double value = number("value");
        const bool relative = has("within_share");
        const double within = relative ? value * number("within_share") : number("within");
        t.low = value - within;
        t.high = value + within;
        t.text = fmt::format("{:.5g} ({:.5g} to {:.5g})", value, t.low, t.high);
        return t;
    }
    const auto bound = [&](const char* key, double& limit, const char* sign) {
        if (!has(key)) return false;
        limit = number(key);
        t.text += fmt::format("{}{} {:.5g}", t.text.empty() ? "" : ", ", sign, limit);
        return true;
    };
    bool any = bound("at_least", t.low, ">=");
    if (!any) any = t.low_open = bound("above", t.low, ">");
    const bool at_most = bound("at_most", t.high, "<=");
    if (!at_most) t.high_open = bound("below", t.high, "<");
    if (!any && !at_most && !t.high_open) {
        throw InputError(place("use"), "a target has no bound",
                         "give at_least, at_most, above, below, or value with within");
    }
    return t;
}

}  // namespace mgz
