// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/gate.h"
#include "sync/http/pump.h"
#include "sync/http/routes.h"
#include "sync/http/site.h"
#include "sync/http/upgrade.h"
#include "sync/tls/identity.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <functional>

namespace Sync::Http {

/// What a connection needs of the hub behind it.
struct Services {
    GateRules gate;
    std::function<Health()> health;
    std::vector<std::shared_ptr<Site>> sites; ///< the first one that has an answer gives it
    /// Asked for what none of them has, with what they say; nothing where nobody else may have it.
    using AskElsewhere =
        std::function<std::optional<QFuture<Response>>(const RequestHead &, const Response &)>;
    AskElsewhere elsewhere{}; ///< may be none
    std::optional<Tls::Identity> tls; ///< shown to who speaks TLS; nothing: nobody may
    bool tlsOnly = false; ///< who does not is refused, unless it is this machine
    /// Takes over a socket whose upgrade request passed the gate and is still unread.
    std::function<void(std::unique_ptr<QTcpSocket>, const Caller &caller, const Purpose &)> upgrade;
};

/// One TCP connection until it is closed or becomes a WebSocket: one request at a time, in order. HTTP
/// thread. Deletes itself.
class HttpConnection : public QObject
{
    Q_OBJECT

public:
    HttpConnection(std::unique_ptr<QTcpSocket> socket, const Services &services, QObject *parent);
    ~HttpConnection() override;

private:
    void readOn();
    [[nodiscard]] bool readOne();
    [[nodiscard]] bool serve(const RequestHead &head);
    [[nodiscard]] bool hasWhole(const RequestHead &head);
    void upgrade(const RequestHead &head, const Caller &caller);
    void handOver(const Caller &caller, const Purpose &purpose);
    [[nodiscard]] Answer answerTo(const Request &request) const;
    void await(const QFuture<Response> &response, const std::function<void(const Response &)> &then);
    void settle(const RequestHead &head, const Response &response);
    void respond(Response response, Method method, bool keepAlive);
    [[nodiscard]] std::unique_ptr<Pump> pumpFor(const Response &response) const;
    void follow(std::unique_ptr<Pump> pump, bool keepAlive);
    void endResponse(bool keepAlive);
    void refuse(const Denied &denied, const RequestHead &head);
    void finish();

    const Services &m_services;
    std::unique_ptr<QTcpSocket> m_socket;
    const bool m_secure;
    std::unique_ptr<Pump> m_pump; ///< while something long is on its way
    std::unique_ptr<QFutureWatcher<Response>> m_awaited; ///< while an answer is being made
    QTimer m_deadline;
    bool m_openToAnyOrigin = false; ///< what was asked last
    bool m_closing = false;
};

} // namespace Sync::Http
