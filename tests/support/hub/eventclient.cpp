// SPDX-License-Identifier: Apache-2.0
#include "support/hub/eventclient.h"

#include <QJsonDocument>

#include <ranges>

using namespace Qt::StringLiterals;

namespace Testing {

void EventClient::open(quint16 port, const QString &query, const QByteArray &token)
{
    connect(&m_socket, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
        const QJsonDocument json = QJsonDocument::fromJson(text.toUtf8());
        if (!json.isObject()) {
            ++m_odd;
            return;
        }
        m_heard.append(json.object());
        Q_EMIT received(json.object());
    });
    QNetworkRequest request(QUrl(u"ws://127.0.0.1:%1/api/events/ws%2"_s.arg(port).arg(query)));
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token);
    m_socket.open(request);
}

QStringList EventClient::names() const
{
    QStringList names;
    for (const QJsonObject &event : m_heard)
        names.append(event.value("event"_L1).toString());
    return names;
}

QJsonObject EventClient::last(const QString &event) const
{
    for (const QJsonObject &one : std::ranges::reverse_view(m_heard))
        if (one.value("event"_L1).toString() == event)
            return one;
    return {};
}

qint64 EventClient::seq() const
{
    return m_heard.isEmpty() ? 0 : qint64(m_heard.last().value("seq"_L1).toDouble());
}

} // namespace Testing
