// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

#include <chrono>

namespace Bench {

/// What is played to: two null sinks, each with a timer of its own, or two parts of one.
enum class Sinks { Separate, OneDevice };

struct Plan {
    Sinks sinks = Sinks::Separate;
    std::chrono::seconds time{60}; ///< of playing, for each system
    int handovers = 20;
    int joins = 5;
    QStringList systems; ///< segue, snapcast, qmediaplayer
    QString backend; ///< of QMediaPlayer
    QString data; ///< the file that gets all offsets for plot.gp; empty: none
};

// Each prints what it found. They throw where something is wrong, which a missed goal is not.
void measureTogether(const Plan &plan);
void measureLoad(const Plan &plan);
void measureHandover(const Plan &plan);
void measureJoining(const Plan &plan);
void measureBrowser(const Plan &plan);
/// Compares sounds of which all is known, without any sound server.
void measureNothing(const Plan &plan);

} // namespace Bench
