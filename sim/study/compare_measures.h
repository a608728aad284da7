// SPDX-License-Identifier: EUPL-1.2
/// What a comparison looks at in one history, as one row of numbers.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "sim/model/history.h"
#include "sim/score/area_access.h"
#include "sim/score/training_distance.h"
#include "sim/score/verdict.h"
#include "sim/study/comparison.h"

namespace mgz {

/// Every indicator, in the order of files.
std::span<const Indicator> compared_indicators();

class Measures {
public:
    /// \param years of which figures are taken; recorded in every history
    /// \param output_years among them; employers are recorded too
    /// \param wanted which keys are looked at; empty: all
    /// REQUIRES: the world outlives this.
    using Wanted = std::function<bool(const EffectKey&)>;
    Measures(const World& world, const Scenario& scenario, std::vector<int> years,
             std::vector<int> output_years, const Wanted& wanted = {});

    const std::vector<EffectKey>& keys() const { return keys_; }
    /// Years in which employers must be recorded; none when no key looks at them.
    const std::vector<int>& output_years() const { return output_years_; }
    const std::vector<int>& years_of(const EffectKey& key) const
    {
        return key.indicator->of_output_years ? output_years_ : years_;
    }
    /// Values by key, then year; 0 where there is nothing to measure (no need, no employers).
    std::vector<double> of(const History& history) const;

private:
    struct Look;
    void list_keys();
    void prepare(const Scenario& scenario);
    double value(const Look& look, const EffectKey& key) const;
    double of_region(const Look& look, RegionId r, const EffectKey& key) const;
    double of_country(const Look& look, const EffectKey& key) const;
    double equity(const Look& look, const EffectKey& key) const;
    double far_gap(const Look& look, const EffectKey& key) const;
    Look look_at(const History& history, int year, bool with_employers) const;

    const World& world_;
    std::vector<int> years_, output_years_;
    std::vector<EffectKey> keys_;
    std::vector<double> inhabitants_;  ///< by region
    ByProfession<std::optional<AreaAccess>> access_;
    std::optional<HpsaScore> hpsa_;
    ByProfession<std::vector<FarNear>> far_near_;  ///< [year]
};

}  // namespace mgz
