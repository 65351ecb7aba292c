// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/hubwords.h"

#include <QTest>

using namespace Sync;
using namespace Sync::HubWords;
using namespace std::chrono_literals;

class tst_SyncHubWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void membersArriveInTheOthersTime()
    {
        const Member desk{.connection = 7,
                          .wire = Native::Wire::Native,
                          .device = "desk",
                          .name = "Desk",
                          .output = true,
                          .active = false,
                          .volume = {.percent = 30, .muted = true},
                          .condition = Native::Condition::Sounding,
                          .time = {.error = 3ms},
                          .confirmedRevision = 12,
                          .confirmed = 5s,
                          .since = HubTime(100s)};
        const Member plain{
            .connection = 8, .wire = Native::Wire::Plain, .name = "10.0.0.1", .since = HubTime(50s)};
        const auto word = parse(serialize(Members{.members = {desk, plain}}, 1000s), 400s);
        const auto *members = std::get_if<Members>(&std::get<Word>(word));
        QVERIFY(members);
        QCOMPARE(members->members.size(), 2);
        const Member &arrived = members->members.first();
        QCOMPARE(arrived.connection, desk.connection);
        QCOMPARE(arrived.device, desk.device);
        QCOMPARE(arrived.name, desk.name);
        QVERIFY(arrived.output && !arrived.active);
        QVERIFY(arrived.volume == desk.volume);
        QVERIFY(arrived.condition == desk.condition);
        QVERIFY(arrived.confirmed == desk.confirmed);
        QCOMPARE(arrived.confirmedRevision, desk.confirmedRevision);
        QVERIFY(arrived.since == HubTime(700s));
        QVERIFY(members->members.last().wire == Native::Wire::Plain);
    }

    void others()
    {
        QVERIFY(std::holds_alternative<WhoIsThere>(std::get<Word>(parse(serialize(WhoIsThere{}, 0s), 0s))));
        const auto left = std::get<Word>(parse(serialize(Left{.connection = 7, .position = 5s}, 0s), 0s));
        QCOMPARE(std::get<Left>(left).connection, ConnectionId(7));
        QVERIFY(std::get<Left>(left).position == 5s);
        const auto word =
            std::get<Word>(parse(serialize(WishVolume{.device = "den", .volume = {.percent = 4}}, 0s), 0s));
        QCOMPARE(std::get<WishVolume>(word).device, "den");
        QCOMPARE(std::get<WishVolume>(word).volume.percent, 4);
    }

    void bad_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("field");
        QTest::addRow("nothing") << QByteArray() << "";
        QTest::addRow("unknown") << QByteArray("{\"say\":\"hello\"}") << "say";
        QTest::addRow("no members") << QByteArray("{\"say\":\"members\"}") << "members";
        QTest::addRow("half a member")
            << QByteArray("{\"say\":\"members\",\"members\":[{\"plain\":true}]}") << "members.connection";
        QTest::addRow("who left") << QByteArray("{\"say\":\"left\"}") << "connection";
        QTest::addRow("no device") << QByteArray("{\"say\":\"volume\",\"volume\":3}") << "device";
    }
    void bad()
    {
        QFETCH(QByteArray, text);
        const auto word = parse(text, 0s);
        QVERIFY(std::holds_alternative<ParseError>(word));
        QTEST(std::get<ParseError>(word).field, "field");
    }
};

QTEST_GUILESS_MAIN(tst_SyncHubWords)
#include "tst_sync_hubwords.moc"
