// SPDX-License-Identifier: EUPL-1.2
#include "sim/scenario/registry.h"

namespace mgz {

void list_initiatives(ParameterList&, InitiativeOptions&) {}

}  // namespace mgz
