// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace Sync {

/// One WebSocket frame, encoded once and shared by all its receivers (RFC 6455, 5.2; a server does not mask).
class Frame
{
public:
    [[nodiscard]] static Frame text(QByteArrayView payload);
    [[nodiscard]] static Frame ping();

    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    explicit Frame(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }

    QByteArray m_bytes;
};

} // namespace Sync
