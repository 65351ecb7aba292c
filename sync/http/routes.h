// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/requesthead.h"

#include <QFile>

#include <chrono>
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
    std::optional<FilePart> file; ///< instead of a body
};

/// What the routes may tell of this hub.
struct Health {
    int webSocketClients = 0;
    std::chrono::seconds uptime{0};
};

/// False for the few paths anybody who may reach the port may read.
[[nodiscard]] bool needsUser(const RequestHead &head);

[[nodiscard]] Response answer(const RequestHead &head, const Health &health);
/// @p field: what of the request is wrong, where it is one thing.
[[nodiscard]] Response errorResponse(int status, const QByteArray &code, const QByteArray &message,
                                     const QByteArray &field = {});

[[nodiscard]] Response nothingHere();
[[nodiscard]] Response onlyReadable();

/// A number that is the whole of @p text, as the last part of an address.
[[nodiscard]] std::optional<quint64> idIn(QByteArrayView text);

/// As it goes over the wire, but for a file. A HEAD request gets the same without the body.
[[nodiscard]] QByteArray serialize(const Response &response, Method method, bool keepAlive);

} // namespace Sync::Http
