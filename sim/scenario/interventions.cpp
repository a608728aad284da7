// SPDX-License-Identifier: EUPL-1.2
#include "sim/scenario/interventions.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "geo/check.h"
#include "geo/text.h"
#include "sim/core/calendar.h"
#include "sim/core/limits.h"
#include "sim/scenario/input_path.h"
#include "sim/scenario/registry.h"

namespace mgz {

using geo::InputError;

namespace {

/// Reads one [[interventions]] table.
class Reader {
public:
    Reader(const PlainTable& table, const std::string& file, int line)
        : table_(table), file_(file), line_(line)
    {
    }

    Intervention read() const
    {
        for (const auto& entry : table_.entries)
            check_key(entry);
        Intervention out;
        out.origin = place(line_);
        out.initiative = initiative();
        out.where = where();
        out.area = area();
        check_places(out);
        out.from = whole(required("from"), first_year, last_intervention_year);
        if (const auto* value = table_.find("until")) {
            out.until = whole(*value, first_year, last_intervention_year);
            if (out.until < out.from) {
                throw InputError(
                    place(value->line),
                    fmt::format("until ({}) lies before from ({})", out.until, out.from),
                    "give the last year in which it works");
            }
        }
        if (const auto* value = table_.find("intensity")) out.intensity = real(*value, 0, 1);
        if (const auto* value = table_.find("ramp_years")) {
            out.ramp_years = real(*value, 0, longest_ramp_years);
        }
        return out;
    }

private:
    std::string place(int line) const { return fmt::format("{}, line {}", file_, line); }

    void check_key(const PlainEntry& entry) const
    {
        static const std::vector<std::string> known{"initiative", "where",     "area",      "from",
                                                    "until",      "intensity", "ramp_years"};
        if (std::find(known.begin(), known.end(), entry.key) != known.end()) return;
        const auto near = geo::nearest_name(entry.key, known);
        throw InputError(place(entry.value.line),
                         fmt::format("an intervention has no key \"{}\"", entry.key),
                         near.empty() ? "its keys are " + geo::joined(known)
                                      : fmt::format("did you mean \"{}\"?", near));
    }

    const PlainValue& required(std::string_view key) const
    {
        const auto* value = table_.find(key);
        if (value) return *value;
        throw InputError(place(line_), fmt::format("the intervention has no \"{}\"", key),
                         key == "from" ? "give its first year, for example from = 2025"
                                       : "mgz initiatives lists what there is");
    }

    Initiative initiative() const
    {
        const auto& value = required("initiative");
        const auto* id = value.text();
        if (!id) throw InputError(place(value.line), "initiative is not text", "give its id");
        if (const auto found = initiative_named(*id)) return *found;
        const auto near = geo::nearest_name(*id, initiative_ids());
        throw InputError(place(value.line), fmt::format("there is no initiative \"{}\"", *id),
                         near.empty() ? "mgz initiatives lists them"
                                      : fmt::format("did you mean \"{}\"?", near));
    }

    std::vector<std::string> where() const
    {
        const auto* value = table_.find("where");
        if (!value) return {};
        const auto wrong = [&] {
            return InputError(place(value->line), "where is not a list of codes",
                              "give codes of regions, subregions or municipalities in quotes, or "
                              "leave it out for everywhere");
        };
        if (!value->array() || value->array()->empty()) throw wrong();
        std::vector<std::string> codes;
        for (const auto& item : *value->array()) {
            if (!item.text() || item.text()->empty()) throw wrong();
            codes.push_back(*item.text());
        }
        return codes;
    }

    std::string area() const
    {
        const auto* value = table_.find("area");
        if (!value) return {};
        const auto* path = value->text();
        if (!path || path->empty() || *path == "none") {
            throw InputError(place(value->line), "area names no file",
                             "give a file with polygons in quotes, as \"file\" or \"file|layer\"");
        }
        return input_path(*path, folder_of(file_));
    }

    void check_places(const Intervention& given) const
    {
        if (!given.where.empty() && !given.area.empty()) {
            throw InputError(place(table_.find("area")->line), "where and area exclude each other",
                             "keep one, or write two interventions");
        }
        if (given.everywhere() || initiative_catalogue()[index_of(given.initiative)].local) return;
        const char* key = given.area.empty() ? "where" : "area";
        throw InputError(
            place(table_.find(key)->line),
            fmt::format("{} only exists for the whole country", id_of(given.initiative)),
            fmt::format("leave {} out", key));
    }

    int whole(const PlainValue& value, int low, int high) const
    {
        const auto v = value.whole();
        if (v && *v >= low && *v <= high) return static_cast<int>(*v);
        throw InputError(place(value.line), "from and until are years",
                         fmt::format("give whole numbers from {} to {}", low, high));
    }

    double real(const PlainValue& value, double low, double high) const
    {
        const auto v = value.real();
        if (v && *v >= low && *v <= high) return *v;
        throw InputError(place(value.line), "intensity or ramp_years is out of range",
                         fmt::format("give a number from {} to {}", low, high));
    }

    const PlainTable& table_;
    const std::string& file_;
    int line_;
};

}  // namespace

void read_interventions(const PlainValue& value, const std::string& file,
                        std::vector<Intervention>& to)
{
    const auto wrong = [&](int line) {
        return InputError(fmt::format("{}, line {}", file, line),
                          "interventions is not a list of tables",
                          "begin each with a line [[interventions]]");
    };
    if (!value.array()) throw wrong(value.line);
    if (to.size() + value.array()->size() > limits::interventions) {
        throw InputError(fmt::format("{}, line {}", file, value.line),
                         fmt::format("there are {} interventions with those inherited",
                                     to.size() + value.array()->size()),
                         fmt::format("give {} at most", limits::interventions));
    }
    for (const auto& item : *value.array()) {
        if (!item.table()) throw wrong(item.line > 0 ? item.line : value.line);
        to.push_back(Reader(*item.table(), file, item.line).read());
    }
}

std::string intervention_text(const Intervention& i)
{
    std::string text =
        fmt::format("[[interventions]]\ninitiative = {}\n", mgz::quoted(id_of(i.initiative)));
    if (!i.where.empty()) {
        std::vector<std::string> codes;
        for (const auto& code : i.where)
            codes.push_back(mgz::quoted(code));
        text += fmt::format("where = [{}]\n", fmt::join(codes, ", "));
    }
    if (!i.area.empty()) text += fmt::format("area = {}\n", mgz::quoted(i.area));
    text += fmt::format("from = {}\n", i.from);
    if (i.until != no_end) text += fmt::format("until = {}\n", i.until);
    return text + fmt::format("intensity = {}\nramp_years = {}\n", real_text(i.intensity),
                              real_text(i.ramp_years));
}

double national_intensity(const Scenario& scenario, Initiative i, double year)
{
    double strongest = 0;
    for (const auto& intervention : scenario.interventions) {
        if (intervention.initiative != i || !intervention.everywhere()) continue;
        strongest = std::max(strongest, intervention.at(year));
    }
    return strongest;
}

}  // namespace mgz
