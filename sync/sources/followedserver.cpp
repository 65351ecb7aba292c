// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/followedserver.h"

#include "sync/logging.h"
#include "sync/tls/fingerprint.h"

#include <QRandomGenerator>
#include <QSslCertificate>
#include <QSslSocket>
#include <QUrlQuery>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sync::Sources {

namespace {

double jitter() { return QRandomGenerator::global()->generateDouble(); }

} // namespace

FollowedServer::FollowedServer(FollowAddress address, quint32 firstIndex, FollowWay way)
    : m_address(std::move(address))
    , m_mirror(m_address.id, m_address.name, firstIndex)
    , m_plan(HubClock::now(), way)
    , m_http(m_address.url)
{
    m_act.setSingleShot(true);
    m_act.setTimerType(Qt::PreciseTimer);
    m_ping.setInterval(Limits::followPingEvery);
    m_socket.setMaxAllowedIncomingFrameSize(Limits::sourceMessageBytes);
    m_socket.setMaxAllowedIncomingMessageSize(Limits::sourceMessageBytes);
    m_socket.setSslConfiguration(Tls::clientConfiguration(m_address.url));
    connect(&m_act, &QTimer::timeout, this, &FollowedServer::act);
    connect(&m_ping, &QTimer::timeout, this, &FollowedServer::watch);
    connect(&m_socket, &QWebSocket::connected, this, &FollowedServer::opened);
    connect(&m_socket, &QWebSocket::textMessageReceived, this, &FollowedServer::receive);
    connect(&m_socket, &QWebSocket::pong, this, [this] { m_heard = HubClock::now(); });
    connect(&m_socket, &QWebSocket::disconnected, this, &FollowedServer::ended);
    connect(&m_socket, &QWebSocket::sslErrors, this, &FollowedServer::judgeCertificate);
    m_act.start(0ms);
}

FollowedServer::~FollowedServer()
{
    m_socket.disconnect(this);
    finish(m_current, unreachable());
    finish(m_next, unreachable());
}

/// Does what the plan has for now, and comes back when there is more.
void FollowedServer::act()
{
    const HubTime now = HubClock::now();
    if (const auto at = m_plan.askAt(); at && *at <= now)
        ask();
    if (const auto at = m_plan.pushAt(); at && *at <= now)
        open();
    std::optional<HubTime> next = m_plan.askAt();
    if (const auto at = m_plan.pushAt(); at && (!next || *at < *next))
        next = at;
    if (!next)
        return m_act.stop();
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(*next - now);
    m_act.start(std::max(left, std::chrono::milliseconds(0)));
}

void FollowedServer::ask()
{
    m_plan.asking(HubClock::now());
    m_listing = {};
    m_question = 0;
    std::ranges::move(std::exchange(m_next, {}), std::back_inserter(m_current));
    if (m_isSegue)
        return askNext();
    m_http.ask({.path = "/api/health"}, [this](const auto &answer) { takeHealth(answer); });
}

void FollowedServer::takeHealth(const FollowHttp::Answer &answer)
{
    if (!answer.isGood())
        return fail(answer.reason);
    m_isSegue = Follow::isSegue(answer.json);
    askNext();
}

void FollowedServer::askNext()
{
    const auto questions = Follow::questions();
    if (m_question == questions.size())
        return takeListing();
    const Follow::Question &question = questions[m_question++];
    m_http.ask({.path = question.path},
               [this, &question](const auto &answer) { takeAnswer(question, answer); });
}

void FollowedServer::takeAnswer(const Follow::Question &question, const FollowHttp::Answer &answer)
{
    const bool isMissing = !answer.isGood() && !question.isNeeded && answer.status >= 400;
    if (!answer.isGood() && !isMissing)
        return fail(answer.reason);
    if (!isMissing)
        if (const auto fault = question.read(answer.json, HubClock::now(), m_listing))
            return fail(u"what it says at %1 makes no sense: %2: %3"_s.arg(QLatin1StringView(question.path),
                                                                           fault->field, fault->reason));
    askNext();
}

void FollowedServer::takeListing()
{
    const HubTime now = HubClock::now();
    Follow::complete(m_listing, m_isSegue.value_or(false));
    if (!m_plan.isOnline())
        qCInfo(sourceLog).noquote() << m_address.name << "is there, at"
                                    << m_address.url.toString(QUrl::RemoveFragment);
    m_whyNot.clear();
    m_plan.answered(now);
    const QList<Event> events = m_mirror.take(std::exchange(m_listing, {}));
    finish(m_current, {});
    Q_EMIT changed(events);
    act();
}

