// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/analysis/analyser.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace Desktop {

/// How measuring the loudness of tracks without tags is getting on.
class LoudnessController final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by Window")

    /// While something is measured that takes a moment.
    Q_PROPERTY(bool measuring READ measuring NOTIFY changed FINAL)
    /// Somebody has stopped it, and can let it go on.
    Q_PROPERTY(bool stopped READ stopped NOTIFY changed FINAL)
    /// In tracks.
    Q_PROPERTY(int done READ done NOTIFY changed FINAL)
    Q_PROPERTY(int total READ total NOTIFY changed FINAL)

public:
    /// @p analyser: nothing for a program that measures nothing.
    explicit LoudnessController(Analysis::Analyser *analyser, QObject *parent = nullptr);

    [[nodiscard]] bool measuring() const { return m_analyser && m_analyser->isRunning() && total() > 0; }
    [[nodiscard]] bool stopped() const { return m_analyser && m_analyser->isStopped(); }
    [[nodiscard]] int done() const { return m_analyser ? m_analyser->progress().done : 0; }
    [[nodiscard]] int total() const { return m_analyser ? m_analyser->progress().total : 0; }

    Q_INVOKABLE void stop();
    Q_INVOKABLE void resume();

Q_SIGNALS:
    void changed();

private:
    Analysis::Analyser *const m_analyser;
};

} // namespace Desktop
