// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/eventlog.h"
#include "tests/unit/sync/json.h"

#include <QTest>

using namespace Sync;
using namespace Sync::Sources;
using namespace std::chrono_literals;

namespace {

const HubTime start{1000s};

Event named(const char *name) { return {.source = "segue", .event = name, .player = {}, .data = {}}; }

/// The numbers of what came after; "gone" where some of it is forgotten.
QString after(const EventLog &log, quint64 seq)
{
    const auto events = log.after(seq);
    if (!events)
        return "gone";
    QStringList numbers;
    for (const LoggedEvent *event : *events)
        numbers.append(QString::number(event->seq));
    return numbers.join(' ');
}

} // namespace

class tst_SyncEventLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsTold()
    {
        const Event event{.source = "mopidy",
                          .event = "playback_state_changed",
                          .player = "player1",
                          .data = {{"new_state", "playing"}}};
        QCOMPARE(object(encode(event, 7, start)),
                 object(quoted("{'source':'mopidy','event':'playback_state_changed','player':'player1',"
                               "'seq':7,'at_us':1000000000,'data':{'new_state':'playing'}}")));
        QVERIFY(!object(encode(named("sink.change"), 7, start)).contains("player"));
    }

    void after_data()
    {
        QTest::addColumn<int>("events");
        QTest::addColumn<quint64>("since");
        QTest::addColumn<QString>("heard");
        const auto row = [](const char *name, int events, quint64 since, const char *heard) {
            QTest::addRow("%s", name) << events << since << QString(heard);
        };
        // The log begins after 100 and holds three.
        row("nothing happened", 0, 100, "");
        row("before this log", 0, 99, "gone");
        row("after this log", 0, 101, "gone");
        row("of all", 2, 100, "101 102");
        row("of one", 2, 101, "102");
        row("nothing new", 2, 102, "");
        row("from the future", 2, 103, "gone");
        row("full, nothing forgotten", 3, 100, "101 102 103");
        row("one forgotten", 4, 100, "gone");
        row("one forgotten, but heard", 4, 101, "102 103 104");
        row("long ago", 9, 0, "gone");
    }
    void after()
    {
        QFETCH(int, events);
        QFETCH(quint64, since);
        EventLog log(100, {.events = 3, .bytes = 1'000'000});
        for (int i = 0; i < events; ++i)
            (void)log.append(named("seeked"), start);
        QTEST(::after(log, since), "heard");
        QCOMPARE(log.newest(), quint64(100 + events));
    }

    void bytesAreBoundedToo()
    {
        EventLog log(0, {.events = 100, .bytes = 1000});
        Event large = named("devices_changed");
        large.data.insert("names", QString(400, 'x'));
        for (int i = 0; i < 5; ++i)
            (void)log.append(large, start);
        QCOMPARE(::after(log, 2), "gone");
        QCOMPARE(::after(log, 3), "4 5");
        large.data.insert("names", QString(5000, 'x'));
        QCOMPARE(log.append(large, start).seq, 6U); // told all the same
        QCOMPARE(::after(log, 5), "6");
        QCOMPARE(::after(log, 4), "gone");
    }

    void burst()
    {
        EventLog log(0, {.events = 10, .bytes = 10'000});
        Burst burst(50ms);
        QVERIFY(!burst.due());
        QVERIFY(!burst.take(start + 1h));
        burst.add(log.append(named("track_playback_started"), start));
        QCOMPARE(burst.due(), start + 50ms);
        burst.add(log.append(named("playback_state_changed"), start + 49ms));
        QCOMPARE(burst.due(), start + 50ms); // it does not wait for ever
        QVERIFY(!burst.take(start + 49ms));
        const auto told = burst.take(start + 50ms);
        QVERIFY(told);
        QCOMPARE(told->event.event, "playback_state_changed");
        QCOMPARE(told->seq, 2U);
        QVERIFY(!burst.take(start + 51ms));
        burst.add(log.append(named("seeked"), start + 51ms));
        QCOMPARE(burst.due(), start + 101ms);
    }

    void sourcesThatClientsKnow_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("event");
        QTest::addColumn<QString>("known");
        const auto row = [](const char *source, const char *event, const char *known) {
            QTest::addRow("%s %s", source, event) << QString(source) << QString(event) << QString(known);
        };
        row("segue", "playback_state_changed", "mopidy");
        row("segue", "devices_changed", "mopidy");
        row("segue", "sink.change", "pulseaudio");
        row("segue", "sink_input.new", "pulseaudio");
        row("mopidy", "track_playback_started", "mopidy");
        row("pulseaudio", "sink.change", "pulseaudio");
    }
    void sourcesThatClientsKnow()
    {
        QFETCH(QString, source);
        QFETCH(QString, event);
        QTEST(asKnownSource({.source = source, .event = event, .player = {}, .data = {}}).source, "known");
    }
};

QTEST_GUILESS_MAIN(tst_SyncEventLog)
#include "tst_sync_eventlog.moc"
