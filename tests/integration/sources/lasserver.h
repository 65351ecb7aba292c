// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QTcpServer>
#include <QWebSocket>
#include <QWebSocketServer>

#include <functional>
#include <memory>
#include <vector>

namespace Testing {

/// Answers and pushes in the shapes of linux-audio-server, which is not public: those its clients read. It
/// stands for these shapes and nothing else; what a server does is tested with real ones.
class LasServer : public QObject
{
public:
    LasServer();

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] int webSockets() const { return int(m_sockets.size()); }

    /// What GET of that path answers; nothing there: 404.
    QHash<QByteArray, QJsonObject> answers;
    /// What was posted, as "PATH BODY", and after it this becomes of the answers.
    QByteArrayList posted;
    std::function<void(const QByteArray &path)> onPost = [](const QByteArray &) { };
    int asked = 0; ///< GETs

    /// As a text frame to all, such as {"source":"mopidy","event":"playback_state_changed"}.
    void push(const QByteArray &frame);

private:
    void hear(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const QByteArrayList &line, const QByteArray &body);

    QTcpServer m_server;
    QWebSocketServer m_upgrades;
    std::vector<std::unique_ptr<QWebSocket>> m_sockets;
};

} // namespace Testing
