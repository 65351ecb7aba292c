// SPDX-License-Identifier: Apache-2.0
#include "support/hub/asking.h"

#include "support/waiting.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Testing {

QByteArray HttpAnswer::header(const QByteArray &name) const
{
    const qsizetype at = head.indexOf("\r\n" + name + ": ");
    if (at < 0)
        return {};
    const qsizetype from = at + name.size() + 4;
    return head.sliced(from, head.indexOf("\r\n", from) - from);
}

QJsonObject HttpAnswer::json() const { return QJsonDocument::fromJson(body).object(); }

QString HttpAnswer::code() const { return json().value("error"_L1).toObject().value("code"_L1).toString(); }

HttpAnswer ask(quint16 port, const QByteArray &line, const QByteArray &headers, const QByteArray &body,
               Over over)
{
    RawClient client(port, over);
    client.write(line + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) + "\r\n" + headers
                 + (body.isEmpty() ? "" : "Content-Length: " + QByteArray::number(body.size()) + "\r\n")
                 + "Connection: close\r\n\r\n" + body);
    if (!QTest::qWaitFor([&] { return client.isClosed(); }, patienceMs))
        return {};
    const QByteArray received = client.received();
    const qsizetype end = received.indexOf("\r\n\r\n");
    if (end < 0)
        return {};
    return {.status = received.mid(9, 3).toInt(),
            .head = received.first(end + 2),
            .body = received.sliced(end + 4)};
}

HttpAnswer ask(quint16 port, const QByteArray &line, const QJsonObject &json, const QByteArray &headers,
               Over over)
{
    return ask(port, line, headers + "Content-Type: application/json\r\n",
               QJsonDocument(json).toJson(QJsonDocument::Compact), over);
}

} // namespace Testing
