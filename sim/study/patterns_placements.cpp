// SPDX-License-Identifier: EUPL-1.2
// P14: urgent clients of institutions: placed, where, and for how long away.
#include <fmt/format.h>

#include <algorithm>

#include "sim/study/patterns_sample.h"
#include "sim/study/statistics.h"

namespace mgz {

namespace {

/// Persons of one quarter.
struct Placements {
    double urgent = 0, away = 0, nowhere = 0;

    double placed() const { return urgent - nowhere; }
    double share_away() const { return placed() > 0 ? away / placed() : 0.0; }
};

Placements of_vvt(const Reading& r)
{
    return {r.care(RegionFigure::vvt_urgent), r.care(RegionFigure::vvt_placed_away),
            r.care(RegionFigure::vvt_unplaced)};
}

Placements of_ghz(const Reading& r)
{
    return {r.care(RegionFigure::ghz_urgent), r.care(RegionFigure::ghz_placed_away),
            r.care(RegionFigure::ghz_unplaced)};
}

template <class F>
Placements national(const Sample& sample, const History& h, std::size_t time, F of)
{
    Placements sum;
    for (std::size_t r = 0; r < sample.world.regions.size(); ++r) {
        const Placements here = of(sample.reading(h, time, r));
        sum.urgent += here.urgent;
        sum.away += here.away;
        sum.nowhere += here.nowhere;
    }
    return sum;
}

PatternResult away_where_short(const Sample& sample, std::size_t time)
{
    const auto reason = sample.too_little_to_order(sample.national_gap(time, Profession::so));
    if (!reason.empty()) return sample.missing("P14-away", reason);
    const auto rho = sample.over_replicates([&](const History& h) {
        std::vector<double> away, shortage;
        for (std::size_t r = 0; r < sample.world.regions.size(); ++r) {
            const auto reading = sample.reading(h, time, r);
            away.push_back(of_vvt(reading).share_away());
            shortage.push_back(reading.figure(Profession::so, Figure::shortage));
        }
        return spearman(away, shortage);
    });
    const auto share = sample.over_replicates(
        [&](const History& h) { return national(sample, h, time, of_vvt).share_away(); });
    return sample.found("P14-away", rho,
                        fmt::format("country: {:.3f} of the placed are away", share.mean));
}

/// Half of the persons placed away, of all regions and replicates, are back sooner.
PatternResult weeks_until_back(const Sample& sample, std::size_t time)
{
    struct Group {
        double weeks, persons;
    };
    std::vector<Group> groups;
    double all = 0;
    for (const auto& h : sample.histories) {
        for (std::size_t r = 0; r < sample.world.regions.size(); ++r) {
            const auto reading = sample.reading(h, time, r);
            const double persons = of_vvt(reading).away;
            if (!(persons > 0)) continue;
            groups.push_back({reading.care(RegionFigure::vvt_weeks_back), persons});
            all += persons;
        }
    }
    if (groups.empty()) return sample.missing("P14-back", "nobody is placed out of the region");
    std::stable_sort(groups.begin(), groups.end(),
                     [](const Group& a, const Group& b) { return a.weeks < b.weeks; });
    double reached = 0;
    for (const auto& group : groups) {
        reached += group.persons;
        if (reached >= all / 2) {
            return sample.found("P14-back", group.weeks,
                                fmt::format("shortest {:.0f}, longest {:.0f}", groups.front().weeks,
                                            groups.back().weeks));
        }
    }
    return sample.found("P14-back", groups.back().weeks);
}

PatternResult share_placed(const Sample& sample, std::size_t time)
{
    std::vector<double> shares;
    for (const auto& h : sample.histories) {
        const auto sum = national(sample, h, time, of_vvt);
        if (sum.urgent > 0) shares.push_back(sum.placed() / sum.urgent);
    }
    if (shares.empty()) return sample.missing("P14-placed", "nobody is urgent");
    return sample.found("P14-placed", spread_of(shares));
}

PatternResult away_of_ghz(const Sample& sample, std::size_t time)
{
    std::vector<double> ratios;
    for (const auto& h : sample.histories) {
        const double vvt = national(sample, h, time, of_vvt).share_away();
        if (!(vvt > 0)) continue;
        ratios.push_back(national(sample, h, time, of_ghz).share_away() / vvt);
    }
    if (ratios.empty()) return sample.missing("P14-ghz", "nobody is placed out of the region");
    return sample.found("P14-ghz", spread_of(ratios));
}

}  // namespace

void measure_placements(const Sample& sample, std::size_t time, std::vector<PatternResult>& out)
{
    out.push_back(away_where_short(sample, time));
    out.push_back(weeks_until_back(sample, time));
    out.push_back(share_placed(sample, time));
    out.push_back(away_of_ghz(sample, time));
}

}  // namespace mgz
