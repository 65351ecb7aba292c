// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace Bench {

struct Plan {
    int seeks = 100;
    int rounds = 30;
    int seconds = 60; ///< of playing, for each figure of idle
    int positionSeconds = 180;
    int soakMinutes = 60;
    int busyMinutes = 5;
    QStringList players; ///< own, and backends of QMediaPlayer
    QString mpd; ///< programs; empty where they are not installed
    QString mpv;
};

// Each prints what it counted. False where something is wrong, which a missed goal is not.
[[nodiscard]] bool measureSeeks(const Plan &plan);
[[nodiscard]] bool measureStarts(const Plan &plan);
[[nodiscard]] bool measureIdle(const Plan &plan);
[[nodiscard]] bool measureJoints(const Plan &plan);
[[nodiscard]] bool measurePosition(const Plan &plan);
[[nodiscard]] bool measureSoak(const Plan &plan);

} // namespace Bench
