// SPDX-License-Identifier: Apache-2.0
#include "support/hub/plainclient.h"
#include "sync/protocol/plaintime.h"

#include "support/hub/rawclient.h"
#include "support/hub/stallingstore.h"
#include "support/hub/testhub.h"
#include "support/waiting.h"

using namespace Sync;
using namespace Testing;
using namespace std::chrono_literals;

namespace {

const QByteArray noTrackState = Plain::noTrackState.toByteArray();
const QByteArray invalidFormat = Plain::invalidFormat.toByteArray();

/// Lets @p client hear everything that was on its way to it: the answer to nonsense comes after.
bool hearAll(PlainClient &client)
{
    client.say("nonsense");
    return QTest::qWaitFor([&] { return client.last() == invalidFormat; }, patienceMs);
}

} // namespace

class tst_HubPlain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstWord_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addRow("/") << "/";
        QTest::addRow("/sync") << "/sync";
        QTest::addRow("query") << "/?device=1";
    }
    void firstWord()
    {
        QFETCH(QString, path);
        TestHub hub;
        PlainClient client;
        client.open(hub.port(), path);
        QTRY_COMPARE(client.heard(), QByteArrayList{noTrackState});
    }

    void relayIsByteForByte_data()
    {
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char *name, const char *text) {
            const QString now = plainTime(secondsAgo(1));
            QTest::addRow("%s", name) << QByteArray(text).replace('\'', '"').replace("NOW", now.toUtf8());
        };
        row("compact",
            "{'type_push_state':'new_track','track_id':2,'from_is':'album','from_is_id':7,"
            "'time_state_update':'NOW'}");
        row("spread out",
            "\n{ 'time_state_update' :\t'NOW', 'from_is_id': 7.0,\r\n 'track_id' : 2e0,'from_is':'album' ,"
            "'type_push_state':'new_track' } ");
        row("unknown track, unknown fields, non-ASCII",
            "{'type_push_state':'new_track','track_id':9007199254740991,'from_is':'Ünïk 🎵','from_is_id':0,"
            "'x':{'y':[1,null,'\\u00e4']},'time_state_update':'NOW'}");
        row("almost as long as a message may be",
            qPrintable("{'type_push_state':'new_track','track_id':2,'from_is':'album','from_is_id':7,'x':'"
                       + QString(65'000, 'x') + "','time_state_update':'NOW'}"));
    }
    void relayIsByteForByte()
    {
        QFETCH(QByteArray, message);
        TestHub hub;
        PlainClient sender;
        PlainClient one;
        PlainClient two;
        sender.open(hub.port());
        one.open(hub.port());
        two.open(hub.port(), "/sync");
        for (PlainClient *client : {&sender, &one, &two})
            QTRY_COMPARE(client->heard().size(), 1);

        sender.say(message);
        QTRY_COMPARE(one.updates(), QByteArrayList{message});
        QTRY_COMPARE(two.updates(), QByteArrayList{message});
        QVERIFY(hearAll(sender));
        QCOMPARE(sender.updates(), QByteArrayList{invalidFormat});
    }

    void binaryIsTreatedLikeText()
    {
        TestHub hub;
        PlainClient sender;
        PlainClient other;
        QVERIFY(enter(hub, {&sender, &other}));
        const QByteArray message = Plain::serialize(newTrack(2, secondsAgo(1)));
        sender.socket().sendBinaryMessage("\xff\xfe");
        sender.socket().sendBinaryMessage(message);
        QTRY_COMPARE(other.updates(), QByteArrayList{message});
        QCOMPARE(sender.updates(), QByteArrayList{invalidFormat});
    }

    void fragmentsAreOneMessage()
    {
        TestHub hub;
        PlainClient other;
        other.open(hub.port());
        QTRY_COMPARE(other.heard().size(), 1);
        RawClient sender(hub.port());
        sender.upgrade();
        QTRY_VERIFY(sender.isUpgraded());
        const QByteArray message = Plain::serialize(newTrack(2, secondsAgo(1)));
        sender.write(frameHeader(10, true, false) + message.first(10));
        sender.write(frameHeader(quint64(message.size() - 10), false, true) + message.sliced(10));
        QTRY_COMPARE(other.updates(), QByteArrayList{message});
    }

    void snapshot()
    {
        TestHub hub;
        PlainClient sender;
        sender.open(hub.port());
        QTRY_COMPARE(sender.heard().size(), 1);
        const WallTime start = secondsAgo(20);
        sender.say(newTrack(2, start));
        sender.say(onPause(start + 15s));
        QVERIFY(hearAll(sender));
        PlainClient late;
        late.open(hub.port(), "/sync");
        QTRY_COMPARE(late.heard().size(), 1);
        QCOMPARE(json(late.last()),
                 QJsonObject({{"track_id", 2},
                              {"from_is", "album"},
                              {"from_is_id", 7},
                              {"on_pause", true},
                              {"last_sec_position", 15},
                              {"time_state_update", plainTime(start + 15s)}}));
        QVERIFY(late.last().contains("\"last_sec_position\":15,"));
    }

    void saidTwiceIsRelayedTwice()
    {
        TestHub hub;
        PlainClient sender;
        PlainClient other;
        QVERIFY(enter(hub, {&sender, &other}));
        const WallTime start = secondsAgo(20);
        sender.say(newTrack(2, start));
        for (int i = 0; i < 2; ++i)
            sender.say(onPause(start + 5s));
        QTRY_COMPARE(other.updates().size(), 3);
        QCOMPARE(other.updates().at(1), other.updates().at(2));
        PlainClient late;
        late.open(hub.port());
        QTRY_COMPARE(late.heard().size(), 1);
        QCOMPARE(json(late.last()).value("last_sec_position"), QJsonValue(5));
    }

    void wrongClock_data()
    {
        QTest::addColumn<int>("secondsAgo");
        QTest::addRow("years behind") << 20 * 365 * 86400;
        QTest::addRow("an hour behind") << 3600;
        QTest::addRow("a day ahead") << -86400;
    }
    void wrongClock()
    {
        QFETCH(int, secondsAgo);
        TestHub hub;
        PlainClient sender;
        PlainClient other;
        QVERIFY(enter(hub, {&sender, &other}));

        const QString wrong = plainTime(Testing::secondsAgo(secondsAgo));
        const QByteArray message =
            QByteArray(R"({ "x":"time_state_update", "type_push_state":"new_track","track_id":2,)"
                       R"("time_state_update" : "WHEN", "from_is":"album","from_is_id":7 })");
        const WallTime before = Testing::secondsAgo(0);
        sender.say(QByteArray(message).replace("WHEN", wrong.toUtf8()));
        QTRY_COMPARE(other.updates().size(), 1);
        const QString stamp = json(other.last()).value("time_state_update").toString();
        QCOMPARE(other.last(), QByteArray(message).replace("WHEN", stamp.toUtf8()));
        const auto believed = parsePlainTime(stamp);
        QVERIFY(believed && *believed >= before && *believed <= Testing::secondsAgo(-1));

        PlainClient late;
        late.open(hub.port());
        QTRY_COMPARE(late.heard().size(), 1);
        QCOMPARE(json(late.last()).value("time_state_update").toString(), stamp);
        QCOMPARE(json(late.last()).value("last_sec_position"), QJsonValue(0));
    }

    void usersAreApart()
    {
        TestHub hub;
        PlainClient one;
        PlainClient byCookie;
        PlainClient byHeader;
        one.open(hub.port());
        byCookie.open(hub.port(), "/", {{"Cookie", "a=b; session_id=of-2"}});
        byHeader.open(hub.port(), "/sync", {{"Authorization", "Bearer of-2"}});
        for (PlainClient *client : {&one, &byCookie, &byHeader})
            QTRY_COMPARE(client->heard(), QByteArrayList{noTrackState});
        const auto ofTwo = newTrack(2, secondsAgo(1));
        byCookie.say(ofTwo);
        QTRY_COMPARE(byHeader.updates(), QByteArrayList{Plain::serialize(ofTwo)});
        const auto ofOne = newTrack(3, secondsAgo(1));
        one.say(ofOne);
        QVERIFY(hearAll(one));
        QVERIFY(hearAll(byHeader));
        QCOMPARE(one.updates(), QByteArrayList{invalidFormat});
        QCOMPARE(byHeader.updates(), (QByteArrayList{Plain::serialize(ofTwo), invalidFormat}));
    }

    void whatIsSaidBeforeTheSessionIsReadIsNotLost()
    {
        const auto stall = std::make_shared<Stall>();
        stall->holdLoads(true);
        TestHub hub(std::make_unique<StallingStore>(stall));
        PlainClient hasty;
        PlainClient other;
        PlainClient gone;
        hasty.open(hub.port());
        other.open(hub.port());
        gone.open(hub.port());
        for (PlainClient *client : {&hasty, &other, &gone})
            QTRY_COMPARE(client->socket().state(), QAbstractSocket::ConnectedState);
        const auto message = newTrack(2, secondsAgo(1));
        hasty.say(message);
        gone.close();
        QTRY_VERIFY(gone.isClosed());
        QVERIFY(other.heard().isEmpty());
        stall->letGo();
        QTRY_COMPARE(webSocketClients(hub.port()), 2);
        // Admitted in either order: it hears of the track by an update or by the snapshot.
        QTRY_COMPARE(json(other.last()).value("track_id"), QJsonValue(2));
    }
};

QTEST_GUILESS_MAIN(tst_HubPlain)
#include "tst_hub_plain.moc"
