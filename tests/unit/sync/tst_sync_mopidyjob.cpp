// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/limits.h"
#include "sync/sources/mopidyjob.h"

#include <QJsonArray>
#include <QTest>

using namespace Sync;
using namespace Sync::Sources;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using State = PlaybackState;

Mopidy::Entry entry(qint64 tlid)
{
    return {.tlid = tlid,
            .track = {.uri = u"file:///%1"_s.arg(tlid),
                      .name = u"Track %1"_s.arg(tlid),
                      .artist = {},
                      .album = {},
                      .length = 60s}};
}

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

} // namespace

class MopidyJobTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void carriesOut_data();
    void carriesOut();
    void waitsForWhatItBringsAbout();
    void waitsForSound();
    void waitsForTheEndOfASeek_data();
    void waitsForTheEndOfASeek();
    void goesNowhereAtTheEnd();
    void isOvertaken_data();
    void isOvertaken();
    void saysNoMoreOnceOvertaken();
    void wakesOneThatIsStuck();
    void putsALengthRight();
};

void MopidyJobTest::carriesOut_data()
{
    QTest::addColumn<Command>("command");
    QTest::addColumn<Mopidy::Snapshot>("now");
    QTest::addColumn<QStringList>("methods"); // none: over
    QTest::addColumn<bool>("good");

    const QString id = u"kitchen"_s;
    const auto stopped = snapshot(State::Stopped);
    const auto playing = snapshot(State::Playing, 1);
    const QStringList nothing;
    QTest::newRow("play") << Command(Play{id}) << stopped << QStringList{u"core.playback.play"_s} << true;
    QTest::newRow("play what plays") << Command(Play{id}) << playing << nothing << true;
    auto empty = stopped;
    empty.tracklistLength = 0;
    QTest::newRow("play nothing") << Command(Play{id}) << empty << nothing << false;
    QTest::newRow("pause") << Command(Pause{id}) << playing << QStringList{u"core.playback.pause"_s} << true;
    QTest::newRow("pause what does not play") << Command(Pause{id}) << stopped << nothing << true;
    QTest::newRow("seek") << Command(Seek{id, 5s}) << playing << QStringList{u"core.playback.seek"_s} << true;
    QTest::newRow("seek behind the end") << Command(Seek{id, 61s}) << playing << nothing << false;
    QTest::newRow("seek before the start") << Command(Seek{id, -5ms}) << playing << nothing << false;
    QTest::newRow("seek in nothing") << Command(Seek{id, 5s}) << stopped << nothing << false;
    auto radio = playing;
    radio.current->track.length.reset();
    QTest::newRow("seek in a station") << Command(Seek{id, 5s}) << radio << nothing << false;
    QTest::newRow("volume") << Command(SetVolume{id, 40, true}) << stopped
                            << QStringList{u"core.mixer.set_volume"_s, u"core.mixer.set_mute"_s} << true;
    QTest::newRow("too loud") << Command(SetVolume{id, 101, {}}) << stopped << nothing << false;
    QTest::newRow("url") << Command(PlayUrl{id, u"http://x/"_s}) << playing
                         << QStringList{u"core.playback.stop"_s, u"core.tracklist.clear"_s,
                                        u"core.tracklist.add"_s}
                         << true;
    QTest::newRow("what follows") << Command(PlayNext{id, u"http://y/"_s, {}, {u"http://x/"_s}}) << playing
                                  << QStringList{u"core.tracklist.remove"_s, u"core.tracklist.add"_s} << true;
    QTest::newRow("what follows nothing")
        << Command(PlayNext{id, u"http://y/"_s}) << stopped << nothing << false;
    QTest::newRow("nothing follows") << Command(PlayNext{id, {}, {}, {u"http://x/"_s}}) << playing
                                     << QStringList{u"core.tracklist.remove"_s} << true;
    QTest::newRow("nothing follows still") << Command(PlayNext{id, {}}) << playing << nothing << true;
    QTest::newRow("a sound server's") << Command(SetDefaultSink{u"a"_s}) << stopped << nothing << false;
}

