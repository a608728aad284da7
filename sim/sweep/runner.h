// SPDX-License-Identifier: EUPL-1.2
/// Runs one row of a plan: from the values of a point to what is kept of the run.
#pragma once

#include <memory>
#include <vector>

#include "sim/model/reach.h"
#include "sim/study/compare_measures.h"
#include "sim/sweep/plan.h"
#include "sim/sweep/store.h"

namespace mgz {

class Runner {
public:
    /// Loads the world of every base, once for all runs unless a factor changes the world.
    /// REQUIRES: the plan outlives this.
    /// Errors (InputError): load_world()'s; an indicator under [keep] that nothing of the kept
    /// levels and professions has; a search that looks at nothing that is kept.
    explicit Runner(const SweepPlan& plan);

    /// What is kept of each run, in order.
    const std::vector<KeptQuantity>& quantities() const { return quantities_; }

    /// May be called by several threads at once. A run that fails says why in the record; nothing
    /// is thrown but std::bad_alloc.
    RunRecord run(const RunKey& run) const;

    /// The scenario of a run, to be run by itself.
    Scenario scenario(const RunKey& run) const;

    const World& world(std::size_t base = 0) const { return *places_[base].world; }

private:
    struct Place {
        std::shared_ptr<const World> world;
        std::shared_ptr<const Reach> reach;
    };
    Place load(const Scenario& scenario) const;
    void list_quantities();
    std::vector<double> outcomes(const RunKey& run) const;
    bool wanted(const EffectKey& key) const;

    const SweepPlan& plan_;
    bool same_world_ = true;
    std::vector<int> years_;
    std::vector<Place> places_;  ///< one per base
    std::vector<KeptQuantity> quantities_;
};

}  // namespace mgz
