// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>
#include <variant>

namespace Sync::Http {

enum class Method { Get, Head, Post, Put, Patch, Delete, Options, Other };

/// "GET, HEAD" for Get, which answers both; empty for Other.
[[nodiscard]] QByteArray namesOf(Method method);

/// A request up to the empty line, strictly parsed. Header names compare without regard to case.
struct RequestHead {
    Method method = Method::Get;
    QByteArray path; ///< still percent-encoded
    QByteArray query; ///< without '?'
    QList<std::pair<QByteArray, QByteArray>> headers;
    bool keepAlive = false;
    bool takesChunks = false; ///< whoever asks can read an answer that comes in chunks
    bool hasBody = false;
    std::optional<qint64> contentLength; ///< of a body; not there where it is sent in chunks
    qsizetype bytes = 0; ///< the head's own length

    /// The value of a header that stands exactly once.
    [[nodiscard]] std::optional<QByteArray> header(QByteArrayView name) const;
    [[nodiscard]] bool has(QByteArrayView name) const;
    /// True where a comma-separated header has @p token.
    [[nodiscard]] bool lists(QByteArrayView name, QByteArrayView token) const;
};

struct Incomplete {
};
struct BadRequest {
    QByteArray reason;
};

/// Reads a head from the front of @p bytes. Content-Length together with Transfer-Encoding, and a Host that
/// is missing or stands twice, are bad requests.
[[nodiscard]] std::variant<RequestHead, Incomplete, BadRequest> parseHead(QByteArrayView bytes);

} // namespace Sync::Http
