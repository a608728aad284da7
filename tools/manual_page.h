// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "tools/command_tree.h"

namespace mgz::cli {

/// What stands at the foot of every page.
struct ManualStamp {
    std::string version;  ///< "0.1.0"
    std::string date;     ///< "2026-01-31", or empty
};

/// "mgz-sweep-plan" for "mgz sweep plan".
std::string manual_name(const CommandEntry& command);

/// The page of one command in section 1 of the manual, in the macros of man(7).
std::string manual_page(const CommandEntry& command, const ManualStamp& stamp);

}  // namespace mgz::cli
