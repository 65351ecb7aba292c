// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/routedsite.h"
#include "sync/sources/jukebox.h"
#include "sync/sources/sourceset.h"
#include "sync/sources/urlcheck.h"

namespace Sync::Sources {

/// The addresses of linux-audio-server (docs/events.md): sinks, streams, players and radio of all sources.
/// What is commanded is answered once it is done and can be read here. HTTP thread.
class LasSite final : public Http::RoutedSite
{
public:
    /// @p sources must outlive this; @p jukebox may be none.
    LasSite(SourceSet &sources, std::shared_ptr<Jukebox> jukebox);

    /// See UrlCheck.
    [[nodiscard]] UrlCheck &urlCheck() { return m_urlCheck; }

private:
    using Parts = QByteArrayList;
    using Reply = std::function<void(const Http::Response &)>;
    /// Runs on the hub's thread.
    using Act = std::function<void(SourceSet &sources, const QString &user, const Reply &reply)>;
    /// What to command; or the refusal.
    using Decide = std::function<std::variant<Command, Http::Response>(const Household &house,
                                                                       const Parts &parts, Fields &fields)>;
    using Show = std::function<QJsonObject(const Household &house)>;

    void addReading();
    void addPlaying();
    void addSinks();
    void addInputs();
    void addCombining();
    void addRadio();
    void addTaking();
    void addPlayers();
    void addMissing();
    void show(const QByteArray &path, const Show &what);
    void order(Http::Method method, const QByteArray &path, const Decide &decide);
    [[nodiscard]] Http::Answer onHub(const Http::Request &request, const Act &act);
    [[nodiscard]] Http::Answer assign(const Http::Request &request);
    [[nodiscard]] Http::Answer moveAll(const Http::Request &request);
    [[nodiscard]] Http::Answer takeFrom(const Http::Request &request, const QString &player);
    [[nodiscard]] Http::Answer forAll(const Http::Request &request, bool stops);
    [[nodiscard]] Http::Answer playStream(const Http::Request &request);
    [[nodiscard]] Http::Answer playUrl(const Http::Request &request);
    [[nodiscard]] Http::Answer addStream(const Http::Request &request);
    [[nodiscard]] Http::Answer removeStream(const Http::Request &request, const QString &name);
    /// Has whoever plays on @p sink, or the main player, play it.
    [[nodiscard]] Http::Answer play(const Http::Request &request, const QString &sink, const QUrl &url,
                                    const std::variant<Native::Play, QString> &ours);

    SourceSet &m_sources;
    const std::shared_ptr<Jukebox> m_jukebox;
    UrlCheck m_urlCheck;
};

} // namespace Sync::Sources
