// SPDX-License-Identifier: EUPL-1.2
/// What the measures of patterns share: the replicates, and how to look into them.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "sim/score/ensemble.h"
#include "sim/score/instrument.h"
#include "sim/study/patterns.h"
#include "sim/world/world.h"

namespace mgz {

class Sample {
public:
    Sample(const World& w, const Scenario& s, const PatternData& d, std::span<const History> h)
        : world(w), scenario(s), data(d), histories(h)
    {
    }

    const World& world;
    const Scenario& scenario;
    const PatternData& data;
    std::span<const History> histories;

    /// Place of the quarter in plan.quarters; none when it was not recorded.
    std::optional<std::size_t> time(Quarter q) const;
    /// "the run ends before 2023 Q2"
    std::string not_recorded(Quarter q) const;

    /// Mean over replicates, by RegionId.
    std::vector<double> bar(std::size_t time, Profession p, Figure f) const;
    /// S of one replicate, by RegionId.
    std::vector<double> shortage(const History& history, std::size_t time) const;
    /// Mean over replicates of S, by RegionId.
    std::vector<double> bar_shortage(std::size_t time) const;
    /// Mean over replicates of 1 - FTE / need in the country.
    double national_gap(std::size_t time, Profession p) const;

    /// What one region of one replicate looks like.
    Reading reading(const History& history, std::size_t time, std::size_t r) const
    {
        return {history, time, RegionId::at(r)};
    }
    /// Mean over replicates of what `value_of` makes of a reading, by RegionId.
    template <class F>
    std::vector<double> bar_of(std::size_t time, F value_of) const
    {
        std::vector<double> mean(world.regions.size(), 0.0);
        for (const auto& history : histories) {
            for (std::size_t r = 0; r < mean.size(); ++r)
                mean[r] += value_of(reading(history, time, r));
        }
        for (double& m : mean)
            m /= static_cast<double>(histories.size());
        return mean;
    }
    /// The mean number of regions, over replicates, whose reading `is_one` accepts.
    template <class F>
    Spread count_regions(std::size_t time, F is_one) const
    {
        return over_replicates([&](const History& history) {
            double count = 0;
            for (std::size_t r = 0; r < world.regions.size(); ++r)
                count += is_one(reading(history, time, r)) ? 1 : 0;
            return count;
        });
    }

    /// Places of the codes in world.regions. \param missing gets the codes that are not there
    std::vector<std::size_t> regions(const std::vector<std::string>& codes,
                                     std::vector<std::string>& missing) const;
    const std::string& region_name(std::size_t r) const
    {
        return world.regions[RegionId::at(r)].name;
    }

    /// Mean over replicates of a figure, with its spread.
    template <class F>
    Spread over_replicates(F figure_of) const
    {
        std::vector<double> values;
        for (const auto& history : histories)
            values.push_back(figure_of(history));
        return spread_of(values);
    }

    /// Why an order of regions is not judged; empty when it is: an order means nothing when hardly
    /// anything is short. \param gap of the country
    std::string too_little_to_order(double gap) const;

    /// A result of one of pattern_kinds(), from a figure without spread (measured on means).
    PatternResult found(std::string_view id, double value, std::string note = {}) const;
    /// A result that is a mean over replicates.
    PatternResult found(std::string_view id, const Spread& spread, std::string note = {}) const;
    /// Could not be measured, and why.
    PatternResult missing(std::string_view id, std::string reason) const;
    /// The same for any id; group and what are those of pattern_kinds() or stay empty.
    PatternResult blank(std::string_view id) const;
};

/// "a, b, c and 4 more"
std::string some_of(const std::vector<std::string>& items, std::size_t most = 5);

/// The items whose ranks by x and by y differ most, as "name (x, y)": the ones that cost a rank
/// correlation most. Formats are of fmt.
std::string worst_ranked(const std::vector<std::string>& names, const std::vector<double>& x,
                         const std::vector<double>& y, std::string_view x_format,
                         std::string_view y_format);

// The measures, a file each. `time` is the place of data.quarter in the plan.
void measure_national(const Sample& sample, std::vector<PatternResult>& out);
void measure_classes(const Sample& sample, std::size_t time, std::vector<PatternResult>& out);
void measure_distance(const Sample& sample, std::size_t time, std::vector<PatternResult>& out);
void measure_ranks(const Sample& sample, std::size_t time, std::vector<PatternResult>& out);
void measure_employers(const Sample& sample, std::vector<PatternResult>& out);
void measure_bottlenecks(const Sample& sample, std::size_t time, std::vector<PatternResult>& out);
void measure_successions(const Sample& sample, std::vector<PatternResult>& out);
void measure_cooperation(const Sample& sample, std::size_t time, std::vector<PatternResult>& out);
void measure_programme(const Sample& sample, std::vector<PatternResult>& out);
void measure_placements(const Sample& sample, std::size_t time, std::vector<PatternResult>& out);
void measure_funding(const Sample& sample, std::size_t time, std::vector<PatternResult>& out);
void measure_density(const Sample& sample, std::size_t time, std::vector<PatternResult>& out);
void measure_provinces(const Sample& sample, std::vector<PatternResult>& out);
void measure_areas(const Sample& sample, std::size_t time, std::vector<PatternResult>& out);
void measure_young(const Sample& sample, std::size_t time, std::vector<PatternResult>& out);

}  // namespace mgz
