// SPDX-License-Identifier: Apache-2.0
#include "app/program.h"

#include "app/library/catalogue.h"
#include "app/personal/musicsource.h"
#include "app/player/engineoutput.h"
#include "app/player/silentoutput.h"
#include "app/web/jukebox.h"
#include "app/web/sites.h"
#include "sync/discovery/addresses.h"
#include "sync/session/upcoming.h"
#include "sync/sources/pulsesource.h"
#include "sync/store/memorystore.h"
#include "sync/store/personaldatabase.h"
#include "sync/store/sqlitestore.h"
#include "sync/store/users.h"
#include "sync/user.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QSaveFile>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace App {

using Sync::Discovery::localAddress;
using Sync::Discovery::reachableAddresses;
using Sync::Discovery::urlOf;

namespace {

Q_LOGGING_CATEGORY(appLog, "segue.app", QtInfoMsg)

[[noreturn]] void refuse(int code, const QString &sentence)
{
    throw StartError{{.code = code, .text = sentence}};
}

QStringList ownHosts()
{
    const QString host = QSysInfo::machineHostName().toLower();
    return {host, host + ".local"_L1};
}

Sync::Tls::Subject ownSubject()
{
    Sync::Tls::Subject subject{
        .names = ownHosts() << u"localhost"_s,
        .addresses = {QHostAddress(QHostAddress::LocalHost), QHostAddress(QHostAddress::LocalHostIPv6)}};
    for (const QHostAddress &address : QNetworkInterface::allAddresses())
        if (!address.isLoopback() && !address.isLinkLocal())
            subject.addresses.append(address);
    return subject;
}

} // namespace

Program::Program(const Options &options)
    : m_options(options)
    , m_name(options.name)
    , m_listens(options.listenAt())
    , m_chronicle(options.dataDir)
{
    connect(&m_signals, &UnixSignals::asked, this, &Program::quit);
    openData();
    readDeviceId();
    try {
        Library::prepareCatalogue(cataloguePath());
        const QString repaired = Sync::PersonalDatabase::repair(m_options.dataDir);
        if (!repaired.isEmpty())
            qCWarning(appLog).noquote() << repaired;
        chooseUser();
        if (const QString reason = m_options.join ? QString() : startHub(); !reason.isEmpty())
            refuse(ExitCode::unavailable, reason);
        startLibrary();
    } catch (const Sync::DatabaseError &error) {
        refuse(ExitCode::data, QString::fromUtf8(error.what()));
    }
    startLink();
    startPlayer();
    startAnalysis();
    if (m_options.join) {
        m_network->joining().join(*m_options.join);
    } else {
        m_link->setUser(m_user);
        m_link->open(m_hub);
        startMopidyDevices();
    }
    m_scanner->scan();
}

Program::~Program() = default;

QString Program::cataloguePath() const { return dataPath("catalogue.sqlite"_L1); }

QString Program::statePath() const { return dataPath("state.ini"_L1); }

void Program::quit()
{
    if (std::exchange(m_quitting, true))
        return;
    const auto position = m_player->soundingAt();
    m_link->leave(position, [] { QCoreApplication::quit(); });
}

void Program::rename(const QString &name)
{
    if (m_server)
        m_server->rename(name);
    m_name = name;
    m_network->rename(name);
    m_link->rename(name);
}

void Program::enter(const QString &user)
{
    m_user = user;
    m_stations = std::make_unique<Personal::Stations>(m_options.dataDir, m_user);
    m_link->enter(m_user, m_player->soundingAt());
}

/// One that is gone is no reason not to start, unless somebody has just asked for it.
void Program::chooseUser()
{
    m_user = Sync::defaultUser;
    if (m_options.profile.isEmpty() || m_options.join)
        return;
    const auto user = Sync::Users(m_options.dataDir).called(m_options.profile);
    if (user)
        m_user = user->id;
    else if (m_options.onCommandLine.contains(SettingName::profile))
        refuse(ExitCode::usage, u"--profile: there is no profile %1."_s.arg(m_options.profile));
    else
        qCWarning(appLog).noquote() << "There is no profile" << m_options.profile
                                    << "any more; playing as the default one.";
}

