// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/mopidydevices.h"
#include "app/options.h"
#include "app/web/personalmusic.h"
#include "sync/server.h"

namespace App {

/// This program's own hub: its server with all that it shows, and the Mopidys it listens to. Main thread.
class OwnHub : public QObject
{
    Q_OBJECT

public:
    /// The databases in the options' data directory must have been prepared, and @p options must outlive it.
    OwnHub(const Options &options, Sync::HubIdentity identity);
    ~OwnHub() override;

    /// Once, before anything else. Why it cannot begin, if it cannot. Throws Sync::DatabaseError.
    [[nodiscard]] std::optional<Exit> listen(const QHostAddress &address);
    /// From now on on that address. Empty, or the system's words about why that cannot be; then all is as it
    /// was.
    [[nodiscard]] QString listenAt(const QHostAddress &address);
    /// For this machine's own programs: "ws://127.0.0.1:PORT/".
    [[nodiscard]] QUrl url() const;
    /// Where this machine's own programs find a track that is here, or at another hub that this one knows.
    [[nodiscard]] QUrl mediaUrl(Sync::TrackId track) const;
    /// Others have part in its sessions.
    [[nodiscard]] bool isShared() const { return m_options.redis.has_value(); }
    /// For people: "http://ADDR:PORT/", with TLS "https://ADDR:PORT/".
    [[nodiscard]] QString address() const;
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] const QHostAddress &listensAt() const { return m_listensAt; }
    /// SHA-256 of its certificate; empty without TLS.
    [[nodiscard]] const QByteArray &fingerprint() const { return m_fingerprint; }

    void rename(const QString &name) { m_server->rename(name); }
    void setLibrary(const Sync::Sources::LibraryFacts &library) { m_server->setLibrary(library); }
    /// The Mopidys become devices of the session; @p mediaOf tells what they play, and how long it is.
    void startMopidyDevices(const std::function<Player::Media(Sync::TrackId)> &mediaOf);

Q_SIGNALS:
    /// Somebody, over HTTP, has changed what this user makes of the music. Comes from another thread.
    void musicChanged(const QString &user);
    /// Where a session is. Comes from another thread.
    void sessionChanged(const Sync::SessionOwner &owner, const std::optional<Sync::PlayerState> &player);

private:
    [[nodiscard]] Sync::ServerOptions serverOptions();
    [[nodiscard]] std::unique_ptr<Sync::Store> makeStore() const;
    [[nodiscard]] std::function<std::unique_ptr<Sync::SharedStore>()> makeShared() const;
    [[nodiscard]] std::variant<std::optional<Sync::Tls::Identity>, QString> tlsIdentity() const;
    [[nodiscard]] Web::PersonalMusic::Changed tellMusicChanged();
    [[nodiscard]] std::vector<std::unique_ptr<Sync::Sources::Source>> makeSources();

    const Options &m_options;
    const Sync::HubIdentity m_identity;
    QHostAddress m_listensAt;
    quint16 m_port = 0;
    QByteArray m_fingerprint;
    std::unique_ptr<Sync::Server> m_server;
    Sync::Sources::MopidySource *m_mopidys = nullptr; ///< the server's
    std::unique_ptr<MopidyDevices> m_mopidyDevices; ///< end before it
};

} // namespace App
