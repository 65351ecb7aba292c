// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/mopidymirror.h"

#include <QRegularExpression>
#include <QTest>

using namespace Sync;
using namespace Sync::Sources;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using State = PlaybackState;
using Step = std::variant<Mopidy::Said, Mopidy::Snapshot>;

Mopidy::Entry entry(qint64 tlid)
{
    return {.tlid = tlid,
            .track = {.uri = u"file:///%1"_s.arg(tlid),
                      .name = u"Track %1"_s.arg(tlid),
                      .artist = {},
                      .album = {},
                      .length = 60s}};
}

Step state(State before, State after)
{
    return Mopidy::Said(Mopidy::StateChanged{.before = before, .after = after});
}
Step started(qint64 tlid) { return Mopidy::Said(Mopidy::Started{.entry = entry(tlid)}); }
Step ended(qint64 tlid) { return Mopidy::Said(Mopidy::Ended{.entry = entry(tlid), .position = 1s}); }
Step paused(qint64 tlid) { return Mopidy::Said(Mopidy::Paused{.entry = entry(tlid), .position = 2s}); }
Step resumed(qint64 tlid) { return Mopidy::Said(Mopidy::Resumed{.entry = entry(tlid), .position = 2s}); }
Step volume(int percent) { return Mopidy::Said(Mopidy::VolumeChanged{.percent = percent}); }

Mopidy::Snapshot snapshot(State state, qint64 tlid = 0, int percent = 100)
{
    return {.state = state,
            .current = tlid > 0 ? std::optional(entry(tlid)) : std::nullopt,
            .position = 3s,
            .percent = percent,
            .muted = false,
            .tracklistVersion = 1,
            .tracklistLength = 2};
}

/// "started 1" and the like: what an event is in one word, and of which track.
QString wordsFor(const Event &event)
{
    if (event.event == "playback_state_changed"_L1)
        return event.data.value("old_state"_L1).toString() + u'>'
            + event.data.value("new_state"_L1).toString();
    if (event.event == "volume_changed"_L1)
        return u"volume %1"_s.arg(event.data.value("volume"_L1).toInt());
    const QString short_ = event.event.section(u'_', -1);
    const QJsonValue place = event.data.value("tl_track"_L1);
    return place.isObject() ? u"%1 %2"_s.arg(short_).arg(place.toObject().value("tlid"_L1).toInt()) : short_;
}

/// What comes of the steps, one second apart.
QStringList told(MopidyMirror &mirror, const QList<Step> &steps)
{
    QStringList words;
    HubTime now{10s};
    for (const Step &step : steps) {
        now += 1s;
        const auto events = std::holds_alternative<Mopidy::Said>(step)
            ? mirror.hear(std::get<Mopidy::Said>(step), now)
            : mirror.take(std::get<Mopidy::Snapshot>(step), now);
        for (const Event &event : events)
            words.append(wordsFor(event));
    }
    return words;
}

} // namespace

class MopidyMirrorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEachOnce_data();
    void tellsEachOnce();
    void asksWhatDoesNotFollow_data();
    void asksWhatDoesNotFollow();
    void doubtsWhatWasOutrun();
    void endsAsItIs();
    void comesBack_data();
    void comesBack();
    void knowsThePosition();
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void readsSnapshots();
    void readsTracks();
};

