// SPDX-License-Identifier: EUPL-1.2
/// The format of the files that users write: scenarios, studies, targets, lists of patterns.
///
///     format = 1     # at the top; a file without it is of format 1
///
/// A change after which an old file would be read wrongly, or not at all, makes a new format and
/// gets a step that rewrites the old one. A key that is gone without such a step is in the table of
/// retired keys, so that who still writes it is told what to write.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "sim/scenario/plain_toml.h"

namespace mgz {

/// The newest format, the one that this program writes.
inline constexpr int file_format = 1;

/// Makes a file of format `from` one of the next.
struct FormatStep {
    int from;
    void (*rewrite)(PlainTable& file);
};

/// Takes `format` out of a file, and brings what is left to the newest format. Steps in order.
/// Errors (InputError, with file and line): no whole number above 0; newer than the newest.
void bring_up_to_date(PlainTable& file, const std::string& path, int newest,
                      std::span<const FormatStep> steps);
/// The same by the steps of this program.
void bring_up_to_date(PlainTable& file, const std::string& path);

/// What to write instead of a key that is no more: "settlement.distance_exponent decides it now".
/// Empty for a key that never was.
std::string_view instead_of_retired(std::string_view key);

}  // namespace mgz
