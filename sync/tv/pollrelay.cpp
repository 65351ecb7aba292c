// SPDX-License-Identifier: Apache-2.0
#include "sync/tv/pollrelay.h"

#include "sync/protocol/nativemessages.h"
#include "sync/tv/limits.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkRequest>

namespace Sync::Tv {

PollRelay::PollRelay(Caller caller, const QUrl &address)
    : m_caller(std::move(caller))
{
    m_soon.setSingleShot(true);
    m_wait.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &PollRelay::answer);
    m_gone.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &PollRelay::answer);
    connect(&m_gone, &QTimer::timeout, this, [this] {
        close();
        Q_EMIT over();
    });
    connect(&m_socket, &QWebSocket::textMessageReceived, this, &PollRelay::take);
    connect(&m_socket, &QWebSocket::disconnected, this, [this] {
        m_closed = true;
        answer();
    });
    m_gone.start(Limits::pollGoneAfter);
    QNetworkRequest request(address);
    request.setRawHeader("Sec-WebSocket-Protocol",
                         QByteArray(Native::subprotocol.data(), Native::subprotocol.size()));
    m_socket.open(request);
}

PollRelay::~PollRelay()
{
    m_socket.disconnect(this);
    if (m_receive)
        (void)m_receive({});
}

void PollRelay::ask(Receive receive)
{
    if (m_receive)
        (void)std::exchange(m_receive, {})({});
    m_receive = std::move(receive);
    m_gone.stop();
    m_wait.start(Limits::pollWaits);
    if (!m_messages.isEmpty() || m_closed)
        answer();
}

void PollRelay::say(const QJsonArray &messages)
{
    if (!m_receive)
        m_gone.start(Limits::pollGoneAfter);
    for (const auto &message : messages)
        m_socket.sendTextMessage(
            QString::fromUtf8(QJsonDocument(message.toObject()).toJson(QJsonDocument::Compact)));
}

void PollRelay::take(const QString &text)
{
    m_messages.append(QJsonDocument::fromJson(text.toUtf8()).object());
    if (m_messages.size() > Limits::pollMessages)
        return close();
    if (m_receive)
        m_soon.start(0); // a queue and the state that names an item of it go together
}

void PollRelay::answer()
{
    m_soon.stop();
    if (!m_receive)
        return;
    m_wait.stop();
    m_gone.start(Limits::pollGoneAfter);
    Heard heard{.messages = m_messages, .closed = std::nullopt};
    if (m_closed && m_messages.isEmpty())
        heard.closed = int(m_socket.closeCode());
    if (!std::exchange(m_receive, {})(heard))
        return; // it waits for the next who asks
    m_messages = {};
    if (heard.closed)
        Q_EMIT over();
}

/// The hub takes it for a connection that broke.
void PollRelay::close()
{
    m_closed = true;
    m_messages = {};
    m_socket.abort();
    answer();
}

} // namespace Sync::Tv
