// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/personal/musicsource.h"
#include "app/personal/shelves.h"
#include "app/web/sites.h"
#include "support/hub/nativeclient.h"
#include "support/hub/rawclient.h"
#include "support/hub/television.h"
#include "support/waiting.h"
#include "sync/server.h"
#include "sync/store/memorystore.h"
#include "sync/store/personaldatabase.h"
#include "tests/unit/library/collection.h"
#include "tests/unit/library/music.h"

#include <QJsonArray>

namespace Testing {

using namespace Qt::StringLiterals;

/// The whole hub of the program on a small library, with a desktop and televisions that were let in.
class TvHouse : public QObject
{
protected:
    void prepare()
    {
        if (!Music::canBeMade())
            QSKIP("ffmpeg is not installed: no music can be made");
        for (int track = 1; track <= 3; ++track)
            makeTrack(u"%1.mp3"_s.arg(track),
                      {.title = u"Song %1"_s.arg(track),
                       .artist = u"Artist"_s,
                       .album = u"Album"_s,
                       .trackNumber = QString::number(track)});
        makeTrack(u"odd.flac"_s, {.title = u"{ico:home} | }"_s, .artist = u"A{b}"_s, .album = u"O|dd"_s});
        QVERIFY(Music::make(m_collection.music("sheet.flac"), {.frequency = 700, .seconds = 9}));
        QVERIFY(Music::write(
            m_collection.music("sheet.cue"),
            "FILE \"sheet.flac\" WAVE\n  TRACK 01 AUDIO\n    TITLE \"Dusk\"\n    INDEX 01 00:00:00\n"
            "  TRACK 02 AUDIO\n    TITLE \"Dawn\"\n    INDEX 01 00:04:00\n"));
        QCOMPARE(m_collection.scan().problems, QList<Library::Problem>());
        const Library::CatalogueReader reader(m_collection.catalogue());
        for (const auto &track : reader.tracks()) {
            m_tracks.insert(track.title, track.id);
            m_albums.insert(track.album, track.albumId);
        }
        QVERIFY(m_tracks.contains("Song 1") && m_tracks.contains("Dawn"));
    }

    void begin()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const QString folder = m_folder->path();
        m_shelf = std::make_unique<Personal::Shelf>(folder, u"1"_s);
        const QString catalogue = m_collection.catalogue();
        m_server = std::make_unique<Sync::Server>(
            std::make_unique<Sync::MemoryStore>(),
            Sync::ServerOptions{
                .identity = {.id = u"test-hub"_s, .name = u"Test"_s},
                .makeTracks = [catalogue,
                               folder] { return std::make_unique<Personal::MusicSource>(catalogue, folder); },
                .makeSites =
                    [catalogue, folder](Sync::Hub &hub) {
                        return Web::makeSites(hub, catalogue, folder, [](const QString &) { });
                    },
                .tokensIn = folder});
        const auto listening = m_server->listen();
        m_port = std::get<quint16>(listening);
        m_token = letTvIn(m_port, u"den"_s);
        QVERIFY(!m_token.isEmpty());
        m_desk = std::make_unique<NativeClient>();
        m_desk->open(m_port);
        m_desk->join(u"desk"_s, true);
        QTRY_VERIFY(m_desk->last<Sync::Native::State>());
    }

    void end()
    {
        m_tv.reset();
        m_desk.reset();
        m_server.reset();
        m_shelf.reset();
    }

    void makeTrack(const QString &name, const Music::Tags &tags) const
    {
        QVERIFY(Music::make(m_collection.music(name),
                            {.frequency = 300 + 50 * int(name.size()) + name.at(0).unicode(), .seconds = 4}));
        QVERIFY(Music::tag(m_collection.music(name), tags));
    }

    /// @p path: below the hub's address, with its query.
    [[nodiscard]] HttpAnswer get(const QByteArray &path, const QByteArray &headers = {}) const
    {
        return ask(m_port, "GET " + path + (path.contains('?') ? "&tv=" : "?tv=") + m_token,
                   asStranger + QByteArray("Origin: http://msx.benzac.de\r\n") + headers);
    }
    [[nodiscard]] QJsonArray itemsAt(const QByteArray &path) const
    {
        return get(path).json().value("items"_L1).toArray();
    }
    [[nodiscard]] static QStringList each(const QJsonArray &items, QLatin1StringView key)
    {
        QStringList values;
        for (const auto &item : items)
            values.append(item.toObject().value(key).toString());
        return values;
    }
    /// Follows an address that the hub has given, as the app would after the action's name.
    [[nodiscard]] HttpAnswer follow(const QString &address, const QByteArray &headers = {}) const
    {
        const QString base = u"http://127.0.0.1:%1"_s.arg(m_port);
        const qsizetype at = address.indexOf(base);
        if (at < 0)
            return {};
        return ask(m_port, "GET " + address.sliced(at + base.size()).toLatin1(),
                   asStranger + QByteArray("Origin: http://msx.benzac.de\r\n") + headers);
    }
    /// What `/msx/do` and `/msx/resolve` answer with.
    [[nodiscard]] static QJsonObject dataOf(const HttpAnswer &answer)
    {
        return answer.json().value("response"_L1).toObject().value("data"_L1).toObject();
    }
    [[nodiscard]] QString act(const QByteArray &query) const
    {
        return dataOf(get("/msx/do?" + query)).value("action"_L1).toString();
    }

    void playAlbum(const QString &title = u"Song 1"_s)
    {
        m_desk->say(
            Sync::Native::Play{.trackId = m_tracks.value(title),
                               .context = {.fromIs = u"album"_s, .fromIsId = m_albums.value(u"Album"_s)}});
        QTRY_VERIFY(m_desk->player() && m_desk->player()->trackId == m_tracks.value(title));
    }
    void openTv()
    {
        m_tv = std::make_unique<NativeClient>();
        m_tv->openAsTv(m_port, m_token);
        m_tv->join(u"den"_s, true);
        QTRY_VERIFY(m_desk->last<Sync::Native::Devices>()
                    && m_desk->last<Sync::Native::Devices>()->total == 2);
    }
    [[nodiscard]] QByteArray itemNow() const { return QByteArray::number(m_desk->player()->item); }
    [[nodiscard]] Sync::TrackId playing() const { return m_desk->player()->trackId; }

    Collection m_collection;
    QHash<QString, quint64> m_tracks; ///< by their titles
    QHash<QString, quint64> m_albums;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Personal::Shelf> m_shelf; ///< of the hub's owner
    std::unique_ptr<Sync::Server> m_server;
    quint16 m_port = 0;
    QByteArray m_token; ///< of the television in the den
    std::unique_ptr<NativeClient> m_desk;
    std::unique_ptr<NativeClient> m_tv; ///< its page, while that is open
};

} // namespace Testing
