// SPDX-License-Identifier: Apache-2.0
#include "sync/store/redis/connection.h"

#include "sync/limits.h"

#include <QPointer>
#include <QSocketNotifier>

#include <hiredis/async.h>
#include <hiredis/hiredis.h>

#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sync::Redis {

namespace {

constexpr std::chrono::milliseconds watchEvery = 50ms;

/// hiredis' needs of an event loop, met by Qt's. Lives as long as hiredis wants it to.
class Events : public QObject
{
public:
    explicit Events(redisAsyncContext *context)
        : m_read(context->c.fd, QSocketNotifier::Read)
        , m_write(context->c.fd, QSocketNotifier::Write)
    {
        m_read.setEnabled(false);
        m_write.setEnabled(false);
        // Nothing is touched after these calls: they may have ended everything.
        connect(&m_read, &QSocketNotifier::activated, this, [context] { redisAsyncHandleRead(context); });
        connect(&m_write, &QSocketNotifier::activated, this, [context] { redisAsyncHandleWrite(context); });
        context->ev.data = this;
        context->ev.addRead = [](void *self) { static_cast<Events *>(self)->m_read.setEnabled(true); };
        context->ev.delRead = [](void *self) { static_cast<Events *>(self)->m_read.setEnabled(false); };
        context->ev.addWrite = [](void *self) { static_cast<Events *>(self)->m_write.setEnabled(true); };
        context->ev.delWrite = [](void *self) { static_cast<Events *>(self)->m_write.setEnabled(false); };
        context->ev.cleanup = [](void *self) {
            auto *const events = static_cast<Events *>(self);
            events->m_read.setEnabled(false); // the socket is closed before this is deleted
            events->m_write.setEnabled(false);
            events->deleteLater(); // it may be one of its notifiers that is at work
        };
    }

private:
    QSocketNotifier m_read;
    QSocketNotifier m_write;
};

Reply replyFrom(const redisReply &reply)
{
    switch (reply.type) {
    case REDIS_REPLY_INTEGER:
        return {.kind = Reply::Kind::Number, .number = reply.integer};
    case REDIS_REPLY_STRING:
    case REDIS_REPLY_STATUS:
        return {.kind = Reply::Kind::Text, .text = QByteArray(reply.str, qsizetype(reply.len))};
    case REDIS_REPLY_ERROR:
        return {.kind = Reply::Kind::Error, .text = QByteArray(reply.str, qsizetype(reply.len))};
    case REDIS_REPLY_ARRAY: {
        Reply list{.kind = Reply::Kind::List};
        for (size_t i = 0; i < reply.elements; ++i)
            list.items.append(replyFrom(*reply.element[i]));
        return list;
    }
    default: // not an enumeration; what this protocol does not have is nothing
        return {};
    }
}

int send(redisAsyncContext *context, redisCallbackFn *callback, const QByteArrayList &words)
{
    std::vector<const char *> texts;
    std::vector<size_t> sizes;
    for (const QByteArray &word : words) {
        texts.push_back(word.constData());
        sizes.push_back(size_t(word.size()));
    }
    return redisAsyncCommandArgv(context, callback, nullptr, int(words.size()), texts.data(), sizes.data());
}

} // namespace

Connection::Connection(const QString &where, quint16 port)
    : m_connectingUntil(HubClock::now() + Limits::redisAnswerWithin)
{
    connect(&m_watch, &QTimer::timeout, this, &Connection::watch);
    m_watch.start(watchEvery);
    const QByteArray name = where.toUtf8();
    m_context =
        port == 0 ? redisAsyncConnectUnix(name.constData()) : redisAsyncConnect(name.constData(), port);
    if (!m_context || m_context->err != 0) {
        const QString reason = QString::fromUtf8(m_context ? m_context->errstr : "there is no memory left");
        QMetaObject::invokeMethod( // nobody listens yet
            this, [this, reason] { abandon(reason); }, Qt::QueuedConnection);
        return;
    }
    m_context->data = this;
    new Events(m_context);
    redisAsyncSetConnectCallback(m_context, [](const redisAsyncContext *context, int status) {
        auto *const self = static_cast<Connection *>(context->data);
        if (!self)
            return;
        if (status != REDIS_OK) {
            self->m_context = nullptr; // hiredis frees it right after this
            return self->finish(QString::fromUtf8(context->errstr));
        }
        self->m_isConnected = true;
        Q_EMIT self->connected();
    });
    redisAsyncSetDisconnectCallback(m_context, [](const redisAsyncContext *context, int) {
        if (auto *const self = static_cast<Connection *>(context->data)) {
            self->m_context = nullptr;
            self->finish(QString::fromUtf8(context->errstr));
        }
    });
}

Connection::~Connection()
{
    if (!m_context)
        return;
    m_context->data = nullptr;
    redisAsyncFree(m_context);
}

void Connection::command(const QByteArrayList &words, Answered answered)
{
    const auto onReply = [](redisAsyncContext *context, void *reply, void *) {
        auto *const self = static_cast<Connection *>(context->data);
        if (self && reply) // else it is ending, and finish() answers
            self->replied(static_cast<const redisReply *>(reply));
    };
    if (!m_context || send(m_context, onReply, words) != REDIS_OK)
        return answered(std::nullopt);
    m_pending.push_back(
        {.answered = std::move(answered), .due = HubClock::now() + Limits::redisAnswerWithin});
}

void Connection::subscribe(const QByteArray &channel)
{
    if (!m_context)
        return;
    const auto onWord = [](redisAsyncContext *context, void *reply, void *) {
        auto *const self = static_cast<Connection *>(context->data);
        if (self && reply)
            self->heard(static_cast<const redisReply *>(reply));
    };
    (void)send(m_context, onWord, {"SUBSCRIBE", channel}); // where it is ending lost() follows
}

void Connection::unsubscribe(const QByteArray &channel)
{
    if (m_context)
        (void)send(m_context, [](redisAsyncContext *, void *, void *) { }, {"UNSUBSCRIBE", channel});
}

void Connection::watch()
{
    const HubTime now = HubClock::now();
    if (!m_isConnected && now >= m_connectingUntil)
        abandon(u"it cannot be reached"_s);
    else if (!m_pending.empty() && now >= m_pending.front().due)
        abandon(u"it does not answer"_s);
}

void Connection::replied(const redisReply *reply)
{
    const Pending pending = std::move(m_pending.front());
    m_pending.pop_front();
    pending.answered(replyFrom(*reply)); // last: it may be the end of this
}

void Connection::heard(const redisReply *reply)
{
    const Reply word = replyFrom(*reply);
    if (word.kind == Reply::Kind::Error)
        return abandon(QString::fromUtf8(word.text));
    if (word.items.size() < 3)
        return;
    if (word.items.first().text == "subscribe")
        Q_EMIT subscribed(word.items.at(1).text);
    else if (word.items.first().text == "message")
        Q_EMIT said(word.items.at(1).text, word.items.at(2).text);
}

void Connection::abandon(const QString &reason)
{
    if (redisAsyncContext *const context = std::exchange(m_context, nullptr)) {
        context->data = nullptr;
        redisAsyncFree(context);
    }
    finish(reason);
}

void Connection::finish(const QString &reason)
{
    m_watch.stop();
    const QPointer alive(this);
    for (const Pending &pending : std::exchange(m_pending, {})) {
        pending.answered(std::nullopt);
        if (!alive)
            return;
    }
    Q_EMIT lost(reason);
}

} // namespace Sync::Redis
