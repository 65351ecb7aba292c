// SPDX-License-Identifier: Apache-2.0
#include "support/redisserver.h"
#include "support/waiting.h"
#include "sync/store/database.h"
#include "sync/store/memorystore.h"
#include "sync/store/redis/redisstore.h"
#include "sync/store/sqlitestore.h"

#include <QDateTime>
#include <QFutureWatcher>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace Sync;
using namespace Qt::StringLiterals;

namespace {

// Waits as the hub does, by signal: asking the future would have the work done on this thread.
template <typename T> T wait(const QFuture<T> &future)
{
    QFutureWatcher<T> watcher;
    QSignalSpy finished(&watcher, &QFutureWatcher<T>::finished);
    watcher.setFuture(future);
    if (finished.isEmpty())
        finished.wait(30'000);
    return future.result();
}

using MakeStore = std::function<std::unique_ptr<Store>(const QString &directory)>;

const Record first{
    .epoch = "e1", .revision = 1, .session = "{\"a\":\"\xc3\xb6 \\u00f6 '; DROP\"}", .queue = "[1]"};
const Record second{.epoch = "e1", .revision = 2, .session = "{}", .queue = "[2]"};

Version versionOf(const Record &record) { return {.epoch = record.epoch, .revision = record.revision}; }

} // namespace

class tst_SyncStore : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;
    Testing::RedisServer m_redis;
    int m_made = 0;
    std::unique_ptr<Store> m_store;

    std::unique_ptr<Store> makeRedis()
    {
        const QString address = u"%1?prefix=t%2"_s.arg(m_redis.address()).arg(++m_made);
        auto store =
            std::make_unique<Redis::RedisStore>(std::get<Redis::Address>(Redis::addressFrom(address)), "h");
        return QTest::qWaitFor([&] { return store->isReachable(); }, Testing::patienceMs) ? std::move(store)
                                                                                          : nullptr;
    }

