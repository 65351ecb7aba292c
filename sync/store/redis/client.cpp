// SPDX-License-Identifier: Apache-2.0
#include "sync/store/redis/client.h"

#include "sync/limits.h"
#include "sync/link/backoff.h"
#include "sync/logging.h"
#include "sync/randomtext.h"

#include <QCryptographicHash>
#include <QHostAddress>
#include <QPointer>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace Sync::Redis {

namespace {

QString refusedIn(const std::optional<Reply> &reply)
{
    return reply && reply->kind == Reply::Kind::Error ? QString::fromUtf8(reply->text) : QString();
}

} // namespace

Script::Script(const QByteArray &words)
    : text(words)
    , sha(QCryptographicHash::hash(words, QCryptographicHash::Sha1).toHex())
{
}

Client::Client(Address address, QList<Script> scripts)
    : m_address(std::move(address))
    , m_scripts(std::move(scripts))
    , m_beatChannel(m_address.prefix.toUtf8() + ":beat:" + randomText(16))
{
    m_channels.insert(m_beatChannel);
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &Client::connectNow);
    connect(&m_beat, &QTimer::timeout, this, &Client::beat);
    m_retry.start(0); // so that whoever made this hears how it goes
}

Client::~Client()
{
    if (m_lookUp >= 0)
        QHostInfo::abortHostLookup(m_lookUp);
}

void Client::command(const QByteArrayList &words, Answered answered)
{
    if (m_isReady)
        m_orders->command(words, std::move(answered));
    else
        answered(std::nullopt);
}

void Client::run(const Script &script, const QByteArrayList &keys, const QByteArrayList &arguments,
                 Answered answered)
{
    const QByteArrayList rest = QByteArrayList{QByteArray::number(keys.size())} + keys + arguments;
    command(QByteArrayList{"EVALSHA", script.sha} + rest,
            [this, script, rest, answered = std::move(answered)](const std::optional<Reply> &reply) {
                if (refusedIn(reply).startsWith("NOSCRIPT"_L1)) // somebody has had Redis forget it
                    command(QByteArrayList{"EVAL", script.text} + rest, answered);
                else
                    answered(reply);
            });
}

void Client::subscribe(const QByteArray &channel)
{
    if (m_channels.contains(channel))
        return;
    m_channels.insert(channel);
    if (m_listens)
        m_listener->subscribe(channel);
}

void Client::unsubscribe(const QByteArray &channel)
{
    if (m_channels.remove(channel) && m_listens)
        m_listener->unsubscribe(channel);
}

void Client::connectNow()
{
    if (!m_address.socket.isEmpty())
        return begin(m_address.socket, 0);
    if (!QHostAddress(m_address.host).isNull())
        return begin(m_address.host, m_address.port);
    m_lookUp = QHostInfo::lookupHost(m_address.host, this, &Client::resolved); // hiredis would wait for it
}

void Client::resolved(const QHostInfo &found)
{
    m_lookUp = -1;
    if (found.addresses().isEmpty())
        return drop(u"its name is not known: %1"_s.arg(found.errorString()));
    begin(found.addresses().first().toString(), m_address.port);
}

void Client::begin(const QString &where, quint16 port)
{
    m_where = where;
    m_port = port;
    m_clock.clear();
    m_listener = std::make_unique<Connection>(where, port);
    connect(m_listener.get(), &Connection::lost, this, &Client::drop);
    connect(m_listener.get(), &Connection::subscribed, this, &Client::channelHeard);
    connect(m_listener.get(), &Connection::said, this, &Client::hear);
    connect(m_listener.get(), &Connection::connected, this,
            [this] { greet(*m_listener, [this] { listen(); }); });
}

/// Lets itself in, and calls @p done once Redis has answered.
void Client::greet(Connection &connection, std::function<void()> done)
{
    const auto orDrop = [this](const std::optional<Reply> &reply) {
        if (const QString refusal = refusedIn(reply); !refusal.isEmpty())
            drop(refusal);
    };
    QByteArrayList letIn{"AUTH"};
    if (!m_address.user.isEmpty())
        letIn.append(m_address.user.toUtf8());
    letIn.append(m_address.password.toUtf8());
    const QPointer alive(&connection);
    if (!m_address.user.isEmpty() || !m_address.password.isEmpty())
        connection.command(letIn, orDrop);
    if (alive && m_address.database != 0)
        connection.command({"SELECT", QByteArray::number(m_address.database)}, orDrop);
    if (alive)
        connection.command({"PING"}, [orDrop, done = std::move(done)](const std::optional<Reply> &reply) {
            orDrop(reply);
            if (reply && refusedIn(reply).isEmpty())
                done();
        });
}

