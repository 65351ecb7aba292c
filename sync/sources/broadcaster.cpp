// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/broadcaster.h"

#include "sync/sources/limits.h"
#include "sync/user.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace Sync::Sources {

namespace {

/// Milliseconds since 1970 times a thousand: above the numbers of all hubs that ran here before, unless one
/// told a thousand events in each millisecond of its life; and below Sync::maxId for 200 years.
quint64 firstNumber() { return quint64(QDateTime::currentMSecsSinceEpoch()) * 1000; }

} // namespace

Broadcaster::Broadcaster(std::function<std::vector<Event>(const QString &user)> snapshot)
    : m_snapshot(std::move(snapshot))
    , m_log(firstNumber(), {.events = Limits::eventsKept, .bytes = Limits::eventBytesKept})
{
    connect(&m_ping, &QTimer::timeout, this, &Broadcaster::tick);
    m_ping.start(Limits::subscriberPingEvery);
}

Broadcaster::~Broadcaster() = default;

void Broadcaster::admit(std::unique_ptr<Connection> connection, const Subscription &subscription)
{
    Connection &guest = *connection;
    const ConnectionId id = guest.id();
    const auto [entry, isNew] =
        m_subscribers.insert_or_assign(id, Subscriber{std::move(connection), subscription});
    connect(&guest, &Connection::caughtUp, this, [this, id] { catchUp(m_subscribers.at(id)); });
    // Queued: the socket that has just closed is still on the stack.
    connect(&guest, &Connection::closed, this, [this, id] { m_subscribers.erase(id); }, Qt::QueuedConnection);
    greet(entry->second);
    guest.start();
}

void Broadcaster::greet(const Subscriber &subscriber)
{
    if (subscriber.subscription.bursts)
        return;
    const auto missed =
        subscriber.subscription.since ? m_log.after(*subscriber.subscription.since) : std::nullopt;
    if (!missed)
        return sendSnapshot(subscriber);
    for (const LoggedEvent *event : *missed)
        if (isFor(subscriber, *event))
            subscriber.connection->send(Frame::text(event->json));
}

void Broadcaster::sendSnapshot(const Subscriber &subscriber)
{
    const HubTime now = HubClock::now();
    for (const Event &event : m_snapshot(subscriber.connection->caller().user))
        if (subscriber.subscription.wants(event.source))
            subscriber.connection->send(Frame::text(encode(event, m_log.newest(), now)));
}

bool Broadcaster::isFor(const Subscriber &subscriber, const LoggedEvent &event)
{
    return (event.user.isEmpty() || event.user == subscriber.connection->caller().user)
        && subscriber.subscription.wants(event.event.source);
}

void Broadcaster::tell(const Event &event, const QString &user)
{
    const LoggedEvent &logged = m_log.append(event, HubClock::now(), user);
    const Frame frame = Frame::text(logged.json);
    for (const auto &[id, subscriber] : m_subscribers)
        if (!subscriber.subscription.bursts && isFor(subscriber, logged) && subscriber.connection->keepsUp())
            subscriber.connection->send(frame);
    Burst &burst = m_bursts.try_emplace(user, Limits::burstLasts).first->second;
    const bool waits = burst.due().has_value();
    burst.add(logged);
    if (!waits)
        QTimer::singleShot(Limits::burstLasts, Qt::PreciseTimer, this, [this, user] { tellBurst(user); });
}

void Broadcaster::tellBurst(const QString &user)
{
    Burst &burst = m_bursts.at(user);
    const auto event = burst.take(HubClock::now());
    if (!event) {
        // A timer's own clock may be ahead of the hub's by a little.
        if (burst.due())
            QTimer::singleShot(1, Qt::PreciseTimer, this, [this, user] { tellBurst(user); });
        return;
    }
    const Frame frame = Frame::text(encode(asKnownSource(event->event), event->seq, event->at));
    for (const auto &[id, subscriber] : m_subscribers)
        if (subscriber.subscription.bursts && isFor(subscriber, *event) && subscriber.connection->keepsUp())
            subscriber.connection->send(frame);
}

void Broadcaster::catchUp(const Subscriber &subscriber)
{
    if (!subscriber.subscription.bursts)
        return sendSnapshot(subscriber);
    // Any event makes such a client ask for everything.
    const std::vector<Event> all = m_snapshot(subscriber.connection->caller().user);
    if (!all.empty())
        subscriber.connection->send(Frame::text(encode(asKnownSource({.source = all.front().source,
                                                                      .event = u"playback_state_changed"_s,
                                                                      .player = {},
                                                                      .data = all.front().data}),
                                                       m_log.newest(), HubClock::now())));
}

void Broadcaster::drop(qint64 token)
{
    for (const auto &[id, subscriber] : m_subscribers)
        if (subscriber.connection->caller().token == token)
            subscriber.connection->abort(u"its token was changed or revoked"_s);
}

void Broadcaster::tick()
{
    const HubTime now = HubClock::now();
    const Frame ping = Frame::ping();
    for (const auto &[id, subscriber] : m_subscribers) {
        if (now - subscriber.connection->lastHeard() >= Limits::subscriberGoneAfter)
            subscriber.connection->abort(u"nothing was heard from it"_s);
        else
            subscriber.connection->send(ping);
    }
}

} // namespace Sync::Sources
