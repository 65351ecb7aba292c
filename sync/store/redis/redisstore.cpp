// SPDX-License-Identifier: Apache-2.0
#include "sync/store/redis/redisstore.h"

#include "sync/limits.h"
#include "sync/logging.h"
#include "sync/store/redis/news.h"
#include "sync/store/redis/scripts.h"

#include <QDateTime>
#include <QPromise>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace Sync::Redis {

namespace {

/// A promise that lambdas can share.
template <typename T> class Outcome
{
public:
    Outcome() { m_promise->start(); }
    void be(const T &value) const
    {
        m_promise->addResult(value);
        m_promise->finish();
    }
    [[nodiscard]] QFuture<T> future() const { return m_promise->future(); }

private:
    std::shared_ptr<QPromise<T>> m_promise = std::make_shared<QPromise<T>>();
};

bool isError(const Reply &reply) { return reply.kind == Reply::Kind::Error; }

/// epoch, rev, session, queue, number of the last write of this hub
Loaded loadedFrom(const Reply &reply)
{
    if (isError(reply) || reply.items.size() != 5)
        return {.record = {}, .error = QString::fromUtf8(reply.text)};
    if (reply.items.at(0).kind == Reply::Kind::Nothing)
        return {};
    return {.record = Record{.epoch = QString::fromUtf8(reply.items.at(0).text),
                             .revision = reply.items.at(1).text.toLongLong(),
                             .session = reply.items.at(2).text,
                             .queue = reply.items.at(3).text},
            .error = {},
            .ownWrite = reply.items.at(4).text.toLongLong()};
}

QList<Kept> keptFrom(const Reply &reply, const QString &prefix)
{
    QList<Kept> kept;
    for (qsizetype i = 0; i + 1 < reply.items.size(); i += 2) {
        const QString user = QString::fromUtf8(reply.items.at(i).text);
        if (user.startsWith(prefix))
            kept.append({.user = user, .usedMs = qint64(reply.items.at(i + 1).text.toDouble())});
    }
    return kept;
}

} // namespace

RedisStore::RedisStore(const Address &address, QString hub)
    : m_hub(std::move(hub))
    , m_save(saveScript)
    , m_presence(presenceScript)
    , m_client(address, {m_save, m_presence, RedisRows::putScript()})
    , m_rows(m_client, m_hub)
    , m_writes(QDateTime::currentMSecsSinceEpoch() * 1000)
{
    connect(&m_client, &Client::said, this, &RedisStore::hear);
    connect(&m_client, &Client::lost, this, &SharedStore::reachableChanged);
    connect(&m_client, &Client::ready, this, [this] {
        tellPresence(); // first, so that nobody counts as gone who is there
        Q_EMIT reachableChanged();
        for (const QString &user : std::as_const(m_watched))
            Q_EMIT watching(user);
    });
    connect(&m_tellPresence, &QTimer::timeout, this, &RedisStore::tellPresence);
    m_tellPresence.start(Limits::hubSaysEvery);
    connect(&m_client, &Client::subscribed, this, [this](const QByteArray &channel) {
        if (const auto user = m_watched.constFind(channel); user != m_watched.cend())
            Q_EMIT watching(*user);
    });
}

QFuture<Loaded> RedisStore::load(const QString &user)
{
    const Outcome<Loaded> outcome;
    m_client.command({"HMGET", m_client.address().keyOf(user, "session"), "epoch", "rev", "session", "queue",
                      "by:" + m_hub.toUtf8()},
                     [this, outcome](const std::optional<Reply> &reply) {
                         outcome.be(reply ? loadedFrom(*reply)
                                          : Loaded{.record = {},
                                                   .error = u"Redis at %1 does not answer"_s.arg(
                                                       m_client.address().shown())});
                     });
    return outcome.future();
}

QFuture<Saved> RedisStore::save(const QString &user, const Record &record,
                                const std::optional<Version> &expected)
{
    const Outcome<Saved> outcome;
    if (!m_client.isReady()) {
        outcome.be(Saved::Failed);
        return outcome.future();
    }
    // The same version again says nothing new: only where it would go on from after a restart is another.
    const bool isNews = !expected || expected->epoch != record.epoch || expected->revision != record.revision;
    const QByteArray news =
        isNews ? serialize({.hub = m_hub, .what = Stored{.record = record}}) : QByteArray();
    const auto keptFor = std::chrono::milliseconds(m_client.address().keptFor);
    m_client.run(m_save, {m_client.address().keyOf(user, "session")},
                 {expected ? expected->epoch.toUtf8() : QByteArray(),
                  expected ? QByteArray::number(expected->revision) : QByteArray(), record.epoch.toUtf8(),
                  QByteArray::number(record.revision), record.session, record.queue.value_or(QByteArray()),
                  m_hub.toUtf8(), QByteArray::number(++m_writes), m_client.address().keyOf(user, "news"),
                  news, QByteArray::number(qint64(keptFor.count()))},
                 [this, user, outcome](const std::optional<Reply> &reply) {
                     if (!reply)
                         return outcome.be(Saved::Unclear);
                     if (isError(*reply)) {
                         complain(u"save the session of user %1"_s.arg(user), QString::fromUtf8(reply->text));
                         return outcome.be(Saved::Failed);
                     }
                     if (reply->number == 0)
                         return outcome.be(Saved::Conflict);
                     m_client.command({"ZADD", index(),
                                       QByteArray::number(QDateTime::currentMSecsSinceEpoch()),
                                       user.toUtf8()},
                                      [](const auto &) { }); // only a list of what there is
                     outcome.be(Saved::Yes);
                 });
    return outcome.future();
}

