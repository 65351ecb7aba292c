// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/hub/rawclient.h"
#include "sync/protocol/plainmessages.h"

#include <QJsonObject>
#include <QWebSocket>

#include <initializer_list>

namespace Testing {

class TestHub;

/// A client of the plain wire, as a page or an app of sync_player's would be. Remembers what it hears.
class PlainClient : public QObject
{
    Q_OBJECT

public:
    /// @p headers: name and value, as "Cookie" and "session_id=x".
    void open(quint16 port, const QString &path = QStringLiteral("/"),
              const QList<std::pair<QByteArray, QByteArray>> &headers = {}, Over over = Over::Plain);
    void say(const QByteArray &message);
    void say(const Sync::Plain::Message &message) { say(Sync::Plain::serialize(message)); }
    void close();

    [[nodiscard]] const QByteArrayList &heard() const { return m_heard; }
    [[nodiscard]] QByteArray last() const { return m_heard.isEmpty() ? QByteArray() : m_heard.last(); }
    [[nodiscard]] bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    /// What it heard after its first word, the snapshot.
    [[nodiscard]] QByteArrayList updates() const { return m_heard.mid(1); }
    [[nodiscard]] QWebSocket &socket() { return m_socket; }

private:
    QByteArrayList m_heard;
    QWebSocket m_socket;
};

/// Connects them all and waits for the first word to each.
[[nodiscard]] bool enter(const TestHub &hub, std::initializer_list<PlainClient *> clients);

/// The wall clock on whole seconds, some seconds ago.
[[nodiscard]] Sync::WallTime secondsAgo(int seconds);
[[nodiscard]] Sync::Plain::Message newTrack(Sync::TrackId track, Sync::WallTime stamp);
[[nodiscard]] Sync::Plain::Message onPause(Sync::WallTime stamp);
[[nodiscard]] Sync::Plain::Message offPause(Sync::WallTime stamp);
[[nodiscard]] Sync::Plain::Message changePosition(std::chrono::milliseconds position, Sync::WallTime stamp);
[[nodiscard]] QJsonObject json(const QByteArray &text);

} // namespace Testing