void MopidyMirrorTest::tellsEachOnce_data()
{
    QTest::addColumn<QList<Step>>("steps");
    QTest::addColumn<QStringList>("expected");

    const Step stopped = snapshot(State::Stopped);
    const Step playing1 = snapshot(State::Playing, 1);
    const Step playing2 = snapshot(State::Playing, 2);
    const QList<Step> play{state(State::Stopped, State::Playing), started(1)};
    const QStringList played{u"stopped>playing"_s, u"started 1"_s};
    const QStringList over{u"playing>stopped"_s, u"ended 1"_s};

    QTest::newRow("played") << play << played;
    QTest::newRow("the answer comes between") << QList<Step>{play[0], playing1, play[1]} << played;
    QTest::newRow("the answer comes first") << QList<Step>{playing1} + play << played;
    QTest::newRow("the answer comes last") << play + QList<Step>{playing1} << played;
    QTest::newRow("only the answer comes") << QList<Step>{playing1, playing1} << played;
    QTest::newRow("natural end") << play
            + QList<Step>{state(State::Playing, State::Stopped), ended(1), stopped}
                                 << played + over;
    QTest::newRow("end, the answer first")
        << play + QList<Step>{stopped, state(State::Playing, State::Stopped), ended(1)} << played + over;
    QTest::newRow("end, the answer between")
        << play + QList<Step>{state(State::Playing, State::Stopped), stopped, ended(1)} << played + over;
    const QStringList wentOn{u"ended 1"_s, u"started 2"_s};
    const QList<Step> next{ended(1), state(State::Playing, State::Playing), started(2)};
    QTest::newRow("next") << play + next << played + wentOn;
    QTest::newRow("next, the answer first") << play + QList<Step>{playing2} + next << played + wentOn;
    QTest::newRow("next, the answer between")
        << play + QList<Step>{next[0], playing2, next[1], next[2]} << played + wentOn;
    QTest::newRow("the same again") << play + QList<Step>{ended(1), started(1), playing1}
                                    << played + QStringList{u"ended 1"_s, u"started 1"_s};
    Mopidy::Snapshot fromTheTop = snapshot(State::Playing, 1);
    fromTheTop.position = 0s;
    QTest::newRow("the same again, the answer between")
        << play + QList<Step>{ended(1), fromTheTop, started(1), playing1}
        << played + QStringList{u"ended 1"_s, u"started 1"_s};
    QTest::newRow("an end that was none") << play + QList<Step>{ended(1), playing1} << played;
    QTest::newRow("an end that is not told of")
        << play + QList<Step>{state(State::Playing, State::Stopped), stopped} << played + over;
    QTest::newRow("two ends at once")
        << play + QList<Step>{ended(1), state(State::Playing, State::Stopped), ended(1), stopped}
        << played + over;
    QTest::newRow("paused while it stands still")
        << QList<Step>{state(State::Stopped, State::Paused), snapshot(State::Paused), snapshot(State::Paused)}
        << QStringList{};
    QTest::newRow("paused behind the end")
        << play + QList<Step>{snapshot(State::Paused), state(State::Playing, State::Stopped), ended(1)}
        << played + over;
    QTest::newRow("begun again after a seek") << play + QList<Step>{started(1), playing1} << played;
    const QList<Step> pause{state(State::Playing, State::Paused), paused(1)};
    const QList<Step> resume{state(State::Paused, State::Playing), resumed(1)};
    const QStringList pausedOnce{u"playing>paused"_s, u"paused 1"_s};
    const QStringList resumedOnce{u"paused>playing"_s, u"resumed 1"_s};
    const Step isPaused = snapshot(State::Paused, 1);
    QTest::newRow("paused and resumed") << play + pause + resume << played + pausedOnce + resumedOnce;
    QTest::newRow("paused, the answer first") << play + QList<Step>{isPaused} + pause << played + pausedOnce;
    QTest::newRow("paused, the answer between")
        << play + QList<Step>{pause[0], isPaused, pause[1]} << played + pausedOnce;
    QTest::newRow("resumed, the answer first")
        << play + pause + QList<Step>{playing1} + resume << played + pausedOnce + resumedOnce;
    QTest::newRow("paused and resumed, the answers first")
        << play + QList<Step>{isPaused, playing1} + pause + resume << played + pausedOnce + resumedOnce;
    QTest::newRow("there and back, the answers first")
        << play + QList<Step>{playing2, playing1, ended(1), started(2), ended(2), started(1), playing1}
        << played + wentOn + QStringList{u"ended 2"_s, u"started 1"_s};
    QTest::newRow("played and paused, the answer first") << QList<Step>{isPaused} + play
            + pause << QStringList{u"stopped>paused"_s, u"started 1"_s, u"paused 1"_s};
    QTest::newRow("two tracks, the answer first")
        << play + QList<Step>{snapshot(State::Playing, 3), ended(1), started(2), ended(2), started(3)}
        << played + QStringList{u"ended 1"_s, u"started 3"_s};
    QTest::newRow("volume") << QList<Step>{volume(40), volume(40), snapshot(State::Stopped, 0, 40)}
                            << QStringList{u"volume 40"_s};
    QTest::newRow("volume repeated with a track") << QList<Step>{volume(100)} << QStringList{};
    QTest::newRow("volume, the answer first")
        << QList<Step>{snapshot(State::Stopped, 0, 40), volume(20), volume(30), volume(40),
                       snapshot(State::Stopped, 0, 40), volume(50)}
        << QStringList{u"volume 40"_s, u"volume 50"_s};
}

