// SPDX-License-Identifier: EUPL-1.2
#pragma once

namespace mgz::cli {

/// Prints the columns that each input file must or may have. Returns the exit status.
int show_data_columns();

}  // namespace mgz::cli
