// SPDX-License-Identifier: EUPL-1.2
#include "sim/model/cooperation.h"

namespace mgz {

void cooperate(const Groundwork&, const Draws&, State&) {}

}  // namespace mgz
