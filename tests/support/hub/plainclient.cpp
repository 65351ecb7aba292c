// SPDX-License-Identifier: Apache-2.0
#include "support/hub/plainclient.h"

#include "support/hub/testhub.h"
#include "support/patience.h"

#include <QJsonDocument>
#include <QNetworkRequest>
#include <QtCore/qtestsupport_core.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Testing {

void PlainClient::open(quint16 port, const QString &path,
                       const QList<std::pair<QByteArray, QByteArray>> &headers, Over over)
{
    connect(&m_socket, &QWebSocket::textMessageReceived, this,
            [this](const QString &text) { m_heard.append(text.toUtf8()); });
    const QString scheme = over == Over::Tls ? u"wss"_s : u"ws"_s;
    QNetworkRequest request(QUrl(u"%1://127.0.0.1:%2%3"_s.arg(scheme).arg(port).arg(path)));
    m_socket.setSslConfiguration(anyCertificate());
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    m_socket.open(request);
}

void PlainClient::say(const QByteArray &message) { m_socket.sendTextMessage(QString::fromUtf8(message)); }

void PlainClient::close() { m_socket.close(); }

bool enter(const TestHub &hub, std::initializer_list<PlainClient *> clients)
{
    for (PlainClient *client : clients)
        client->open(hub.port());
    return QTest::qWaitFor(
        [&] {
            return std::ranges::all_of(clients, [](auto *client) { return client->heard().size() == 1; });
        },
        patienceMs);
}

Sync::WallTime secondsAgo(int seconds)
{
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    return now - std::chrono::seconds(seconds);
}

Sync::Plain::Message newTrack(Sync::TrackId track, Sync::WallTime stamp)
{
    return {.what = Sync::Plain::NewTrack{.trackId = track, .fromIs = u"album"_s, .fromIsId = 7},
            .stamp = stamp};
}

Sync::Plain::Message onPause(Sync::WallTime stamp)
{
    return {.what = Sync::Plain::OnPause{}, .stamp = stamp};
}

Sync::Plain::Message offPause(Sync::WallTime stamp)
{
    return {.what = Sync::Plain::OffPause{}, .stamp = stamp};
}

Sync::Plain::Message changePosition(std::chrono::milliseconds position, Sync::WallTime stamp)
{
    return {.what = Sync::Plain::ChangePosition{position}, .stamp = stamp};
}

QJsonObject json(const QByteArray &text) { return QJsonDocument::fromJson(text).object(); }

} // namespace Testing
