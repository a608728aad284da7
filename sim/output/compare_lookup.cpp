// SPDX-License-Identifier: EUPL-1.2
#include "sim/output/compare_lookup.h"

namespace mgz {

std::string_view area_code(const World& world, Level level, std::size_t area)
{
    switch (level) {
        case Level::region:
            return world.regions[RegionId::at(area)].code;
        case Level::subregion:
            return world.subregions[SubregionId::at(area)].code;
        case Level::country:
            break;
    }
    return name_of(Level::country);
}

std::string_view area_name(const World& world, Level level, std::size_t area)
{
    switch (level) {
        case Level::region:
            return world.regions[RegionId::at(area)].name;
        case Level::subregion:
            return world.subregions[SubregionId::at(area)].name;
        case Level::country:
            break;
    }
    return "";
}

std::string_view side_of(const Effect& effect)
{
    return !effect.certain() ? "uncertain" : effect.p05 > 0 ? "better" : "worse";
}

EffectIndex::EffectIndex(const Comparison& comparison) : comparison_(comparison)
{
    for (std::size_t i = 0; i < comparison.keys.size(); ++i) {
        const auto& key = comparison.keys[i];
        keys_.emplace(Name{key.level, key.area, key.profession, key.indicator->id}, i);
    }
    for (const auto& scenario : comparison.scenarios) {
        std::vector<std::size_t> starts(comparison.keys.size() + 1, scenario.effects.size());
        for (std::size_t i = scenario.effects.size(); i > 0; --i)
            starts[scenario.effects[i - 1].key] = i - 1;
        starts_.push_back(std::move(starts));
    }
}

std::optional<std::size_t> EffectIndex::key(Level level, std::size_t area,
                                            std::string_view profession,
                                            std::string_view indicator) const
{
    const auto found = keys_.find(Name{level, area, profession, indicator});
    if (found == keys_.end()) return std::nullopt;
    return found->second;
}

const Effect* EffectIndex::find(std::size_t scenario, std::optional<std::size_t> key,
                                int year) const
{
    if (!key) return nullptr;
    const auto& effects = comparison_.scenarios[scenario].effects;
    for (std::size_t i = starts_[scenario][*key]; i < effects.size(); ++i) {
        if (effects[i].key != *key) break;
        if (effects[i].year == year) return &effects[i];
    }
    return nullptr;
}

}  // namespace mgz