void FollowedServer::fail(const QString &reason)
{
    const HubTime now = HubClock::now();
    if (std::exchange(m_whyNot, reason) != reason)
        qCWarning(sourceLog).noquote() << unreachable();
    m_isSegue.reset(); // what comes back may be another program
    m_seq.reset();
    m_plan.failed(now, jitter());
    const QList<Event> events = m_mirror.lose(now);
    finish(m_current, unreachable());
    Q_EMIT changed(events);
    act();
}

void FollowedServer::finish(std::vector<Promise> &waiting, const QString &reason)
{
    for (const Promise &promise : std::exchange(waiting, {})) {
        promise->addResult(reason);
        promise->finish();
    }
}

QFuture<QString> FollowedServer::perform(const Command &command)
{
    if (!m_mirror.isOnline())
        return answered(unreachable());
    if (m_commands >= Limits::sourceCommandsWaiting)
        return answered(u"%1 has too much to do already."_s.arg(m_address.name));
    const auto found = requestFor(command, m_mirror, m_isSegue.value_or(false));
    if (const auto *reason = std::get_if<QString>(&found))
        return answered(*reason);
    const auto promise = std::make_shared<QPromise<QString>>();
    promise->start();
    const QFuture<QString> future = promise->future();
    ++m_commands;
    m_http.ask(std::get<FollowRequest>(found), [this, promise](const FollowHttp::Answer &answer) {
        --m_commands;
        if (!answer.isGood()) {
            promise->addResult(u"%1: %2"_s.arg(m_address.name, answer.reason));
            return promise->finish();
        }
        m_next.push_back(promise); // it is done when it can be seen here
        m_plan.hurry(HubClock::now());
        act();
    });
    return future;
}

QUrl FollowedServer::pushUrl() const
{
    QUrl url = m_address.url.adjusted(QUrl::RemoveFragment);
    url.setScheme(url.scheme() == "https"_L1 ? u"wss"_s : u"ws"_s);
    url.setPath(u"/api/events/ws"_s);
    if (!m_isSegue.value_or(false))
        return url;
    QUrlQuery query{{u"source"_s, u"segue,mopidy,pulseaudio"_s}}; // not what it follows itself
    if (m_seq)
        query.addQueryItem(u"since"_s, QString::number(*m_seq));
    url.setQuery(query);
    return url;
}

void FollowedServer::open()
{
    m_plan.opening();
    m_heard = HubClock::now();
    m_ping.start();
    m_socket.open(pushUrl());
}

void FollowedServer::opened()
{
    m_heard = HubClock::now();
    m_plan.opened(m_heard, m_seq.has_value());
    act();
}

void FollowedServer::ended()
{
    m_ping.stop();
    m_plan.ended(HubClock::now(), jitter());
    act();
}

void FollowedServer::receive(const QString &text)
{
    const HubTime now = HubClock::now();
    m_heard = now;
    if (now - m_second >= 1s) {
        m_second = now;
        m_saidInSecond = 0;
    }
    const auto pushed = Follow::pushedFrom(text.toUtf8(), m_isSegue.value_or(false), now);
    const auto *fault = std::get_if<ParseError>(&pushed);
    if (fault || ++m_saidInSecond > Limits::sourceMessagesPerSecond) {
        qCWarning(sourceLog).noquote() << "The push of" << m_address.name
                                       << "is ended:" << (fault ? fault->reason : u"it says too much"_s);
        m_seq.reset();
        return m_socket.abort();
    }
    const auto &event = std::get<Follow::Pushed>(pushed);
    if (!m_isSegue.value_or(false)) {
        m_plan.wonder(now);
        return act();
    }
    m_seq = event.seq;
    const auto [events, needsListing] = m_mirror.hear(event);
    if (needsListing)
        m_plan.wonder(now);
    Q_EMIT changed(events);
    act();
}

/// A push that is cut off without a word shows by its silence.
void FollowedServer::watch()
{
    if (HubClock::now() - m_heard >= Limits::followGoneAfter)
        return m_socket.abort();
    if (m_socket.isValid())
        m_socket.ping();
}

void FollowedServer::judgeCertificate() { (void)Tls::shownTo(m_socket, Tls::pinIn(m_address.url)); }

QString FollowedServer::unreachable() const
{
    const QString server = u"%1 at %2"_s.arg(m_address.name, m_address.url.toString(QUrl::RemoveFragment));
    return m_whyNot.isEmpty() ? u"%1 is not reachable right now."_s.arg(server)
                              : u"%1 cannot be followed right now: %2."_s.arg(server, m_whyNot);
}

} // namespace Sync::Sources
