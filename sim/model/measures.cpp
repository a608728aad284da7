// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/measures.h"

namespace mgz {

void Groundwork::prepare_forced() {}

void resolve_intensities(const Groundwork& g, State& state)
{
    state.intensities.here.assign(g.world.subregions.size(), {});
}

double intensity(const Groundwork& g, const State& state, Initiative i, RegionId r)
{
    double sum = 0, people = 0;
    for (const SubregionId s : g.world.subregions.ids()) {
        if (g.world.subregions[s].region != r) continue;
        sum += g.inhabitants[s] * intensity(state, i, s);
        people += g.inhabitants[s];
    }
    return people > 0 ? sum / people : 0.0;
}

}  // namespace mgz
