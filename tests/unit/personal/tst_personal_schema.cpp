// SPDX-License-Identifier: Apache-2.0
#include "app/personal/playlists.h"
#include "sync/store/personaldatabase.h"
#include "sync/store/tokens.h"

#include <QFile>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Personal;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// As the first release left it.
constexpr Sync::Migration firstRelease[] = {
    {.version = 1,
     .sql = "CREATE TABLE sessions (user TEXT PRIMARY KEY, epoch TEXT NOT NULL, revision INTEGER NOT NULL,"
            " session TEXT NOT NULL) WITHOUT ROWID;\n"
            "CREATE TABLE tokens (hash TEXT PRIMARY KEY, user TEXT NOT NULL, name TEXT NOT NULL,"
            " created_ms INTEGER NOT NULL) WITHOUT ROWID"},
};

int versionIn(const Sync::Database &database)
{
    QSqlQuery query("PRAGMA user_version", database.handle());
    return query.next() ? query.value(0).toInt() : -1;
}

} // namespace

class tst_PersonalSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void upgradesTheFirstRelease()
    {
        const QTemporaryDir directory;
        {
            const Sync::Database old(directory.filePath("personal.sqlite"), firstRelease);
            QSqlQuery query(old.handle());
            QVERIFY(query.exec("INSERT INTO sessions VALUES ('1', 'e', 7, '{\"queue\":[]}')"));
            QVERIFY(query.exec("INSERT INTO tokens VALUES ('abc', '1', 'phone', 5)"));
            QCOMPARE(versionIn(old), 1);
        }
        Playlists playlists(directory.path(), "1");
        QCOMPARE(playlists.all().size(), 0);
        playlists.create("Morning", {}, Moment());

        const auto database = Sync::PersonalDatabase::open(directory.path());
        QVERIFY(versionIn(*database) >= 2);
        QSqlQuery sessions("SELECT revision, session FROM sessions WHERE user = '1'", database->handle());
        QVERIFY(sessions.next());
        QCOMPARE(sessions.value(0).toInt(), 7);
        QCOMPARE(sessions.value(1).toString(), "{\"queue\":[]}");
        QSqlQuery tokens("SELECT user, name, created_ms FROM tokens WHERE hash = 'abc'", database->handle());
        QVERIFY(tokens.next());
        QCOMPARE(tokens.value(1).toString(), "phone");
    }

    void newerOneIsRefusedUntouched()
    {
        const QTemporaryDir directory;
        const QString path = directory.filePath("personal.sqlite");
        {
            const auto database = Sync::PersonalDatabase::open(directory.path());
            QSqlQuery query(database->handle());
            QVERIFY(query.exec("PRAGMA user_version = 999"));
            query.finish();
            QVERIFY(query.exec("PRAGMA wal_checkpoint(TRUNCATE)"));
        }
        const QByteArray before = bytesOf(path);
        QVERIFY(!before.isEmpty());
        QVERIFY_EXCEPTION_THROWN(Playlists(directory.path(), "1"), Sync::DatabaseError);
        QCOMPARE(bytesOf(path), before);
    }

    /// Or says whose it is by its shelf.
    void everyTableHasAUser()
    {
        const QTemporaryDir directory;
        const auto database = Sync::PersonalDatabase::open(directory.path());
        QSqlQuery query("SELECT m.name FROM sqlite_schema m WHERE m.type = 'table' AND m.name NOT LIKE "
                        "'sqlite_%' AND NOT EXISTS "
                        "(SELECT 1 FROM pragma_table_info(m.name) c WHERE c.name IN ('user', 'shelf'))",
                        database->handle());
        QVERIFY(!query.next());
    }
};

QTEST_GUILESS_MAIN(tst_PersonalSchema)
#include "tst_personal_schema.moc"
