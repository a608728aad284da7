// SPDX-License-Identifier: EUPL-1.2
#include "sim/input/zones_input.h"

#include <fmt/format.h>

#include <algorithm>

#include "geo/check.h"
#include "geo/io/layer_io.h"
#include "geo/text.h"

namespace mgz {

using geo::InputError;

/// \param all every code of the kind, also of zones without settlements
/// \param code_of the code of the zone of a settlement
template <class CodeOf>
static Zones zones_by(const World& world, std::string kind, std::string kinds,
                      const std::vector<std::string>& all, CodeOf code_of)
{
    Zones zones;
    zones.kind = std::move(kind);
    zones.kinds = std::move(kinds);
    for (const auto& code : all)
        zones.index[code] = Zones::nowhere;
    std::set<std::string> lived_in;
    for (const auto& place : world.settlements)
        lived_in.insert(code_of(place));
    for (const auto& code : lived_in) {
        zones.index[code] = static_cast<std::uint32_t>(zones.codes.size());
        zones.codes.push_back(code);
    }
    for (const auto& place : world.settlements)
        zones.of.push_back(zones.index.at(code_of(place)));
    return zones;
}

static std::vector<Zones> kinds_of(const World& world)
{
    const auto codes = [](const auto& table) {
        std::vector<std::string> all;
        for (const auto& entry : table)
            all.push_back(entry.code);
        return all;
    };
    std::vector<Zones> kinds;
    kinds.push_back(zones_by(world, "region", "regions", codes(world.regions),
                             [&](const Settlement& s) { return world.regions[s.region].code; }));
    kinds.push_back(
        zones_by(world, "subregion", "subregions", codes(world.subregions),
                 [&](const Settlement& s) { return world.subregions[s.subregion].code; }));
    std::vector<std::string> munis;
    for (const auto& place : world.settlements)
        munis.push_back(place.municipality);
    // Known only through settlements, so that one without makes it no way to divide them.
    if (std::find(munis.begin(), munis.end(), "") == munis.end()) {
        kinds.push_back(zones_by(world, "municipality", "municipalities", munis,
                                 [](const Settlement& s) { return s.municipality; }));
    }
    kinds.push_back(zones_by(world, "settlement", "settlements", codes(world.settlements),
                             [](const Settlement& s) { return s.code; }));
    return kinds;
}

/// How well a table fits a kind: how many of its codes the kind has, and whether it names all zones
/// of the kind that have settlements.
struct Match {
    std::size_t known = 0;
    bool covered = false;
    friend auto operator<=>(const Match&, const Match&) = default;
};

static Match match_of(const Zones& zones, const std::set<std::string>& used)
{
    Match match;
    for (const auto& code : used)
        match.known += zones.index.contains(code);
    match.covered = std::all_of(zones.codes.begin(), zones.codes.end(),
                                [&](const std::string& code) { return used.contains(code); });
    return match;
}

Zones zones_named(const World& world, const std::set<std::string>& codes, const std::string& where)
{
    if (codes.empty()) throw InputError(where, "has no rows", "give at least one");
    auto kinds = kinds_of(world);
    Match best;
    std::size_t chosen = kinds.size();
    for (std::size_t k = 0; k < kinds.size(); ++k) {
        const Match match = match_of(kinds[k], codes);
        if (match.known == 0 || match <= best) continue;
        best = match;
        chosen = k;
    }
    if (chosen == kinds.size()) {
        throw InputError(
            where,
            fmt::format("\"{}\" is the code of no region, subregion, municipality or settlement",
                        *codes.begin()),
            fmt::format("use codes of one kind; the first region is \"{}\"",
                        kinds.front().codes.front()));
    }
    return std::move(kinds[chosen]);
}

void check_population(double people, const std::string& place, const std::string& column)
{
    if (people >= 0 && people <= most_people) return;
    throw InputError(fmt::format("{}, column '{}'", place, column),
                     fmt::format("population is {}", people),
                     fmt::format("give 0 to {:.0f}", most_people));
}

std::uint32_t zone_of(const Zones& zones, const std::string& code, const CodePlace& place)
{
    const auto found = zones.index.find(code);
    if (found != zones.index.end()) return found->second;
    std::vector<std::string> codes;
    for (const auto& [known, index] : zones.index)
        codes.push_back(known);
    const auto near = geo::nearest_name(code, codes);
    throw InputError(
        fmt::format("{}, column '{}'", geo::io::place_of(place.where, place.row), place.column),
        fmt::format("\"{}\" is the code of no {}", code, zones.kind),
        near.empty() ? fmt::format("other codes here are of {}; all must be", zones.kinds)
                     : fmt::format("did you mean \"{}\"?", near));
}

}  // namespace mgz
