// SPDX-License-Identifier: EUPL-1.2
#include "sim/core/calendar.h"

#include <fmt/format.h>

namespace mgz {

std::string to_string(Quarter q)
{
    return fmt::format("{} Q{}", q.year(), q.number());
}

}  // namespace mgz