void Program::openData()
{
    if (!QDir().mkpath(m_options.dataDir))
        refuse(ExitCode::cannotCreate,
               u"The data directory %1 cannot be made. Choose another with --data-dir."_s.arg(
                   m_options.dataDir));
    m_lock = std::make_unique<QLockFile>(dataPath("lock"_L1));
    m_lock->setStaleLockTime(0);
    if (m_lock->tryLock())
        return;
    if (m_lock->error() == QLockFile::LockFailedError)
        refuse(ExitCode::unavailable,
               u"Another Segue uses the data directory %1. End it, or choose another with --data-dir."_s.arg(
                   m_options.dataDir));
    refuse(ExitCode::cannotCreate,
           u"The data directory %1 cannot be written to. Choose another with --data-dir."_s.arg(
               m_options.dataDir));
}

QString Program::startHub()
{
    auto server = std::make_unique<Sync::Server>(
        makeStore(),
        Sync::ServerOptions{
            .address = m_listens,
            .port = m_options.port,
            .hosts = ownHosts(),
            .identity = {.id = m_deviceId, .name = m_name},
            .makeTracks =
                [path = cataloguePath(), directory = m_options.dataDir] {
                    return std::make_unique<Personal::MusicSource>(path, directory);
                },
            .makeSites =
                [this](Sync::Hub &hub) {
                    return Web::makeSites(hub, cataloguePath(), m_options.dataDir, musicChanged());
                },
            .makeJukebox =
                [this] {
                    return std::make_shared<Web::Jukebox>(cataloguePath(), m_options.dataDir, musicChanged());
                },
            .makeSources = [this] { return makeSources(); },
            .openTo = m_options.openTo,
            .msxLibrary = m_options.msxLibrary,
            .tokensIn = m_options.dataDir,
            .listener =
                [this](const Sync::SessionOwner &owner, const std::optional<Sync::PlayerState> &player) {
                    QMetaObject::invokeMethod(
                        this, [this, owner, player] { writeDown(owner, player); }, Qt::QueuedConnection);
                },
            .tls = tlsIdentity(),
            .tlsOnly = m_options.tls == TlsMode::Only});
    const auto listening = server->listen();
    if (const auto *reason = std::get_if<QString>(&listening)) {
        m_mopidys = nullptr; // they go with the server
        return *reason;
    }
    m_server = std::move(server);
    const quint16 port = std::get<quint16>(listening);
    m_hub = urlOf("ws"_L1, localAddress(m_options.bind), port); // `lan` alone changes nothing here
    m_token.clear();
    setAddress(m_listens, port);
    return {};
}

void Program::endHub()
{
    m_network->hideHub();
    m_mopidyDevices.reset();
    m_mopidys = nullptr;
    m_server.reset();
    m_address.clear();
}

std::optional<Sync::Tls::Identity> Program::tlsIdentity() const
{
    if (m_options.tls == TlsMode::Off)
        return std::nullopt;
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    auto found = m_options.certificate.isEmpty()
        ? Sync::Tls::ownIdentity(m_options.dataDir, ownSubject(), now)
        : Sync::Tls::identityIn(m_options.certificate, m_options.key, now);
    if (const auto *fault = std::get_if<QString>(&found))
        refuse(ExitCode::settings, *fault);
    return std::get<Sync::Tls::Identity>(std::move(found));
}

/// Called on the HTTP thread.
Web::PersonalMusic::Changed Program::musicChanged()
{
    return [this](const QString &user) {
        QMetaObject::invokeMethod(
            this,
            [this, user] {
                if (user == m_user)
                    Q_EMIT personalMusicChanged();
            },
            Qt::QueuedConnection);
    };
}

/// On the hub's thread.
std::vector<std::unique_ptr<Sync::Sources::Source>> Program::makeSources()
{
    std::vector<std::unique_ptr<Sync::Sources::Source>> all;
    if (!m_options.mopidys.isEmpty()) {
        auto mopidys = std::make_unique<Sync::Sources::MopidySource>(m_options.mopidys);
        m_mopidys = mopidys.get();
        all.push_back(std::move(mopidys));
    }
    if (m_options.pulse)
        all.push_back(std::make_unique<Sync::Sources::PulseSource>(*m_options.pulse));
    return all;
}

