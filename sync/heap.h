// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Sync::Heap {

/// glibc keeps an arena for each thread, and for later whatever was large once: within an hour of playing
/// that is more than what is in use. To be called before there are threads.
void keepSmall();

/// Gives back to the system what nobody uses now.
void trim();

} // namespace Sync::Heap
