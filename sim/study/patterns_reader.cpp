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

std::vector<std::string> PatternReader::keys() const
{
    std::vector<std::string> out;
    for (const auto& entry : table_.entries)
        out.push_back(entry.key);
    return out;
}

std::string PatternReader::text(const std::string& key)
{
    const auto* v = get(key).text();
    if (!v || v->empty()) wrong(key, "text in quotes");
    return *v;
}

double PatternReader::number(const std::string& key)
{
    const auto v = get(key).real();
    if (!v || !(*v >= -1e12 && *v <= 1e12)) wrong(key, "a number");
    return *v;
}

double PatternReader::share(const std::string& key)
{
    const auto v = get(key).real();
    if (!v || !(*v >= 0 && *v <= 1)) wrong(key, "a number from 0 to 1");
    return *v;
}

int PatternReader::year(const std::string& key)
{
    const auto v = get(key).whole();
    if (!v || *v < 1900 || *v > 2200) wrong(key, "a year");
    return static_cast<int>(*v);
}

std::array<int, 2> PatternReader::pair(const std::string& key, int most, std::string_view expected)
{
    const auto* both = get(key).array();
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

std::vector<std::string> PatternReader::texts(const std::string& key)
{
    std::vector<std::string> out;
    for (const auto& item : list(key)) {
        if (!item.text()) wrong(key, "a list of texts");
        out.push_back(*item.text());
    }
    return out;
}

std::vector<double> PatternReader::numbers(const std::string& key)
{
    std::vector<double> out;
    for (const auto& item : list(key)) {
        if (!item.real()) wrong(key, "a list of numbers");
        out.push_back(*item.real());
    }
    return out;
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

PatternReader PatternReader::table(const std::string& key)
{
    const auto* v = get(key).table();
    if (!v) wrong(key, "a table");
    return {*v, file_, name_.empty() ? key : name_ + "." + key};
}

std::vector<PatternReader> PatternReader::tables(const std::string& key)
{
    std::vector<PatternReader> out;
    for (const auto& item : list(key)) {
        if (!item.table()) wrong(key, "a list of tables");
        out.emplace_back(*item.table(), file_, key);
    }
    return out;
}

void PatternReader::done() const
{
    for (const auto& entry : table_.entries) {
        if (asked_.contains(entry.key)) continue;
        std::set<std::string> possible = asked_;
        possible.insert(known_.begin(), known_.end());
        unknown(entry.key, {possible.begin(), possible.end()}, "key");
    }
}

void PatternReader::unknown(const std::string& key, const std::vector<std::string>& known,
                            std::string_view kind) const
{
    const auto near = geo::nearest_name(key, known);
    throw InputError(place(key), fmt::format("there is no {} \"{}\"", kind, key),
                     near.empty() ? "give one of: " + geo::joined(known)
                                  : fmt::format("did you mean \"{}\"?", near));
}

void PatternReader::wrong(const std::string& key, std::string_view expected) const
{
    throw InputError(place(key), fmt::format("{} has the wrong kind of value", key),
                     fmt::format("give {}", expected));
}

std::string PatternReader::place(const std::string& key) const
{
    const auto* value = table_.find(key);
    return value && value->line > 0 ? fmt::format("{}, line {}", file_, value->line) : file_;
}

const PlainValue& PatternReader::get(const std::string& key)
{
    asked_.insert(key);
    const auto* value = table_.find(key);
    if (!value) {
        throw InputError(file_, fmt::format("{} has no {}", name_.empty() ? "it" : name_, key));
    }
    return *value;
}

const PlainArray& PatternReader::list(const std::string& key)
{
    const auto* items = get(key).array();
    if (!items || items->empty()) wrong(key, "a list");
    return *items;
}

}  // namespace mgz
