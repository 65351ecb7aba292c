// SPDX-License-Identifier: Apache-2.0
#include "app/web/libraryapi.h"
#include "tests/unit/library/shelf.h"
#include "tests/unit/web/siteasking.h"

#include <QTest>

using namespace Qt::StringLiterals;
class tst_WebLibrary : public QObject
{
    Q_OBJECT

    Shelf m_shelf;
    std::unique_ptr<Web::LibraryApi> m_api;

    [[nodiscard]] SiteAnswer ask(const QByteArray &target, const QByteArray &method = "GET") const
    {
        return askSite(*m_api, method + ' ' + target);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_shelf.fill(
            {Shelf::file(1, "Ana | One | 1 | a", "/m/1"), Shelf::file(2, "Ana | One | 2 | b", "/m/1"),
             Shelf::file(3, "Ana | Two | 1 | c", "/m/2"), Shelf::file(4, "Ben | Three | 1 | Drei", "/m/3")});
        m_api = std::make_unique<Web::LibraryApi>(m_shelf.path());
    }

    void lists_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QStringList>("items");
        QTest::addColumn<int>("total");
        const auto row = [](const char *target, const char *key, const QStringList &items, int total) {
            QTest::addRow("%s", target) << QByteArray(target) << QByteArray(key) << items << total;
        };
        row("/api/v1/tracks", "title", {"a", "b", "c", "Drei"}, 4);
        row("/api/v1/tracks?limit=2", "title", {"a", "b"}, 4);
        row("/api/v1/tracks?offset=3&limit=2", "title", {"Drei"}, 4);
        row("/api/v1/tracks?offset=4", "title", {}, 4);
        row("/api/v1/tracks?q=drei", "title", {"Drei"}, 1);
        row("/api/v1/tracks?q=%44rei", "title", {"Drei"}, 1);
        row("/api/v1/tracks?q=nothing+such", "title", {}, 0);
        row("/api/v1/tracks?ids=4", "title", {"Drei"}, 1);
        row("/api/v1/tracks?ids=4,99,1,4", "title", {"Drei", "a", "Drei"}, 3);
        row("/api/v1/albums", "title", {"One", "Two", "Three"}, 3);
        row("/api/v1/albums?limit=1&offset=1", "title", {"Two"}, 3);
        row("/api/v1/artists", "name", {"Ana", "Ben"}, 2);
        row("/api/v1/artists?offset=1", "name", {"Ben"}, 2);
        row("/api/v1/genres", "name", {}, 0);
    }
    void lists()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, key);
        const SiteAnswer answer = ask(target);
        QCOMPARE(answer.status, 200);
        QTEST(answer.words("items"_L1, QLatin1StringView(key)), "items");
        QTEST(answer.json.value("total"_L1).toInt(), "total");
    }

    void whatIsWithin()
    {
        const auto albums = ask("/api/v1/albums").json.value("items"_L1).toArray();
        const auto one = albums.first().toObject();
        const auto id = QByteArray::number(one.value("id"_L1).toInteger());
        QCOMPARE(ask("/api/v1/tracks?album=" + id).words("items"_L1, "title"_L1), (QStringList{"a", "b"}));
        QCOMPARE(ask("/api/v1/albums/" + id).words("tracks"_L1, "title"_L1), (QStringList{"a", "b"}));
        const auto artist = QByteArray::number(one.value("artist_id"_L1).toInteger());
        QCOMPARE(ask("/api/v1/artists/" + artist).words("albums"_L1, "title"_L1),
                 (QStringList{"One", "Two"}));
        QCOMPARE(ask("/api/v1/albums?artist=" + artist).words("items"_L1, "title"_L1),
                 (QStringList{"One", "Two"}));
        QCOMPARE(ask("/api/v1/tracks/4").json.value("title"_L1).toString(), u"Drei"_s);
    }

    void search()
    {
        const SiteAnswer answer = ask("/api/v1/search?q=an");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.words("artists"_L1, "name"_L1), QStringList{"Ana"});
        QCOMPARE(ask("/api/v1/search").json.value("tracks"_L1).toArray().size(), 0);
    }

    void faults_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QString>("field");
        const auto row = [](const QByteArray &target, const char *field) {
            QTest::addRow("%s", target.left(40).constData()) << target << QString(field);
        };
        row("/api/v1/tracks?limit=0", "limit");
        row("/api/v1/tracks?limit=501", "limit");
        row("/api/v1/tracks?limit=", "limit");
        row("/api/v1/tracks?limit=%2B5", "limit");
        row("/api/v1/tracks?limit=1&limit=2", "limit");
        row("/api/v1/tracks?offset=-1", "offset");
        row("/api/v1/tracks?offset=99999999999999999999", "offset");
        row("/api/v1/tracks?album=x", "album");
        row("/api/v1/tracks?album=9007199254740992", "album");
        row("/api/v1/tracks?ids=", "ids");
        row("/api/v1/tracks?ids=1,", "ids");
        row("/api/v1/tracks?ids=1,x", "ids");
        row("/api/v1/tracks?ids=9007199254740992", "ids");
        row("/api/v1/tracks?ids=1" + QByteArray(",1").repeated(200), "ids");
        row("/api/v1/tracks?ids=1&album=1", "album");
        row("/api/v1/tracks/4?full=1", "full");
        row("/api/v1/tracks/99?full=1", "full");
        row("/api/v1/albums?colour=red", "colour");
        row("/api/v1/albums?%22=x", "\"");
        row("/api/v1/search?q=a&limit=5", "limit");
    }
    void faults()
    {
        QFETCH(QByteArray, target);
        const SiteAnswer answer = ask(target);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.error("code"_L1), u"bad_parameter"_s);
        QTEST(answer.error("field"_L1), "field");
    }

    void whatIsNotThere()
    {
        for (const char *target : {"/api/v1/tracks/99", "/api/v1/tracks/4x", "/api/v1/tracks/+4"})
            QCOMPARE(ask(target).status, 404);
        for (const char *target : {"/api/v1/", "/api/v1/songs", "/api/v1/tracks/", "/api/v1/songs/4",
                                   "/api/v1/albums/1/tracks", "/api/v1/search/4"})
            QCOMPARE(ask(target).status, 0); // nobody's
        QCOMPARE(ask("/api/v1/tracks", "POST").status, 405);
        QCOMPARE(ask("/api/health").status, 0); // somebody else's
    }
};

QTEST_GUILESS_MAIN(tst_WebLibrary)
#include "tst_web_library.moc"
