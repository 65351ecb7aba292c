// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Testing {

/// The folder of Debian's wesnoth-music: real, tagged Ogg files. Empty where the package is not installed.
[[nodiscard]] QString realMusic();

} // namespace Testing
