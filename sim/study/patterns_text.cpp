// SPDX-License-Identifier: EUPL-1.2
// What a validation says: aligned tables for people, JSON for programs.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/study/json_columns.h"
#include "sim/study/patterns_nulls.h"

namespace mgz {

using Json = nlohmann::ordered_json;

namespace {

/// Columns as wide as their widest cell; those named in `left` hold text, the others numbers.
class TextTable {
public:
    TextTable(std::vector<std::string> head, const std::vector<std::string>& left)
    {
        for (const auto& name : head) {
            left_.push_back(std::find(left.begin(), left.end(), name) != left.end());
        }
        rows_.push_back(std::move(head));
    }
    void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }

    std::string text() const
    {
        std::vector<std::size_t> widths(rows_.front().size(), 0);
        for (const auto& row : rows_) {
            for (std::size_t c = 0; c < row.size(); ++c) {
                widths[c] = std::max(widths[c], letters(row[c]));
            }
        }
        std::string out;
        for (const auto& row : rows_) {
            std::string line;
            for (std::size_t c = 0; c < row.size(); ++c) {
                const std::string gap(widths[c] - letters(row[c]), ' ');
                line += (c == 0 ? "" : "  ") + (left_[c] ? row[c] + gap : gap + row[c]);
            }
            line.erase(line.find_last_not_of(' ') + 1);
            out += line + '\n';
        }
        return out;
    }

private:
    /// Letters of UTF-8 text, so that names with accents do not push their row.
    static std::size_t letters(const std::string& text)
    {
        return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
            return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
        }));
    }
    std::vector<bool> left_;
    std::vector<std::vector<std::string>> rows_;
};

std::string number(const std::optional<double>& value)
{
    if (!value) return "-";
    const double size = *value < 0 ? -*value : *value;
    if (size == static_cast<double>(static_cast<long long>(std::min(size, 1e15)))) {
        return fmt::format("{:.0f}", *value);
    }
    return size >= 100  ? fmt::format("{:.0f}", *value)
           : size >= 10 ? fmt::format("{:.1f}", *value)
                        : fmt::format("{:.4f}", *value);
}

std::string yes(const std::optional<bool>& value)
{
    return !value ? "-" : *value ? "yes" : "NO";
}

std::string pattern_table(const Validation& v)
{
    TextTable table({"id", "measure", "value", "5%", "95%", "target", "pass", "use", "basis"},
                    {"id", "measure", "target", "pass", "use", "basis"});
    for (const auto& p : v.baseline.patterns) {
        table.add({p.id, p.what, number(p.value), number(p.low), number(p.high), p.target,
                   yes(p.pass), std::string(name_of(p.use)), p.confidence});
    }
    return table.text();
}

/// What explains a value; a pattern that holds needs no explanation.
std::string figure_table(const Validation& v)
{
    TextTable table({"id", "pass", "figures"}, {"id", "pass", "figures"});
    for (const auto& p : v.baseline.patterns) {
        if (p.pass == true || p.note.empty()) continue;
        table.add({p.id, yes(p.pass), p.note});
    }
    return table.text();
}

/// The judged patterns again, with and without each mechanism; in brackets what does not hold.
std::string beside_nulls(const Validation& v)
{
    const auto shown = [](const PatternResult* p) {
        if (!p) return std::string("-");
        return p->pass == false ? fmt::format("({})", number(p->value)) : number(p->value);
    };
    std::vector<std::string> head{"id", "measure", "target", "baseline"};
    for (const auto& null : v.nulls)
        head.push_back(null.name);
    TextTable table(std::move(head), {"id", "measure", "target"});
    for (const auto& p : v.baseline.patterns) {
        if (p.target.empty() || p.id.ends_with("-margin")) continue;
        std::vector<std::string> row{p.id, p.what, p.target, shown(&p)};
        for (const auto& null : v.nulls)
            row.push_back(shown(find_pattern(null.report.patterns, p.id)));
        table.add(std::move(row));
    }
    return table.text();
}

std::string null_table(const Validation& v)
{
    TextTable table({"null", "must", "pattern", "with it", "without", "as expected"},
                    {"null", "must", "pattern", "as expected"});
    for (const auto& null : v.nulls) {
        for (const auto& o : null.outcomes) {
            table.add({null.name, o.must_lose ? "lose" : "keep", o.pattern, number(o.baseline),
                       number(o.value), yes(o.as_expected)});
        }
    }
    return table.text();
}

std::string book_table(const ValidationReport& report, Profession p)
{
    TextTable table(
        {"year", "heads", "FTE", "need", "gap", "FTE/head", "owners", "locums", "seeking",
         "trainees", "vacancies", "entrants", "diplomas", "retired", "left", "unplaced"},
        {"year"});
    const auto whole = [](double value) { return fmt::format("{:.0f}", value); };
    for (const auto& b : report.books) {
        if (b.profession != p) continue;
        table.add({fmt::format("{}", b.year), whole(b.heads), whole(b.fte), whole(b.need),
                   fmt::format("{:.3f}", b.gap), fmt::format("{:.3f}", b.fte_per_head),
                   whole(b.owners), whole(b.locums), whole(b.seeking), whole(b.trainees),
                   whole(b.vacancies), whole(b.entrants), whole(b.diplomas), whole(b.retired),
                   whole(b.left), whole(b.unplaced)});
    }
    return table.text();
}

/// JSON has no infinity; what is not a number is null.
Json json_of(const std::optional<double>& value)
{
    return value ? Json(*value) : Json(nullptr);
}
Json json_of(const std::optional<bool>& value)
{
    return value ? Json(*value) : Json(nullptr);
}

