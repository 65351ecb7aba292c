// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/analysis/analyser.h"
#include "app/library/cataloguereader.h"
#include "app/library/scanner.h"
#include "app/library/watch.h"
#include "app/network.h"
#include "app/options.h"
#include "app/ownhub.h"
#include "app/personal/chronicle.h"
#include "app/personal/stations.h"
#include "app/player/sessionplayer.h"
#include "app/unixsignals.h"
#include "sync/hubmedia.h"
#include "sync/link/link.h"

#include <QLockFile>

namespace App {

/// Thrown where a program cannot start.
struct StartError {
    Exit exit;
};

/// Everything of Segue but the window: hub, link, library and player, wired. Main thread.
class Program : public QObject
{
    Q_OBJECT

public:
    /// Throws StartError.
    explicit Program(const Options &options);
    ~Program() override;

    [[nodiscard]] Sync::Link &link() { return *m_link; }
    [[nodiscard]] Player::SessionPlayer &player() { return *m_player; }
    [[nodiscard]] Library::Scanner &scanner() { return *m_scanner; }
    [[nodiscard]] Analysis::Analyser &analyser() { return *m_analyser; }
    [[nodiscard]] const Library::CatalogueReader &catalogue() const { return *m_catalogue; }
    [[nodiscard]] QString cataloguePath() const { return m_options.cataloguePath(); }
    [[nodiscard]] const Options &options() const { return m_options; }
    [[nodiscard]] const QString &dataDirectory() const { return m_options.dataDir; }
    /// What this program remembers of itself, as opposed to what somebody has set: DIR/state.ini.
    [[nodiscard]] QString statePath() const;
    [[nodiscard]] const QString &deviceId() const { return m_deviceId; }
    /// "http://ADDR:PORT/", with TLS "https://ADDR:PORT/"; empty without an own hub.
    [[nodiscard]] QString address() const { return m_ownHub ? m_ownHub->address() : QString(); }
    /// Which hub this program has part in, its own or another: "ws://HOST:PORT/",
    /// or "wss://HOST:PORT/#sha256=...". Empty until one is found.
    [[nodiscard]] const QUrl &hub() const { return m_hub; }
    /// What it was let in with; empty where none was needed.
    [[nodiscard]] const QByteArray &token() const { return m_token; }
    [[nodiscard]] bool hasOwnHub() const { return m_ownHub != nullptr; }
    [[nodiscard]] Network &network() { return *m_network; }

    /// Lets the own hub listen there from now on, with addressChanged(). Empty, or the system's words about
    /// why that cannot be; then all is as it was.
    [[nodiscard]] QString listenAt(const QHostAddress &address);
    /// Has part in another hub, as soon as that lets it in; then the own one ends, with hubChanged().
    void join(const Sync::HubChoice &choice);
    /// Has a hub of its own again. Empty, or why that cannot be.
    [[nodiscard]] QString goHome();
    /// As which user this device plays.
    [[nodiscard]] const QString &user() const { return m_user; }
    /// This device leaves the session it is in, and joins that user's.
    void enter(const QString &user);
    /// What other devices call this one, its hub included.
    void rename(const QString &name);
    /// Where loudness is levelled, what no tag tells of it is measured.
    void setSound(const Player::SoundSettings &sound);
    /// Says leave, waits until that is stored, then ends the event loop. Within Sync::Limits::leaveWithin.
    void quit();

Q_SIGNALS:
    void noticed(const QString &sentence);
    void failed(Sync::TrackId track, const QString &sentence);
    /// Somebody else, over HTTP, has changed what this program's user makes of the music.
    void personalMusicChanged();
    /// A track has been heard; it is in the history by now.
    void heard();
    void addressChanged(const QString &address);
    /// It has part in another hub than before, or is on its way there.
    void hubChanged();

private:
    void openData();
    void chooseUser();
    void readDeviceId();
    [[nodiscard]] std::optional<Exit> startHub();
    void endHub();
    void showHub();
    void enterOwnHub();
    void moveTo(const QUrl &hub, const QByteArray &token);
    void leaveThen(const std::function<void()> &then);
    void startLink();
    void startLibrary();
    void startPlayer();
    void startAnalysis();
    void preferUpcoming();
    void tellLibrary();
    void writeDown(const Sync::SessionOwner &owner, const std::optional<Sync::PlayerState> &player);
    [[nodiscard]] Player::Media mediaOf(Sync::TrackId track) const;
    [[nodiscard]] QUrl elsewhere(Sync::TrackId track) const;
    [[nodiscard]] QString dataPath(QLatin1StringView name) const;

    const Options m_options;
    QString m_name; ///< as it is now
    QHostAddress m_listens; ///< where the own hub does; or will, when there is one again
    std::unique_ptr<QLockFile> m_lock;
    UnixSignals m_signals;
    QString m_deviceId;
    QString m_user;
    QUrl m_hub;
    QByteArray m_token;
    std::unique_ptr<OwnHub> m_ownHub;
    std::unique_ptr<Sync::HubMedia> m_hubMedia; ///< of the hub it has joined
    std::unique_ptr<Library::Scanner> m_scanner;
    std::unique_ptr<Library::Watch> m_watch;
    std::unique_ptr<Analysis::Analyser> m_analyser;
    std::unique_ptr<Library::CatalogueReader> m_catalogue;
    std::unique_ptr<Personal::Stations> m_stations;
    std::unique_ptr<Personal::Stations> m_pushedStations;
    Personal::Chronicle m_chronicle;
    std::unique_ptr<Sync::Link> m_link;
    std::unique_ptr<Network> m_network;
    std::unique_ptr<Player::SessionPlayer> m_player;
    bool m_quitting = false;
};

} // namespace App