void MopidyMirrorTest::tellsEachOnce()
{
    QFETCH(QList<Step>, steps);
    QFETCH(QStringList, expected);
    MopidyMirror mirror(u"kitchen"_s, u"Kitchen"_s);
    QCOMPARE(told(mirror, {snapshot(State::Stopped)}), QStringList{u"online"_s});
    QCOMPARE(told(mirror, steps), expected);
}

void MopidyMirrorTest::asksWhatDoesNotFollow_data()
{
    QTest::addColumn<Step>("step");
    QTest::addColumn<int>("wish");

    const int soon = int(MopidyMirror::Wish::Soon);
    const int now = int(MopidyMirror::Wish::Now);
    QTest::newRow("what follows is verified") << state(State::Playing, State::Paused) << soon;
    QTest::newRow("another state before") << state(State::Stopped, State::Paused) << now;
    QTest::newRow("another track before") << started(2) << now;
    QTest::newRow("paused while it plays") << paused(1) << now;
    QTest::newRow("an end while it plays") << ended(1) << now;
    QTest::newRow("nothing to us") << Step(Mopidy::Said(Mopidy::OtherEvent{}))
                                   << int(MopidyMirror::Wish::Nothing);
}

void MopidyMirrorTest::asksWhatDoesNotFollow()
{
    QFETCH(Step, step);
    QFETCH(int, wish);
    MopidyMirror mirror(u"kitchen"_s, u"Kitchen"_s);
    (void)told(mirror, {snapshot(State::Playing, 1)});
    mirror.asked();
    (void)told(mirror, {step});
    QCOMPARE(int(mirror.wish()), wish);
    mirror.asked();
    QCOMPARE(int(mirror.wish()), int(MopidyMirror::Wish::Nothing));
}

/// Whatever was heard, in whatever order: after a snapshot it is as that says.
/// It was asked while it went from one track to the next: what it said is of before.
void MopidyMirrorTest::doubtsWhatWasOutrun()
{
    MopidyMirror mirror(u"m"_s, u"M"_s);
    (void)told(mirror, {snapshot(State::Playing, 1)});
    mirror.asked();
    QCOMPARE(told(mirror, {ended(1), started(2), snapshot(State::Playing, 1)}),
             QStringList({u"ended 1"_s, u"started 2"_s}));
    QVERIFY(mirror.isInDoubt() && mirror.wish() != MopidyMirror::Wish::Nothing);
    mirror.asked();
    QCOMPARE(told(mirror, {snapshot(State::Playing, 2)}), QStringList());
    QVERIFY(!mirror.isInDoubt());
    for (int i = 0; i < 2; ++i) {
        mirror.asked();
        QCOMPARE(told(mirror, {started(2), snapshot(State::Playing, 3)}), QStringList());
    }
    mirror.asked(); // something is told all the time: it must do
    QCOMPARE(told(mirror, {started(2), snapshot(State::Playing, 3)}),
             QStringList({u"ended 2"_s, u"started 3"_s}));
}

void MopidyMirrorTest::endsAsItIs()
{
    const QList<Step> all{state(State::Stopped, State::Playing),
                          started(1),
                          paused(1),
                          ended(1),
                          state(State::Playing, State::Paused),
                          started(2),
                          volume(7),
                          resumed(2),
                          state(State::Paused, State::Stopped),
                          ended(2),
                          started(1),
                          snapshot(State::Paused, 2, 3),
                          snapshot(State::Playing, 1)};
    quint32 random = 1;
    for (int round = 0; round < 2000; ++round) {
        MopidyMirror mirror(u"kitchen"_s, u"Kitchen"_s);
        (void)told(mirror, {snapshot(State::Stopped)});
        QList<Step> steps;
        for (int i = 0; i < 12; ++i) {
            random = random * 1664525 + 1013904223;
            steps.append(all.at((random >> 16) % all.size()));
        }
        const State last = State(round % 3);
        QStringList words = told(mirror, steps + QList<Step>{snapshot(last, 2, 55)});
        QCOMPARE(mirror.facts().state, last);
        QCOMPARE(mirror.facts().volumePercent, 55);
        QCOMPARE(mirror.facts().track.has_value(), last != State::Stopped);
        // What has begun has ended, but for what is there; nothing begins or ends twice.
        words = words.filter(u"ed "_s).filter(QRegularExpression(u"^(started|ended)"_s));
        for (qsizetype i = 0; i < words.size(); ++i)
            QVERIFY2(words.at(i).startsWith(i % 2 == 0 ? u"started"_s : u"ended"_s),
                     qPrintable(words.join(u", ")));
        QCOMPARE(words.size() % 2 == 1, last != State::Stopped);
    }
}

