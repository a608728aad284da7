// SPDX-License-Identifier: EUPL-1.2
#include "sim/world/places.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "geo/check.h"
#include "geo/text.h"

namespace mgz {

namespace {

/// Gathers the places of one intervention.
class Gathering {
public:
    Gathering(const World& world, const Intervention& intervention)
        : world_(world),
          intervention_(intervention),
          whole_(world.subregions.size(), false),
          part_(world.settlements.size(), false)
    {
    }

    void add_everywhere() { std::fill(whole_.begin(), whole_.end(), true); }

    void add_code(const std::string& code)
    {
        if (add_region_or_subregion(code)) return;
        std::vector<SettlementId> places;
        for (const SettlementId s : world_.settlements.ids()) {
            if (world_.settlements[s].municipality == code) places.push_back(s);
        }
        if (places.empty()) refuse(code);
        add_settlements(places, fmt::format("municipality \"{}\"", code));
    }

    void add_settlements(const std::vector<SettlementId>& places, const std::string& name)
    {
        double people = 0;
        for (const SettlementId s : places) {
            part_[s] = true;
            people += world_.settlements[s].inhabitants();
        }
        if (people > 0) return;
        throw geo::InputError(intervention_.origin, fmt::format("nobody lives in {}", name),
                              "name places with inhabitants");
    }

    std::vector<PlaceShare> shares() const
    {
        // Both sums run over the settlements in one order: a part that is all gives exactly 1.
        IdVector<SubregionId, double> people(world_.subregions.size(), 0.0), inside = people;
        for (const SettlementId s : world_.settlements.ids()) {
            const auto& place = world_.settlements[s];
            people[place.subregion] += place.inhabitants();
            if (part_[s]) inside[place.subregion] += place.inhabitants();
        }
        std::vector<PlaceShare> found;
        for (const SubregionId s : world_.subregions.ids()) {
            if (whole_[s]) {
                found.push_back({s, 1});
            } else if (inside[s] > 0) {
                found.push_back({s, inside[s] / people[s]});
            }
        }
        return found;
    }

private:
    bool add_region_or_subregion(const std::string& code)
    {
        bool found = false;
        for (const SubregionId s : world_.subregions.ids()) {
            const auto& place = world_.subregions[s];
            if (place.code != code && world_.regions[place.region].code != code) continue;
            whole_[s] = found = true;
        }
        return found;
    }

    [[noreturn]] void refuse(const std::string& code) const
    {
        std::vector<std::string> codes;
        for (const auto& region : world_.regions)
            codes.push_back(region.code);
        for (const auto& subregion : world_.subregions)
            codes.push_back(subregion.code);
        std::set<std::string> municipalities;
        for (const auto& settlement : world_.settlements)
            municipalities.insert(settlement.municipality);
        municipalities.erase("");
        codes.insert(codes.end(), municipalities.begin(), municipalities.end());
        const auto near = geo::nearest_name(code, codes);
        throw geo::InputError(
            intervention_.origin,
            fmt::format("no {} has the code \"{}\"",
                        municipalities.empty() ? "region or subregion"
                                               : "region, subregion or municipality",
                        code),
            near.empty() ? fmt::format("the first region is \"{}\"",
                                       world_.regions.empty() ? "" : codes.front())
                         : fmt::format("did you mean \"{}\"?", near));
    }

    const World& world_;
    const Intervention& intervention_;
    IdVector<SubregionId, char> whole_;
    IdVector<SettlementId, char> part_;
};

}  // namespace

std::vector<PlaceShare> subregions_of(const World& world, const Intervention& intervention)
{
    Gathering gathering(world, intervention);
    if (intervention.everywhere()) gathering.add_everywhere();
    for (const auto& code : intervention.where)
        gathering.add_code(code);
    if (!intervention.area.empty()) {
        gathering.add_settlements(world.areas.at(intervention.area),
                                  fmt::format("the area {}", intervention.area));
    }
    return gathering.shares();
}

}  // namespace mgz
