// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/elsewhere.h"
#include "sync/http/front.h"
#include "sync/hub/hub.h"
#include "sync/randomtext.h"
#include "sync/servingthread.h"
#include "sync/sources/broadcaster.h"
#include "sync/sources/jukebox.h"
#include "sync/sources/sourceset.h"
#include "sync/store/replica.h"
#include "sync/store/tokens.h"
#include "sync/store/users.h"

#include <QStringList>
#include <QUrl>

#include <atomic>

namespace Sync {

struct ServerOptions {
    QHostAddress address = QHostAddress::LocalHost;
    quint16 port = 0; ///< 0: any that is free
    QStringList hosts; ///< names this hub answers to besides localhost and its addresses
    HubIdentity identity;
    /// Made on the thread that will use it.
    std::function<std::unique_ptr<TrackSource>()> makeTracks;
    /// Likewise: where sessions are that other hubs have part in; may be none.
    std::function<std::unique_ptr<SharedStore>()> makeShared{};
    /// What the program behind the hub shows beside sessions; on the HTTP thread; may be none. The hub
    /// outlives it.
    std::function<std::vector<std::shared_ptr<Http::Site>>(Hub &hub)> makeSites;
    /// On the HTTP thread; may be none: what can be played by a name or an address.
    std::function<std::shared_ptr<Sources::Jukebox>()> makeJukebox;
    /// Foreign players that are listened to, on the hub's thread; may be none.
    std::function<std::vector<std::unique_ptr<Sources::Source>>()> makeSources{};
    /// Who needs no token for Http::isOpenApi().
    QList<Http::Subnet> openTo;
    /// Where televisions load Media Station X's plugin library from; empty: where that has it.
    QByteArray msxLibrary{};
    /// Whose database of users and tokens lets others in; empty: nobody is.
    QString tokensIn;
    /// Told on the hub's thread where each session is; may be none.
    Hub::Listener listener;
    /// Told on the hub's thread whose music another hub has changed; may be none.
    std::function<void(const QString &user)> musicChanged{};
    std::optional<Tls::Identity> tls; ///< nothing: no TLS
    bool tlsOnly = false; ///< others on the network must speak it
    /// Asked for tokens that are not in there, on the HTTP thread; may be none.
    std::function<std::optional<Caller>(const QByteArray &token)> callerOf;
};

/// A running hub: its two threads, the one port, and their orderly end.
class Server
{
public:
    Server(std::unique_ptr<Store> store, ServerOptions options);
    /// Stores what was accepted, tells nobody anything, closes everything.
    ~Server();

    /// Where it listens; or a sentence about why it cannot.
    [[nodiscard]] std::variant<quint16, QString> listen();
    /// From now on on that address, on the same port; what is connected stays so. Why not, in the system's
    /// words, and then all is as it was; empty where it came about.
    [[nodiscard]] QString listenAt(const QHostAddress &address);
    /// Told to whoever connects from now on.
    void rename(const QString &name);
    /// What subscribers are told of the library from now on.
    void setLibrary(const Sources::LibraryFacts &library);
    /// Of any thread: where a player on this network that can send no token finds the track, if it reaches
    /// this hub at @p address.
    [[nodiscard]] QUrl mediaUrl(TrackId track, const QHostAddress &address) const;

private:
    [[nodiscard]] Http::GateRules gateRules(const std::shared_ptr<const Tokens> &tokens,
                                            const std::shared_ptr<const Users> &users) const;
    [[nodiscard]] Http::Services::AskElsewhere askElsewhere() const;
    [[nodiscard]] Http::Services services();
    [[nodiscard]] QUrl ownAddress() const;
    [[nodiscard]] std::vector<std::shared_ptr<Http::Site>> sites(const std::shared_ptr<const Tokens> &tokens,
                                                                 const std::shared_ptr<const Users> &users);
    [[nodiscard]] QJsonObject introduction() const;
    [[nodiscard]] QUrl urlOf(const QString &host) const;
    [[nodiscard]] QList<QUrl> addresses() const;
    void startSources();
    void startReplica();
    [[nodiscard]] quint16 announceHub();

    const ServerOptions m_options;
    QString m_name; ///< HTTP thread
    const QByteArray m_urlKey = randomText(32); ///< addresses that were signed before a restart are over
    const QByteArray m_hubKey = randomText(32); ///< likewise: by which other hubs read here
    const HubTime m_started = HubClock::now();
    std::unique_ptr<Store> m_store;
    std::unique_ptr<SharedStore> m_shared;
    std::unique_ptr<Replica> m_replica; ///< hub thread
    std::unique_ptr<TrackSource> m_tracks;
    std::unique_ptr<Hub> m_hub;
    std::unique_ptr<Sources::SourceSet> m_sources;
    std::unique_ptr<Sources::Broadcaster> m_broadcaster;
    std::atomic<quint16> m_port = 0;
    std::unique_ptr<Http::Elsewhere> m_elsewhere; ///< HTTP thread; none without others
    std::unique_ptr<Http::Front> m_front;
    ServingThread m_hubThread{QStringLiteral("hub")};
    ServingThread m_httpThread{QStringLiteral("http"), 5}; ///< sessions and sound go before downloads
};

} // namespace Sync