Json json_of(const std::vector<PatternResult>& patterns)
{
    auto list = Json::array();
    for (const auto& p : patterns) {
        list.push_back({{"id", p.id},
                        {"group", p.group},
                        {"value", json_of(p.value)},
                        {"low", json_of(p.low)},
                        {"high", json_of(p.high)},
                        {"target", p.target},
                        {"pass", json_of(p.pass)},
                        {"use", name_of(p.use)}});
    }
    return list;
}

/// Of every list in the file, by its name.
Json columns_of_patterns()
{
    const char* as_pattern = "as the pattern";
    return {
        {"patterns",
         explained({{"id", "-", "Pattern, or part of one."},
                    {"group", "-", "The pattern that it is part of."},
                    {"value", as_pattern, "What was measured; null where it could not be."},
                    {"low", as_pattern, "5% of the replicates lie below; null of a single figure."},
                    {"high", as_pattern, "95% of the replicates lie below."},
                    {"target", "-", "What it must be, in words; empty where nothing is asked."},
                    {"pass", "true or false", "Whether it is; null where nobody judges."},
                    {"use", "-", "What the pattern is for: fit, check, held out or extra."}})},
        {"books",
         explained({{"year", "year", "End of this year; of flows, within it."},
                    {"profession", "-", "Profession; all figures are means over replicates."},
                    {"heads", "heads", "Physicians who work."},
                    {"fte", "FTE", "FTE delivered, from all sources."},
                    {"need", "FTE", "FTE needed."},
                    {"gap", "1", "1 - fte / need."},
                    {"fte_per_head", "FTE per head", "FTE of one who works."},
                    {"owners", "heads", "Owners of practices."},
                    {"locums", "heads", "Changing locums."},
                    {"seeking", "heads", "Who look for a place."},
                    {"trainees", "heads", "In training."},
                    {"vacancies", "positions", "Open positions."},
                    {"entrants", "heads per year", "Who began training."},
                    {"diplomas", "heads per year", "Who ended it."},
                    {"retired", "heads per year", "Who retired."},
                    {"left", "heads per year", "Who left the profession before."},
                    {"unplaced", "heads per year", "Who found no place."}})},
        {"outcomes",
         explained(
             {{"pattern", "-", "Pattern that the mechanism is there for."},
              {"must", "-", "Whether it must be lost or kept without the mechanism."},
              {"baseline", as_pattern, "Its value with the mechanism."},
              {"value", as_pattern, "Its value without."},
              {"as_expected", "true or false", "Whether it was lost, or kept, as it must."}})},
        {"nulls",
         explained({{"null", "-", "Mechanism that was taken out."},
                    {"patterns", "-", "All patterns measured without it: columns as patterns."},
                    {"outcomes", "-", "What should change by that: columns as outcomes."}})}};
}

}  // namespace

std::string validation_text(const Validation& v)
{
    int judged = 0, held = 0;
    for (const auto& p : v.baseline.patterns) {
        if (!p.pass || (p.use != PatternUse::fit && p.use != PatternUse::check)) continue;
        ++judged;
        held += *p.pass;
    }
    std::string out = fmt::format(
        "{}\n\n"
        "S is the mean of the shortages of GP and SO; bar S its mean over replicates. Where 5% "
        "and\n"
        "95% are given, the value is a mean over replicates. - is: not judged. Only patterns of "
        "use\n"
        "fit and check decide the exit status. Basis is that of the target.\n\n{}"
        "\nFigures behind what does not hold or was not judged\n\n{}",
        v.heading, pattern_table(v), figure_table(v));
    if (!v.nulls.empty()) {
        out += fmt::format(
            "\nNulls: one mechanism taken out; in brackets what does not hold\n\n{}"
            "\nWhat a null must lose or keep\n\n{}",
            beside_nulls(v), null_table(v));
    }
    for (const Profession p : all_professions) {
        out += fmt::format("\nBooks, {}: end of the year, means over replicates\n\n{}", name_of(p),
                           book_table(v.baseline, p));
    }
    out += fmt::format("\n{} of {} judged patterns of use fit and check hold.\n", held, judged);
    return out;
}

std::string validation_json(const Validation& v)
{
    Json json;
    json["columns"] = columns_of_patterns();
    json["patterns"] = json_of(v.baseline.patterns);
    json["books"] = Json::array();
    for (const auto& b : v.baseline.books) {
        json["books"].push_back({{"year", b.year},
                                 {"profession", name_of(b.profession)},
                                 {"heads", b.heads},
                                 {"fte", b.fte},
                                 {"need", b.need},
                                 {"gap", b.gap},
                                 {"fte_per_head", b.fte_per_head},
                                 {"owners", b.owners},
                                 {"locums", b.locums},
                                 {"seeking", b.seeking},
                                 {"trainees", b.trainees},
                                 {"vacancies", b.vacancies},
                                 {"entrants", b.entrants},
                                 {"diplomas", b.diplomas},
                                 {"retired", b.retired},
                                 {"left", b.left},
                                 {"unplaced", b.unplaced}});
    }
    json["nulls"] = Json::array();
    for (const auto& null : v.nulls) {
        auto outcomes = Json::array();
        for (const auto& o : null.outcomes) {
            outcomes.push_back({{"pattern", o.pattern},
                                {"must", o.must_lose ? "lose" : "keep"},
                                {"baseline", json_of(o.baseline)},
                                {"value", json_of(o.value)},
                                {"as_expected", json_of(o.as_expected)}});
        }
        json["nulls"].push_back({{"null", null.name},
                                 {"patterns", json_of(null.report.patterns)},
                                 {"outcomes", std::move(outcomes)}});
    }
    return json.dump(2) + "\n";
}

}  // namespace mgz
