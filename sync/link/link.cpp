// SPDX-License-Identifier: Apache-2.0
#include "sync/link/link.h"

#include "sync/limits.h"
#include "sync/link/backoff.h"
#include "sync/link/otherhubs.h"
#include "sync/logging.h"
#include "sync/tls/fingerprint.h"
#include "sync/user.h"

#include <QNetworkRequest>
#include <QRandomGenerator>
#include <QSslCertificate>
#include <QSslSocket>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sync {

namespace {

bool isWish(const Native::ClientMessage &message)
{
    return !std::holds_alternative<Native::Report>(message) && !std::holds_alternative<Native::Ended>(message)
        && !std::holds_alternative<Native::ClockRequest>(message);
}

std::chrono::microseconds ownTime() { return HubClock::now().time_since_epoch(); }

} // namespace

Link::Link(DeviceIdentity identity, QObject *parent)
    : QObject(parent)
    , m_identity(std::move(identity))
    , m_active(m_identity.active)
{
    for (QTimer *timer : {&m_retry, &m_askTime, &m_silence, &m_leaveDeadline})
        timer->setSingleShot(true);
    m_silence.setInterval(Limits::goneAfter);
    connect(&m_retry, &QTimer::timeout, this, &Link::connectNow);
    connect(&m_askTime, &QTimer::timeout, this, &Link::askTime);
    connect(&m_silence, &QTimer::timeout, this, [this] { m_socket.abort(); });
    connect(&m_leaveDeadline, &QTimer::timeout, this, &Link::finishLeaving);
    connect(&m_socket, &QWebSocket::textMessageReceived, this, &Link::receive);
    connect(&m_socket, &QWebSocket::sslErrors, this, &Link::judgeCertificate);
    connect(&m_socket, &QWebSocket::disconnected, this, &Link::lost);
}

Link::~Link() { m_socket.disconnect(this); }

void Link::open(const QUrl &hub, const QByteArray &token)
{
    close();
    m_others.clear();
    if (std::exchange(m_url, hub) != hub)
        m_active = m_identity.active; // what another hub had chosen does not count here
    m_token = token;
    m_attempt = 0;
    connectNow();
}

void Link::close()
{
    m_rejoining = false; // else it would be back at once
    m_socket.abort();
    m_retry.stop();
}

void Link::rename(const QString &name)
{
    m_identity.name = name;
    if (!m_joined)
        return;
    m_rejoining = true;
    m_socket.abort();
}

void Link::enter(const QString &user, std::optional<std::chrono::milliseconds> position)
{
    leave(position, [this, user] {
        m_user = user;
        m_rejoining = m_joined;
        m_socket.abort();
    });
}

void Link::setVolume(const Native::Volume &volume)
{
    if (std::exchange(m_volume, volume) != volume && m_joined && m_identity.output)
        write(Native::SetVolume{.device = m_identity.id, .volume = volume});
}

void Link::leave(std::optional<std::chrono::milliseconds> position, std::function<void()> done)
{
    m_left = std::move(done);
    if (!m_joined)
        return finishLeaving();
    m_leaveDeadline.start(Limits::leaveWithin);
    write(Native::Leave{.connection = m_hub->connection, .position = position});
}

HubTime Link::hubNow() const
{
    const std::chrono::microseconds own = ownTime();
    const auto known = m_clock.at(own);
    return HubTime(own + (known ? known->offset : m_formerOffset));
}

std::optional<std::chrono::microseconds> Link::clockError() const
{
    const auto known = m_clock.at(ownTime());
    return known ? std::optional(known->error) : std::nullopt;
}

std::chrono::milliseconds Link::position() const
{
    return m_state && m_state->player ? positionAt(*m_state->player, hubNow()) : 0ms;
}

std::chrono::microseconds Link::timeline() const
{
    return m_state && m_state->player ? timelineAt(*m_state->player, hubNow()) : 0us;
}

void Link::send(const Native::ClientMessage &message)
{
    if (m_joined)
        return write(message);
    if (!isWish(message))
        return;
    if (m_rejoining && m_wishes.size() < Limits::messagesHeld)
        m_wishes.append(message);
    else
        Q_EMIT faulted({.command = {}, .field = {}, .reason = tr("The hub is not reachable right now.")});
}

void Link::connectNow()
{
    m_hubUrl = hubAfter(m_attempt, m_url, m_others);
    m_pin = Tls::pinIn(m_hubUrl);
    m_socket.setSslConfiguration(Tls::clientConfiguration(m_hubUrl));
    m_address = m_hubUrl;
    m_address.setPath(u"/sync"_s);
    m_address.setFragment({});
    QNetworkRequest request(m_address);
    request.setRawHeader("Sec-WebSocket-Protocol",
                         QByteArray(Native::subprotocol.data(), Native::subprotocol.size()));
    if (!m_token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_token);
    if (!m_user.isEmpty())
        request.setRawHeader("Cookie", profileCookie + ("=" + QUrl::toPercentEncoding(m_user)));
    m_silence.start();
    m_socket.open(request);
}

void Link::lost()
{
    m_silence.stop();
    m_askTime.stop();
    const bool wasJoined = std::exchange(m_joined, false);
    if (wasJoined && m_rejoining && !m_left)
        return m_retry.start(0ms);
    if (wasJoined || m_rejoining) {
        qCInfo(linkLog).noquote() << "The hub at" << m_address.toString() << "is gone; trying again.";
        giveUpRejoining();
        Q_EMIT connectedChanged();
    }
    if (m_left)
        return finishLeaving();
    if (m_socket.closeCode() == QWebSocketProtocol::CloseCodePolicyViolated)
        return sentAway();
    m_retry.start(backoff(m_attempt++, QRandomGenerator::global()->generateDouble()));
}

