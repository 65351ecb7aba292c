// SPDX-License-Identifier: Apache-2.0
#include "app/personal/limits.h"
#include "app/web/favouritesite.h"
#include "app/web/playlistsite.h"
#include "app/web/radiosite.h"
#include "tests/unit/library/shelf.h"
#include "tests/unit/web/siteasking.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Sync::Caller someone{.user = u"2"_s, .role = Sync::Role::Controller};
const Sync::Caller listener{.user = u"1"_s, .role = Sync::Role::Listener};

} // namespace

/// Playlists, favourites, history and stations as programs and pages read and change them.
class tst_WebPersonal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_shelf = std::make_unique<Shelf>();
        m_shelf->fill({Shelf::file(1, "Ana | One | 1 | a"), Shelf::file(2, "Ana | One | 2 | b"),
                       Shelf::file(3, "Ana | Two | 1 | c")});
        m_changed.clear();
        m_music = std::make_shared<Web::PersonalMusic>(m_shelf->path(), m_shelf->dir().path(),
                                                       [this](const QString &user) { m_changed += user; });
        m_playlists = std::make_unique<Web::PlaylistSite>(m_music);
        m_favourites = std::make_unique<Web::FavouriteSite>(m_music);
        m_radio = std::make_unique<Web::RadioSite>(m_music);
    }

    void aPlaylistIsMadeAndChanged()
    {
        const QByteArray path = make("{'name':' Sunday  morning ','tracks':[1,3]}");
        QCOMPARE(list("GET /api/v1/playlists").words("items"_L1, "name"_L1), QStringList{"Sunday morning"});
        QCOMPARE(titles(path), (QStringList{"a", "c"}));
        QCOMPARE(list("POST " + path + "/insert", "{'tracks':[2]}").json.value("track_count"_L1).toInt(), 3);
        QCOMPARE(titles(path), (QStringList{"a", "c", "b"}));
        QCOMPARE(list("POST " + path + "/insert", "{'tracks':[2,2],'at':1}").status, 200);
        QCOMPARE(titles(path), (QStringList{"a", "b", "b", "c", "b"}));
        QCOMPARE(list("POST " + path + "/move", "{'from':0,'to':4}").status, 200);
        QCOMPARE(titles(path), (QStringList{"b", "b", "c", "b", "a"}));
        QCOMPARE(list("POST " + path + "/move", "{'from':2,'to':0}").status, 200);
        QCOMPARE(titles(path), (QStringList{"c", "b", "b", "b", "a"}));
        QCOMPARE(list("POST " + path + "/remove", "{'at':1,'count':3}").status, 200);
        QCOMPARE(list("POST " + path + "/remove", "{'at':1}").status, 200);
        QCOMPARE(titles(path), QStringList{"c"});
        QCOMPARE(list("PATCH " + path, "{'name':'Monday'}").json.value("name"_L1).toString(), u"Monday"_s);
        QCOMPARE(m_changed, QStringList(8, u"1"_s));
        QCOMPARE(list("DELETE " + path).status, 204);
        QCOMPARE(list("GET " + path).status, 404);
        QCOMPARE(list("GET /api/v1/playlists").json.value("total"_L1).toInt(-1), 0);
    }

    void badPlaylists_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *line, const char *body, int status, const char *field) {
            QTest::addRow("%s %s", line, body)
                << QByteArray(line) << QByteArray(body) << status << QString(field);
        };
        row("POST ", "{'tracks':[1]}", 400, "name");
        row("POST ", "{'name':'  '}", 400, "name");
        row("POST ", "{'name':7}", 400, "name");
        row("POST ", "{'name':'x','tracks':[1,99]}", 400, "tracks");
        row("POST ", "{'name':'x','tracks':['1']}", 400, "tracks");
        row("POST ", "['x']", 400, "");
        row("GET ?limit=0", "", 400, "limit");
        row("PUT ", "", 405, "");
        row("GET /0", "", 404, "");
        row("GET /x", "", 404, "");
        row("GET /18446744073709551616", "", 404, "");
        row("POST /9/insert", "{'tracks':[1]}", 404, "");
        row("PATCH /ID", "{}", 400, "name");
        row("PATCH /ID", "{'name':null}", 400, "name");
        row("POST /ID/insert", "{}", 400, "tracks");
        row("POST /ID/insert", "{'tracks':[1],'at':-1}", 400, "at");
        row("POST /ID/insert", "{'tracks':[0]}", 400, "tracks");
        row("POST /ID/move", "{'from':2,'to':0}", 400, "from");
        row("POST /ID/move", "{'from':0,'to':2}", 400, "to");
        row("POST /ID/move", "{'from':0.5,'to':1}", 400, "from");
        row("POST /ID/remove", "{'at':2}", 400, "at");
        row("POST /ID/remove", "{'at':1,'count':2}", 400, "count");
        row("POST /ID/remove", "{'at':0,'count':0}", 400, "count");
        row("POST /ID/shuffle", "{}", 0, "");
        row("GET /ID/move", "", 405, "");
    }
    void badPlaylists()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, body);
        const QByteArray path = make("{'name':'Good','tracks':[1,2]}");
        m_changed.clear();
        line.replace(" ", " /api/v1/playlists").replace("/api/v1/playlists/ID", path);
        const SiteAnswer answer = list(line, body);
        QTEST(answer.status, "status");
        QTEST(answer.error("field"_L1), "field");
        QCOMPARE(titles(path), (QStringList{"a", "b"}));
        QVERIFY(m_changed.isEmpty());
    }

    void playlistsComeInPages()
    {
        const QByteArray path = make("{'name':'Long','tracks':[1,2,1,2,1]}");
        const SiteAnswer page = list("GET " + path + "?offset=3&limit=1");
        QCOMPARE(page.words("tracks"_L1, "title"_L1), QStringList{"b"});
        QCOMPARE(page.json.value("offset"_L1).toInt(), 3);
        QCOMPARE(page.json.value("track_count"_L1).toInt(), 5);
        QVERIFY(list("GET " + path + "?offset=5").words("tracks"_L1, "title"_L1).isEmpty());
        QCOMPARE(list("GET " + path + "?limit=501").error("field"_L1), u"limit"_s);
        QCOMPARE(list("GET " + path + "?page=1").error("field"_L1), u"page"_s);
        QCOMPARE(list("DELETE " + path + "?really=1").status, 400);
        QCOMPARE(titles(path), (QStringList{"a", "b", "a", "b", "a"}));
    }

    void namesHaveABound()
    {
        const auto named = [](qsizetype length) { return "{'name':'" + QByteArray(length, 'x') + "'}"; };
        QCOMPARE(list("POST /api/v1/playlists", named(Personal::Limits::nameCharacters)).status, 201);
        QCOMPARE(list("POST /api/v1/playlists", named(Personal::Limits::nameCharacters + 1)).status, 400);
        QCOMPARE(list("POST /api/v1/playlists", named(60'000)).status, 400);
    }

    void whatIsGoneIsRemembered()
    {
        const QByteArray path = make("{'name':'x','tracks':[1]}");
        m_shelf->fill({});
        const QJsonObject track = list("GET " + path).json.value("tracks"_L1).toArray().at(0).toObject();
        QCOMPARE(track.value("title"_L1).toString(), u"a"_s);
        QCOMPARE(track.value("missing"_L1).toBool(), false);
        (void)m_music->shelfOf(u"1"_s).playlists.create(u"y"_s, {{.title = u"Never here"_s, .duration = 5s}},
                                                        Library::wallTime());
        const auto lists = list("GET /api/v1/playlists").json.value("items"_L1).toArray();
        const auto other = QByteArray::number(lists.at(1).toObject().value("id"_L1).toInteger());
        const auto missing =
            list("GET /api/v1/playlists/" + other).json.value("tracks"_L1).toArray().at(0).toObject();
        QCOMPARE(missing.value("title"_L1).toString(), u"Never here"_s);
        QVERIFY(missing.value("missing"_L1).toBool());
    }

    void favourites()
    {
        const auto ask =
            [this](const QByteArray &line,
                   const Sync::Caller &caller = {.user = u"1"_s, .role = Sync::Role::Controller}) {
                return askSite(*m_favourites, line, {}, caller);
            };
        QCOMPARE(ask("PUT /api/v1/favourites/2").status, 204);
        QCOMPARE(ask("PUT /api/v1/favourites/2").status, 204);
        QCOMPARE(ask("PUT /api/v1/favourites/99").error("code"_L1), u"no_such_track"_s);
        QCOMPARE(ask("PUT /api/v1/favourites/x").status, 404);
        QCOMPARE(ask("PUT /api/v1/favourites/9007199254740993").status, 404);
        const SiteAnswer all = ask("GET /api/v1/favourites");
        QCOMPARE(all.words("items"_L1, "title"_L1), QStringList{"b"});
        QVERIFY(all.json.value("items"_L1).toArray().at(0).toObject().value("since_ms"_L1).toDouble() > 0);
        QCOMPARE(ask("GET /api/v1/favourites?offset=1").words("items"_L1, "title"_L1), QStringList());
        QCOMPARE(ask("GET /api/v1/favourites", someone).json.value("total"_L1).toInt(-1), 0);
        QCOMPARE(ask("PUT /api/v1/favourites/1", listener).error("code"_L1), u"wrong_role"_s);
        QCOMPARE(ask("DELETE /api/v1/favourites/2", listener).status, 403);
        QCOMPARE(ask("GET /api/v1/favourites", listener).json.value("total"_L1).toInt(), 1);
        QCOMPARE(ask("DELETE /api/v1/favourites/2").status, 204);
        QCOMPARE(ask("DELETE /api/v1/favourites/2").status, 204);
        QCOMPARE(ask("DELETE /api/v1/favourites/-2").status, 404);
        QCOMPARE(ask("GET /api/v1/favourites?limit=501").error("field"_L1), u"limit"_s);
        QCOMPARE(ask("GET /api/v1/favourites").json.value("total"_L1).toInt(-1), 0);
    }

    void history()
    {
        Personal::History &history = m_music->shelfOf(u"1"_s).history;
        history.add({.trackId = 1, .started = Personal::Moment(1000ms), .played = 5s, .completed = true});
        history.add({.trackId = 3, .started = Personal::Moment(9000ms), .played = 1s});
        history.add({.trackId = 1, .started = Personal::Moment(20000ms), .played = 2s});
        const SiteAnswer all = askSite(*m_favourites, "GET /api/v1/history");
        QCOMPARE(all.words("items"_L1, "title"_L1), (QStringList{"a", "c", "a"}));
        QCOMPARE(all.words("items"_L1, "started_ms"_L1), (QStringList{"20000", "9000", "1000"}));
        QCOMPARE(all.words("items"_L1, "played_ms"_L1), (QStringList{"2000", "1000", "5000"}));
        QCOMPARE(all.words("items"_L1, "completed"_L1), (QStringList{"false", "false", "true"}));
        const SiteAnswer second = askSite(*m_favourites, "GET /api/v1/history?offset=1&limit=1");
        QCOMPARE(second.words("items"_L1, "title"_L1), QStringList{"c"});
        QCOMPARE(second.json.value("total"_L1).toInt(), 3);
        QCOMPARE(askSite(*m_favourites, "GET /api/v1/history?of=all").error("field"_L1), u"of"_s);
        QCOMPARE(askSite(*m_favourites, "DELETE /api/v1/history").status, 405);
        QCOMPARE(askSite(*m_favourites, "GET /api/v1/history", {}, someone).json.value("total"_L1).toInt(-1),
                 0);
    }

    void radio()
    {
        const auto ask = [this](const QByteArray &line, const QByteArray &body = {}) {
            return askSite(*m_radio, line, body);
        };
        const SiteAnswer added = ask("POST /api/v1/radio", "{'name':'Jazz','url':'http://radio.example/j'}");
        QCOMPARE(added.status, 201);
        QCOMPARE(
            ask("POST /api/v1/radio", "{'url':'https://other.example'}").json.value("name"_L1).toString(),
            u"other.example"_s);
        QCOMPARE(ask("GET /api/v1/radio").words("items"_L1, "name"_L1),
                 (QStringList{"Jazz", "other.example"}));
        for (const char *body : {"{}", "{'url':'file:///etc/passwd'}", "{'url':'http://a:b@radio.example/'}",
                                 "{'url':'radio'}", "{'url':5}", "{'url':'javascript:alert(1)'}"})
            QCOMPARE(ask("POST /api/v1/radio", body).error("field"_L1), u"url"_s);
        QCOMPARE(ask("POST /api/v1/radio", "{'name':[],'url':'http://radio.example/x'}").error("field"_L1),
                 u"name"_s);
        QCOMPARE(askSite(*m_radio, "POST /api/v1/radio", "{'url':'http://radio.example/x'}", listener).status,
                 403);
        const QByteArray path = "/api/v1/radio/" + QByteArray::number(added.json.value("id"_L1).toInteger());
        QCOMPARE(ask("DELETE " + path).status, 204);
        QCOMPARE(ask("DELETE " + path).status, 404);
        QCOMPARE(ask("DELETE /api/v1/radio/x").status, 404);
        QCOMPARE(ask("GET /api/v1/radio").json.value("total"_L1).toInt(), 1);
        QCOMPARE(askSite(*m_radio, "GET /api/v1/radio", {}, someone).json.value("total"_L1).toInt(-1), 0);
    }

    void playlistsAreTheirOwners()
    {
        const QByteArray path = make("{'name':'Mine','tracks':[1]}");
        for (const QByteArray &line : QByteArrayList{"GET " + path, "DELETE " + path})
            QCOMPARE(askSite(*m_playlists, line, {}, someone).status, 404);
        QCOMPARE(askSite(*m_playlists, "PATCH " + path, "{'name':'Yours'}", someone).status, 404);
        QCOMPARE(askSite(*m_playlists, "GET /api/v1/playlists", {}, someone).json.value("total"_L1).toInt(-1),
                 0);
        QCOMPARE(askSite(*m_playlists, "GET " + path, {}, listener).status, 200);
        QCOMPARE(askSite(*m_playlists, "DELETE " + path, {}, listener).status, 403);
        QCOMPARE(askSite(*m_playlists, "POST " + path + "/insert", "{'tracks':[1]}", listener).status, 403);
        QCOMPARE(titles(path), QStringList{"a"});
    }

private:
    [[nodiscard]] SiteAnswer list(const QByteArray &line, const QByteArray &body = {}) const
    {
        return askSite(*m_playlists, line, body);
    }
    /// The address of a new playlist.
    [[nodiscard]] QByteArray make(const QByteArray &body) const
    {
        return "/api/v1/playlists/"
            + QByteArray::number(list("POST /api/v1/playlists", body).json.value("id"_L1).toInteger());
    }
    [[nodiscard]] QStringList titles(const QByteArray &path) const
    {
        return list("GET " + path).words("tracks"_L1, "title"_L1);
    }

    std::unique_ptr<Shelf> m_shelf;
    QStringList m_changed;
    std::shared_ptr<Web::PersonalMusic> m_music;
    std::unique_ptr<Web::PlaylistSite> m_playlists;
    std::unique_ptr<Web::FavouriteSite> m_favourites;
    std::unique_ptr<Web::RadioSite> m_radio;
};

QTEST_GUILESS_MAIN(tst_WebPersonal)
#include "tst_web_personal.moc"
