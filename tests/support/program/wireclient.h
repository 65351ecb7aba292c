// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayList>
#include <QJsonObject>
#include <QUrl>
#include <QWebSocket>

#include <functional>

/// A WebSocket client of either wire that remembers everything it is told.
class WireClient : public QObject
{
    Q_OBJECT

public:
    /// Connects to a hub's "http://..." address and waits until it is connected.
    explicit WireClient(const QUrl &hub, const QByteArray &subprotocol = {});
    ~WireClient() override;

    void send(const QByteArray &message) { m_socket.sendTextMessage(QString::fromUtf8(message)); }
    /// The next message not yet taken; empty if none comes within the given time.
    [[nodiscard]] QByteArray next(int withinMs = 30'000);
    /// Takes messages until one fits; an empty object if none comes.
    [[nodiscard]] QJsonObject nextThat(const std::function<bool(const QJsonObject &)> &fits,
                                       int withinMs = 30'000);
    /// Everything that arrives before the hub has answered a message sent now. Only for the plain wire: asks
    /// with a message that is no update.
    [[nodiscard]] QByteArrayList settled();
    [[nodiscard]] bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    void close() { m_socket.close(); }

private:
    QByteArrayList m_messages;
    QWebSocket m_socket;
};

/// A native client that has joined; `hello` and the first `state` are kept.
class NativeClient : public WireClient
{
public:
    NativeClient(const QUrl &hub, const QByteArray &device, bool output = false);

    void say(const QJsonObject &message);
    /// The next `state` that fits.
    [[nodiscard]] QJsonObject state(const std::function<bool(const QJsonObject &player)> &fits);

    QJsonObject hello;
    QJsonObject firstState;
};
