// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWebSocket>

namespace Testing {

/// A device that seeks, and hears where the session is: as little as that takes.
class Talker : public QObject
{
    Q_OBJECT

public:
    /// Joins as @p device of whoever has @p token; an empty one: of this machine.
    Talker(quint16 port, const QString &device, const QByteArray &token = {});

    [[nodiscard]] bool isJoined() const { return m_isJoined; }
    void play();
    void seek(qint64 positionMs);

Q_SIGNALS:
    void heard(qint64 revision, qint64 positionMs);

private:
    void receive(const QString &text);

    const QString m_device;
    bool m_isJoined = false;
    QWebSocket m_socket;
};

} // namespace Testing