void MopidyMirrorTest::comesBack_data()
{
    QTest::addColumn<Mopidy::Snapshot>("after");
    QTest::addColumn<QStringList>("expected");

    Mopidy::Snapshot same = snapshot(State::Playing, 1);
    same.position = 10s;
    QTest::newRow("as it was") << same << QStringList{u"online"_s};
    QTest::newRow("begun again") << snapshot(State::Playing, 1)
                                 << QStringList{u"online"_s, u"ended 1"_s, u"started 1"_s};
    Mopidy::Snapshot restarted = snapshot(State::Stopped);
    restarted.tracklistVersion = 0;
    restarted.tracklistLength = 0;
    QTest::newRow("started anew") << restarted
                                  << QStringList{u"online"_s, u"changed"_s, u"playing>stopped"_s,
                                                 u"ended 1"_s};
    Mopidy::Snapshot other = snapshot(State::Playing, 1);
    other.current->track.uri = u"file:///other"_s;
    QTest::newRow("another of that number")
        << other << QStringList{u"online"_s, u"ended 1"_s, u"started 1"_s};
}

void MopidyMirrorTest::comesBack()
{
    QFETCH(Mopidy::Snapshot, after);
    QFETCH(QStringList, expected);
    MopidyMirror mirror(u"kitchen"_s, u"Kitchen"_s);
    Mopidy::Snapshot before = snapshot(State::Playing, 1);
    before.position = 9s;
    (void)told(mirror, {before});
    const auto lost = mirror.lose(HubTime{12s});
    QCOMPARE(lost.size(), 1);
    QCOMPARE(lost.first().event, u"player_offline"_s);
    QVERIFY(!mirror.facts().online);
    QCOMPARE(mirror.facts().track->name, u"Track 1"_s);
    QVERIFY(mirror.lose(HubTime{12s}).isEmpty());
    QVERIFY(told(mirror, {state(State::Playing, State::Stopped)}).isEmpty());
    QCOMPARE(told(mirror, {after}), expected);
    QVERIFY(mirror.facts().online);
}

void MopidyMirrorTest::knowsThePosition()
{
    MopidyMirror mirror(u"kitchen"_s, u"Kitchen"_s);
    (void)mirror.take(snapshot(State::Playing, 1), HubTime{10s});
    QCOMPARE(mirror.positionAt(HubTime{14s}), 7s);
    QCOMPARE(mirror.positionAt(HubTime{200s}), 60s);
    (void)mirror.hear(Mopidy::StateChanged{.before = State::Playing, .after = State::Paused}, HubTime{15s});
    QCOMPARE(mirror.positionAt(HubTime{200s}), 8s);
    (void)mirror.hear(Mopidy::Paused{.entry = entry(1), .position = 7900ms}, HubTime{15s});
    QCOMPARE(mirror.positionAt(HubTime{200s}), 7900ms);
    (void)mirror.hear(Mopidy::Seeked{.position = 30s}, HubTime{16s});
    QCOMPARE(mirror.positionAt(HubTime{200s}), 30s);
}

void MopidyMirrorTest::parses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<Mopidy::Said>("expected");

    const QByteArray track =
        R"({"__model__":"TlTrack","tlid":3,"track":{"__model__":"Track","uri":"file:///3","name":"Track 3","length":60000}})";
    QTest::newRow("state") << QByteArray(
        R"({"old_state":"stopped","new_state":"playing","event":"playback_state_changed"})")
                           << Mopidy::Said(Mopidy::StateChanged{State::Stopped, State::Playing});
    QTest::newRow("started") << QByteArray(R"({"event":"track_playback_started","tl_track":)" + track + '}')
                             << Mopidy::Said(Mopidy::Started{entry(3)});
    QTest::newRow("ended") << QByteArray(R"({"event":"track_playback_ended","time_position":2,"tl_track":)"
                                         + track + '}')
                           << Mopidy::Said(Mopidy::Ended{entry(3), 2ms});
    QTest::newRow("seeked") << QByteArray(R"({"event":"seeked","time_position":12000})")
                            << Mopidy::Said(Mopidy::Seeked{12s});
    QTest::newRow("volume") << QByteArray(R"({"volume": 40, "event": "volume_changed"})")
                            << Mopidy::Said(Mopidy::VolumeChanged{40});
    QTest::newRow("mute") << QByteArray(R"({"mute": true, "event": "mute_changed"})")
                          << Mopidy::Said(Mopidy::MuteChanged{true});
    QTest::newRow("tracklist") << QByteArray(R"({"event":"tracklist_changed"})")
                               << Mopidy::Said(Mopidy::TracklistChanged{});
    QTest::newRow("one of tomorrow") << QByteArray(R"({"event":"cover_changed","x":[1]})")
                                     << Mopidy::Said(Mopidy::OtherEvent{});
}