void MopidyJobTest::carriesOut()
{
    QFETCH(Command, command);
    QFETCH(Mopidy::Snapshot, now);
    QFETCH(QStringList, methods);
    QFETCH(bool, good);
    MopidyMirror mirror(u"kitchen"_s, u"Kitchen"_s);
    (void)mirror.take(now, HubTime{1s});
    MopidyJob job(command, u"Kitchen"_s);
    const auto step = job.begin(mirror);
    if (const auto *over = std::get_if<MopidyJob::Over>(&step)) {
        QVERIFY(methods.isEmpty());
        QCOMPARE(over->reason.isEmpty(), good);
        return;
    }
    QStringList said;
    for (const auto &call : std::get<MopidyJob::Say>(step).calls)
        said.append(call.method);
    QCOMPARE(said, methods);
}

void MopidyJobTest::waitsForWhatItBringsAbout()
{
    MopidyMirror mirror(u"kitchen"_s, u"Kitchen"_s);
    (void)mirror.take(snapshot(State::Stopped), HubTime{1s});
    MopidyJob job(PlayUrl{u"kitchen"_s, u"file:///7"_s}, u"Kitchen"_s);
    QVERIFY(std::holds_alternative<MopidyJob::Say>(job.begin(mirror)));
    const Mopidy::Answer none{.id = 1, .result = QJsonValue::Null, .error = {}};
    const Mopidy::Answer added{.id = 2, .result = QJsonArray{Mopidy::jsonOf(entry(7))}, .error = {}};
    const auto play = job.hear({none, none, added});
    QVERIFY(std::get<MopidyJob::Say>(play).calls == QList{Mopidy::playCall(7)});
    QVERIFY(std::holds_alternative<MopidyJob::Wait>(job.hear({none})));
    QVERIFY(std::holds_alternative<MopidyJob::Wait>(job.look(mirror, HubTime{2s})));
    (void)mirror.take(snapshot(State::Playing, 7), HubTime{2s});
    const auto over = job.look(mirror, HubTime{2s});
    QVERIFY(std::get<MopidyJob::Over>(over).reason.isEmpty());

    MopidyJob other(PlayUrl{u"kitchen"_s, u"odd:7"_s}, u"Kitchen"_s);
    QVERIFY(std::holds_alternative<MopidyJob::Say>(other.begin(mirror)));
    const Mopidy::Answer unknown{.id = 2, .result = QJsonArray{}, .error = {}};
    QCOMPARE(std::get<MopidyJob::Over>(other.hear({none, none, unknown})).reason,
             u"Kitchen knows no way to play odd:7."_s);
}

/// It says that it plays before there is any sound, and would stay silent if it were sent somewhere then.
void MopidyJobTest::waitsForSound()
{
    MopidyMirror mirror(u"kitchen"_s, u"Kitchen"_s);
    (void)mirror.take(snapshot(State::Stopped), HubTime{1s});
    MopidyJob job(PlayUrl{u"kitchen"_s, u"file:///7"_s}, u"Kitchen"_s);
    (void)job.begin(mirror);
    Mopidy::Snapshot silent = snapshot(State::Playing, 7);
    silent.position = 0s;
    (void)mirror.take(silent, HubTime{2s});
    QVERIFY(std::holds_alternative<MopidyJob::Wait>(job.look(mirror, HubTime{2s})));
    auto station = job; // which has no place in what it plays
    (void)mirror.take(silent, HubTime{2s} + Limits::sourceSoundsWithin);
    QVERIFY(std::holds_alternative<MopidyJob::Over>(
        station.look(mirror, HubTime{2s} + Limits::sourceSoundsWithin)));
    silent.position = 20ms;
    (void)mirror.take(silent, HubTime{3s});
    QVERIFY(std::get<MopidyJob::Over>(job.look(mirror, HubTime{3s})).reason.isEmpty());
}

