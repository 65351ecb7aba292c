// SPDX-License-Identifier: Apache-2.0
#include "app/player/follower.h"

#include <QTest>

using namespace Player;
using namespace std::chrono_literals;
using namespace Following;

namespace {

const TrackKey song{.track = 7, .playId = 1};
const TrackKey other{.track = 8, .playId = 2};
const TrackKey songAgain{.track = 7, .playId = 3};
const Follower::TimePoint zero{1h};
constexpr auto startLead = 20ms;
constexpr auto jumpLead = 70ms;
const Own nothing{.delays = {.start = startLead, .jump = jumpLead}};

Target playing(std::chrono::milliseconds at, TrackKey key = song)
{
    return {.key = key, .position = at, .together = true};
}
Target paused(std::chrono::milliseconds at)
{
    return {.key = song, .position = at, .paused = true, .together = true};
}
Target alone(std::chrono::milliseconds at) { return {.key = song, .position = at}; }
Own is(Condition condition, std::chrono::milliseconds at)
{
    return {.key = song, .position = at, .condition = condition, .delays = nothing.delays};
}

Target exactly(std::chrono::microseconds at, qint64 revision = 1)
{
    return {.key = song, .position = at, .revision = revision, .together = true};
}
Own exact(Condition condition, std::chrono::microseconds at)
{
    return {.key = song, .position = at, .condition = condition, .exact = true};
}

QByteArray text(const Action &action)
{
    struct {
        QByteArray operator()(Hold) const { return "hold"; }
        QByteArray operator()(Jump jump) const
        {
            return "jump " + QByteArray::number(qint64(jump.to.count()));
        }
        QByteArray operator()(Nudge nudge) const { return "nudge " + QByteArray::number(nudge.ppm); }
        QByteArray operator()(Pause) const { return "pause"; }
        QByteArray operator()(Resume) const { return "resume"; }
        QByteArray operator()(Start start) const
        {
            return "start " + QByteArray::number(qint64(start.from.count()))
                + (start.paused ? " paused" : "");
        }
        QByteArray operator()(Stop) const { return "stop"; }
    } name;
    return std::visit(name, action);
}

QByteArray at(const char *what, std::chrono::milliseconds position)
{
    return what + QByteArray(" ") + QByteArray::number(qint64(position.count()));
}

} // namespace

Q_DECLARE_METATYPE(std::optional<Player::Target>)
Q_DECLARE_METATYPE(Player::Own)

class FollowerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decides_data();
    void decides();
    void settlesAfterAStart();
    void jumpsAtOnceForAWish();
    void doesNotJumpAllTheTime();
    void isPatientAgainLater();
    void resumesColdByStarting();
    void pausesWhatIsStillLoading();
    void waitsForAStartThatLiesAhead();
    void beginsAheadWhereItIsExact();
    void leapsAtOnceWithTheSession();
    void jumpsWhenItIsSureThatItIsOff();
    void staysInTime_data();
    void staysInTime();
};

void FollowerTest::decides_data()
{
    using enum Condition;
    QTest::addColumn<std::optional<Target>>("target");
    QTest::addColumn<Own>("own");
    QTest::addColumn<QByteArray>("action");
    const auto row = [](const char *name, const std::optional<Target> &target, const Own &own,
                        const QByteArray &action) { QTest::newRow(name) << target << own << action; };
    row("nothing to play, nothing plays", std::nullopt, is(Idle, 0ms), "hold");
    row("nothing to play, something plays", std::nullopt, is(Sounding, 5s), "stop");
    row("nothing to play, something paused", std::nullopt, is(Paused, 5s), "stop");
    row("nothing played yet", playing(30s), nothing, at("start", 30s + startLead));
    row("nothing played yet, paused", paused(30s), nothing, "start 30000 paused");
    row("another track", playing(10s, other), is(Sounding, 10s), at("start", 10s + startLead));
    row("the same track once more", playing(10s, songAgain), is(Sounding, 10s), at("start", 10s + startLead));
    row("alone, from the first note", alone(150ms), nothing, "start 0");
    row("alone, joined later", alone(30s), nothing, at("start", 30s + startLead));
    row("loading", playing(30s), is(Loading, 0ms), "hold");
    row("failed stays failed", playing(30s), is(Failed, 3s), "hold");
    row("failed, another track", playing(0ms, other), is(Failed, 3s), at("start", startLead));
    row("ended waits for the session", playing(200s), is(Idle, 200s), "hold");
    row("ended, sought back into", playing(50s), is(Idle, 200s), at("start", 50s + startLead));
    row("close enough", playing(30s), is(Sounding, 30s + togetherTolerance), "hold");
    row("ahead", playing(30s), is(Sounding, 30s + togetherTolerance + 1ms), at("jump", 30s + jumpLead));
    row("behind", playing(30s), is(Sounding, 30s - togetherTolerance - 1ms), at("jump", 30s + jumpLead));
    row("alone, a little off", alone(30s), is(Sounding, 30s + aloneTolerance), "hold");
    row("alone, far off", alone(30s), is(Sounding, 30s + aloneTolerance + 1ms), at("jump", 30s + jumpLead));
    row("pause", paused(30s), is(Sounding, 30s), "pause");
    row("paused well", paused(30s), is(Paused, 30s + pausedTolerance), "hold");
    row("paused elsewhere", paused(30s), is(Paused, 30s + pausedTolerance + 1ms), "jump 30000");
    row("resume", playing(30s), is(Paused, 30s), "resume");
    row("resume elsewhere", playing(60s), is(Paused, 30s), at("start", 60s + startLead));
}

