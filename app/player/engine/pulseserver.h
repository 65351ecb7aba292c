// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/engine/pulsesink.h"
#include "app/player/sounddevice.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <memory>

namespace Player {

/// The user's PulseAudio, or PipeWire where that speaks for it: its devices, and streams to them. Connects by
/// itself, again and again.
class PulseServer : public QObject
{
    Q_OBJECT

public:
    explicit PulseServer(QObject *parent = nullptr);
    ~PulseServer() override;

    /// Whether it is known if there is a server.
    [[nodiscard]] bool isSettled() const { return m_settled; }
    /// Empty while there is no server.
    [[nodiscard]] const QList<SoundDevice> &devices() const { return m_devices; }
    /// The system's default; empty where it has none.
    [[nodiscard]] const QByteArray &usualDevice() const { return m_usual; }
    /// A stream that pulls floating-point samples of the device's format. Nothing where there is no server.
    [[nodiscard]] std::unique_ptr<Sink> open(const SoundDevice &device, PulseListeners listeners);

Q_SIGNALS:
    /// Also once it is settled.
    void devicesChanged();
    /// Streams opened before are dead.
    void lost();

private:
    class Connection;

    void connectNow();
    void take(const QList<SoundDevice> &devices, const QByteArray &usual);
    void lose();

    QList<SoundDevice> m_devices;
    QByteArray m_usual;
    QTimer m_retry;
    int m_attempts = 0;
    bool m_settled = false;
    std::unique_ptr<Connection> m_connection;
};

} // namespace Player
