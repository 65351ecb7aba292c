// SPDX-License-Identifier: Apache-2.0
#include "sync/protocol/plainmessages.h"
#include "sync/protocol/plaintime.h"
#include "tests/unit/sync/json.h"

#include <QTest>

using namespace Sync;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

class tst_SyncRestamping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOtherByteStays_data()
    {
        // OLD and NEW stand for the stamps; what comes out differs in nothing else.
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char *name, const char *json) {
            QTest::addRow("%s", name) << quoted(json);
        };
        row("compact", "{'type_push_state':'on_pause','time_state_update':'OLD'}");
        row("stamp first", "{'time_state_update':'OLD','type_push_state':'on_pause'}");
        row("white space", "\r\n {\t'type_push_state' :\n'on_pause' ,  'time_state_update' \t: \n 'OLD' }  ");
        row("non-ASCII",
            "{'type_push_state':'on_pause','who':'Bj\xc3\xb6rk \xf0\x9f\x8e\xb5','time_state_update':'OLD'}");
        row("escapes elsewhere",
            "{'a\\'b':'c\\\\','d':'\\\\\\'','type_push_state':'on_pause','time_state_update':'OLD'}");
        row("escaped name", "{'type_push_state':'on_pause','\\u0074ime_state_updat\\u0065':'OLD'}");
        row("name inside a string",
            "{'type_push_state':'on_pause','x':'\\'time_state_update\\':\\'same\\'','time_state_update':'OLD'"
            "}");
        row("name as a value",
            "{'type_push_state':'on_pause','x':'time_state_update','time_state_update':'OLD'}");
        row("name in a nested object",
            "{'type_push_state':'on_pause','x':{'time_state_update':'same'},'time_state_update':'OLD'}");
        row("name in an array",
            "{'type_push_state':'on_pause','x':['time_state_update',{'time_state_update':'same'}],"
            "'time_state_update':'OLD'}");
        row("brackets in strings",
            "{'type_push_state':'on_pause','x':'}]{[','time_state_update':'OLD','y':'{'}");
        row("numbers as written",
            "{'type_push_state':'new_track','track_id':2e0,'x':1.50,'time_state_update':'OLD'}");
        row("said twice",
            "{'type_push_state':'on_pause','time_state_update':'OLD','time_state_update':'OLD'}");
    }
    void everyOtherByteStays()
    {
        QFETCH(QByteArray, json);
        const QByteArray old = "2001-01-01T00:00:00.123456789+09:30";
        const WallTime stamp = parsePlainTime("2022-05-09T09:09:12.250Z").value();
        const QByteArray sent = QByteArray(json).replace("OLD", old);
        QVERIFY(std::holds_alternative<Plain::Message>(Plain::parse(sent)));
        const QByteArray relayed = Plain::restamped(sent, stamp);
        QCOMPARE(relayed, QByteArray(json).replace("OLD", "2022-05-09T09:09:12.250+0000"));
        const auto again = Plain::parse(relayed);
        QVERIFY(std::holds_alternative<Plain::Message>(again));
        QVERIFY(std::get<Plain::Message>(again).stamp == stamp);
    }

    void believable_data()
    {
        QTest::addColumn<milliseconds>("ahead");
        QTest::addColumn<bool>("believed");
        QTest::addRow("now") << 0ms << true;
        QTest::addRow("2 s ahead") << 2000ms << true;
        QTest::addRow("more than 2 s ahead") << 2001ms << false;
        QTest::addRow("60 s behind") << -60000ms << true;
        QTest::addRow("more than 60 s behind") << -60001ms << false;
        QTest::addRow("years behind") << milliseconds(-24h * 365 * 20) << false;
        QTest::addRow("years ahead") << milliseconds(24h * 365 * 200) << false;
    }
    void believable()
    {
        QFETCH(milliseconds, ahead);
        const WallTime received = parsePlainTime("2022-05-09T09:09:12Z").value();
        QTEST(Plain::believable(received + ahead, received), "believed");
    }

    void extremeStampsAreNotBelieved()
    {
        const WallTime received = parsePlainTime("2022-05-09T09:09:12Z").value();
        QVERIFY(!Plain::believable(parsePlainTime("0001-01-01T00:00:00Z").value(), received));
        QVERIFY(!Plain::believable(parsePlainTime("9999-12-31T23:59:59.999-2359").value(), received));
    }
};

QTEST_GUILESS_MAIN(tst_SyncRestamping)
#include "tst_sync_restamping.moc"
