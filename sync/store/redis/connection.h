// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/session/hubclock.h"

#include <QByteArrayList>
#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <optional>

struct redisAsyncContext;
struct redisReply;

namespace Sync::Redis {

/// What Redis answers a command with.
struct Reply {
    enum class Kind { Nothing, Number, Text, List, Error };
    Kind kind = Kind::Nothing;
    qint64 number = 0;
    QByteArray text{}; ///< also of an error
    QList<Reply> items{};
};

/// Is given the reply; nothing where none came: nobody knows then whether the command was carried out.
using Answered = std::function<void(const std::optional<Reply> &reply)>;

/// One connection to Redis, from its beginning to its end. Every command has Limits::redisAnswerWithin; a
/// Redis that keeps silent for so long is lost.
class Connection : public QObject
{
    Q_OBJECT

public:
    /// Begins to connect to an address that is a number, or to the path of a socket where @p port is 0.
    Connection(const QString &where, quint16 port);
    /// What is still to be answered is not.
    ~Connection() override;

    void command(const QByteArrayList &words, Answered answered);
    /// From then on this connection can do nothing else. Each is confirmed by subscribed().
    void subscribe(const QByteArray &channel);
    void unsubscribe(const QByteArray &channel);

    /// Ends it: what was to be answered is, with nothing.
    void close() { abandon({}); }

Q_SIGNALS:
    void connected();
    void subscribed(const QByteArray &channel);
    void said(const QByteArray &channel, const QByteArray &text);
    /// It is over; the last signal. What was to be answered has been, with nothing.
    void lost(const QString &reason);

private:
    struct Pending {
        Answered answered;
        HubTime due;
    };

    void watch();
    void replied(const redisReply *reply);
    void heard(const redisReply *reply);
    void abandon(const QString &reason);
    void finish(const QString &reason);

    redisAsyncContext *m_context = nullptr; ///< hiredis frees it when it ends
    bool m_isConnected = false;
    std::deque<Pending> m_pending; ///< in the order in which they are answered
    HubTime m_connectingUntil;
    QTimer m_watch;
};

} // namespace Sync::Redis