void FollowerTest::decides()
{
    QFETCH(const std::optional<Target>, target);
    QFETCH(const Own, own);
    Follower follower;
    QTEST(text(follower.next(target, own, zero)), "action");
}

void FollowerTest::settlesAfterAStart()
{
    Follower follower;
    QCOMPARE(text(follower.next(playing(30s), nothing, zero)), at("start", 30s + startLead));
    QCOMPARE(text(follower.next(playing(30s), is(Condition::Sounding, 29s), zero + settling - 1ms)), "hold");
    QCOMPARE(text(follower.next(playing(31s), is(Condition::Sounding, 30s), zero + settling)),
             at("jump", 31s + jumpLead));
}

void FollowerTest::jumpsAtOnceForAWish()
{
    Follower follower;
    std::ignore = follower.next(playing(30s), is(Condition::Sounding, 29800ms), zero);
    const auto later = zero + settling;
    QCOMPARE(text(follower.next(playing(30s), is(Condition::Sounding, 30s - wishedFrom), later)),
             at("jump", 30s + jumpLead));
}

void FollowerTest::doesNotJumpAllTheTime()
{
    Follower follower;
    int jumps = 0;
    constexpr auto watched = 10min;
    for (auto now = zero; now < zero + watched; now += 100ms) {
        if (std::holds_alternative<Jump>(follower.next(playing(30s), is(Condition::Sounding, 29700ms), now)))
            ++jumps;
    }
    QVERIFY(jumps > 1);
    QVERIFY(jumps <= 16); // 2 s apart, then 4, 8, 16, 32 and 64
}

void FollowerTest::isPatientAgainLater()
{
    Follower follower;
    const auto off = is(Condition::Sounding, 29700ms);
    QCOMPARE(text(follower.next(playing(30s), off, zero)), at("jump", 30s + jumpLead));
    QCOMPARE(text(follower.next(playing(30s), off, zero + patience)), at("jump", 30s + jumpLead));
    QCOMPARE(text(follower.next(playing(30s), off, zero + 2 * patience)), "hold");
    QCOMPARE(text(follower.next(playing(30s), off, zero + 1h)), at("jump", 30s + jumpLead));
    QCOMPARE(text(follower.next(playing(30s), off, zero + 1h + patience)), at("jump", 30s + jumpLead));
}

void FollowerTest::resumesColdByStarting()
{
    Follower follower;
    QCOMPARE(text(follower.next(paused(30s), nothing, zero)), "start 30000 paused");
    QCOMPARE(text(follower.next(playing(30s), is(Condition::Paused, 30s), zero + 1s)),
             at("start", 30s + startLead));
}

void FollowerTest::pausesWhatIsStillLoading()
{
    Follower follower;
    std::ignore = follower.next(playing(30s), nothing, zero);
    QCOMPARE(text(follower.next(paused(30s), is(Condition::Loading, 30s), zero + 10ms)), "pause");
    QCOMPARE(text(follower.next(playing(30s), is(Condition::Paused, 30s), zero + 5s)),
             at("start", 30s + startLead));
}

