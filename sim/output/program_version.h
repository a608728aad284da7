// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace mgz {

/// "0.1.0"
std::string_view program_version();

/// What `git describe --always --dirty` said when the build was configured; "unknown" without git.
std::string_view program_revision();

}  // namespace mgz
