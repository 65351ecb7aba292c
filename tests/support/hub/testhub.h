// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/routedsite.h"
#include "sync/server.h"

namespace Testing {

/// Tracks 1, 2 and 3 of album 7, each 200 s long; any other track is unknown.
class TestTracks final : public Sync::TrackSource
{
public:
    [[nodiscard]] std::optional<Sync::TrackInfo> track(const QString &user, Sync::TrackId id) const override;
    [[nodiscard]] QList<Sync::TrackId> tracksOf(const QString &user,
                                                const Sync::Context &context) const override;
};

/// `/media/{id}`: these tracks' files.
class TestMedia final : public Sync::Http::RoutedSite
{
public:
    explicit TestMedia(const QHash<Sync::TrackId, QString> &files);
};

/// A hub in this process on a free port of loopback. The token "of-2" names user 2, and so on.
class TestHub
{
public:
    explicit TestHub(std::unique_ptr<Sync::Store> store = nullptr, quint16 port = 0);
    /// One that has these tracks' files.
    explicit TestHub(const QHash<Sync::TrackId, QString> &files);
    /// One on all of this machine's addresses, that keeps whom it lets in in @p directory.
    [[nodiscard]] static TestHub letsIn(const QString &directory,
                                        std::unique_ptr<Sync::Store> store = nullptr, quint16 port = 0);
    /// One whose televisions load the plugin library from there.
    [[nodiscard]] static TestHub withMsxLibrary(const QByteArray &address);
    /// One that shares its sessions through the Redis at that address, where it is known by @p id, and has
    /// these tracks' files.
    [[nodiscard]] static TestHub sharing(const QString &redis, const QString &id,
                                         const QHash<Sync::TrackId, QString> &files = {},
                                         const std::optional<Sync::Tls::Identity> &tls = {});
    /// One that is asked for more than that; tracks, tokens and its name are the usual ones.
    [[nodiscard]] static TestHub with(Sync::ServerOptions options);
    /// One that also speaks TLS.
    TestHub(const Sync::Tls::Identity &identity, const QHash<Sync::TrackId, QString> &files,
            quint16 port = 0);
    /// One that does both.
    [[nodiscard]] static TestHub letsInOverTls(const QString &directory, const Sync::Tls::Identity &identity);
    /// One that speaks TLS and shows a site of the test's, made on the HTTP thread.
    [[nodiscard]] static TestHub showing(const Sync::Tls::Identity &identity,
                                         const std::function<std::shared_ptr<Sync::Http::Site>()> &makeSite);

    [[nodiscard]] quint16 port() const { return m_port; } ///< 0 where it cannot listen
    void stop() { m_server.reset(); }
    [[nodiscard]] Sync::Server &server() { return *m_server; }

private:
    TestHub(std::unique_ptr<Sync::Store> store, Sync::ServerOptions options);

    std::unique_ptr<Sync::Server> m_server;
    quint16 m_port = 0;
};

/// Writes a file that is longer than all buffers on its way to a client, and tells what is in it; nothing
/// where that cannot be.
[[nodiscard]] QByteArray writeLongFile(const QString &path);

/// What GET /api/health says; empty where there is no answer.
[[nodiscard]] QJsonObject health(quint16 port);
[[nodiscard]] int webSocketClients(quint16 port);

} // namespace Testing
