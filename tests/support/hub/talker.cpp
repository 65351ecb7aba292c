// SPDX-License-Identifier: Apache-2.0
#include "support/hub/talker.h"

#include "sync/protocol/nativemessages.h"

#include <QNetworkRequest>

using namespace Qt::StringLiterals;
using namespace Sync;

namespace Testing {

Talker::Talker(quint16 port, const QString &device, const QByteArray &token)
    : m_device(device)
{
    connect(&m_socket, &QWebSocket::textMessageReceived, this, &Talker::receive);
    QNetworkRequest request(QUrl(u"ws://127.0.0.1:%1/sync"_s.arg(port)));
    request.setRawHeader("Sec-WebSocket-Protocol", "segue.v1");
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token);
    m_socket.open(request);
}

void Talker::play()
{
    m_socket.sendTextMessage(QString::fromUtf8(
        Native::serialize(Native::Play{.trackId = 1, .context = {.fromIs = u"album"_s, .fromIsId = 7}})));
}

void Talker::seek(qint64 positionMs)
{
    m_socket.sendTextMessage(QString::fromUtf8(
        Native::serialize(Native::Seek{.position = std::chrono::milliseconds(positionMs)})));
}

void Talker::receive(const QString &text)
{
    const auto parsed = Native::parseHubMessage(text.toUtf8());
    const auto *message = std::get_if<Native::HubMessage>(&parsed);
    if (!message)
        return;
    if (std::holds_alternative<Native::Hello>(*message)) {
        m_socket.sendTextMessage(QString::fromUtf8(
            Native::serialize(Native::Join{.device = m_device, .name = m_device, .playing = std::nullopt})));
    } else if (const auto *state = std::get_if<Native::State>(message)) {
        m_isJoined = true;
        if (state->player)
            Q_EMIT heard(state->revision, state->player->position.count());
    }
}

} // namespace Testing
