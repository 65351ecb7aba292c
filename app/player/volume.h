// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Player {

/// How loud this device is; it never travels with the session.
struct Volume {
    int percent = 100; ///< as the ear hears it
    bool muted = false;

    bool operator==(const Volume &) const = default;
};

} // namespace Player
