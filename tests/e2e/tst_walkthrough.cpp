// SPDX-License-Identifier: Apache-2.0
#include "support/program/runningprogram.h"
#include "support/program/wireclient.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

/// sync_player's README walk-through, its times moved to now, with two plain clients and a native one.
class tst_Walkthrough : public QObject
{
    Q_OBJECT

    QTemporaryDir m_data;
    RunningProgram m_hub;
    QUrl m_address;

    static QByteArray at(const QDateTime &time)
    {
        return time.toUTC().toString("yyyy-MM-ddTHH:mm:ss").toLatin1() + "+0000";
    }

    /// JSON written with single quotes: moc does not read raw strings.
    static QByteArray json(QByteArray text) { return text.replace('\'', '"'); }

private Q_SLOTS:
    void initTestCase()
    {
        m_hub.start("segued",
                    {"--port", "0", "--data-dir", m_data.path(), "--music", m_data.path(), "--no-audio"});
        m_address = m_hub.ready();
        QVERIFY2(m_address.isValid(), m_hub.log());
    }

    void readme()
    {
        // The README's 09:09:12; far enough back that the last stamp is not ahead of the clock.
        const QDateTime start = QDateTime::currentDateTimeUtc().addSecs(-30);
        WireClient first(m_address);
        QCOMPARE(first.next(), json("{'type_push_state':'no_track_state'}"));
        NativeClient native(m_address, "witness");
        QVERIFY(!native.firstState.contains("player"));

        first.send(json("{'type_push_state':'new_track', 'track_id':2,'from_is':'album','from_is_id':2,"
                        "'time_state_update':'"
                        + at(start) + "'}"));
        QVERIFY(!native.state([](const QJsonObject &player) { return player["track_id"] == 2; }).isEmpty());

        // A second device joins 10 s in: from the snapshot it computes 10.
        WireClient second(m_address);
        QCOMPARE(second.next(),
                 json("{'from_is':'album','from_is_id':2,'last_sec_position':0,'on_pause':false,"
                      "'time_state_update':'"
                      + at(start) + "','track_id':2}"));

        // Paused at 09:09:27: 15 s have been played.
        const QByteArray onPause =
            json("{ 'type_push_state':'on_pause','time_state_update':'" + at(start.addSecs(15)) + "'}");
        second.send(onPause);
        QCOMPARE(first.next(), onPause); // byte for byte
        const QJsonObject paused =
            native.state([](const QJsonObject &player) { return player["paused_by"] == "user"; });
        QCOMPARE(paused["player"]["position_ms"].toInt(), 15'000);

        // A third one sees the pause; then the music goes on and is moved.
        WireClient third(m_address);
        const QJsonObject state = QJsonDocument::fromJson(third.next()).object();
        QCOMPARE(state["on_pause"], QJsonValue(true));
        QCOMPARE(state["last_sec_position"], QJsonValue(15));
        const QByteArray offPause =
            json("{'type_push_state':'off_pause','time_state_update':'" + at(start.addSecs(20)) + "'}");
        third.send(offPause);
        QCOMPARE(first.next(), offPause);
        QCOMPARE(second.next(), offPause);
        const QByteArray moved = json("{'type_push_state':'change_position','last_sec_position':60,"
                                      "'time_state_update':'"
                                      + at(start.addSecs(25)) + "'}");
        first.send(moved);
        QCOMPARE(second.next(), moved);
        QCOMPARE(third.next(), moved);

        // Nobody heard an echo, and nobody anything else.
        QCOMPARE(first.settled(), QByteArrayList());
        QCOMPARE(second.settled(), QByteArrayList());
        QCOMPARE(third.settled(), QByteArrayList());
        const QJsonObject last =
            native.state([](const QJsonObject &player) { return player["position_ms"] == 60'000; });
        QCOMPARE(last["player"]["paused_by"].toString(), "nobody");
    }
};

QTEST_GUILESS_MAIN(tst_Walkthrough)
#include "tst_walkthrough.moc"
