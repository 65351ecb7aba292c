// SPDX-License-Identifier: Apache-2.0
#include "sync/store/syncplayerstate.h"
#include "tests/unit/sync/json.h"

#include <QTest>

using namespace Sync;
using namespace std::chrono_literals;

class tst_SyncSyncPlayerState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void good_data()
    {
        QTest::addColumn<QByteArray>("state");
        QTest::addColumn<quint64>("track");
        QTest::addColumn<QString>("from");
        QTest::addColumn<int>("positionS");
        const auto row = [](const char *name, const char *state, quint64 track, const char *from,
                            int positionS) {
            QTest::addRow("%s", name) << quoted(state) << track << QString(from) << positionS;
        };
        row("as its README has time",
            "{'track_id':2,'from_is':'album','from_is_id':2,'on_pause':true,'last_sec_position':15,"
            "'time_state_update':'2022-05-09T09:09:27+0000'}",
            2, "album", 15);
        row("as its code has it",
            "{'track_id':7,'from_is':'playlist','from_is_id':3,'last_sec_position':4,"
            "'time_state_update':'2022-05-09T09:09:27.123Z'}",
            7, "playlist", 4);
        row("what is zero is left out", "{'track_id':9,'time_state_update':'0001-01-01T00:00:00Z'}", 9,
            "unknown", 0);
    }
    void good()
    {
        QFETCH(QByteArray, state);
        const auto read = sessionFromSyncPlayer(state, "e", HubTime(1h));
        QVERIFY(std::holds_alternative<Session>(read));
        const auto &player = std::get<Session>(read).player();
        QTEST(player->trackId, "track");
        QTEST(player->context.fromIs, "from");
        QFETCH(int, positionS);
        QCOMPARE(player->position, std::chrono::milliseconds(positionS * 1000));
        QVERIFY(player->pausedBy == PausedBy::User);
    }

    void bad_data()
    {
        QTest::addColumn<QByteArray>("state");
        QTest::addColumn<QString>("field");
        QTest::addRow("nothing") << QByteArray() << "";
        QTest::addRow("no track") << quoted("{'from_is':'album'}") << "track_id";
        QTest::addRow("track as text") << quoted("{'track_id':'2'}") << "track_id";
        QTest::addRow("no time") << quoted("{'track_id':2,'time_state_update':'yesterday'}")
                                 << "time_state_update";
        QTest::addRow("too far") << quoted("{'track_id':2,'last_sec_position':99999999999}")
                                 << "last_sec_position";
        QTest::addRow("pause that is none") << quoted("{'track_id':2,'on_pause':1}") << "on_pause";
    }
    void bad()
    {
        QFETCH(QByteArray, state);
        const auto read = sessionFromSyncPlayer(state, "e", HubTime(1h));
        QVERIFY(std::holds_alternative<ParseError>(read));
        QTEST(std::get<ParseError>(read).field, "field");
    }
};

QTEST_GUILESS_MAIN(tst_SyncSyncPlayerState)
#include "tst_sync_syncplayerstate.moc"
