// SPDX-License-Identifier: EUPL-1.2
/// What mgz reproduce says in the end.
#pragma once

#include "sim/output/vouched_files.h"

namespace mgz::cli {

/// The files as they were made again.
void show_reproduced(const Manifest& manifest, const FileComparison& comparison);

/// The files as they lie beside the manifest.
void show_checked(const Manifest& manifest, const FileComparison& comparison);

}  // namespace mgz::cli
