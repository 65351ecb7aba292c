// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/front.h"
#include "sync/hub/hub.h"
#include "sync/randomtext.h"
#include "sync/store/tokens.h"

#include <QStringList>
#include <QThread>

namespace Sync {

struct ServerOptions {
    QHostAddress address = QHostAddress::LocalHost;
    quint16 port = 0; ///< 0: any that is free
    QStringList hosts; ///< names this hub answers to besides localhost and its addresses
    HubIdentity identity;
    /// Made on the thread that will use it.
    std::function<std::unique_ptr<TrackSource>()> makeTracks;
    std::function<std::shared_ptr<const Http::MediaSource>()> makeMedia; ///< on the HTTP thread; may be none
    /// Likewise: what the program behind the hub shows beside sessions.
    std::function<std::vector<std::shared_ptr<Http::Site>>()> makeSites;
    /// Whose database of tokens lets others in; empty: nobody is.
    QString tokensIn;
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

private:
    [[nodiscard]] Http::Services services();
    [[nodiscard]] std::vector<std::shared_ptr<Http::Site>> sites(const std::shared_ptr<const Tokens> &tokens);
    [[nodiscard]] QJsonObject introduction() const;
    [[nodiscard]] QList<QUrl> addresses() const;

    const ServerOptions m_options;
    QString m_name; ///< HTTP thread
    const QByteArray m_urlKey = randomText(32); ///< addresses that were signed before a restart are over
    const HubTime m_started = HubClock::now();
    std::unique_ptr<Store> m_store;
    std::unique_ptr<TrackSource> m_tracks;
    std::unique_ptr<Hub> m_hub;
    std::unique_ptr<Http::Front> m_front;
    QThread m_hubThread;
    QThread m_httpThread;
};

} // namespace Sync
