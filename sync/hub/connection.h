// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/frame.h"
#include "sync/protocol/nativemessages.h"
#include "sync/role.h"
#include "sync/session/session.h"

#include <QObject>
#include <QPointer>

class QTcpSocket;
class QWebSocket;

namespace Sync {

/// One WebSocket of either wire on the hub's thread: bytes in and out, how far it lags, when it was last
/// heard. Holds no session state.
class Connection : public QObject
{
    Q_OBJECT

public:
    /// Takes both over; @p transport is the TCP socket below @p socket. Holds what it receives until start().
    Connection(QWebSocket *socket, QTcpSocket *transport, ConnectionId id, Native::Wire wire, Caller caller,
               HubTime now);
    ~Connection() override;

    [[nodiscard]] ConnectionId id() const { return m_id; }
    [[nodiscard]] Native::Wire wire() const { return m_wire; }
    [[nodiscard]] const Caller &caller() const { return m_caller; }
    [[nodiscard]] QString peer() const;
    [[nodiscard]] HubTime since() const { return m_since; }
    /// May be told of the session: a native client has said who it is, a plain one need not.
    [[nodiscard]] bool joined() const { return m_joined || m_wire == Native::Wire::Plain; }
    void markJoined() { m_joined = true; }
    [[nodiscard]] HubTime lastHeard() const { return m_lastHeard; }
    /// It has closed, with closed() said or not.
    [[nodiscard]] bool ended() const { return m_ended; }

    /// Tells what was received and whether it has ended since, and goes on doing so.
    void start();
    void send(const Frame &frame);
    /// False while so much is still unread that only the newest state is worth sending; caughtUp() follows.
    [[nodiscard]] bool keepsUp();
    /// Ends it at once, without a closing handshake.
    void abort(const QString &reason);
    /// Ends it for good, with code 1008: its client must not come back by itself. It has no part in anything
    /// from now on.
    void close(const QString &reason);

Q_SIGNALS:
    void received(const QByteArray &message);
    void answeredPing();
    void caughtUp();
    void closed();

private:
    void hear();
    void take(const QByteArray &message);
    void watchBacklog();

    // What a broadcast asks of each of thousands, side by side: every cache line costs.
    QTcpSocket *m_transport; ///< nothing once it is no longer connected
    int m_descriptor; ///< the transport's
    const Native::Wire m_wire;
    bool m_started = false;
    bool m_joined = false;
    bool m_lagging = false;
    bool m_closing = false;
    bool m_ended = false;

    QWebSocket *const m_socket;
    const ConnectionId m_id;
    const Caller m_caller;
    QByteArrayList m_held;
    const HubTime m_since;
    HubTime m_lastHeard;
};

} // namespace Sync
