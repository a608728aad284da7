// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace mgz {

/// Inverse of the standard normal distribution; Acklam's rational form, relative error 1e-9.
/// The same bits everywhere, as sim/core/elementary.h. REQUIRES: 0 < p < 1.
double normal_quantile(double p);

}  // namespace mgz
