// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/hub/rawclient.h"

#include <QJsonObject>

namespace Testing {

struct HttpAnswer {
    int status = 0; ///< 0: there was none
    QByteArray head;
    QByteArray body;

    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    [[nodiscard]] QJsonObject json() const;
    /// What a refusal calls itself.
    [[nodiscard]] QString code() const;
};

/// Asks a hub on this machine something over a connection of its own; @p line is "GET /path".
[[nodiscard]] HttpAnswer ask(quint16 port, const QByteArray &line, const QByteArray &headers = {},
                             const QByteArray &body = {}, Over over = Over::Plain);
/// The same, with JSON.
[[nodiscard]] HttpAnswer ask(quint16 port, const QByteArray &line, const QJsonObject &json,
                             const QByteArray &headers = {}, Over over = Over::Plain);

/// With this header a request does not count as this machine's own.
inline constexpr auto asStranger = "Via: 1.1 test\r\n";

} // namespace Testing
