// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <vector>

namespace Bench {

/// How long after one device has sought, at the hub at @p here, another one of the same user hears of it at
/// @p there; one seek after another, with a pause between them. Throws std::runtime_error.
[[nodiscard]] std::vector<double> latenessMs(quint16 here, quint16 there, int count);

} // namespace Bench
