// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/role.h"

#include <QJsonArray>
#include <QTimer>
#include <QUrl>
#include <QWebSocket>

#include <functional>
#include <optional>

namespace Sync::Tv {

/// One connection of the native wire for somebody who has HTTP only: a WebSocket to our own port, whose
/// messages wait here until they are asked for. HTTP thread.
class PollRelay : public QObject
{
    Q_OBJECT

public:
    struct Heard {
        QJsonArray messages;
        std::optional<int> closed; ///< the WebSocket's close code, once there is nothing more to come
    };
    /// False where nobody is there any more to take it.
    using Receive = std::function<bool(const Heard &heard)>;

    /// @p address: of `/sync`, with the token of whom this is for.
    PollRelay(Caller caller, const QUrl &address);
    ~PollRelay() override;

    [[nodiscard]] const Caller &caller() const { return m_caller; }
    /// @p receive is called once: with what waits, or as soon as something does, or with nothing after
    /// Limits::pollWaits. Whoever still waits from before is given nothing.
    void ask(Receive receive);
    void say(const QJsonArray &messages);

Q_SIGNALS:
    /// For Limits::pollGoneAfter no request was waiting and nothing was said, or the hub has ended it and
    /// that was heard.
    void over();

private:
    void take(const QString &text);
    void answer();
    void close();

    const Caller m_caller;
    QJsonArray m_messages;
    Receive m_receive;
    bool m_closed = false;
    QTimer m_soon; ///< what has arrived is on its way
    QTimer m_wait;
    QTimer m_gone;
    QWebSocket m_socket; // last: it still speaks while it dies
};

} // namespace Sync::Tv
