// SPDX-License-Identifier: Apache-2.0
#include "support/hub/nativeclient.h"
#include "sync/store/personaldatabase.h"
#include "sync/store/sqlitestore.h"

#include "support/hub/testhub.h"
#include "support/waiting.h"

#include <QSqlQuery>
#include <QTemporaryDir>

#include <atomic>

using namespace Sync;
using namespace Testing;
using namespace std::chrono_literals;

namespace {

const Native::Play play{.trackId = 2, .context = {.fromIs = "album", .fromIsId = 7}};

std::atomic<int> complaints = 0; ///< of the store's
QtMessageHandler defaultHandler = nullptr;

void countComplaints(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (type == QtWarningMsg && qstrcmp(context.category, "segue.store") == 0)
        ++complaints;
    defaultHandler(type, context, text);
}

bool run(const Database &database, const QString &sql)
{
    QSqlQuery query(database.handle());
    return query.exec(sql);
}

QString storedSession(const Database &database)
{
    QSqlQuery query("SELECT session FROM sessions WHERE user = '1'", database.handle());
    return query.next() ? query.value(0).toString() : QString();
}

} // namespace

/// What is accepted gets stored, also where the disk or another program is in the way for a while.
class tst_HubSaving : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { defaultHandler = qInstallMessageHandler(countComplaints); }
    void cleanupTestCase() { qInstallMessageHandler(nullptr); }

    void databaseIsLockedForAWhile()
    {
        const QTemporaryDir directory;
        TestHub hub(std::make_unique<SqliteStore>(directory.path()));
        NativeClient desk;
        desk.open(hub.port());
        desk.join("desk", true);
        QTRY_COMPARE(desk.revision(), 0);
        const auto other = PersonalDatabase::open(directory.path());
        QVERIFY(run(*other, "BEGIN EXCLUSIVE"));
        complaints = 0;

        desk.say(play);
        QTRY_COMPARE(desk.revision(), 1); // nobody waits for the disk
        QTRY_COMPARE(complaints.load(), 1);
        desk.say(Native::Leave{.connection = desk.last<Native::Hello>()->connection, .position = 5s});
        QTRY_COMPARE(desk.revision(), 2);
        QCOMPARE(desk.count<Native::Left>(), 0); // it is not stored, and nobody says so

        QVERIFY(run(*other, "COMMIT"));
        QTRY_COMPARE(desk.count<Native::Left>(), 1);
        QVERIFY(storedSession(*other).contains("\"position_ms\":5000"));
        QCOMPARE(complaints.load(), 1);
    }

    void anotherProgramWasFirst()
    {
        const QTemporaryDir directory;
        TestHub hub(std::make_unique<SqliteStore>(directory.path()));
        NativeClient desk;
        desk.open(hub.port());
        desk.join("desk");
        desk.say(play);
        const auto other = PersonalDatabase::open(directory.path());
        QTRY_VERIFY(storedSession(*other).contains("\"track_id\":2"));
        QVERIFY(run(*other, "UPDATE sessions SET revision = 77, session = '{}'"));

        for (const auto position : {20s, 30s}) {
            desk.say(Native::Pause{});
            desk.say(Native::Seek{.position = position});
            QTRY_VERIFY(storedSession(*other).contains(
                QString("\"position_ms\":%1").arg(std::chrono::milliseconds(position).count())));
        }
    }
};

QTEST_GUILESS_MAIN(tst_HubSaving)
#include "tst_hub_saving.moc"
