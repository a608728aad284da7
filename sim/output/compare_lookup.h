// SPDX-License-Identifier: EUPL-1.2
/// Inside sim/output only: finding the effects of a comparison.
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include "sim/score/shortage.h"
#include "sim/study/comparison.h"
#include "sim/world/world.h"

namespace mgz {

/// Professions that maps and rasters show, the score first.
inline constexpr std::array<std::string_view, 4> compared_professions{
    combined_name, name_of(Profession::gp), name_of(Profession::so), name_of(Profession::avg)};

/// Code in files: that of the region or subregion, "country" for the country.
std::string_view area_code(const World& world, Level level, std::size_t area);
/// Its name; "" for the country.
std::string_view area_name(const World& world, Level level, std::size_t area);

/// "better", "worse" or "uncertain": on which side of zero the 90% interval lies.
std::string_view side_of(const Effect& effect);

/// Ranks of a region less those it has in the reference; above 0: more areas are worse off than
/// there were.
struct RankChanges {
    double fte = 0, access = 0, hpsa = 0;
};

/// Calls visit(name, verdict, changes) for every verdict: those of the reference first, without
/// changes, then scenario by scenario. A verdict that the reference lacks has none either.
template <class Visit>
void each_verdict(const Comparison& comparison, Visit visit)
{
    std::map<std::tuple<int, RegionId, Profession>, const Verdict*> before;
    for (const auto& v : comparison.reference_verdicts) {
        before[{v.year, v.region, v.profession}] = &v;
        visit(comparison.reference, v, std::optional<RankChanges>{});
    }
    for (const auto& scenario : comparison.scenarios) {
        for (const auto& v : scenario.verdicts) {
            std::optional<RankChanges> changes;
            const auto found = before.find({v.year, v.region, v.profession});
            if (found != before.end()) {
                const Verdict& b = *found->second;
                changes = {v.fte_rank - b.fte_rank, v.access_rank - b.access_rank,
                           v.hpsa_rank - b.hpsa_rank};
            }
            visit(scenario.name, v, changes);
        }
    }
}

/// Where the effects stand. The comparison outlives this.
class EffectIndex {
public:
    explicit EffectIndex(const Comparison& comparison);

    std::optional<std::size_t> key(Level level, std::size_t area, std::string_view profession,
                                   std::string_view indicator) const;
    /// Null where there is no such key, or not in that year.
    const Effect* find(std::size_t scenario, std::optional<std::size_t> key, int year) const;

private:
    using Name = std::tuple<Level, std::size_t, std::string_view, std::string_view>;

    const Comparison& comparison_;
    std::map<Name, std::size_t> keys_;
    std::vector<std::vector<std::size_t>> starts_;  ///< [scenario][key]: its first effect
};

}  // namespace mgz
