// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/requesthead.h"
#include "sync/http/response.h"
#include "sync/role.h"

#include <QFuture>
#include <QHostAddress>
#include <QJsonObject>

namespace Sync::Http {

/// A whole request that has passed the gate.
struct Request {
    RequestHead head;
    QByteArray body;
    std::optional<Caller> caller; ///< always there, but on the few paths that are open to all
    QHostAddress peer;
    QByteArray tvToken{}; ///< by which a television came; empty for all others

    [[nodiscard]] bool reads() const { return head.method == Method::Get || head.method == Method::Head; }
    /// What it posts, an empty object where that is nothing; or why it cannot be read.
    [[nodiscard]] std::variant<QJsonObject, Response> json() const;
    /// The refusal of a caller who may not; nothing where it may.
    [[nodiscard]] std::optional<Response> unlessMay(Role role) const;
};

/// What is not known at once comes later. The future is cancelled when whoever asked is gone, and by nobody
/// else.
using Answer = std::variant<Response, QFuture<Response>>;

} // namespace Sync::Http
