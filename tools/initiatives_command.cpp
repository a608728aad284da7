// SPDX-License-Identifier: EUPL-1.2
#include "tools/initiatives_command.h"

#include <fmt/format.h>

#include "geo/check.h"
#include "geo/text.h"
#include "sim/scenario/registry.h"
#include "tools/text_table.h"

namespace mgz::cli {

static std::string reach_text(const InitiativeEntry& entry)
{
    if (entry.scope == Scope::institution) return "institution";
    if (entry.scope == Scope::table) return "region or subregion";
    return entry.local ? "country or places" : "country";
}

static std::string_view kind_text(Kind kind)
{
    switch (kind) {
        case Kind::distance:
            return "at a distance";
        case Kind::spread:
            return "spreads";
        case Kind::extra:
            return "adds or redirects";
        case Kind::lever:
            return "policy";
    }
    return "";
}

static void show_all()
{
    Rows rows;
    for (const InitiativeEntry& entry : initiative_catalogue()) {
        rows.push_back({std::string(entry.id), std::string(entry.dutch), reach_text(entry),
                        std::string(kind_text(entry.kind))});
    }
    const std::string lines = aligned(rows, 2);
    fmt::print(
        "id, Dutch name, where it works, what kind of thing it is; mgz initiatives ID tells more\n"
        "\n");
    std::size_t at = 0;
    for (const InitiativeEntry& entry : initiative_catalogue()) {
        if (index_of(entry.initiative) == 0) fmt::print("of institutions and regions\n");
        if (index_of(entry.initiative) == regional_initiative_count) {
            fmt::print("\nof the country\n");
        }
        const std::size_t end = lines.find('\n', at) + 1;
        fmt::print("{}      {}\n", lines.substr(at, end - at), entry.effect);
        at = end;
    }
}

static void show_numbers(const InitiativeEntry& entry)
{
    const std::string prefix = fmt::format("initiatives.{}.", entry.id);
    Scenario defaults;
    Rows rows;
    std::vector<Parameter> own;
    for (Parameter& parameter : parameters(defaults)) {
        if (!parameter.key.starts_with(prefix)) continue;
        rows.push_back({parameter.key, value_text(parameter), parameter.unit,
                        fmt::format("{} to {}", parameter.low, parameter.high),
                        std::string(name_of(parameter.basis))});
        own.push_back(std::move(parameter));
    }
    if (own.empty()) {
        fmt::print("\nIts numbers are those of mgz parameters support.\n");
        return;
    }
    fmt::print("\nAt full intensity: default, unit, range, how we know it\n");
    const std::string lines = aligned(rows, 2);
    std::size_t at = 0;
    for (const Parameter& parameter : own) {
        const std::size_t end = lines.find('\n', at) + 1;
        fmt::print("{}      {}\n      Source: {}\n", lines.substr(at, end - at), parameter.meaning,
                   parameter.source);
        at = end;
    }
}

static void show_one(const InitiativeEntry& entry)
{
    fmt::print("{}: {} ({})\n", entry.id, entry.dutch, entry.english);
    fmt::print("{}\n\n", entry.effect);
    fmt::print("{}", aligned({{"works for", reach_text(entry)},
                              {"kind", std::string(kind_text(entry.kind))},
                              {"paid by", std::string(name_of(entry.payer))}},
                             2));
    show_numbers(entry);
    fmt::print("\nIn a scenario file:\n\n  [[interventions]]\n  initiative = \"{}\"\n", entry.id);
    if (entry.local) {
        fmt::print(
            "  where = [\"CODE\"]   # or area = \"FILE\" with polygons; left out: everywhere\n");
    }
    fmt::print("  from = 2026\n");
}

int show_initiatives(const InitiativesArguments& arguments)
{
    if (arguments.id.empty()) {
        show_all();
        return 0;
    }
    const auto found = initiative_named(arguments.id);
    if (!found) {
        const std::string near = geo::nearest_name(arguments.id, initiative_ids());
        throw geo::InputError(arguments.id, "is not an initiative",
                              near.empty() ? "mgz initiatives lists them"
                                           : fmt::format("did you mean \"{}\"?", near));
    }
    show_one(initiative_catalogue()[index_of(*found)]);
    return 0;
}

}  // namespace mgz::cli