QFuture<QList<Kept>> RedisStore::kept(const QString &prefix)
{
    const Outcome<QList<Kept>> outcome;
    m_client.command({"ZRANGE", index(), "0", "-1", "WITHSCORES"},
                     [outcome, prefix](const std::optional<Reply> &reply) {
                         outcome.be(reply ? keptFrom(*reply, prefix) : QList<Kept>());
                     });
    return outcome.future();
}

void RedisStore::remove(const QString &user)
{
    m_client.command({"DEL", m_client.address().keyOf(user, "session")},
                     [](const auto &) { }); // it is swept later, where it stays
    m_client.command({"ZREM", index(), user.toUtf8()}, [](const auto &) { });
}

void RedisStore::watch(const QString &user)
{
    const QByteArray channel = m_client.address().keyOf(user, "news");
    m_watched.insert(channel, user);
    m_client.subscribe(channel);
}

void RedisStore::unwatch(const QString &user)
{
    const QByteArray channel = m_client.address().keyOf(user, "news");
    m_watched.remove(channel);
    m_client.unsubscribe(channel);
}

void RedisStore::say(const QString &user, const QByteArray &word)
{
    m_client.command({"PUBLISH", m_client.address().keyOf(user, "news"),
                      serialize({.hub = m_hub, .what = Word{.text = word}})},
                     [](const auto &) { }); // whoever comes back asks anew
}

void RedisStore::announce(const QByteArray &self)
{
    m_self = self;
    tellPresence();
}

void RedisStore::tellPresence()
{
    if (m_self.isEmpty())
        return;
    const QByteArray prefix = m_client.address().prefix.toUtf8();
    m_client.run(m_presence, {prefix + ":{hubs}:seen", prefix + ":{hubs}:words"},
                 {m_hub.toUtf8(), m_self, QByteArray::number(qint64(Limits::hubGoneAfter.count()))},
                 [this](const std::optional<Reply> &reply) {
                     if (reply && reply->kind == Reply::Kind::List)
                         takePresent(reply->items);
                 });
}

/// Of each hub its id, how many milliseconds ago it said that it is there, and its word.
void RedisStore::takePresent(const QList<Reply> &items)
{
    const HubTime now = HubClock::now();
    m_presentAt = now;
    m_seen.removeIf([now](const QHash<QString, HubTime>::iterator &hub) {
        return now - hub.value() > Limits::hubRememberedFor;
    });
    QByteArrayList others;
    for (qsizetype i = 0; i + 2 < qsizetype(items.size()); i += 3) {
        if (items.at(i).text == m_hub.toUtf8())
            continue;
        m_seen.insert(QString::fromUtf8(items.at(i).text),
                      now - std::chrono::milliseconds(items.at(i + 1).text.toLongLong()));
        others.append(items.at(i + 2).text);
    }
    std::ranges::sort(others); // Redis has them by when they were heard
    if (std::exchange(m_others, others) != others)
        Q_EMIT hubsChanged(others);
}

std::optional<HubTime> RedisStore::seen(const QString &hub) const
{
    const HubTime now = HubClock::now();
    if (now - m_presentAt > 2 * Limits::hubSaysEvery)
        return now;
    const auto found = m_seen.constFind(hub);
    return found == m_seen.cend() ? std::nullopt : std::optional(*found);
}

std::chrono::microseconds RedisStore::clockOffset() const
{
    return m_client.clockOffset().value_or(std::chrono::microseconds(0));
}

QByteArray RedisStore::index() const { return m_client.address().prefix.toUtf8() + ":sessions"; }

void RedisStore::hear(const QByteArray &channel, const QByteArray &text)
{
    if (!m_watched.contains(channel))
        return;
    const QString user = m_watched.value(channel); // whoever hears of it may stop watching
    const auto news = newsFrom(text);
    if (!news)
        return complain(u"understand what another hub says"_s, u"it may be of another version"_s);
    if (news->hub == m_hub)
        return;
    if (const auto *stored = std::get_if<Stored>(&news->what))
        Q_EMIT changed(user, stored->record);
    else
        Q_EMIT heard(user, news->hub, std::get<Word>(news->what).text);
}

/// Once, until it is something else.
void RedisStore::complain(const QString &doing, const QString &reason)
{
    if (std::exchange(m_complaint, reason) != reason)
        qCWarning(storeLog).noquote()
            << "Redis at" << m_client.address().shown() << "cannot" << doing << "-" << reason;
}

} // namespace Sync::Redis
