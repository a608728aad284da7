// SPDX-License-Identifier: EUPL-1.2
/// Inside sim/picture only: when a font cannot be had, Pango says so on stderr, draws boxes or
/// nothing and goes on. Here that is a failure.
#pragma once

namespace mgz::picture {

/// From now on warnings of Pango and GLib, from any thread, are kept instead of printed.
void hear_complaints();

/// Throws RunError when there was one.
void check_complaints();

}  // namespace mgz::picture
