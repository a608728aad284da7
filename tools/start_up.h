// SPDX-License-Identifier: EUPL-1.2
/// What a process may be started with and the program does not expect: closed streams, signals,
/// small stacks.
#pragma once

namespace mgz::cli {

/// Sets right what it can. Call it first, before threads begin.
/// Errors: RunError, InputError: a stack, of this thread or of others, that is too small.
void prepare_process();

}  // namespace mgz::cli
