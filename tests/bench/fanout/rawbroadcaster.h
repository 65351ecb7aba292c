// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Fanout {

// The limit to compare with: accepts, upgrades, and relays each text to all others with bare system calls. It
// trusts its clients, keeps no state, sends no pings and buffers nothing. Runs until it is killed.
[[noreturn]] void serveRaw();

} // namespace Fanout
