// SPDX-License-Identifier: Apache-2.0
#include "sync/http/requesthead.h"

#include "sync/limits.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>

#include <algorithm>
#include <limits>

namespace http = boost::beast::http;

namespace Sync::Http {

namespace {

QByteArray bytesOf(boost::beast::string_view text) { return {text.data(), qsizetype(text.size())}; }

bool sameName(QByteArrayView a, QByteArrayView b) { return a.compare(b, Qt::CaseInsensitive) == 0; }

Method methodOf(http::verb verb)
{
    // The library's enum names every method ever registered; ours are these.
    if (verb == http::verb::get)
        return Method::Get;
    if (verb == http::verb::head)
        return Method::Head;
    if (verb == http::verb::post)
        return Method::Post;
    if (verb == http::verb::put)
        return Method::Put;
    if (verb == http::verb::patch)
        return Method::Patch;
    if (verb == http::verb::delete_)
        return Method::Delete;
    if (verb == http::verb::options)
        return Method::Options;
    return Method::Other;
}

RequestHead headFrom(const http::request_parser<http::empty_body> &parser)
{
    const auto &message = parser.get();
    RequestHead head{.method = methodOf(message.method()),
                     .keepAlive = message.keep_alive(),
                     .takesChunks = message.version() >= 11};
    const QByteArray target = bytesOf(message.target());
    const qsizetype question = target.indexOf('?');
    head.path = question < 0 ? target : target.first(question);
    head.query = question < 0 ? QByteArray() : target.sliced(question + 1);
    for (const auto &field : message)
        head.headers.append({bytesOf(field.name_string()), bytesOf(field.value())});
    if (const auto length = parser.content_length(); length && *length > 0)
        head.contentLength = qint64(qMin<quint64>(*length, std::numeric_limits<qint64>::max()));
    head.hasBody = head.has("Transfer-Encoding") || head.contentLength;
    return head;
}

std::optional<QByteArray> fault(const RequestHead &head)
{
    if (!head.header("Host"))
        return "Host must stand exactly once";
    if (head.has("Content-Length") && head.has("Transfer-Encoding"))
        return "Content-Length and Transfer-Encoding exclude each other";
    if (!head.path.startsWith('/'))
        return "the request target must be a path";
    return std::nullopt;
}

} // namespace

std::optional<QByteArray> RequestHead::header(QByteArrayView name) const
{
    std::optional<QByteArray> value;
    for (const auto &[key, text] : headers) {
        if (!sameName(key, name))
            continue;
        if (value)
            return std::nullopt;
        value = text;
    }
    return value;
}

bool RequestHead::has(QByteArrayView name) const
{
    return std::ranges::any_of(headers, [&](const auto &header) { return sameName(header.first, name); });
}

bool RequestHead::lists(QByteArrayView name, QByteArrayView token) const
{
    for (const auto &[key, value] : headers)
        if (sameName(key, name))
            for (const QByteArray &entry : value.split(','))
                if (sameName(entry.trimmed(), token))
                    return true;
    return false;
}

QByteArray namesOf(Method method)
{
    switch (method) {
    case Method::Get:
    case Method::Head:
        return "GET, HEAD";
    case Method::Post:
        return "POST";
    case Method::Put:
        return "PUT";
    case Method::Patch:
        return "PATCH";
    case Method::Delete:
        return "DELETE";
    case Method::Options:
        return "OPTIONS";
    case Method::Other:
        return {};
    }
    Q_UNREACHABLE();
}

std::variant<RequestHead, Incomplete, BadRequest> parseHead(QByteArrayView bytes)
{
    http::request_parser<http::empty_body> parser;
    parser.header_limit(std::uint32_t(Limits::requestHeadBytes));
    // A body is looked at later, if at all. Not none: to Boost 1.74 every length is more than that.
    parser.body_limit(std::numeric_limits<std::uint64_t>::max());
    boost::beast::error_code error;
    const std::size_t used =
        parser.put(boost::asio::const_buffer(bytes.data(), std::size_t(bytes.size())), error);
    if (error == http::error::need_more || error == http::error::header_limit)
        return Incomplete{};
    if (error && !parser.is_header_done())
        return BadRequest{QByteArray::fromStdString(error.message())};
    if (!parser.is_header_done())
        return Incomplete{};
    RequestHead head = headFrom(parser);
    head.bytes = qsizetype(used);
    if (const auto reason = fault(head))
        return BadRequest{*reason};
    return head;
}

} // namespace Sync::Http