void Program::startMopidyDevices()
{
    if (m_mopidys)
        m_mopidyDevices = std::make_unique<MopidyDevices>(
            *m_mopidys, m_hub,
            [this](Sync::TrackId track, const QHostAddress &address) { return mediaFor(track, address); });
}

/// Where a player at the other end of @p address, one of this machine's, finds the track.
Player::Media Program::mediaFor(Sync::TrackId track, const QHostAddress &address) const
{
    const Player::Media own = mediaOf(track);
    if (own.isEmpty() || !own.url.isLocalFile())
        return own;
    QUrl url = m_server->mediaUrl(track, address);
    const bool isPart = own.start.count() > 0 || own.length.count() > 0;
    if (isPart) // the file is sent whole, unless it is made into something else
        url.setQuery("format=mp3&"_L1 + url.query(QUrl::FullyEncoded));
    return url;
}

void Program::setAddress(const QHostAddress &address, quint16 port)
{
    m_listens = address;
    const auto reachable = reachableAddresses(Sync::Discovery::ownInterfaces(), address);
    m_address = urlOf(m_options.tls == TlsMode::Off ? "http"_L1 : "https"_L1,
                      reachable.value(0, localAddress(address)), port)
                    .toString();
    if (m_network)
        m_network->showHub(address, port);
    Q_EMIT addressChanged(m_address);
}

QString Program::listenAt(const QHostAddress &address)
{
    if (!m_server) {
        m_listens = address; // when there is an own hub again
        return {};
    }
    QString reason = m_server->listenAt(address);
    if (reason.isEmpty())
        setAddress(address, quint16(m_hub.port()));
    return reason;
}

void Program::startLink()
{
    const Sync::DeviceIdentity who{.id = m_deviceId, .name = m_name, .output = !m_options.noAudio};
    m_link = std::make_unique<Sync::Link>(who);
    m_network = std::make_unique<Network>(*m_link, who, dataPath("hub-tokens.json"_L1));
    connect(&m_network->joining(), &Sync::Joining::admitted, this, &Program::moveTo);
    if (m_server)
        m_network->showHub(m_listens, quint16(m_hub.port()));
}

void Program::join(const Sync::HubChoice &choice) { m_network->joining().join(choice); }

/// Politely, so that nobody plays to an empty room.
void Program::leaveThen(const std::function<void()> &then)
{
    // Later: it may be the link that speaks.
    m_link->leave(m_player->soundingAt(),
                  [this, then] { QMetaObject::invokeMethod(this, then, Qt::QueuedConnection); });
}

void Program::moveTo(const QUrl &hub, const QByteArray &token)
{
    const auto open = [this, hub, token] {
        endHub();
        m_hub = hub;
        m_token = token;
        m_link->setUser(m_options.profile);
        m_link->open(m_hub, m_token);
        Q_EMIT hubChanged();
    };
    if (m_server)
        leaveThen(open);
    else
        open();
}

QString Program::goHome()
{
    m_network->joining().stop();
    if (m_server)
        return {};
    const QString reason = startHub();
    if (!reason.isEmpty())
        return reason;
    tellLibrary();
    leaveThen([this] {
        m_link->setUser(m_user);
        m_link->open(m_hub);
        startMopidyDevices();
        Q_EMIT hubChanged();
    });
    return {};
}

void Program::startLibrary()
{
    m_catalogue = std::make_unique<Library::CatalogueReader>(cataloguePath());
    m_scanner = std::make_unique<Library::Scanner>(cataloguePath());
    m_scanner->setRoots(m_options.music);
    m_stations = std::make_unique<Personal::Stations>(m_options.dataDir, m_user);
    m_pushedStations = std::make_unique<Personal::Stations>(m_options.dataDir, Personal::nobodysStations);
    m_watch = std::make_unique<Library::Watch>(*m_scanner);
    connect(m_scanner.get(), &Library::Scanner::runningChanged, this, &Program::tellLibrary);
}

void Program::tellLibrary()
{
    if (m_server)
        m_server->setLibrary({.tracks = int(m_catalogue->trackIds().size()),
                              .albums = int(m_catalogue->albumIds().size()),
                              .scanning = m_scanner->isRunning()});
}

