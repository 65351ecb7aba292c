// SPDX-License-Identifier: Apache-2.0
#include "sync/heap.h"

#include <malloc.h>

namespace Sync::Heap {

namespace {

constexpr int arenas = 2;
constexpr int mappedFromBytes = 128 * 1024; // glibc's own, which it raises unless somebody sets it

} // namespace

void keepSmall()
{
    ::mallopt(M_ARENA_MAX, arenas);
    ::mallopt(M_MMAP_THRESHOLD, mappedFromBytes);
    ::mallopt(M_TRIM_THRESHOLD, mappedFromBytes);
}

void trim() { ::malloc_trim(0); }

} // namespace Sync::Heap
