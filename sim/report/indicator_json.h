// SPDX-License-Identifier: EUPL-1.2
/// Inside sim/report only: the indicators of the page.
#pragma once

#include "sim/report/page_data.h"

namespace mgz::report {

/// Those that any folder has figures of, in the order of a menu: what they are called and mean, for
/// which professions there are figures, and the classes that all maps of them share.
Json indicators_json(const PageData& data);

}  // namespace mgz::report
