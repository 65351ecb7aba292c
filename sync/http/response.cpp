// SPDX-License-Identifier: Apache-2.0
#include "sync/http/response.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Sync::Http {

namespace {

/// Of what follows the head; nothing where that comes in chunks.
std::optional<qint64> lengthOf(const Response &response)
{
    if (response.relayed)
        return response.relayed->length;
    if (response.growing)
        return std::nullopt;
    return response.file ? response.file->count : response.body.size();
}

// Framed by a page of another site, ours could be clicked on by somebody who does not see it.
constexpr QByteArrayView usualSecurity{"default-src 'self'; frame-ancestors 'self'"};

const char *reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 206:
        return "Partial Content";
    case 302:
        return "Found";
    case 304:
        return "Not Modified";
    case 307:
        return "Temporary Redirect";
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
    case 409:
        return "Conflict";
    case 410:
        return "Gone";
    case 411:
        return "Length Required";
    case 413:
        return "Content Too Large";
    case 415:
        return "Unsupported Media Type";
    case 416:
        return "Range Not Satisfiable";
    case 421:
        return "Misdirected Request";
    case 426:
        return "Upgrade Required";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 501:
        return "Not Implemented";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    }
    return "Error";
}

} // namespace

Response jsonResponse(const QJsonObject &json, int status)
{
    return {.status = status, .body = QJsonDocument(json).toJson(QJsonDocument::Compact)};
}

Response errorResponse(int status, const QByteArray &code, const QByteArray &message, const QByteArray &field)
{
    QJsonObject error{{"code"_L1, QString::fromUtf8(code)}, {"message"_L1, QString::fromUtf8(message)}};
    if (!field.isEmpty())
        error.insert("field"_L1, QString::fromUtf8(field));
    return jsonResponse({{"error"_L1, error}}, status);
}

Response badField(const ParseError &fault)
{
    return errorResponse(400, "bad_field", fault.reason.toUtf8(), fault.field.toUtf8());
}

Response nothingHere() { return errorResponse(404, "not_found", "there is nothing at this address"); }

Response onlyAllowed(const QByteArray &allowed)
{
    Response response = errorResponse(405, "method_not_allowed", "here only these work: " + allowed);
    response.headers.emplaceBack("Allow", allowed);
    return response;
}

QByteArray serialize(const Response &response, Method method, bool keepAlive)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonPhrase(response.status)
        + "\r\n" + "Content-Type: " + response.contentType + "\r\n"
        + "Cache-Control: " + response.cacheControl + "\r\nContent-Security-Policy: "
        + (response.contentSecurity.isEmpty() ? usualSecurity.toByteArray() : response.contentSecurity)
        + "\r\n"
          "X-Content-Type-Options: nosniff\r\n";
    const auto length = lengthOf(response);
    if (!length)
        bytes += "Transfer-Encoding: chunked\r\n";
    else if (response.status != 304 && response.status != 204) // with 304 it would be the whole's
        bytes += "Content-Length: " + QByteArray::number(*length) + "\r\n";
    for (const auto &[name, value] : response.headers)
        bytes += name + ": " + value + "\r\n";
    bytes += keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    if (method != Method::Head)
        bytes += response.body;
    return bytes;
}

} // namespace Sync::Http