/// First: what is said from now on must not be missed by who reads what was said before.
void Client::listen()
{
    m_listens = true;
    m_unheard = m_channels;
    for (const QByteArray &channel : std::as_const(m_channels))
        m_listener->subscribe(channel);
}

void Client::channelHeard(const QByteArray &channel)
{
    if (m_isReady)
        Q_EMIT subscribed(channel);
    else if (m_unheard.remove(channel) && m_unheard.isEmpty())
        order();
}

void Client::order()
{
    m_orders = std::make_unique<Connection>(m_where, m_port);
    connect(m_orders.get(), &Connection::lost, this, &Client::drop);
    connect(m_orders.get(), &Connection::connected, this,
            [this] { greet(*m_orders, [this] { prepare(); }); });
}

void Client::prepare()
{
    for (const Script &script : m_scripts)
        m_orders->command({"SCRIPT", "LOAD", script.text}, [](const auto &) { }); // run() helps itself
    beat();
    // Its answer is the last of those that are under way.
    m_orders->command({"PING"}, [this](const std::optional<Reply> &reply) {
        if (!reply)
            return;
        m_isReady = true;
        m_attempt = 0;
        m_heardAt = HubClock::now();
        m_beat.start(Limits::redisBeatEvery);
        if (!std::exchange(m_complaint, QString()).isEmpty())
            qCInfo(storeLog).noquote() << "Redis at" << m_address.shown() << "is there again.";
        Q_EMIT ready();
    });
}

std::optional<std::chrono::microseconds> Client::clockOffset() const
{
    const auto known = m_clock.at(HubClock::now().time_since_epoch());
    return known ? std::optional(known->offset) : std::nullopt;
}

/// Says something to itself, and asks what time it is.
void Client::beat()
{
    if (m_isReady && HubClock::now() - m_heardAt > Limits::redisSilentFor)
        return drop(u"nothing is heard from it any more"_s);
    const std::chrono::microseconds sent = HubClock::now().time_since_epoch();
    m_orders->command({"TIME"}, [this, sent](const std::optional<Reply> &reply) {
        if (!reply || reply->items.size() != 2)
            return;
        const HubTime theirs(std::chrono::seconds(reply->items.at(0).text.toLongLong())
                             + std::chrono::microseconds(reply->items.at(1).text.toLongLong()));
        m_clock.add({.sent = sent,
                     .received = theirs,
                     .answered = theirs,
                     .heard = HubClock::now().time_since_epoch()});
    });
    if (m_orders) // TIME may have found it gone
        m_orders->command({"PUBLISH", m_beatChannel, {}}, [](const auto &) { });
}

void Client::hear(const QByteArray &channel, const QByteArray &text)
{
    m_heardAt = HubClock::now();
    if (channel != m_beatChannel)
        Q_EMIT said(channel, text);
}

void Client::drop(const QString &reason)
{
    if (std::exchange(m_complaint, reason) != reason)
        qCWarning(storeLog).noquote() << "Redis at" << m_address.shown() << "cannot be used:" << reason
                                      << "- this hub goes on alone and tries again.";
    m_beat.stop();
    m_listens = false;
    const bool wasReady = std::exchange(m_isReady, false);
    for (Connection *connection : {m_listener.release(), m_orders.release()})
        if (connection) {
            connection->disconnect(this);
            connection->close(); // whoever waits for an answer hears that there is none
            connection->deleteLater(); // it may be the one that says so
        }
    m_retry.start(backoff(m_attempt++, QRandomGenerator::global()->generateDouble(), Limits::redisAgainFirst,
                          Limits::redisAgainLast));
    if (wasReady)
        Q_EMIT lost();
}

} // namespace Sync::Redis