    // One row for each implementation; what it makes starts empty.
    void stores()
    {
        QTest::addColumn<MakeStore>("make");
        QTest::addRow("memory") << MakeStore([](const QString &) { return std::make_unique<MemoryStore>(); });
        QTest::addRow("sqlite") << MakeStore(
            [](const QString &path) { return std::make_unique<SqliteStore>(path); });
        QTest::addRow("redis") << MakeStore([this](const QString &) { return makeRedis(); });
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_redis.start(), qPrintable(m_redis.why())); }

    void init()
    {
        QVERIFY(m_directory.isValid());
        QFETCH(MakeStore, make);
        m_store = make(QTemporaryDir(m_directory.filePath("XXXXXX")).path());
        QVERIFY(m_store);
    }

    void nothingIsStoredAtFirst_data() { stores(); }
    void nothingIsStoredAtFirst()
    {
        const Loaded loaded = wait(m_store->load("1"));
        QVERIFY(!loaded.record);
        QCOMPARE(loaded.error, QString());
    }

    void comesBackAsItWas_data() { stores(); }
    void comesBackAsItWas()
    {
        QVERIFY(wait(m_store->save("1", first, std::nullopt)) == Saved::Yes);
        QVERIFY(wait(m_store->load("1")).record == first);
        QVERIFY(wait(m_store->save("1", second, versionOf(first))) == Saved::Yes);
        QVERIFY(wait(m_store->load("1")).record == second);
    }

    void queueStaysWhereItIsNotGiven_data() { stores(); }
    void queueStaysWhereItIsNotGiven()
    {
        Record withoutQueue = first;
        withoutQueue.queue.reset();
        QVERIFY(wait(m_store->save("1", withoutQueue, std::nullopt)) == Saved::Yes);
        QVERIFY(wait(m_store->load("1")).record->queue == QByteArray(""));
        QVERIFY(wait(m_store->save("1", first, versionOf(first))) == Saved::Yes);
        QVERIFY(wait(m_store->save("1", withoutQueue, versionOf(first))) == Saved::Yes);
        QVERIFY(wait(m_store->load("1")).record == first);
    }

    void usersAreApart_data() { stores(); }
    void usersAreApart()
    {
        QVERIFY(wait(m_store->save("1", first, std::nullopt)) == Saved::Yes);
        QVERIFY(!wait(m_store->load("2")).record);
        QVERIFY(wait(m_store->save("2", second, std::nullopt)) == Saved::Yes);
        QVERIFY(wait(m_store->save("", second, std::nullopt)) == Saved::Yes);
        QVERIFY(wait(m_store->load("1")).record == first);
    }

    void whoIsNotExpectedIsKept_data() { stores(); }
    void whoIsNotExpectedIsKept()
    {
        QVERIFY(wait(m_store->save("1", second, versionOf(first))) == Saved::Conflict);
        QVERIFY(!wait(m_store->load("1")).record);
        QVERIFY(wait(m_store->save("1", first, std::nullopt)) == Saved::Yes);
        QVERIFY(wait(m_store->save("1", second, std::nullopt)) == Saved::Conflict);
        QVERIFY(wait(m_store->save("1", second, Version{"e1", 7})) == Saved::Conflict);
        QVERIFY(wait(m_store->save("1", second, Version{"e2", 1})) == Saved::Conflict);
        QVERIFY(wait(m_store->load("1")).record == first);
    }

    void sameVersionMayBeWrittenAgain_data() { stores(); }
    void sameVersionMayBeWrittenAgain()
    {
        QVERIFY(wait(m_store->save("1", first, std::nullopt)) == Saved::Yes);
        QVERIFY(wait(m_store->save("1", first, versionOf(first))) == Saved::Yes);
    }

    void ordersAreKept_data() { stores(); }
    void ordersAreKept()
    {
        Record record = first;
        std::optional<Version> expected;
        QList<QFuture<Saved>> saves;
        for (record.revision = 1; record.revision <= 50; ++record.revision) {
            saves.append(m_store->save("1", record, expected));
            expected = versionOf(record);
        }
        const auto last = m_store->load("1");
        for (const auto &save : saves)
            QVERIFY(wait(save) == Saved::Yes);
        QCOMPARE(wait(last).record->revision, 50);
    }

    void keptAreListed_data() { stores(); }
    void keptAreListed()
    {
        QVERIFY(wait(m_store->kept("")).isEmpty());
        const qint64 before = QDateTime::currentMSecsSinceEpoch();
        for (const char *user : {"1", "a/1", "a/2", "A/3", "%"})
            QVERIFY(wait(m_store->save(user, first, std::nullopt)) == Saved::Yes);
        QList<Kept> kept = wait(m_store->kept("a/"));
        std::ranges::sort(kept, {}, &Kept::user);
        QCOMPARE(kept.size(), 2);
        QCOMPARE(kept.first().user, "a/1");
        QCOMPARE(kept.last().user, "a/2");
        for (const Kept &session : kept)
            QVERIFY(session.usedMs >= before && session.usedMs <= QDateTime::currentMSecsSinceEpoch());
        QCOMPARE(wait(m_store->kept("")).size(), 5);
    }

    void removedIsGone_data() { stores(); }
    void removedIsGone()
    {
        (void)m_store->save("1", first, std::nullopt);
        (void)m_store->save("2", first, std::nullopt);
        m_store->remove("1");
        m_store->remove("nobody");
        QVERIFY(!wait(m_store->load("1")).record);
        QVERIFY(wait(m_store->load("2")).record == first);
        QVERIFY(wait(m_store->save("1", second, std::nullopt)) == Saved::Yes);
    }

    void largeSessions_data() { stores(); }
    void largeSessions()
    {
        Record record = first;
        record.session = '"' + QByteArray(5'000'000, 'x') + '"';
        QVERIFY(wait(m_store->save("1", record, std::nullopt)) == Saved::Yes);
        QVERIFY(wait(m_store->load("1")).record == record);
    }
};

class tst_SyncSqliteStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void destructionWaitsForWhatWasAsked()
    {
        const QTemporaryDir directory;
        Record record = first;
        {
            SqliteStore store(directory.path());
            std::optional<Version> expected;
            for (record.revision = 1; record.revision <= 300; ++record.revision) {
                (void)store.save("1", record, expected);
                expected = versionOf(record);
            }
        }
        SqliteStore store(directory.path());
        QCOMPARE(wait(store.load("1")).record->revision, 300);
    }

    void waitingOnTheSpotIsAllowed()
    {
        const QTemporaryDir directory;
        SqliteStore store(directory.path());
        for (int i = 0; i < 20; ++i)
            (void)store.load("2");
        QCOMPARE(store.save("1", first, std::nullopt).result(), Saved::Yes);
        QVERIFY(store.load("1").result().record == first);
    }

    void impossibleFolder() { QVERIFY_EXCEPTION_THROWN(SqliteStore("/proc/nowhere"), DatabaseError); }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    tst_SyncStore contract;
    tst_SyncSqliteStore sqlite;
    return QTest::qExec(&contract, argc, argv) + QTest::qExec(&sqlite, argc, argv);
}
#include "tst_sync_store.moc"
