// SPDX-License-Identifier: Apache-2.0
#include "sync/limits.h"
#include "sync/store/personaldatabase.h"
#include "sync/store/rowtable.h"
#include "sync/store/statement.h"
#include "sync/store/tokens.h"
#include "sync/store/users.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Sync;
using namespace Qt::StringLiterals;

namespace {

/// What one hub has.
struct House {
    QTemporaryDir directory;
    std::unique_ptr<Database> database = PersonalDatabase::open(directory.path());
    RowTable table{directory.path()};

    void run(const QString &sql) const { Sync::run(*database, sql); }
    [[nodiscard]] QStringList read(const QString &sql) const
    {
        return rows(*database, sql, {}, [](const QSqlQuery &row) { return row.value(0).toString(); });
    }
    /// All that others do not know; they do from now on.
    [[nodiscard]] QList<SharedRow> tell(const QString &shelf) const
    {
        const QList<SharedRow> rows = table.unknown(shelf);
        table.setKnown(shelf, rows);
        return rows;
    }
};

QList<SharedRow> later(QList<SharedRow> rows, qint64 ms)
{
    for (SharedRow &row : rows)
        row.changedMs += ms;
    return rows;
}

} // namespace

class tst_SyncRowTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsMadeHereIsTheSameThere_data()
    {
        QTest::addColumn<QString>("make");
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("remove");
        QTest::addColumn<QString>("question");

        QTest::newRow("favourite")
            << u"INSERT INTO favourites VALUES ('1', 9007199254740991, 77)"_s
            << u"INSERT OR REPLACE INTO favourites VALUES ('1', 9007199254740991, 78)"_s
            << u"DELETE FROM favourites"_s
            << u"SELECT track_id || ' ' || since_ms FROM favourites WHERE user = '1'"_s;
        QTest::newRow("rating") << u"INSERT INTO ratings VALUES ('1', 5, 7)"_s
                                << u"UPDATE ratings SET half_stars = 10"_s << u"DELETE FROM ratings"_s
                                << u"SELECT track_id || ' ' || half_stars FROM ratings"_s;
        QTest::newRow("station") << u"INSERT INTO stations VALUES ('1', 6, 'Fünf', 'http://a/?b=\"c\"', 0)"_s
                                 << u"UPDATE stations SET name = '', position = 3"_s
                                 << u"DELETE FROM stations"_s
                                 << u"SELECT id || name || url || position FROM stations"_s;
        QTest::newRow("user") << u"INSERT INTO users VALUES ('anna', 'Anna', 5)"_s
                              << u"UPDATE users SET name = 'Änne' WHERE user = 'anna'"_s
                              << u"DELETE FROM users WHERE user = 'anna'"_s
                              << u"SELECT user || name || created_ms FROM users ORDER BY user"_s;
        QTest::newRow("token")
            << u"INSERT INTO tokens VALUES (7, 'ab', '1', 'controller', 'd', 'n', 5, 6, 0)"_s
            << u"UPDATE tokens SET role = 'admin', tv = 1"_s << u"DELETE FROM tokens"_s
            << u"SELECT hash || user || role || device || name || created_ms || tv FROM tokens"_s;
    }
    void whatIsMadeHereIsTheSameThere()
    {
        QFETCH(QString, make);
        QFETCH(QString, change);
        QFETCH(QString, remove);
        QFETCH(QString, question);
        const House here;
        const House there;
        const QString shelf =
            question.contains("users"_L1) || question.contains("tokens"_L1) ? QString(peopleShelf) : u"1"_s;
        (void)here.tell(shelf); // the default user
        (void)there.tell(shelf);
        for (qint64 ms = 0; const QString &sql : {make, change, remove}) {
            const QStringList before = here.read(question);
            here.run(sql);
            const auto told = here.tell(shelf);
            QCOMPARE(told.size(), 1);
            QVERIFY(here.read(question) != before);
            const auto taken = there.table.take(shelf, later(told, ++ms)); // two within a millisecond
            QCOMPARE(taken.faults, QStringList());
            QCOMPARE(there.read(question), here.read(question));
            QCOMPARE(there.tell(shelf), QList<SharedRow>()); // it needs not be told again
            QCOMPARE(here.tell(shelf), QList<SharedRow>());
        }
    }

    void playlistsHaveItems()
    {
        const House here;
        const House there;
        const auto question =
            u"SELECT position || title || path || track_id FROM playlist_items ORDER BY position"_s;
        here.run(u"INSERT INTO playlists VALUES (4, '1', 'Run', '', 1, 2, 3, 60)"_s);
        for (int i = 0; i < 3; ++i)
            here.run(
                u"INSERT INTO playlist_items VALUES (4, %1, '1', %2, 'T%1', 'A', 20, '/m/%1')"_s.arg(i).arg(
                    i + 50));
        QVERIFY(there.table.take(u"1"_s, here.tell(u"1"_s)).music);
        QCOMPARE(there.read(question), here.read(question));
        QCOMPARE(there.read(question).size(), 3);
        here.run(u"DELETE FROM playlist_items WHERE position > 0"_s);
        here.run(u"UPDATE playlists SET item_count = 1, changed_ms = 3"_s);
        QVERIFY(there.table.take(u"1"_s, later(here.tell(u"1"_s), 1)).music);
        QCOMPARE(there.read(question), QStringList{u"0T0/m/050"_s});
        QCOMPARE(there.read(u"SELECT item_count FROM playlists"_s), QStringList{u"1"_s});
        here.run(u"DELETE FROM playlists"_s);
        QVERIFY(there.table.take(u"1"_s, later(here.tell(u"1"_s), 2)).music);
        QCOMPARE(there.read(question), QStringList());
    }

    void theYoungerCounts()
    {
        const House here;
        const House there;
        here.run(u"INSERT INTO ratings VALUES ('1', 5, 2)"_s);
        there.run(u"INSERT INTO ratings VALUES ('1', 5, 8)"_s);
        const auto mine = here.tell(u"1"_s);
        auto older = mine;
        older.first().changedMs = 5;
        QVERIFY(!there.table.take(u"1"_s, older).music);
        QCOMPARE(there.read(u"SELECT half_stars FROM ratings"_s), QStringList{u"8"_s});
        QCOMPARE(there.tell(u"1"_s).size(), 1); // still to be told
        QVERIFY(there.table.take(u"1"_s, later(mine, 60'000)).music);
        QCOMPARE(there.read(u"SELECT half_stars FROM ratings"_s), QStringList{u"2"_s});
        there.run(u"DELETE FROM ratings"_s);
        const auto goneThere = there.tell(u"1"_s);
        QCOMPARE(goneThere.size(), 1);
        QVERIFY(goneThere.first().value.isEmpty());
    }

    void isToldAgainWhereItIsNot()
    {
        const House here;
        here.run(u"INSERT INTO ratings VALUES ('1', 5, 2)"_s);
        here.run(u"INSERT INTO ratings VALUES ('1', 6, 2)"_s);
        QCOMPARE(here.tell(u"1"_s).size(), 2);
        here.table.setUnknownBut(u"1"_s, {u"rating:6"_s, u"rating:7"_s});
        const auto again = here.tell(u"1"_s);
        QCOMPARE(again.size(), 1);
        QCOMPARE(again.first().key, u"rating:5"_s);
    }

    void whoIsNotLetInAnyMoreIsSaid()
    {
        const House here;
        const House there;
        const Tokens tokens(here.directory.path());
        const QByteArray token = tokens.grant({.user = u"1"_s, .name = u"Phone"_s});
        const qint64 id = tokens.find(token)->id;
        QVERIFY(there.table.take(peopleShelf, here.tell(peopleShelf)).revoked.isEmpty());
        const Tokens elsewhere(there.directory.path());
        const auto admission = elsewhere.find(token);
        QVERIFY(admission);
        QCOMPARE(admission->name, u"Phone"_s);
        tokens.see(id, 1234);
        QCOMPARE(here.tell(peopleShelf), QList<SharedRow>()); // that is each hub's own
        QVERIFY(tokens.moveTo(id, u"anna"_s));
        QCOMPARE(there.table.take(peopleShelf, later(here.tell(peopleShelf), 1)).moved,
                 QList<qint64>{admission->id});
        QVERIFY(tokens.revoke(id));
        QCOMPARE(there.table.take(peopleShelf, later(here.tell(peopleShelf), 2)).revoked,
                 QList<qint64>{admission->id});
        QVERIFY(!elsewhere.find(token));
    }

    void knowsAllShelves()
    {
        const House here;
        const auto created = Users(here.directory.path()).create(u"Anna"_s);
        QCOMPARE(here.table.shelves(), QStringList({peopleShelf, u"1"_s, std::get<User>(created).id}));
    }

    void muchIsToldInParts()
    {
        const House here;
        const qint64 many = Limits::rowsAtOnce + 5;
        for (qint64 i = 0; i < many; ++i)
            here.run(u"INSERT INTO ratings VALUES ('1', %1, 2)"_s.arg(i + 1));
        QCOMPARE(here.tell(u"1"_s).size(), Limits::rowsAtOnce);
        QCOMPARE(here.tell(u"1"_s).size(), 5);
    }

    void bad_data()
    {
        QTest::addColumn<QString>("shelf");
        QTest::addColumn<SharedRow>("row");

        const auto row = [](const QString &key, const QByteArray &value) {
            return SharedRow{.key = key, .changedMs = 1, .value = value};
        };
        QTest::newRow("no kind") << u"1"_s << row(u"12"_s, "{}");
        QTest::newRow("unknown kind") << u"1"_s << row(u"song:12"_s, "{}");
        QTest::newRow("a user's token") << u"1"_s << row(u"token:ab"_s, "{}");
        QTest::newRow("the people's favourite") << QString(peopleShelf) << row(u"favourite:1"_s, "{}");
        QTest::newRow("no JSON") << u"1"_s << row(u"favourite:1"_s, "since");
        QTest::newRow("no time") << u"1"_s << row(u"favourite:1"_s, "{}");
        QTest::newRow("a text for a number") << u"1"_s << row(u"favourite:1"_s, R"({"since_ms":"x"})");
        QTest::newRow("too many stars") << u"1"_s << row(u"rating:1"_s, R"({"half_stars":11})");
    }
    void bad()
    {
        QFETCH(QString, shelf);
        QFETCH(SharedRow, row);
        const House here;
        (void)here.tell(shelf);
        const SharedRow good{.key = shelf == peopleShelf ? u"user:b"_s : u"rating:2"_s,
                             .changedMs = 1,
                             .value = shelf == peopleShelf ? R"({"name":"B","created_ms":0})"
                                                           : R"({"half_stars":4})"};
        const auto taken = here.table.take(shelf, {row, good});
        QCOMPARE(taken.faults.size(), 1);
        QVERIFY(taken.faults.first().contains(row.key));
        QVERIFY(taken.music || taken.users); // the other one counts
        QCOMPARE(here.tell(shelf), QList<SharedRow>());
    }
};

QTEST_GUILESS_MAIN(tst_SyncRowTable)
#include "tst_sync_rowtable.moc"
