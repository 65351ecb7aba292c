// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Fanout {

// Turns Ctrl-C and friends into a Failure, so that servers are stopped and directories removed on the way
// out.
void catchInterruptions();
void failIfInterrupted();

} // namespace Fanout
