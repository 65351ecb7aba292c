// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/link/hubhttp.h"

#include <functional>
#include <variant>

namespace Desktop {

/// Asks a hub's `/api/v1/` as this device, and says in words why it did not do something. Main thread.
class HubApi final : public QObject
{
    Q_OBJECT

public:
    /// A sentence about why the hub did not do it.
    struct Refusal {
        QString sentence;
        int status = 0; ///< of HTTP; zero where there was no answer
    };
    using Answer = std::variant<QJsonObject, Refusal>;
    using Then = std::function<void(const Answer &)>;

    /// @p hub: "ws://HOST:PORT/" or "wss://HOST:PORT/#sha256=...", as a link has it. @p token: what this
    /// device was let in with there; empty on its own hub.
    explicit HubApi(const QUrl &hub, const QByteArray &token = {}, QObject *parent = nullptr);

    /// From now on.
    void setHub(const QUrl &hub, const QByteArray &token) { m_http.setHub(hub, token); }
    /// Asks as that user, where the hub lets this machine say so.
    void setUser(const QString &user) { m_http.setUser(user); }

    /// @p path: as HubHttp has it. @p then is called later, and never once this is gone.
    void get(const QString &path, const Then &then);
    void send(const QByteArray &verb, const QString &path, const QJsonObject &body, const Then &then);

private:
    Sync::HubHttp m_http;
};

} // namespace Desktop