void Program::startPlayer()
{
    std::unique_ptr<Player::Output> output;
    if (m_options.noAudio)
        output = std::make_unique<Player::SilentOutput>();
    else
        output = std::make_unique<Player::EngineOutput>(m_options.engine);
    m_player = std::make_unique<Player::SessionPlayer>(
        *m_link, std::move(output), [this](Sync::TrackId track) { return mediaOf(track); });
    connect(m_player.get(), &Player::SessionPlayer::noticed, this, &Program::noticed);
    connect(m_player.get(), &Player::SessionPlayer::failed, this, &Program::failed);
    connect(m_player.get(), &Player::SessionPlayer::noticed, this, [](const QString &sentence) {
        if (!sentence.isEmpty())
            qCWarning(appLog).noquote() << sentence;
    });
}

void Program::startAnalysis()
{
    m_analyser = std::make_unique<Analysis::Analyser>(cataloguePath());
    connect(m_scanner.get(), &Library::Scanner::finished, this,
            [this, isFirst = true](const Library::ScanReport &report) mutable {
                if (std::exchange(isFirst, false) || report.added + report.updated + report.removed > 0)
                    m_analyser->catalogueChanged();
            });
    connect(m_analyser.get(), &Analysis::Analyser::measured, m_player.get(),
            &Player::SessionPlayer::lookUpNext);
    connect(m_link.get(), &Sync::Link::stateChanged, this, &Program::preferUpcoming);
    connect(m_link.get(), &Sync::Link::queueChanged, this, &Program::preferUpcoming);
    setSound(m_options.sound);
}

void Program::setSound(const Player::SoundSettings &sound)
{
    m_player->setSound(sound);
    m_analyser->setWanted(sound.gain.mode != Player::GainMode::Off && !m_options.noAudio);
}

void Program::preferUpcoming()
{
    const auto &state = m_link->state();
    if (!state || !state->player)
        return;
    const auto next = Sync::upcoming(m_link->queue(), state->player->item, state->modes);
    m_analyser->prefer(next ? QList{next->track, state->player->trackId} : QList{state->player->trackId});
}

Player::Media Program::mediaOf(Sync::TrackId track) const
{
    if (const Library::Media media = m_catalogue->mediaOf(track); !media.path.isEmpty()) {
        Player::Media found(QUrl::fromLocalFile(media.path), media.extent.start, media.extent.length);
        found.albumId = media.albumId;
        found.loudness = media.loudness;
        return found;
    }
    for (const auto *stations : {m_stations.get(), m_pushedStations.get()})
        if (const auto station = stations->station(track))
            return station->url;
    return QUrl();
}

/// The hub's sessions are told of here, whoever plays in them.
void Program::writeDown(const Sync::SessionOwner &owner, const std::optional<Sync::PlayerState> &player)
{
    const auto wall = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    try {
        if (m_chronicle.become(owner, player, Sync::HubClock::now(), wall) && owner.user == m_user)
            Q_EMIT heard();
    } catch (const Sync::DatabaseError &error) {
        qCWarning(appLog) << error.what();
    }
}

QString Program::dataPath(QLatin1StringView name) const { return u"%1/%2"_s.arg(m_options.dataDir, name); }

void Program::readDeviceId()
{
    QFile file(dataPath("device-id"_L1));
    QUuid id;
    if (file.open(QIODevice::ReadOnly))
        id = QUuid(QString::fromLatin1(file.readAll().trimmed()));
    const bool known = !id.isNull();
    if (!known)
        id = QUuid::createUuid();
    m_deviceId = id.toString(QUuid::WithoutBraces);
    if (known)
        return;
    QSaveFile fresh(file.fileName());
    if (!fresh.open(QIODevice::WriteOnly) || fresh.write(m_deviceId.toLatin1() + '\n') < 0 || !fresh.commit())
        qCWarning(appLog).noquote() << "The file" << file.fileName()
                                    << "cannot be written; this device has a new id"
                                    << "at each start.";
}

std::unique_ptr<Sync::Store> Program::makeStore() const
{
    switch (m_options.store) {
    case StoreKind::Memory:
        return std::make_unique<Sync::MemoryStore>();
    case StoreKind::Sqlite:
        return std::make_unique<Sync::SqliteStore>(m_options.dataDir);
    }
    Q_UNREACHABLE();
}

} // namespace App
