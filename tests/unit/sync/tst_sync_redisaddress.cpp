// SPDX-License-Identifier: Apache-2.0
#include "sync/store/redis/address.h"

#include <QTest>

using namespace Sync::Redis;

class tst_SyncRedisAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void good_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Address>("address");
        QTest::addRow("host") << "redis://cellar" << Address{.host = "cellar"};
        QTest::addRow("all of it") << "redis://segue:s%40fe@10.0.0.7:7000/3?prefix=house&expire_days=30"
                                   << Address{.host = "10.0.0.7",
                                              .port = 7000,
                                              .user = "segue",
                                              .password = "s@fe",
                                              .database = 3,
                                              .prefix = "house",
                                              .keptFor = std::chrono::days(30)};
        QTest::addRow("password alone")
            << "redis://:safe@cellar" << Address{.host = "cellar", .password = "safe"};
        QTest::addRow("IPv6") << "redis://[::1]:6380" << Address{.host = "::1", .port = 6380};
        QTest::addRow("socket") << "unix:///run/redis.sock?db=2"
                                << Address{.host = {}, .socket = "/run/redis.sock", .database = 2};
    }
    void good()
    {
        QFETCH(QString, text);
        const auto address = addressFrom(text);
        QVERIFY(std::holds_alternative<Address>(address));
        QTEST(std::get<Address>(address), "address");
    }

    void bad_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        QTest::addRow("no URL") << "redis://ce llar" << "no URL";
        QTest::addRow("other kind") << "http://cellar" << "redis://";
        QTest::addRow("TLS") << "rediss://cellar" << "TLS";
        QTest::addRow("no host") << "redis:///0" << "no host";
        QTest::addRow("no database") << "redis://cellar/songs" << "songs";
        QTest::addRow("negative database") << "redis://cellar/-1" << "-1";
        QTest::addRow("unknown parameter") << "redis://cellar?colour=red" << "colour";
        QTest::addRow("prefix that would part what belongs together")
            << "redis://cellar?prefix=%7Ba%7D" << "prefix";
        QTest::addRow("days that are none") << "redis://cellar?expire_days=soon" << "expire_days";
        QTest::addRow("database twice") << "redis://cellar/1?db=2" << "db";
        QTest::addRow("socket without a path") << "unix://host/x" << "path";
    }
    void bad()
    {
        QFETCH(QString, text);
        QFETCH(QString, says);
        const auto address = addressFrom(text);
        QVERIFY(std::holds_alternative<QString>(address));
        QVERIFY2(std::get<QString>(address).contains(says), qPrintable(std::get<QString>(address)));
    }

    void whatIsSecretIsNotShown()
    {
        const auto address = std::get<Address>(addressFrom("redis://segue:s3cret@cellar:7000/3"));
        QCOMPARE(address.shown(), "cellar:7000");
        const auto wrong = std::get<QString>(addressFrom("redis://segue:s3cret@cellar/x"));
        QVERIFY(!wrong.contains("s3cret"));
    }
};

QTEST_GUILESS_MAIN(tst_SyncRedisAddress)
#include "tst_sync_redisaddress.moc"
