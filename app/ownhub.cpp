// SPDX-License-Identifier: Apache-2.0
#include "app/ownhub.h"

#include "app/personal/musicsource.h"
#include "app/web/jukebox.h"
#include "app/web/sites.h"
#include "sync/discovery/addresses.h"
#include "sync/http/media.h"
#include "sync/sources/followsource.h"
#include "sync/sources/pulsesource.h"
#include "sync/store/memorystore.h"
#include "sync/store/redis/redisstore.h"
#include "sync/store/sqlitestore.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace App {

using Sync::Discovery::localAddress;
using Sync::Discovery::ownInterfaces;
using Sync::Discovery::reachableAddresses;
using Sync::Discovery::urlOf;

namespace {

QStringList ownHosts()
{
    const QString host = QSysInfo::machineHostName().toLower();
    return {host, host + ".local"_L1};
}

Sync::Tls::Subject ownSubject()
{
    return {.names = ownHosts() << u"localhost"_s,
            .addresses = QList<QHostAddress>{QHostAddress(QHostAddress::LocalHost),
                                             QHostAddress(QHostAddress::LocalHostIPv6)}
                + reachableAddresses(ownInterfaces(), QHostAddress(QHostAddress::Any))};
}

} // namespace

OwnHub::OwnHub(const Options &options, Sync::HubIdentity identity)
    : m_options(options)
    , m_identity(std::move(identity))
{
}

OwnHub::~OwnHub() = default;

std::optional<Exit> OwnHub::listen(const QHostAddress &address)
{
    m_listensAt = address;
    auto options = serverOptions();
    auto identity = tlsIdentity();
    if (const auto *fault = std::get_if<QString>(&identity))
        return Exit{.code = ExitCode::settings, .text = *fault};
    options.tls = std::get<std::optional<Sync::Tls::Identity>>(std::move(identity));
    m_fingerprint = options.tls ? options.tls->fingerprint : QByteArray();
    m_server = std::make_unique<Sync::Server>(makeStore(), std::move(options));
    const auto listening = m_server->listen();
    if (const auto *reason = std::get_if<QString>(&listening))
        return Exit{.code = ExitCode::unavailable, .text = *reason};
    m_port = std::get<quint16>(listening);
    return std::nullopt;
}

QString OwnHub::listenAt(const QHostAddress &address)
{
    QString reason = m_server->listenAt(address);
    if (reason.isEmpty())
        m_listensAt = address;
    return reason;
}

QUrl OwnHub::url() const
{
    return urlOf("ws"_L1, localAddress(m_options.bind), m_port); // `lan` alone changes nothing here
}

QUrl OwnHub::mediaUrl(Sync::TrackId track) const
{
    QUrl url = urlOf("http"_L1, localAddress(m_options.bind), m_port);
    url.setPath(QString::fromLatin1(Sync::Http::mediaPath(track)));
    return url;
}

QString OwnHub::address() const
{
    const auto reachable = reachableAddresses(ownInterfaces(), m_listensAt);
    return urlOf(m_options.tls == TlsMode::Off ? "http"_L1 : "https"_L1,
                 reachable.value(0, localAddress(m_listensAt)), m_port)
        .toString();
}

void OwnHub::startMopidyDevices(const std::function<Player::Media(Sync::TrackId)> &mediaOf)
{
    if (!m_mopidys)
        return;
    // A track is read here, and sent to where the Mopidy is.
    const auto sent = [this, mediaOf](Sync::TrackId track, const QHostAddress &address) {
        const Player::Media media = mediaOf(track);
        return media.url.isLocalFile() || media.isTrack
            ? Player::Media(m_server->mediaUrl(track, address), std::chrono::milliseconds(0), media.length)
            : media;
    };
    m_mopidyDevices = std::make_unique<MopidyDevices>(*m_mopidys, url(), sent);
}

Sync::ServerOptions OwnHub::serverOptions()
{
    const QString catalogue = m_options.cataloguePath();
    const QString directory = m_options.dataDir;
    return {
        .address = m_listensAt,
        .port = m_options.port,
        .hosts = ownHosts(),
        .identity = m_identity,
        .makeTracks = [=] { return std::make_unique<Personal::MusicSource>(catalogue, directory); },
        .makeShared = makeShared(),
        .makeSites =
            [=, this](Sync::Hub &hub) {
                return Web::makeSites(hub, catalogue, directory, tellMusicChanged());
            },
        .makeJukebox =
            [=, this] { return std::make_shared<Web::Jukebox>(catalogue, directory, tellMusicChanged()); },
        .makeSources = [this] { return makeSources(); },
        .openTo = m_options.openTo,
        .msxLibrary = m_options.msxLibrary,
        .tokensIn = directory,
        .listener = [this](const Sync::SessionOwner &owner,
                           const auto &player) { Q_EMIT sessionChanged(owner, player); },
        .musicChanged = tellMusicChanged(),
        .tls = std::nullopt,
        .tlsOnly = m_options.tls == TlsMode::Only};
}

std::unique_ptr<Sync::Store> OwnHub::makeStore() const
{
    switch (m_options.store) {
    case StoreKind::Memory:
        return std::make_unique<Sync::MemoryStore>();
    case StoreKind::Sqlite:
        return std::make_unique<Sync::SqliteStore>(m_options.dataDir);
    }
    Q_UNREACHABLE();
}

std::function<std::unique_ptr<Sync::SharedStore>()> OwnHub::makeShared() const
{
    if (!m_options.redis)
        return {};
    return [address = *m_options.redis, hub = m_identity.id] {
        return std::make_unique<Sync::Redis::RedisStore>(address, hub);
    };
}

/// Nothing, with TLS off; or a sentence about why there is none.
std::variant<std::optional<Sync::Tls::Identity>, QString> OwnHub::tlsIdentity() const
{
    if (m_options.tls == TlsMode::Off)
        return std::nullopt;
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    auto found = m_options.certificate.isEmpty()
        ? Sync::Tls::ownIdentity(m_options.dataDir, ownSubject(), now)
        : Sync::Tls::identityIn(m_options.certificate, m_options.key, now);
    if (auto *fault = std::get_if<QString>(&found))
        return std::move(*fault);
    return std::get<Sync::Tls::Identity>(std::move(found));
}

Web::PersonalMusic::Changed OwnHub::tellMusicChanged()
{
    return [this](const QString &user) { Q_EMIT musicChanged(user); };
}

/// On the hub's thread.
std::vector<std::unique_ptr<Sync::Sources::Source>> OwnHub::makeSources()
{
    std::vector<std::unique_ptr<Sync::Sources::Source>> all;
    if (!m_options.mopidys.isEmpty()) {
        auto mopidys = std::make_unique<Sync::Sources::MopidySource>(m_options.mopidys);
        m_mopidys = mopidys.get();
        all.push_back(std::move(mopidys));
    }
    if (m_options.pulse)
        all.push_back(std::make_unique<Sync::Sources::PulseSource>(*m_options.pulse));
    if (!m_options.followed.isEmpty())
        all.push_back(std::make_unique<Sync::Sources::FollowSource>(m_options.followed));
    return all;
}

} // namespace App
