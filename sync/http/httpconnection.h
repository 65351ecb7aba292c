// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/filepump.h"
#include "sync/http/gate.h"
#include "sync/http/growingpump.h"
#include "sync/http/routes.h"
#include "sync/http/site.h"
#include "sync/http/upgrade.h"

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
    [[nodiscard]] Answer answerTo(const Request &request) const;
    void await(const QFuture<Response> &response, Method method, bool keepAlive);
    void respond(Response response, Method method, bool keepAlive);
    void send(const FilePart &part, bool keepAlive);
    void send(const std::shared_ptr<GrowingFile> &file, bool keepAlive);
    template <typename Pump> void follow(std::unique_ptr<Pump> &pump, bool keepAlive);
    void endResponse(bool keepAlive);
    void refuse(const Denied &denied, const RequestHead &head);
    void finish();

    const Services &m_services;
    std::unique_ptr<QTcpSocket> m_socket;
    std::unique_ptr<FilePump> m_pump; ///< while a file is on its way
    std::unique_ptr<GrowingPump> m_growingPump; ///< likewise
    std::unique_ptr<QFutureWatcher<Response>> m_awaited; ///< while an answer is being made
    QTimer m_deadline;
    bool m_openToAnyOrigin = false; ///< what was asked last
    bool m_closing = false;
};

} // namespace Sync::Http
