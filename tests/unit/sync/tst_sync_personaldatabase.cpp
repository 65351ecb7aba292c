// SPDX-License-Identifier: Apache-2.0
#include "sync/limits.h"
#include "sync/store/personaldatabase.h"
#include "sync/store/tokens.h"

#include <QDir>
#include <QFile>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Sync;

namespace {

QString fileIn(const QTemporaryDir &directory) { return directory.filePath("personal.sqlite"); }

QStringList backupsIn(const QTemporaryDir &directory)
{
    return QDir(directory.filePath("backups")).entryList(QDir::Files, QDir::Name);
}

void write(const QTemporaryDir &directory, const QString &user)
{
    const auto database = PersonalDatabase::open(directory.path());
    QSqlQuery(
        QString(
            "INSERT OR REPLACE INTO sessions (user, epoch, revision, session) VALUES ('%1', 'e', 1, '{}')")
            .arg(user),
        database->handle());
}

QStringList usersIn(const QTemporaryDir &directory)
{
    const auto database = PersonalDatabase::open(directory.path());
    QSqlQuery query("SELECT user FROM sessions ORDER BY user", database->handle());
    QStringList users;
    while (query.next())
        users.append(query.value(0).toString());
    return users;
}

void backUp(const QTemporaryDir &directory, QDate day)
{
    const auto database = PersonalDatabase::open(directory.path());
    QVERIFY(PersonalDatabase::backUp(*database, directory.path(), day));
}

void overwrite(const QString &path, qint64 from, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(from));
    QCOMPARE(file.write(bytes), bytes.size());
}

enum class Damage { Header, Pages, CutOff, Emptied, NoDatabase };

void damage(const QString &path, Damage damage)
{
    switch (damage) {
    case Damage::Header:
        return overwrite(path, 0, QByteArray(64, '\xa5'));
    case Damage::Pages:
        return overwrite(path, 4096, QByteArray(8192, '\xa5'));
    case Damage::CutOff:
        QVERIFY(QFile::resize(path, QFile(path).size() / 2 - 100));
        return;
    case Damage::Emptied:
        QVERIFY(QFile::resize(path, 0));
        return;
    case Damage::NoDatabase:
        QVERIFY(QFile::resize(path, 0));
        return overwrite(path, 0, QByteArray("hello, I am a text\n").repeated(500));
    }
}

} // namespace

