// SPDX-License-Identifier: Apache-2.0
#include "app/program.h"

#include "app/library/catalogue.h"
#include "app/player/engineoutput.h"
#include "app/player/silentoutput.h"
#include "sync/session/upcoming.h"
#include "sync/store/personaldatabase.h"
#include "sync/store/users.h"
#include "sync/user.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QSaveFile>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace App {

namespace {

Q_LOGGING_CATEGORY(appLog, "segue.app", QtInfoMsg)

[[noreturn]] void refuse(int code, const QString &sentence)
{
    throw StartError{{.code = code, .text = sentence}};
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
        if (const auto fault = m_options.join ? std::nullopt : startHub())
            throw StartError{*fault};
        startLibrary();
    } catch (const Sync::DatabaseError &error) {
        refuse(ExitCode::data, QString::fromUtf8(error.what()));
    }
    startLink();
    startPlayer();
    startAnalysis();
    if (m_options.join)
        m_network->joining().join(*m_options.join);
    else
        enterOwnHub();
    m_scanner->scan();
}

Program::~Program() = default;

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
    if (m_ownHub)
        m_ownHub->rename(name);
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

/// Also for when it comes home from another hub. One that is gone is no reason not to start, unless somebody
/// has just asked for it.
void Program::chooseUser()
{
    m_user = Sync::defaultUser;
    if (m_options.profile.isEmpty())
        return;
    const auto user = Sync::Users(m_options.dataDir).called(m_options.profile);
    if (user)
        m_user = user->id;
    else if (m_options.join)
        return; // it may be one of that hub's alone
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

std::optional<Exit> Program::startHub()
{
    auto hub = std::make_unique<OwnHub>(m_options, Sync::HubIdentity{.id = m_deviceId, .name = m_name});
    connect(hub.get(), &OwnHub::sessionChanged, this, &Program::writeDown);
    connect(hub.get(), &OwnHub::musicChanged, this, [this](const QString &user) {
        if (user == m_user)
            Q_EMIT personalMusicChanged();
    });
    if (auto fault = hub->listen(m_listens))
        return fault;
    m_ownHub = std::move(hub);
    m_hub = m_ownHub->url();
    m_token.clear();
    showHub();
    return std::nullopt;
}

void Program::endHub()
{
    m_network->hideHub();
    m_ownHub.reset();
}

void Program::showHub()
{
    if (m_network)
        m_network->showHub(m_listens, m_ownHub->port(), m_ownHub->fingerprint());
    Q_EMIT addressChanged(address());
}

void Program::enterOwnHub()
{
    m_link->setUser(m_user);
    m_link->open(m_hub);
    m_ownHub->startMopidyDevices([this](Sync::TrackId track) {
        Player::Media media = mediaOf(track);
        if (const auto known = m_catalogue->track(track); known && !media.isEmpty())
            media.length = known->duration;
        return media;
    });
}

QString Program::listenAt(const QHostAddress &address)
{
    QString reason = m_ownHub ? m_ownHub->listenAt(address) : QString();
    if (!reason.isEmpty())
        return reason;
    m_listens = address; // or will be, when there is an own hub again
    if (m_ownHub)
        showHub();
    return {};
}

void Program::startLink()
{
    const Sync::DeviceIdentity who{.id = m_deviceId, .name = m_name, .output = !m_options.noAudio};
    m_link = std::make_unique<Sync::Link>(who);
    m_network = std::make_unique<Network>(*m_link, who, dataPath("hub-tokens.json"_L1),
                                          m_options.tls == TlsMode::Only);
    connect(&m_network->joining(), &Sync::Joining::admitted, this, &Program::moveTo);
    connect(m_link.get(), &Sync::Link::connectedChanged, this, [this] {
        if (m_hubMedia) // it may be another one of the same session
            m_hubMedia->setHub(m_link->hubUrl(), m_token);
    });
    if (m_ownHub)
        m_network->showHub(m_listens, m_ownHub->port(), m_ownHub->fingerprint());
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
        m_hubMedia = std::make_unique<Sync::HubMedia>();
        m_link->setUser(m_options.profile);
        m_link->open(m_hub, m_token);
        Q_EMIT hubChanged();
    };
    if (m_ownHub)
        leaveThen(open);
    else
        open();
}

QString Program::goHome()
{
    m_network->joining().stop();
    if (m_ownHub)
        return {};
    if (const auto fault = startHub())
        return fault->text;
    tellLibrary();
    leaveThen([this] {
        m_hubMedia.reset();
        enterOwnHub();
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
    if (!m_ownHub)
        return;
    const Library::Counts counts = m_catalogue->counts();
    m_ownHub->setLibrary(
        {.tracks = counts.tracks, .albums = counts.albums, .scanning = m_scanner->isRunning()});
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
    const auto &state = m_link->state();
    Player::Media found(elsewhere(track));
    found.isTrack = !state || !state->player || state->player->context.fromIs != "radio"_L1;
    return found;
}

/// What is not in this library may be in the hub's that it has joined, or in one with the same sessions.
QUrl Program::elsewhere(Sync::TrackId track) const
{
    if (m_hubMedia)
        return m_hubMedia->urlOf(track);
    return m_ownHub && m_ownHub->isShared() ? m_ownHub->mediaUrl(track) : QUrl();
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

} // namespace App