void MopidyMirrorTest::parses()
{
    QFETCH(QByteArray, json);
    QFETCH(Mopidy::Said, expected);
    const auto parsed = Mopidy::parse(json);
    const auto *message = std::get_if<Mopidy::Message>(&parsed);
    QVERIFY(message);
    QVERIFY(std::get<Mopidy::Said>(*message) == expected);
}

void MopidyMirrorTest::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("field");

    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("no JSON") << QByteArray("<html>") << QString();
    QTest::newRow("a number for an event") << QByteArray(R"({"event":1})") << u"event"_s;
    QTest::newRow("an unknown state")
        << QByteArray(R"({"old_state":"stopped","new_state":"lost","event":"playback_state_changed"})")
        << u"new_state"_s;
    QTest::newRow("no track") << QByteArray(R"({"event":"track_playback_started"})") << u"tl_track.tlid"_s;
    QTest::newRow("too loud") << QByteArray(R"({"volume":101,"event":"volume_changed"})") << u"volume"_s;
    QTest::newRow("a volume in words")
        << QByteArray(R"({"volume":"40","event":"volume_changed"})") << u"volume"_s;
    QTest::newRow("before the start")
        << QByteArray(R"({"event":"seeked","time_position":-5})") << u"time_position"_s;
    QTest::newRow("an answer to nothing") << QByteArray(R"({"result":1})") << u"id"_s;
}

void MopidyMirrorTest::refuses()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, field);
    const auto parsed = Mopidy::parse(json);
    const auto *fault = std::get_if<ParseError>(&parsed);
    QVERIFY(fault);
    QCOMPARE(fault->field, field);
    QVERIFY(!fault->reason.isEmpty());
}

void MopidyMirrorTest::readsSnapshots()
{
    const QJsonObject place = Mopidy::jsonOf(entry(1));
    const auto read = Mopidy::snapshotFrom({u"paused"_s, place, 3000, 100, false, 1, 2});
    QVERIFY(std::holds_alternative<Mopidy::Snapshot>(read));
    QVERIFY(std::get<Mopidy::Snapshot>(read) == snapshot(State::Paused, 1));
    const auto mute =
        Mopidy::snapshotFrom({u"stopped"_s, QJsonValue::Null, 0, QJsonValue::Null, QJsonValue::Null, 0, 0});
    QVERIFY(!std::get<Mopidy::Snapshot>(mute).percent);
    const auto odd = Mopidy::snapshotFrom({u"stopped"_s, QJsonValue::Null, u"3"_s, 1, false, 0, 0});
    QCOMPARE(std::get<ParseError>(odd).field, u"position"_s);
}

void MopidyMirrorTest::readsTracks()
{
    const QByteArray longTitle(100'000, 'x');
    const auto parsed = Mopidy::parse(
        R"({"event":"track_playback_started","tl_track":{"tlid":1,"track":{"uri":"a:b","name":")" + longTitle
        + R"(","artists":[{"name":"A"},{"x":1},{"name":"B"}],"album":{"name":"C"},"length":null}}})");
    const auto &track =
        std::get<Mopidy::Started>(std::get<Mopidy::Said>(std::get<Mopidy::Message>(parsed))).entry.track;
    QCOMPARE(track.uri, u"a:b"_s);
    QVERIFY(track.name.size() < 1000);
    QCOMPARE(track.artist, u"A, B"_s);
    QCOMPARE(track.album, u"C"_s);
    QVERIFY(!track.length);
}

QTEST_GUILESS_MAIN(MopidyMirrorTest)
#include "tst_sync_mopidymirror.moc"
