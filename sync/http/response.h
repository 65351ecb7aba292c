// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/growingfile.h"
#include "sync/http/relayed.h"
#include "sync/http/requesthead.h"
#include "sync/protocol/fields.h"

#include <QFile>
#include <QJsonObject>

#include <memory>

namespace Sync::Http {

/// So much of an open file.
struct FilePart {
    std::shared_ptr<QFile> file;
    qint64 first = 0;
    qint64 count = 0;
};

struct Response {
    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< besides those that all have
    QByteArray cacheControl = "no-store";
    QByteArray contentSecurity; ///< its policy; empty: what all have
    std::optional<FilePart> file; ///< instead of a body
    std::shared_ptr<GrowingFile> growing; ///< instead of either, for who takes chunks
    std::optional<Relayed> relayed; ///< instead of all of them
    QByteArray elsewhere; ///< of a 404: the path at which another hub may have it, with its query; empty: the
                          ///< one that was asked for
};

[[nodiscard]] Response jsonResponse(const QJsonObject &json, int status = 200);
/// @p field: what of the request is wrong, where it is one thing.
[[nodiscard]] Response errorResponse(int status, const QByteArray &code, const QByteArray &message,
                                     const QByteArray &field = {});
/// 400; a field of the body is wrong.
[[nodiscard]] Response badField(const ParseError &fault);
[[nodiscard]] Response nothingHere();
/// 405; @p allowed: "GET, HEAD" and the like.
[[nodiscard]] Response onlyAllowed(const QByteArray &allowed);
[[nodiscard]] inline Response onlyReadable() { return onlyAllowed("GET, HEAD"); }

/// As it goes over the wire, but for a file. A HEAD request gets the same without the body.
[[nodiscard]] QByteArray serialize(const Response &response, Method method, bool keepAlive);

} // namespace Sync::Http
