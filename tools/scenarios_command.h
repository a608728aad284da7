// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace mgz::cli {

/// Prints the ready scenarios: name, title, question. Returns the exit status.
/// Errors (InputError): one of them cannot be read.
int show_scenarios();

}  // namespace mgz::cli
