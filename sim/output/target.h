// SPDX-License-Identifier: EUPL-1.2
/// Inside the checked writer only: where a path leads, and a place beside it to make things.
#pragma once

#include <string>

namespace mgz::disk {

/// The path with links resolved; its last part need not exist.
/// Errors (InputError): the folder it stands in is missing or none.
std::string resolved(const std::string& path);

/// Is there anything, a link to nothing included?
bool taken(const std::string& path);

/// Makes a folder beside the target whose name no other process has.
/// Errors: InputError, RunError, about `path`.
std::string make_part(const std::string& path, const std::string& target);

}  // namespace mgz::disk
