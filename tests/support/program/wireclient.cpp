// SPDX-License-Identifier: Apache-2.0
#include "support/program/wireclient.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QNetworkRequest>
#include <QTimer>

namespace {

QJsonObject parsed(const QByteArray &json) { return QJsonDocument::fromJson(json).object(); }

template <typename Signal> void waitFor(QWebSocket &socket, Signal signal, int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    QObject::connect(&socket, signal, &loop, &QEventLoop::quit);
    QObject::connect(&socket, &QWebSocket::disconnected, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace

WireClient::WireClient(const QUrl &hub, const QByteArray &subprotocol)
{
    QUrl url = hub;
    url.setScheme("ws");
    if (!subprotocol.isEmpty())
        url.setPath("/sync");
    QNetworkRequest request(url);
    if (!subprotocol.isEmpty())
        request.setRawHeader("Sec-WebSocket-Protocol", subprotocol);
    connect(&m_socket, &QWebSocket::textMessageReceived, this,
            [this](const QString &text) { m_messages.append(text.toUtf8()); });
    m_socket.open(request);
    waitFor(m_socket, &QWebSocket::connected, 30'000);
}

WireClient::~WireClient() { m_socket.disconnect(this); }

QByteArray WireClient::next(int withinMs)
{
    if (m_messages.isEmpty() && isConnected())
        waitFor(m_socket, &QWebSocket::textMessageReceived, withinMs);
    return m_messages.isEmpty() ? QByteArray() : m_messages.takeFirst();
}

QJsonObject WireClient::nextThat(const std::function<bool(const QJsonObject &)> &fits, int withinMs)
{
    for (QByteArray message = next(withinMs); !message.isEmpty(); message = next(withinMs))
        if (const QJsonObject json = parsed(message); fits(json))
            return json;
    return {};
}

QByteArrayList WireClient::settled()
{
    send("?");
    QByteArrayList messages;
    for (QByteArray message = next(); !message.isEmpty(); message = next()) {
        if (message.contains("invalid_format"))
            return messages;
        messages.append(message);
    }
    return messages;
}

NativeClient::NativeClient(const QUrl &hub, const QByteArray &device, bool output)
    : WireClient(hub, "segue.v1")
    , hello(parsed(next()))
{
    say({{"type", "join"},
         {"device", QString::fromUtf8(device)},
         {"name", QString::fromUtf8(device)},
         {"output", output}});
    firstState = nextThat([](const QJsonObject &message) { return message["type"] == "state"; });
}

void NativeClient::say(const QJsonObject &message)
{
    send(QJsonDocument(message).toJson(QJsonDocument::Compact));
}

QJsonObject NativeClient::state(const std::function<bool(const QJsonObject &)> &fits)
{
    return nextThat([&](const QJsonObject &message) {
        return message["type"] == "state" && message.contains("player") && fits(message["player"].toObject());
    });
}
