// SPDX-License-Identifier: EUPL-1.2
#include "geo/memory.h"

#include <sys/mman.h>

#include <cstdlib>  // defines __GLIBC__
#include <new>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace geo {

void keep_freed_memory()
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 32 << 20);  // the largest that glibc takes
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
#endif
}

void need_memory(std::size_t bytes)
{
    void* got = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (got == MAP_FAILED) throw std::bad_alloc();
    munmap(got, bytes);
}

}  // namespace geo
