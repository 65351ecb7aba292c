// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/program/runningprogram.h"
#include "support/recorder.h"
#include "support/soundserver.h"

#include <QTemporaryDir>
#include <QTest>

namespace Testing {

/// segued on a sound server of its own, which is to be started first.
struct SoundingProgram {
    SoundServer sound;
    QTemporaryDir data;
    RunningProgram program;

    void start(const QString &name, const QString &music, const QStringList &more)
    {
        program.setEnvironment(sound.environment());
        program.start(QStringLiteral("segued"),
                      QStringList{QStringLiteral("--name"), name, QStringLiteral("--data-dir"), data.path(),
                                  QStringLiteral("--music"), music}
                          + more);
    }
    [[nodiscard]] double loudness() const { return sound.record(std::chrono::seconds(1)).rms(); }
    [[nodiscard]] bool becomesLoud() const
    {
        return QTest::qWaitFor([this] { return loudness() > 0.001; }, patienceMs);
    }
    [[nodiscard]] bool becomesSilent() const
    {
        return QTest::qWaitFor([this] { return loudness() < 0.0001; }, patienceMs);
    }
};

} // namespace Testing