void Link::judgeCertificate()
{
    const QSslCertificate shown = Tls::shownTo(m_socket, m_pin);
    if (Tls::matches(m_pin, shown))
        return;
    const QString reason = Tls::distrust(m_pin, m_address.authority(), shown);
    if (std::exchange(m_distrust, reason) == reason)
        return; // said already
    qCWarning(linkLog).noquote() << reason;
    Q_EMIT faulted({.command = {}, .field = {}, .reason = reason});
}

void Link::giveUpRejoining()
{
    m_rejoining = false;
    for (const Native::ClientMessage &wish : std::exchange(m_wishes, {}))
        send(wish);
}

void Link::joined()
{
    m_rejoining = false;
    m_distrust.clear();
    qCInfo(linkLog).noquote() << "Joined the hub" << m_hub->name << "at" << m_address.toString();
    for (const Native::ClientMessage &wish : std::exchange(m_wishes, {}))
        write(wish);
    Q_EMIT connectedChanged();
}

void Link::sentAway()
{
    qCWarning(linkLog).noquote() << "The hub at" << m_address.toString()
                                 << "has closed this connection for good:" << m_socket.closeReason();
    Q_EMIT faulted(
        {.command = {},
         .field = {},
         .reason =
             tr("The hub has sent this device away (%1). Start Segue again, with a --data-dir of its own.")
                 .arg(m_socket.closeReason())});
}

void Link::receive(const QString &text)
{
    m_silence.start();
    const auto parsed = Native::parseHubMessage(text.toUtf8());
    if (const auto *refused = std::get_if<Native::Refused>(&parsed)) {
        qCWarning(linkLog).noquote() << "The hub said something this version does not know:"
                                     << refused->error.reason;
        return;
    }
    std::visit([this](const auto &message) { handle(message); }, std::get<Native::HubMessage>(parsed));
}

void Link::askTime()
{
    write(Native::ClockRequest{.sent = ownTime()});
    m_askTime.start(m_clock.askAfter());
}

void Link::finishLeaving()
{
    m_leaveDeadline.stop();
    if (const auto left = std::exchange(m_left, nullptr))
        left();
}

void Link::write(const Native::ClientMessage &message)
{
    m_socket.sendTextMessage(QString::fromUtf8(Native::serialize(message)));
}

void Link::handle(const Native::Hello &hello)
{
    m_hub = hello;
    if (std::exchange(m_isHubAlone, false))
        Q_EMIT hubAloneChanged(); // else it says so
    if (const auto known = m_clock.at(ownTime()))
        m_formerOffset = known->offset;
    m_clock.clear(); // the hub may have been restarted with its machine
    askTime(); // before joining, so that the first state finds the hub's clock known
    write(Native::Join{.device = m_identity.id,
                       .name = m_identity.name,
                       .output = m_identity.output,
                       .active = m_active,
                       .volume = m_identity.output ? m_volume : Native::Volume(),
                       .timing = m_timing,
                       .playing = m_identity.output ? m_playing() : std::nullopt});
}

void Link::handle(const Native::State &state)
{
    m_attempt = 0;
    m_state = state;
    if (!std::exchange(m_joined, true))
        joined();
    Q_EMIT stateChanged();
}

void Link::handle(const Native::QueueChange &change)
{
    // A whole queue is told as a change of an empty one; for those who show it only what differs has changed.
    QList<QueueItem> items = change.since ? m_queue : QList<QueueItem>();
    if ((change.since && change.since != m_queueRevision) || !apply(change.splice, items)) {
        qCWarning(linkLog) << "The hub's queue and this one's copy differ; asking anew.";
        return m_socket.abort();
    }
    m_queueRevision = change.revision;
    m_canUndo = change.canUndo;
    m_canRedo = change.canRedo;
    const Splice splice = change.since ? change.splice : spliceBetween(m_queue, items);
    m_queue = std::move(items);
    Q_EMIT queueChanged(splice);
}

void Link::handle(const Native::Devices &devices)
{
    m_devices = devices.devices;
    for (const Native::Device &device : m_devices)
        if (device.id == m_identity.id && device.output && device.wire == Native::Wire::Native)
            m_active = device.active;
    Q_EMIT devicesChanged();
}

void Link::handle(const Native::OtherHubs &others)
{
    m_others = waysTo(others, m_url);
    if (std::exchange(m_isHubAlone, others.alone) != others.alone)
        Q_EMIT hubAloneChanged();
}

void Link::handle(const Native::Asking &asking)
{
    m_asking = asking.requests;
    Q_EMIT askingChanged();
}

void Link::handle(const Native::ClockAnswer &answer)
{
    m_clock.add(
        {.sent = answer.sent, .received = answer.received, .answered = answer.answered, .heard = ownTime()});
}

void Link::handle(const Native::Fault &fault)
{
    qCInfo(linkLog).noquote() << "The hub refused" << fault.command << "-" << fault.reason;
    Q_EMIT faulted(fault);
}

void Link::handle(const Native::VolumeWish &wish) { Q_EMIT volumeWished(wish.volume); }

void Link::handle(const Native::Left &) { finishLeaving(); }

} // namespace Sync
