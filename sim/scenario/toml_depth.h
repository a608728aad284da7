// SPDX-License-Identifier: EUPL-1.2
/// Inside the seam to toml++ only: keys of many parts, before the parser sees them.
#pragma once

#include <string>
#include <string_view>

namespace mgz {

/// toml++ bounds how deep arrays and inline tables are nested, but makes a table for each part of
/// "a.a.a.a...", and whoever walks through those calls himself as often, until the stack ends.
/// Errors (InputError, with line): a key of more parts than any here has.
void refuse_deep_keys(std::string_view text, const std::string& where);

}  // namespace mgz
