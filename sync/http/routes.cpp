// SPDX-License-Identifier: Apache-2.0
#include "sync/http/routes.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <charconv>

using namespace Qt::StringLiterals;

namespace Sync::Http {

namespace {

constexpr QByteArrayView healthPath{"/api/health"};

const char *reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 206:
        return "Partial Content";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 413:
        return "Content Too Large";
    case 416:
        return "Range Not Satisfiable";
    case 421:
        return "Misdirected Request";
    case 431:
        return "Request Header Fields Too Large";
    case 503:
        return "Service Unavailable";
    }
    return "Error";
}

Response healthResponse(const Health &health)
{
    const QJsonObject json{{"status"_L1, "ok"_L1},
                           {"websocket_clients"_L1, health.webSocketClients},
                           {"version"_L1, QStringLiteral(SEGUE_VERSION)},
                           {"uptime_s"_L1, qint64(health.uptime.count())}};
    return {.body = QJsonDocument(json).toJson(QJsonDocument::Compact)};
}

Response page()
{
    QFile file(u":/segue/web/index.html"_s);
    if (!file.open(QIODevice::ReadOnly))
        return errorResponse(404, "not_found", "this build has no web page");
    return {.contentType = "text/html; charset=utf-8", .body = file.readAll()};
}

} // namespace

bool needsUser(const RequestHead &head) { return head.path != healthPath; }

Response answer(const RequestHead &head, const Health &health)
{
    if (head.hasBody)
        return errorResponse(413, "no_body", "nothing here takes a request body");
    const bool known = head.path == "/" || head.path == healthPath;
    if (!known)
        return nothingHere();
    if (head.method != Method::Get && head.method != Method::Head)
        return onlyReadable();
    return head.path == "/" ? page() : healthResponse(health);
}

Response errorResponse(int status, const QByteArray &code, const QByteArray &message, const QByteArray &field)
{
    QJsonObject error{{"code"_L1, QString::fromUtf8(code)}, {"message"_L1, QString::fromUtf8(message)}};
    if (!field.isEmpty())
        error.insert("field"_L1, QString::fromUtf8(field));
    return {.status = status,
            .body = QJsonDocument(QJsonObject{{"error"_L1, error}}).toJson(QJsonDocument::Compact)};
}

Response nothingHere() { return errorResponse(404, "not_found", "there is nothing at this address"); }

Response onlyReadable() { return errorResponse(405, "method_not_allowed", "this address can only be read"); }

std::optional<quint64> idIn(QByteArrayView text)
{
    quint64 id = 0;
    const auto [end, error] = std::from_chars(text.begin(), text.end(), id);
    return error == std::errc() && end == text.end() ? std::optional(id) : std::nullopt;
}

QByteArray serialize(const Response &response, Method method, bool keepAlive)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonPhrase(response.status)
        + "\r\n" + "Content-Type: " + response.contentType + "\r\n"
        + "Cache-Control: " + response.cacheControl
        + "\r\n"
          "Content-Security-Policy: default-src 'self'\r\n"
          "X-Content-Type-Options: nosniff\r\n";
    if (response.status != 304) // there it would be the whole's
        bytes += "Content-Length: "
            + QByteArray::number(response.file ? response.file->count : response.body.size()) + "\r\n";
    for (const auto &[name, value] : response.headers)
        bytes += name + ": " + value + "\r\n";
    if (response.status == 405)
        bytes += "Allow: GET, HEAD\r\n";
    bytes += keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    if (method != Method::Head)
        bytes += response.body;
    return bytes;
}

} // namespace Sync::Http
