// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

namespace Bench {

struct Cost {
    double seconds = 0;
    double processor = 0; ///< seconds too, of all threads
    qint64 peakKib = 0;
};

/// How long MPD takes for the same music: database update over its own protocol, with a database that is new.
/// Nothing where it does not do it.
[[nodiscard]] std::optional<Cost> scanWithMpd(const QString &program, const QString &music);

} // namespace Bench
