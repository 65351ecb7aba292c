// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/sources/pulseclient.h"

#include <QPromise>
#include <QTimer>

namespace Sync::Sources {

/// A sound server, PulseAudio or PipeWire in its place, whether it is there or not. Hub thread.
class PulseSource final : public Source
{
    Q_OBJECT

public:
    /// @p server as libpulse has it; empty: this user's.
    explicit PulseSource(QString server = {});
    ~PulseSource() override;

    [[nodiscard]] QString kind() const override { return QStringLiteral("pulseaudio"); }
    [[nodiscard]] std::vector<SinkFacts> sinks() const override { return m_mirror.sinks(); }
    [[nodiscard]] std::vector<InputFacts> inputs() const override { return m_mirror.inputs(); }
    [[nodiscard]] QFuture<QString> perform(const Command &command) override;

    [[nodiscard]] bool isOnline() const { return m_mirror.isOnline(); }

private:
    void connectNow();
    void lose();
    void take(const QList<PulseClient::Heard> &heard);
    void take(const Pulse::News &news);
    void take(const PulseClient::Done &done);
    void mindFull();
    void tell(const QList<Event> &events);

    const QString m_server;
    PulseMirror m_mirror;
    quint64 m_lastTask = 0;
    std::map<quint64, QPromise<QString>> m_tasks;
    QTimer m_retry;
    int m_attempt = 0;
    bool m_toldFull = false;
    bool m_hasRoomAgain = false;
    std::unique_ptr<PulseClient> m_client;
};

/// Why @p command makes no sense as things are; empty: it may.
[[nodiscard]] QString whyNot(const Command &command, const PulseMirror &mirror);

} // namespace Sync::Sources
