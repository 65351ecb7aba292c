// SPDX-License-Identifier: Apache-2.0
#include "sync/limits.h"
#include "sync/session/privatekey.h"
#include "sync/store/personaldatabase.h"
#include "sync/store/sqlitestore.h"
#include "sync/store/statement.h"
#include "sync/store/tokens.h"
#include "sync/store/users.h"

#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Sync;
using namespace Qt::StringLiterals;

namespace {

const QList<User> others{{.id = "1", .name = ""}, {.id = "a", .name = "Zoë"}, {.id = "b", .name = "Straße"}};

void execute(const QTemporaryDir &directory, const QString &sql)
{
    const auto database = PersonalDatabase::open(directory.path());
    QSqlQuery query(database->handle());
    QVERIFY2(query.exec(sql), qPrintable(sql));
}

int countIn(const QTemporaryDir &directory, const QString &table, const QString &user)
{
    const auto database = PersonalDatabase::open(directory.path());
    QSqlQuery query(u"SELECT count(*) FROM %1 WHERE user = '%2'"_s.arg(table, user), database->handle());
    return query.next() ? query.value(0).toInt() : -1;
}

QString idOf(const std::variant<User, NameFault> &made)
{
    const auto *user = std::get_if<User>(&made);
    return user ? user->id : QString();
}

QStringList namesOf(const Users &users)
{
    QStringList names;
    for (const User &user : users.all())
        names.append(user.name);
    return names;
}

/// Something of every kind that a user can have.
void fill(const QTemporaryDir &directory, const QString &user)
{
    for (const QString &values :
         {u"playlists (user, name, origin, created_ms, changed_ms, item_count, duration_ms) VALUES ('%1', "
          "'p', '', 0, 0, 0, 0)"_s,
          u"favourites (user, track_id, since_ms) VALUES ('%1', 5, 0)"_s,
          u"ratings (user, track_id, half_stars) VALUES ('%1', 5, 4)"_s,
          u"plays (user, started_ms, track_id, played_ms, completed) VALUES ('%1', 1, 5, 100, 1)"_s,
          u"play_counts (user, track_id, origin, count, last_played_ms) VALUES ('%1', 5, '', 1, 1)"_s,
          u"stations (user, id, name, url, position) VALUES ('%1', 9, 's', 'http://a/', 0)"_s,
          u"sessions (user, epoch, revision, session) VALUES ('%1', 'e', 1, '{}')"_s,
          u"sessions (user, epoch, revision, session) VALUES ('private/%1/phone', 'e', 1, '{}')"_s})
        execute(directory, u"INSERT INTO "_s + values.arg(user));
}

} // namespace

