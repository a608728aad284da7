// SPDX-License-Identifier: EUPL-1.2
/// What a user told GDAL and PROJ for other programs does not reach this one.
#pragma once

namespace geo::io {

/// Forgets the options of GDAL in the environment and in its configuration files, all but where its
/// data are and how much memory it may take, and keeps PROJ from the network: the same inputs make
/// the same bytes. Call it once, before threads begin.
void ignore_user_options();

}  // namespace geo::io