class tst_SyncPersonalDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void soundOrMissingIsLeftAlone()
    {
        const QTemporaryDir directory;
        QCOMPARE(PersonalDatabase::repair(directory.path()), QString());
        write(directory, "1");
        QCOMPARE(PersonalDatabase::repair(directory.path()), QString());
        QCOMPARE(usersIn(directory), QStringList("1"));
    }

    void damagedComesBackFromItsBackup_data()
    {
        QTest::addColumn<Damage>("how");
        QTest::addRow("header") << Damage::Header;
        QTest::addRow("pages") << Damage::Pages;
        QTest::addRow("cut off") << Damage::CutOff;
        QTest::addRow("emptied") << Damage::Emptied;
        QTest::addRow("no database") << Damage::NoDatabase;
    }
    void damagedComesBackFromItsBackup()
    {
        QFETCH(Damage, how);
        const QTemporaryDir directory;
        write(directory, "old");
        backUp(directory, QDate(2022, 5, 8));
        write(directory, "newer");
        backUp(directory, QDate(2022, 5, 9));
        write(directory, "newest");
        damage(fileIn(directory), how);

        const QString said = PersonalDatabase::repair(directory.path());
        QVERIFY2(said.contains("personal-2022-05-09.sqlite"), qPrintable(said));
        QCOMPARE(usersIn(directory), QStringList({"newer", "old"}));
        QCOMPARE(QDir(directory.path()).entryList({"personal.sqlite.damaged-*"}, QDir::Files).isEmpty(),
                 false);
        QCOMPARE(PersonalDatabase::repair(directory.path()), QString());
    }

    void damagedBackupIsPassedOver()
    {
        const QTemporaryDir directory;
        write(directory, "old");
        backUp(directory, QDate(2022, 5, 8));
        backUp(directory, QDate(2022, 5, 9));
        damage(directory.filePath("backups/personal-2022-05-09.sqlite"), Damage::Pages);
        damage(fileIn(directory), Damage::Header);
        QVERIFY(PersonalDatabase::repair(directory.path()).contains("personal-2022-05-08.sqlite"));
        QCOMPARE(usersIn(directory), QStringList("old"));
    }

    void damagedWithoutABackup()
    {
        const QTemporaryDir directory;
        write(directory, "1");
        damage(fileIn(directory), Damage::Header);
        QVERIFY(PersonalDatabase::repair(directory.path()).contains("no backup"));
        QVERIFY(!QFile::exists(fileIn(directory)));
        QCOMPARE(usersIn(directory), QStringList());
    }

    void oneBackupADayAndSevenInAll()
    {
        const QTemporaryDir directory;
        write(directory, "1");
        const QDate start(2022, 5, 1);
        for (int day = 0; day < 10; ++day) {
            backUp(directory, start.addDays(day));
            backUp(directory, start.addDays(day));
        }
        const QStringList backups = backupsIn(directory);
        QCOMPARE(backups.size(), Limits::backupsKept);
        QCOMPARE(backups.first(), QString("personal-2022-05-04.sqlite"));
        QCOMPARE(backups.last(), QString("personal-2022-05-10.sqlite"));
    }

    void backupIsWholeWhileInUse()
    {
        const QTemporaryDir directory;
        const auto database = PersonalDatabase::open(directory.path());
        write(directory, "1");
        QVERIFY(PersonalDatabase::backUp(*database, directory.path(), QDate(2022, 5, 9)));
        QVERIFY(isSound(directory.filePath("backups/personal-2022-05-09.sqlite")));
        const QTemporaryDir other;
        QVERIFY(QFile::copy(directory.filePath("backups/personal-2022-05-09.sqlite"), fileIn(other)));
        QCOMPARE(usersIn(other), QStringList("1"));
    }

    void halfABackupIsNoBackup()
    {
        const QTemporaryDir directory;
        write(directory, "1");
        QVERIFY(QDir().mkpath(directory.filePath("backups")));
        QFile partial(directory.filePath("backups/personal-2022-05-09.sqlite.part"));
        QVERIFY(partial.open(QIODevice::WriteOnly));
        partial.write("half");
        partial.close();
        backUp(directory, QDate(2022, 5, 9));
        QCOMPARE(backupsIn(directory), QStringList("personal-2022-05-09.sqlite"));
    }

    void unwritableBackupsAreSaid()
    {
        const QTemporaryDir directory;
        write(directory, "1");
        QFile inTheWay(directory.filePath("backups"));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        const auto database = PersonalDatabase::open(directory.path());
        QVERIFY(!PersonalDatabase::backUp(*database, directory.path(), QDate(2022, 5, 9)));
    }

    void newerSchemaIsRefusedAndKept()
    {
        const QTemporaryDir directory;
        write(directory, "1");
        {
            const auto database = PersonalDatabase::open(directory.path());
            QSqlQuery("PRAGMA user_version = 999", database->handle());
        }
        QCOMPARE(PersonalDatabase::repair(directory.path()), QString());
        QVERIFY_EXCEPTION_THROWN((void)PersonalDatabase::open(directory.path()), DatabaseError);
        QVERIFY(isSound(fileIn(directory)));
    }

    void tokens()
    {
        const QTemporaryDir directory;
        QByteArray token;
        {
            const Tokens tokens(directory.path());
            QVERIFY(!tokens.find("guess"));
            QVERIFY(!tokens.find(""));
            token = tokens.grant({.user = "7", .name = "phone"});
            QVERIFY(token.size() >= 43);
            QVERIFY(tokens.grant({.user = "7", .name = "phone"}) != token);
            QCOMPARE(tokens.find(token).value_or(Admission{}).user, QString("7"));
        }
        const Tokens tokens(directory.path());
        QCOMPARE(tokens.find(token).value_or(Admission{}).user, QString("7"));
        QVERIFY(!tokens.find(token.chopped(1)));
        QVERIFY(!tokens.find(token + '\0'));
        const auto database = PersonalDatabase::open(directory.path());
        QSqlQuery query("SELECT * FROM tokens", database->handle());
        while (query.next())
            for (int column = 0; column < 8; ++column)
                QVERIFY(!query.value(column).toByteArray().contains(token));
    }
};

QTEST_GUILESS_MAIN(tst_SyncPersonalDatabase)
#include "tst_sync_personaldatabase.moc"
