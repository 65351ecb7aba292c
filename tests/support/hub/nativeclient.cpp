// SPDX-License-Identifier: Apache-2.0
#include "support/hub/nativeclient.h"

#include <QNetworkRequest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Sync;

namespace Testing {

void NativeClient::listen()
{
    connect(&m_socket, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
        const auto parsed = Native::parseHubMessage(text.toUtf8());
        if (const auto *message = std::get_if<Native::HubMessage>(&parsed))
            m_heard.append(*message);
        else
            m_odd.append(text.toUtf8());
        for (const QByteArray &said : std::exchange(m_said, {}))
            say(said);
    });
}

void NativeClient::open(quint16 port, const QByteArray &token)
{
    listen();
    QNetworkRequest request(QUrl(u"ws://127.0.0.1:%1/sync"_s.arg(port)));
    request.setRawHeader("Sec-WebSocket-Protocol", "segue.v1");
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token);
    m_socket.open(request);
}

void NativeClient::openAsTv(quint16 port, const QByteArray &token)
{
    listen();
    QNetworkRequest request(
        QUrl(u"ws://127.0.0.1:%1/sync?tv=%2"_s.arg(port).arg(QString::fromLatin1(token))));
    request.setRawHeader("Sec-WebSocket-Protocol", "segue.v1");
    request.setRawHeader("Via", "1.1 test"); // not this machine's own
    m_socket.open(request);
}

void NativeClient::say(const QByteArray &message)
{
    if (m_heard.isEmpty())
        m_said.append(message);
    else
        m_socket.sendTextMessage(QString::fromUtf8(message));
}

void NativeClient::join(const QString &device, bool output)
{
    say(Native::Join{.device = device, .name = device, .output = output, .playing = std::nullopt});
}

qint64 NativeClient::revision() const
{
    const auto state = last<Native::State>();
    return state ? state->revision : -1;
}

qint64 NativeClient::queueRevision() const
{
    const auto change = last<Native::QueueChange>();
    return change ? change->revision : -1;
}

std::optional<PlayerState> NativeClient::player() const
{
    const auto state = last<Native::State>();
    return state ? state->player : std::nullopt;
}

std::optional<PausedBy> NativeClient::pausedBy() const
{
    const auto state = player();
    return state ? std::optional(state->pausedBy) : std::nullopt;
}

int NativeClient::sounding() const
{
    const auto said = last<Native::Devices>().value_or(Native::Devices());
    return int(std::ranges::count(said.devices, Native::Condition::Sounding, &Native::Device::condition));
}

} // namespace Testing
