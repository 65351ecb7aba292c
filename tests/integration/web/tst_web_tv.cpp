// SPDX-License-Identifier: Apache-2.0
#include "tvhouse.h"

using namespace Qt::StringLiterals;
using namespace Sync;
using namespace Testing;

/// What a television shows and what its buttons do, with the program's own hub.
class tst_WebTv : public TvHouse
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { prepare(); }
    void init() { begin(); }
    void cleanup() { end(); }

    void everyPageCanBeLeft_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const char *name :
             {"albums", "artists", "playlists", "favourites", "tracks", "radio", "recent", "search", "queue",
              "search.json?q=nothing+like+this", "albums.json?offset=1000"})
            QTest::addRow("%s", name)
                << "/msx/" + QByteArray(name) + (QByteArray(name).contains('?') ? "" : ".json");
    }
    void everyPageCanBeLeft()
    {
        QFETCH(QByteArray, path);
        const HttpAnswer answer = get(path);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("Access-Control-Allow-Origin"), QByteArray("*"));
        QCOMPARE(answer.header("Content-Type"), QByteArray("application/json"));
        const QJsonArray items = answer.json().value("items"_L1).toArray();
        QVERIFY(!items.isEmpty());
        QVERIFY(!items.first().toObject().value("action"_L1).toString().isEmpty());
    }

    void theMenu()
    {
        const QJsonArray menu = get("/msx/menu.json").json().value("menu"_L1).toArray();
        QCOMPARE(menu.size(), 9);
        for (const QString &data : each(menu, "data"_L1)) {
            const QString address = data.section(u'|', 0, 0);
            QVERIFY2(address.contains(u"http://127.0.0.1:%1/msx/"_s.arg(m_port)), qPrintable(data));
            QVERIFY2(address.contains("tv="_L1 + QString::fromLatin1(m_token)), qPrintable(data));
            if (!data.startsWith("request:"_L1))
                QCOMPARE(follow(data).status, 200);
        }
        // The app's keyboard, in one step.
        const QString search = menu.last().toObject().value("data"_L1).toString();
        QVERIFY2(search.startsWith("request:interaction:http://"_L1)
                     && search.contains("q={INPUT}|search:3|"_L1) && search.contains("/input.html"_L1),
                 qPrintable(search));
    }

    void whoWasNotLetInIsTold()
    {
        for (const char *path :
             {"/msx/menu.json", "/msx/albums.json", "/msx/queue.json?tv=wrong", "/msx/albums/1.json"}) {
            const HttpAnswer answer = askAsTv(m_port, QByteArray("GET ") + path, {});
            QCOMPARE(answer.status, 200);
            QVERIFY2(answer.body.contains("/msx/pair?device={ID}"), path);
            QVERIFY(!answer.body.contains("Song"));
        }
        QCOMPARE(askAsTv(m_port, "GET /stream/den?track=1", {}).status, 401);
        const QJsonObject refusal =
            askAsTv(m_port, "GET /msx/do?what=next", {}).json().value("response"_L1).toObject();
        QCOMPARE(refusal.value("status"_L1).toInt(), 401);
        QCOMPARE(askAsTv(m_port, "GET /art/1?tv=wrong", {}).status, 401);
    }

    /// Titles from tags cannot become icons, colours or actions (docs/tv.md, 12).
    void titlesAreEscaped()
    {
        const HttpAnswer tracks = get("/msx/tracks.json");
        QVERIFY(
            each(tracks.json().value("items"_L1).toArray(), "label"_L1).contains(u"(ico:home) \u00a6 )"_s));
        QVERIFY(!tracks.body.contains("{ico:home}"));
        QVERIFY(each(itemsAt("/msx/albums.json"), "title"_L1).contains(u"O\u00a6dd"_s));
    }

    void pages()
    {
        const QJsonArray first = itemsAt("/msx/tracks.json?limit=2");
        QCOMPARE(first.size(), 3);
        const QString more = first.last().toObject().value("action"_L1).toString();
        QVERIFY2(more.startsWith("content:http://"_L1) && more.contains("offset=2&limit=2"_L1),
                 qPrintable(more));
        const QJsonArray second = follow(more).json().value("items"_L1).toArray();
        QVERIFY(second.first() != first.first());
        QCOMPARE(get("/msx/tracks.json?limit=0").status, 400);
        QCOMPARE(get("/msx/tracks.json?limit=100000").status, 400);
        QCOMPARE(get("/msx/tracks.json?offset=x").status, 400);
        QCOMPARE(get("/msx/tracks.json?device_id=x").status, 400);
        QCOMPARE(get("/msx/tracks.json?v=0.1.165&t=1").status, 200); // the app adds them
        QCOMPARE(get("/msx/tracks.json", "Content-Length: 0\r\n").status, 200);
    }

    void fromAnAlbumToItsTracks()
    {
        for (const auto &album : itemsAt("/msx/albums.json"))
            if (album.toObject().value("title"_L1) == "Album"_L1) {
                const HttpAnswer page = follow(album.toObject().value("action"_L1).toString());
                QCOMPARE(each(page.json().value("items"_L1).toArray(), "label"_L1),
                         QStringList({u"Song 1"_s, u"Song 2"_s, u"Song 3"_s}));
                return;
            }
        QFAIL("the album is not there");
    }

    void fromAnArtistToEverything()
    {
        const QJsonArray artists = itemsAt("/msx/artists.json");
        const qsizetype at = each(artists, "title"_L1).indexOf(u"Artist"_s);
        QVERIFY(at >= 0);
        const QJsonArray items = follow(artists.at(at).toObject().value("action"_L1).toString())
                                     .json()
                                     .value("items"_L1)
                                     .toArray();
        QCOMPARE(items.size(), 2);
        QVERIFY(items.at(0).toObject().value("action"_L1).toString().contains("from=artist"_L1));
        QCOMPARE(items.at(1).toObject().value("title"_L1).toString(), u"Album"_s);
        const HttpAnswer none = get("/msx/artists/12345.json");
        QCOMPARE(none.json().value("response"_L1).toObject().value("status"_L1).toInt(), 404);
    }

    void whatSomebodyMakesOfIt()
    {
        const TrackId track = m_tracks.value(u"Song 2"_s);
        (void)m_shelf->favourites.add(track, Library::wallTime());
        m_shelf->history.add({.trackId = track,
                              .started = Library::wallTime(),
                              .played = std::chrono::seconds(4),
                              .completed = true});
        (void)m_shelf->stations.add({Personal::makeStation(u"News"_s, QUrl(u"http://radio.example/live"_s))});
        (void)m_shelf->playlists.create(u"Mine"_s, {{.trackId = track, .title = u"Song 2"_s}},
                                        Library::wallTime());
        QCOMPARE(each(itemsAt("/msx/favourites.json"), "label"_L1), QStringList(u"Song 2"_s));
        QCOMPARE(each(itemsAt("/msx/recent.json"), "label"_L1), QStringList(u"Song 2"_s));
        QCOMPARE(each(itemsAt("/msx/radio.json"), "label"_L1), QStringList(u"News"_s));
        const QJsonArray playlists = itemsAt("/msx/playlists.json");
        QCOMPARE(each(playlists, "title"_L1), QStringList(u"Mine"_s));
        const HttpAnswer page = follow(playlists.first().toObject().value("action"_L1).toString());
        QCOMPARE(each(page.json().value("items"_L1).toArray(), "label"_L1), QStringList(u"Song 2"_s));
    }

    void search()
    {
        const QJsonArray items = itemsAt("/msx/search.json?q=song%202");
        QVERIFY(each(items, "label"_L1).contains(u"Song 2"_s));
        const QStringList kinds = each(itemsAt("/msx/search.json?q=Artist"), "extensionLabel"_L1);
        QVERIFY(kinds.contains(u"Artist"_s) && kinds.contains(u"Album · Artist"_s));
    }

    /// Two of the same in a row: each is itself (docs/tv.md, 8).
    void theQueue()
    {
        const TrackId track = m_tracks.value(u"Song 1"_s);
        m_desk->say(Native::Play{.trackId = track,
                                 .context = {.fromIs = u"search"_s},
                                 .tracks = QList<TrackId>{track, track, m_tracks.value(u"Song 2"_s)}});
        QTRY_VERIFY(m_desk->player());
        const HttpAnswer page = get("/msx/queue.json");
        const QJsonArray items = page.json().value("items"_L1).toArray();
        QCOMPARE(each(items, "label"_L1), QStringList({u"Song 1"_s, u"Song 1"_s, u"Song 2"_s}));
        const QStringList ids = each(items, "id"_L1);
        QVERIFY(ids.at(0) != ids.at(1));
        QCOMPARE(page.json().value("action"_L1).toString(),
                 "player:goto:"_L1 + QString::fromLatin1(itemNow()));
        QCOMPARE(ids.at(0).toLatin1(), itemNow());
    }

    /// Another queue was played since it was asked for: it begins with what plays now, not with what is first.
    void aQueueWithoutWhatWasChosen()
    {
        playAlbum();
        const QByteArray chosen = itemNow();
        playAlbum();
        QTRY_VERIFY(itemNow() != chosen);
        m_desk->say(Native::Next{});
        QTRY_COMPARE(playing(), m_tracks.value(u"Song 2"_s));
        QCOMPARE(get("/msx/queue.json?item=" + chosen).json().value("action"_L1).toString(),
                 "player:goto:"_L1 + QString::fromLatin1(itemNow()));
    }

    /// Taken over in the middle of a song.
    void itGoesOnMidSong()
    {
        playAlbum();
        m_desk->say(Native::Seek{.position = std::chrono::milliseconds(2500)});
        m_desk->say(Native::Pause{});
        QTRY_COMPARE(m_desk->pausedBy(), PausedBy::User);
        const QJsonArray items = itemsAt("/msx/queue.json");
        const QJsonObject properties = items.first().toObject().value("properties"_L1).toObject();
        QVERIFY(QStringList({u"2"_s, u"3"_s}).contains(properties.value("resume:position"_L1).toString()));
        QVERIFY(!items.last().toObject().value("properties"_L1).toObject().contains("resume:position"_L1));
    }

    /// A television with its page open hears of all that changes: it is told nothing twice.
    void buttonsOfATvThatIsHere()
    {
        playAlbum();
        openTv();
        QCOMPARE(act("what=next&item=" + itemNow()), QString());
        QTRY_COMPARE(playing(), m_tracks.value(u"Song 2"_s));
        QCOMPARE(act("what=pause"), QString());
        QTRY_COMPARE(m_desk->pausedBy(), PausedBy::User);
        QCOMPARE(act("what=play"), QString());
        QTRY_COMPARE(m_desk->pausedBy(), PausedBy::Nobody);
        QCOMPARE(
            act("what=ended&item=" + itemNow() + "&play=" + QByteArray::number(m_desk->player()->playId)),
            QString());
        QTRY_COMPARE(playing(), m_tracks.value(u"Song 3"_s));
        QTRY_COMPARE(m_tv->player()->trackId, m_tracks.value(u"Song 3"_s));
    }

    /// What is chosen in front of a television is heard there.
    void choosingMusicMovesTheSound()
    {
        playAlbum();
        openTv();
        m_desk->say(Native::ChooseOutputs{.devices = {u"desk"_s}});
        QTRY_COMPARE(activeDevices(), QStringList(u"desk"_s));
        const QJsonObject row =
            itemsAt("/msx/albums/" + QByteArray::number(m_albums.value(u"Album"_s)) + ".json")
                .at(2)
                .toObject();
        QVERIFY(dataOf(follow(row.value("action"_L1).toString())).value("action"_L1).isUndefined());
        QTRY_COMPARE(playing(), m_tracks.value(u"Song 3"_s));
        QTRY_COMPARE(activeDevices(), QStringList(u"den"_s));
    }

    /// A late word of an older playing changes nothing (issues 5 and 9).
    void lateWordsAreDropped()
    {
        playAlbum();
        openTv();
        const QByteArray item = itemNow();
        const QByteArray play = QByteArray::number(m_desk->player()->playId);
        (void)act("what=ended&item=" + item + "&play=" + play);
        QTRY_COMPARE(playing(), m_tracks.value(u"Song 2"_s));
        const qint64 revision = m_desk->revision();
        for (const QByteArray &late :
             {"what=ended&item=" + item, "what=ended&play=" + play, "what=next&item=" + item,
              "what=pause&item=" + item, "what=ended&item=" + itemNow() + "&play=" + play})
            (void)act(late);
        m_desk->say(Native::ClockRequest{});
        QTRY_VERIFY(m_desk->last<Native::ClockAnswer>());
        QCOMPARE(m_desk->revision(), revision);
    }

    /// One track again and again: the end of one playing is not that of the next (issues 2 and 5).
    void anEndNamesItsPlaying()
    {
        playAlbum(u"Song 2"_s);
        openTv();
        m_desk->say(Native::SetModes{.repeat = Repeat::One});
        QTRY_COMPARE(m_desk->last<Native::State>()->modes.repeat, Repeat::One);
        const QJsonObject resolved = dataOf(get("/msx/resolve?platform=tizen&item=" + itemNow()));
        const QString trigger =
            resolved.value("properties"_L1).toObject().value("trigger:complete"_L1).toString();
        QVERIFY2(trigger.startsWith("execute:service:fetch:http://"_L1)
                     && trigger.endsWith("&play="_L1 + QString::number(m_desk->player()->playId)),
                 qPrintable(trigger));
        const qint64 before = m_desk->revision();
        (void)follow(trigger);
        QTRY_VERIFY(m_desk->revision() > before);
        const qint64 again = m_desk->revision();
        (void)follow(trigger); // late
        m_desk->say(Native::ClockRequest{});
        QTRY_VERIFY(m_desk->last<Native::ClockAnswer>());
        QCOMPARE(m_desk->revision(), again);
    }

    /// Repeat one, and the end of the queue (docs/tv.md, 2).
    void endsAreTheHubsToKnow()
    {
        playAlbum(u"Song 3"_s);
        openTv();
        m_desk->say(Native::SetModes{.repeat = Repeat::One});
        QTRY_COMPARE(m_desk->last<Native::State>()->modes.repeat, Repeat::One);
        const qint64 before = m_desk->revision();
        (void)act("what=ended&item=" + itemNow());
        QTRY_VERIFY(m_desk->revision() > before);
        QCOMPARE(playing(), m_tracks.value(u"Song 3"_s));
        QCOMPARE(m_desk->pausedBy(), PausedBy::Nobody);
        m_desk->say(Native::SetModes{.repeat = Repeat::Off});
        QTRY_COMPARE(m_desk->last<Native::State>()->modes.repeat, Repeat::Off);
        (void)act("what=ended&item=" + itemNow());
        QTRY_COMPARE(m_desk->pausedBy(), PausedBy::User);
        QCOMPARE(m_desk->player()->position.count(), 0);
    }

    /// With no script at all: what its triggers ask is answered with what to do.
    void aTvWithoutAScript()
    {
        playAlbum();
        const QJsonArray items = itemsAt("/msx/queue.json");
        const auto end = [&](int index) {
            const QString trigger = items.at(index)
                                        .toObject()
                                        .value("properties"_L1)
                                        .toObject()
                                        .value("trigger:complete"_L1)
                                        .toString();
            return dataOf(follow(trigger)).value("action"_L1).toString();
        };
        const QStringList ids = each(items, "id"_L1);
        QCOMPARE(end(0), "player:goto:"_L1 + ids.at(1));
        QTRY_COMPARE(playing(), m_tracks.value(u"Song 2"_s)); // the session goes along
        QCOMPARE(end(0), "player:goto:"_L1 + ids.at(1)); // said twice, it is the same
        QCOMPARE(playing(), m_tracks.value(u"Song 2"_s));
        QCOMPARE(end(1), "player:goto:"_L1 + ids.at(2));
        QCOMPARE(end(2), u"player:stop"_s);
        QTRY_COMPARE(m_desk->pausedBy(), PausedBy::User);
        QCOMPARE(end(1), "player:goto:"_L1 + ids.at(2)); // also where nothing plays elsewhere
        m_desk->say(Native::SetModes{.repeat = Repeat::One});
        QTRY_COMPARE(m_desk->last<Native::State>()->modes.repeat, Repeat::One);
        QCOMPARE(end(1), "player:goto:"_L1 + ids.at(1));
    }

    /// It plays an album on its own, and nobody else's music changes.
    void anAlbumWithoutAScript()
    {
        const QByteArray album = QByteArray::number(m_albums.value(u"Album"_s));
        const QJsonObject row = itemsAt("/msx/albums/" + album + ".json").at(1).toObject();
        const QString action =
            dataOf(follow(row.value("action"_L1).toString())).value("action"_L1).toString();
        QVERIFY2(action.startsWith("playlist:http://"_L1), qPrintable(action));
        const HttpAnswer page = follow(action);
        const QJsonArray items = page.json().value("items"_L1).toArray();
        QCOMPARE(each(items, "label"_L1), QStringList({u"Song 1"_s, u"Song 2"_s, u"Song 3"_s}));
        QCOMPARE(page.json().value("action"_L1).toString(), "player:goto:"_L1 + each(items, "id"_L1).at(1));
        QVERIFY(!m_desk->player());
    }

    void aListenerMayLookButNotTouch()
    {
        playAlbum();
        m_token = letTvIn(m_port, u"attic"_s, u"listener"_s);
        QCOMPARE(itemsAt("/msx/queue.json").size(), 3);
        const QJsonObject refusal = get("/msx/do?what=pause").json().value("response"_L1).toObject();
        QCOMPARE(refusal.value("status"_L1).toInt(), 409);
        QVERIFY(!refusal.value("message"_L1).toString().isEmpty());
        QCOMPARE(m_desk->pausedBy(), PausedBy::Nobody);
    }

    /// Behind Docker the hub's own address and port may lead nowhere: those it gives are made of the ones it
    /// was asked at, and nothing sends a television elsewhere (docs/tv.md, 11).
    void addressesAreTheOnesATvReaches()
    {
        playAlbum();
        const QByteArray tv = "tv=" + m_token;
        for (const QByteArray &path :
             {"/msx/start.json?" + tv, "/msx/menu.json?" + tv, "/msx/albums.json?" + tv,
              "/msx/queue.json?" + tv, "/msx/resolve?platform=tizen&item=" + itemNow() + "&" + tv,
              "/tv?" + tv}) {
            RawClient outside(m_port);
            outside.write(
                "GET " + path
                + " HTTP/1.1\r\nHost: localhost:8066\r\nVia: 1.1 test\r\nConnection: close\r\n\r\n");
            QTRY_VERIFY(outside.isClosed());
            QVERIFY2(outside.received().contains(path.startsWith("/tv") ? "\r\nLocation: /tv/?tv="
                                                                        : "http://localhost:8066/"),
                     outside.received());
            QVERIFY2(!outside.received().contains("127.0.0.1"), outside.received());
        }
    }

    /// Addresses are made of the Host that the gate has let pass, and of no other (docs/tv.md, 12).
    void noAddressIsMadeUp()
    {
        const HttpAnswer answer =
            ask(m_port, "GET /msx/start.json", asStranger + QByteArray("X-Forwarded-Host: evil.example\r\n"));
        QCOMPARE(answer.status, 200);
        QVERIFY(!answer.body.contains("evil"));
    }

private:
    [[nodiscard]] QStringList activeDevices() const
    {
        QStringList ids;
        const auto last = m_desk->last<Native::Devices>();
        for (const auto &device : last->devices)
            if (device.active)
                ids.append(device.id);
        return ids;
    }
};

QTEST_GUILESS_MAIN(tst_WebTv)
#include "tst_web_tv.moc"
