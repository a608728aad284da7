// SPDX-License-Identifier: EUPL-1.2
/// How this process deals with memory that it no longer needs, or may not get.
#pragma once

#include <cstddef>

namespace geo {

/// Keeps what is freed for the next who asks, instead of giving it back to the system. Blocks of
/// megabytes come and go by the thousand while rasters and tables are made, and each that is asked
/// of the system anew is first cleared by it, page after page: more work than what is then done
/// with it. The most that is ever in use does not change. Call it once, before threads begin; it
/// does nothing where the C library is not glibc.
void keep_freed_memory();

/// Throws std::bad_alloc unless the system would give so many bytes more at this moment. To be
/// asked before a library that ends the program when it is refused memory.
void need_memory(std::size_t bytes);

}  // namespace geo