class tst_SyncUsers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name"); // null: refused
        QTest::addColumn<NameFault>("fault");
        const auto good = [](const char *row, const QString &text, const QString &name) {
            QTest::addRow("%s", row) << text << name << NameFault::Empty;
        };
        const auto bad = [](const char *row, const QString &text, NameFault fault) {
            QTest::addRow("%s", row) << text << QString() << fault;
        };
        good("one letter", "A", "A");
        good("spaces around and between", "  Anna \t Maria ", "Anna Maria");
        good("forty", QString(40, u'x'), QString(40, u'x'));
        good("forty with accents of their own", u"e\u0301"_s.repeated(40), u"é"_s.repeated(40));
        good("forty families", u"👨‍👩‍👧"_s.repeated(20), u"👨‍👩‍👧"_s.repeated(20));
        good("Persian with a joiner", u"می\u200cخواهم"_s, u"می\u200cخواهم"_s);
        good("a slash", "a/b", "a/b");
        bad("nothing", "", NameFault::Empty);
        bad("spaces", "  \t ", NameFault::Empty);
        bad("only a joiner", u"\u200d"_s, NameFault::Empty);
        bad("only an accent", u"\u0301"_s, NameFault::Empty);
        bad("forty-one", QString(41, u'x'), NameFault::TooLong);
        bad("one letter with a tower of accents", u"e"_s + u"\u0316"_s.repeated(600), NameFault::TooLong);
        bad("a bell", u"a\u0007b"_s, NameFault::Unprintable);
        bad("turned around", u"a\u202eb"_s, NameFault::Unprintable);
        bad("half a character", QString(QChar(0xd800)), NameFault::Unprintable);
        bad("taken", u"Zoë"_s, NameFault::Taken);
        bad("taken in capitals", u"ZOË"_s, NameFault::Taken);
        bad("taken with the accent apart", u"Zoe\u0308"_s, NameFault::Taken);
        bad("taken by folding", "STRASSE", NameFault::Taken);
        bad("taken but for what is not seen", u"Zo\u200dë"_s, NameFault::Taken);
        bad("taken in wide letters", u"Ｚｏë"_s, NameFault::Taken);
    }
    void names()
    {
        QFETCH(QString, text);
        QFETCH(QString, name);
        const auto result = asUserName(text, others);
        if (name.isNull())
            QTEST(std::get<NameFault>(result), "fault");
        else
            QCOMPARE(std::get<QString>(result), name);
    }

    void calledByIdOrByName()
    {
        QCOMPARE(userCalled("a", others)->id, "a");
        QCOMPARE(userCalled(u" zoË "_s, others)->id, "a");
        QCOMPARE(userCalled("1", others)->id, "1");
        QVERIFY(!userCalled("", others)); // the default one has no name to be called by
        QVERIFY(!userCalled("nobody", others));
    }

    void privateNames()
    {
        const SessionOwner phone{.user = "a/b", .device = "phone-1"};
        QCOMPARE(keyOf({.user = "1"}), "1");
        QVERIFY(privateOwner(keyOf(phone)) == phone);
        for (const char *other : {"1", "a/b", "private/", "private/x", "private//x", "private/x/"})
            QVERIFY2(!privateOwner(other), other);
    }

    void defaultUserIsAlwaysThere()
    {
        const QTemporaryDir directory;
        const Users users(directory.path());
        QCOMPARE(users.all(), QList<User>{{.id = defaultUser}});
    }

    void createdAndRenamed()
    {
        const QTemporaryDir directory;
        const Users users(directory.path());
        const QString ben = idOf(users.create("ben"));
        const QString anna = idOf(users.create(" Anna "));
        QVERIFY(!ben.isEmpty() && !anna.isEmpty());
        QCOMPARE(namesOf(users), QStringList({"", "Anna", "ben"}));
        QCOMPARE(std::get<NameFault>(users.create("BEN")), NameFault::Taken);
        QCOMPARE(users.rename(ben, "anna"), std::optional(NameFault::Taken));
        QCOMPARE(users.rename(ben, "Ben"), std::optional<NameFault>()); // its own is free to it
        QCOMPARE(users.rename(defaultUser, "Kitchen"), std::optional<NameFault>());
        QCOMPARE(namesOf(users), QStringList({"Kitchen", "Anna", "Ben"}));
        QCOMPARE(users.called("KITCHEN")->id, defaultUser);
        QCOMPARE(users.find(anna)->name, "Anna");
        QVERIFY(users.find(anna)->createdMs > 0);
        QVERIFY(!users.find("Anna"));
    }

    void removedWithAllItHad()
    {
        const QTemporaryDir directory;
        const Users users(directory.path());
        const Tokens tokens(directory.path());
        const QString anna = idOf(users.create("Anna"));
        QVERIFY(users.belongingsOf(anna).isEmpty());
        fill(directory, anna);
        fill(directory, "1");
        const Belongings each{.playlists = 1, .favourites = 1, .ratings = 1, .plays = 1, .stations = 1};
        QVERIFY(users.belongingsOf(anna) == each);
        const QByteArray token = tokens.grant({.user = anna, .device = "phone", .name = "Phone"});

        users.remove(anna);
        QCOMPARE(namesOf(users), QStringList(""));
        for (const char *table : {"playlists", "favourites", "ratings", "plays", "play_counts", "stations",
                                  "sessions", "users"}) {
            QCOMPARE(countIn(directory, table, anna), 0);
            QCOMPARE(countIn(directory, table, "1"), 1);
        }
        QCOMPARE(countIn(directory, "sessions", keyOf({.user = anna, .device = "phone"})), 0);
        QCOMPARE(countIn(directory, "sessions", keyOf({.user = "1", .device = "phone"})), 1);
        QCOMPARE(tokens.find(token)->user, defaultUser); // the phone may still come in
    }

    void tokensAreMoved()
    {
        const QTemporaryDir directory;
        const Tokens tokens(directory.path());
        const QByteArray token = tokens.grant({.user = "1", .device = "phone", .name = "Phone"});
        QVERIFY(tokens.moveTo(tokens.find(token)->id, "2"));
        QCOMPARE(tokens.find(token)->user, "2");
        QVERIFY(!tokens.moveTo(99, "2"));
        // Let in again it is one device, whichever user it was then.
        const QByteArray newer = tokens.grant({.user = "1", .device = "phone", .name = "Phone"});
        QVERIFY(!tokens.find(token));
        QCOMPARE(tokens.find(newer)->user, "1");
    }

    void whoeverHadAnythingBeforeIsAUser()
    {
        const QTemporaryDir directory;
        {
            const auto old = PersonalDatabase::open(directory.path());
            const auto triggers = rows(*old, "SELECT name FROM sqlite_master WHERE type = 'trigger'", {},
                                       [](const QSqlQuery &row) { return row.value(0).toString(); });
            for (const QString &trigger : triggers)
                run(*old, "DROP TRIGGER " + trigger);
            for (const char *sql :
                 {"DROP VIEW new_changes", "DROP TABLE changes", "DROP TABLE users",
                  "ALTER TABLE sessions DROP COLUMN used_ms", "ALTER TABLE tokens DROP COLUMN tv",
                  "PRAGMA user_version = 4", "INSERT INTO favourites VALUES ('anna', 5, 0)",
                  "INSERT INTO stations VALUES ('ben', 9, 's', 'u', 0)",
                  "INSERT INTO sessions (user, epoch, revision, session) VALUES ('1', 'e', 3, '{}')"})
                QVERIFY2(QSqlQuery(old->handle()).exec(sql), sql);
        }
        const Users users(directory.path());
        QCOMPARE(namesOf(users), QStringList({"", "anna", "ben"}));
        QCOMPARE(users.belongingsOf("anna").favourites, 1);
        QCOMPARE(countIn(directory, "sessions", "1"), 1);
    }
};

QTEST_GUILESS_MAIN(tst_SyncUsers)
#include "tst_sync_users.moc"