void FollowerTest::waitsForAStartThatLiesAhead()
{
    Follower follower;
    QCOMPARE(text(follower.next(playing(-300ms), nothing, zero)), "hold");
    QCOMPARE(text(follower.next(playing(-startLead), nothing, zero + 280ms)), "start 0");
}

void FollowerTest::beginsAheadWhereItIsExact()
{
    Follower follower;
    Own own = nothing;
    own.exact = true;
    QCOMPARE(text(follower.next(exactly(30s), own, zero)), at("start", 30s + alignedAhead));
    QCOMPARE(text(follower.next(exactly(-300ms), own, zero)), "start 0");
    Target scheduled = exactly(29700ms);
    scheduled.from = 30s; // nothing of what came before
    QCOMPARE(text(follower.next(scheduled, own, zero)), "start 30000");
    Target unsure = exactly(30s); // of the hub's clock: that will be better in a moment
    unsure.sure = false;
    Follower waiting;
    QCOMPARE(text(waiting.next(unsure, own, zero)), "hold");
    QCOMPARE(text(waiting.next(unsure, own, zero + unsureAtMost - 1ms)), "hold");
    QCOMPARE(text(waiting.next(unsure, own, zero + unsureAtMost)), at("start", 30s + alignedAhead));
    // It stands at the right place, and is to begin there at the right time.
    QCOMPARE(text(follower.next(scheduled, exact(Condition::Paused, 30s), zero)), "start 30000");
}

void FollowerTest::leapsAtOnceWithTheSession()
{
    Follower follower;
    std::ignore = follower.next(exactly(30s), exact(Condition::Sounding, 30s), zero);
    QCOMPARE(text(follower.next(exactly(50s, 2), exact(Condition::Sounding, 30s), zero + 100ms)),
             at("jump", 50s + alignedAhead));
    QCOMPARE(text(follower.next(exactly(50s, 2), exact(Condition::Sounding, 30s), zero + 200ms)), "hold");
    QCOMPARE(text(follower.next(exactly(70s, 3), exact(Condition::Sounding, 30s), zero + 300ms)),
             at("jump", 70s + alignedAhead));
}

void FollowerTest::jumpsWhenItIsSureThatItIsOff()
{
    Follower follower;
    std::ignore = follower.next(exactly(30s), exact(Condition::Sounding, 30s), zero);
    const Own off = exact(Condition::Sounding, 30s - exactTolerance - 1ms);
    std::size_t readings = 1; // a single one may be wrong
    for (; text(follower.next(exactly(30s), off, zero + int(readings) * 100ms)) == "nudge 5000"; ++readings)
        QVERIFY(readings < errorsJudged);
    QCOMPARE(readings + 1, errorsJudged);
}

void FollowerTest::staysInTime_data()
{
    QTest::addColumn<int>("driftPpm");
    QTest::addColumn<std::chrono::microseconds>("off");
    QTest::newRow("as it should") << 0 << 0us;
    QTest::newRow("a slow crystal") << -100 << 0us;
    QTest::newRow("a fast crystal") << 100 << 0us;
    QTest::newRow("behind") << 0 << -5000us;
    QTest::newRow("ahead") << 50 << 5000us;
}

/// What is nudged is heard a fifth of a second later: that much is already on its way.
void FollowerTest::staysInTime()
{
    QFETCH(const int, driftPpm);
    QFETCH(const std::chrono::microseconds, off);
    constexpr auto step = 100ms;
    Follower follower;
    double errorUs = double(off.count()); // own less target
    std::deque<int> onTheWay{0, 0};
    for (auto time = 0ms; time < 60s; time += step) {
        const auto target = std::chrono::microseconds(30s + time);
        const Action action = follower.next(
            exactly(target), exact(Condition::Sounding, target + std::chrono::microseconds(qint64(errorUs))),
            zero + time);
        const auto *nudge = std::get_if<Nudge>(&action);
        QVERIFY2(nudge, text(action));
        onTheWay.push_back(nudge->ppm);
        errorUs += double(driftPpm + onTheWay.front()) * 0.1;
        onTheWay.pop_front();
        if (time > 5s)
            QVERIFY2(std::abs(errorUs) < 200, qPrintable(QString::number(errorUs)));
    }
}

QTEST_GUILESS_MAIN(FollowerTest)
#include "tst_follower.moc"
