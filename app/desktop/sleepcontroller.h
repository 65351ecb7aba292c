// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/sleeptimer.h"

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace Desktop {

class PlayerController;

/// The sleep timer: fades this device out and pauses the session.
class SleepController final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by Window")

    /// As chosen; 0 while it is off.
    Q_PROPERTY(int minutes READ minutes NOTIFY changed FINAL)
    Q_PROPERTY(QString leftText READ leftText NOTIFY leftChanged FINAL)

public:
    explicit SleepController(PlayerController &player, QObject *parent = nullptr);

    [[nodiscard]] int minutes() const { return m_minutes; }
    /// Empty while it is off.
    [[nodiscard]] QString leftText() const;
    /// By which this device's volume is to be multiplied.
    [[nodiscard]] double gain() const { return m_gain; }

    Q_INVOKABLE void start(int minutes);
    Q_INVOKABLE void cancel();

    void startFor(std::chrono::milliseconds length);

Q_SIGNALS:
    void changed();
    void leftChanged();
    void gainChanged();

private:
    void step();

    PlayerController &m_player;
    Player::SleepTimer m_timer;
    int m_minutes = 0;
    double m_gain = 1;
    QTimer m_tick;
};

} // namespace Desktop