void MopidyJobTest::waitsForTheEndOfASeek_data()
{
    QTest::addColumn<State>("state");
    QTest::addColumn<std::chrono::milliseconds>("position");
    QTest::addColumn<bool>("isTold");
    QTest::addColumn<bool>("over");

    using std::chrono::milliseconds;
    QTest::newRow("on its way") << State::Playing << milliseconds(30s) << false << false;
    QTest::newRow("not there at all") << State::Playing << milliseconds(3s) << false << false;
    QTest::newRow("it has moved on from there") << State::Playing << milliseconds(30'040ms) << false << true;
    QTest::newRow("it has told so") << State::Playing << milliseconds(30s) << true << true;
    QTest::newRow("on its way while paused") << State::Paused << milliseconds(30s) << false << false;
    QTest::newRow("it has told so while paused") << State::Paused << milliseconds(30s) << true << true;
    QTest::newRow("somebody has gone elsewhere") << State::Playing << milliseconds(50s) << true << false;
}

void MopidyJobTest::waitsForTheEndOfASeek()
{
    QFETCH(State, state);
    QFETCH(std::chrono::milliseconds, position);
    QFETCH(bool, isTold);
    QFETCH(bool, over);
    MopidyMirror mirror(u"kitchen"_s, u"Kitchen"_s);
    Mopidy::Snapshot now = snapshot(state, 1);
    (void)mirror.take(now, HubTime{1s});
    MopidyJob job(Seek{u"kitchen"_s, 30s}, u"Kitchen"_s);
    QVERIFY(std::holds_alternative<MopidyJob::Say>(job.begin(mirror)));
    const Mopidy::Answer yes{.id = 1, .result = true, .error = {}};
    QVERIFY(std::holds_alternative<MopidyJob::Wait>(job.hear({yes})));
    if (isTold)
        (void)mirror.hear(Mopidy::Seeked{.position = 30s}, HubTime{11s});
    now.position = position;
    (void)mirror.take(now, HubTime{12s});
    QCOMPARE(std::holds_alternative<MopidyJob::Over>(job.look(mirror, HubTime{12s})), over);
}

/// There is no other track to wait for.
void MopidyJobTest::goesNowhereAtTheEnd()
{
    for (const Command &command : {Command(Next{u"kitchen"_s}), Command(Previous{u"kitchen"_s})}) {
        MopidyMirror mirror(u"kitchen"_s, u"Kitchen"_s);
        (void)mirror.take(snapshot(State::Stopped), HubTime{1s});
        MopidyJob job(command, u"Kitchen"_s);
        QVERIFY(std::holds_alternative<MopidyJob::Say>(job.begin(mirror)));
        QVERIFY(std::get<MopidyJob::Over>(job.look(mirror, HubTime{2s})).reason.isEmpty());
    }
}

void MopidyJobTest::isOvertaken_data()
{
    QTest::addColumn<Command>("earlier");
    QTest::addColumn<Command>("later");
    QTest::addColumn<bool>("moot");

    const QString id = u"kitchen"_s;
    const Command play = PlayUrl{id, u"file:///7"_s};
    const Command stop = Stop{id};
    QTest::newRow("a seek by another track") << Command(Seek{id, 5s}) << play << true;
    QTest::newRow("another track by another") << play << play << true;
    QTest::newRow("a pause by another track") << Command(Pause{id}) << play << true;
    QTest::newRow("what follows by another track") << Command(PlayNext{id, u"x:"_s}) << play << true;
    QTest::newRow("a volume by another track") << Command(SetVolume{id, 5, {}}) << play << false;
    QTest::newRow("another track by a stop") << play << stop << true;
    QTest::newRow("a volume by a stop") << Command(SetVolume{id, 5, {}}) << stop << false;
    QTest::newRow("another track by a pause") << play << Command(Pause{id}) << false;
    QTest::newRow("another track by a seek") << play << Command(Seek{id, 5s}) << false;
    QTest::newRow("a seek by a seek") << Command(Seek{id, 5s}) << Command(Seek{id, 6s}) << false;
    QTest::newRow("next by next") << Command(Next{id}) << Command(Next{id}) << false;
    QTest::newRow("next by another track") << Command(Next{id}) << play << true;
}

void MopidyJobTest::isOvertaken()
{
    QFETCH(Command, earlier);
    QFETCH(Command, later);
    QFETCH(bool, moot);
    MopidyJob job(earlier, u"Kitchen"_s);
    QCOMPARE(job.isMootBefore(later), moot);
    QVERIFY(job.within() > Limits::sourceMootWithin);
    job.overtake();
    QCOMPARE(job.within(), Limits::sourceMootWithin);
    QCOMPARE(job.whyNot(), u"Kitchen was told something else meanwhile."_s);
}

/// What was put on the list is not played any more; what was told to play is waited for, sound or not.
void MopidyJobTest::saysNoMoreOnceOvertaken()
{
    MopidyMirror mirror(u"kitchen"_s, u"Kitchen"_s);
    (void)mirror.take(snapshot(State::Stopped), HubTime{1s});
    const Mopidy::Answer added{.id = 2, .result = QJsonArray{Mopidy::jsonOf(entry(7))}, .error = {}};
    MopidyJob early(PlayUrl{u"kitchen"_s, u"file:///7"_s}, u"Kitchen"_s);
    (void)early.begin(mirror);
    MopidyJob late = early;
    early.overtake();
    QVERIFY(!std::get<MopidyJob::Over>(early.hear({added})).reason.isEmpty());

    QVERIFY(std::holds_alternative<MopidyJob::Say>(late.hear({added})));
    late.overtake();
    QVERIFY(std::holds_alternative<MopidyJob::Wait>(late.hear({added})));
    QVERIFY(std::holds_alternative<MopidyJob::Wait>(late.look(mirror, HubTime{2s})));
    Mopidy::Snapshot silent = snapshot(State::Playing, 7);
    silent.position = 0s;
    (void)mirror.take(silent, HubTime{2s});
    QVERIFY(std::holds_alternative<MopidyJob::Over>(late.look(mirror, HubTime{2s})));
}

void MopidyJobTest::wakesOneThatIsStuck()
{
    MopidyMirror mirror(u"kitchen"_s, u"Kitchen"_s);
    (void)mirror.take(snapshot(State::Paused), HubTime{1s});
    QVERIFY(mirror.isStuck());
    QCOMPARE(mirror.facts().state, State::Stopped);
    MopidyJob job(Play{u"kitchen"_s}, u"Kitchen"_s);
    const auto step = job.begin(mirror);
    QStringList said;
    for (const auto &call : std::get<MopidyJob::Say>(step).calls)
        said.append(call.method);
    QCOMPARE(said, QStringList({u"core.playback.stop"_s, u"core.playback.play"_s}));
}

/// Entries here say that they last 60 s.
void MopidyJobTest::putsALengthRight()
{
    MopidyMirror mirror(u"kitchen"_s, u"Kitchen"_s);
    (void)mirror.take(snapshot(State::Stopped), HubTime{1s});
    const Mopidy::Answer none{.id = 1, .result = QJsonValue::Null, .error = {}};
    const Mopidy::Answer added{.id = 2, .result = QJsonArray{Mopidy::jsonOf(entry(7))}, .error = {}};
    MopidyJob right(PlayUrl{u"kitchen"_s, u"file:///7"_s, 59s}, u"Kitchen"_s);
    (void)right.begin(mirror);
    QVERIFY(std::get<MopidyJob::Say>(right.hear({none, none, added})).calls == QList{Mopidy::playCall(7)});

    MopidyJob wrong(PlayUrl{u"kitchen"_s, u"file:///7"_s, 200s}, u"Kitchen"_s);
    (void)wrong.begin(mirror);
    const auto calls = std::get<MopidyJob::Say>(wrong.hear({none, none, added})).calls;
    QCOMPARE(calls.size(), 2);
    const QJsonObject again = calls.last().parameters.value("tracks"_L1).toArray().first().toObject();
    QCOMPARE(again.value("length"_L1).toInt(), 200'000);
    QCOMPARE(again.value("name"_L1).toString(), u"Track 7"_s);
    const Mopidy::Answer addedAgain{.id = 4, .result = QJsonArray{Mopidy::jsonOf(entry(8))}, .error = {}};
    QVERIFY(std::get<MopidyJob::Say>(wrong.hear({none, addedAgain})).calls == QList{Mopidy::playCall(8)});
}

QTEST_GUILESS_MAIN(MopidyJobTest)
#include "tst_sync_mopidyjob.moc"
