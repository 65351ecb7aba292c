// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/followplan.h"

#include <QTest>

using namespace Sync;
using namespace Sync::Sources;
using namespace std::chrono_literals;

namespace {

/// A line of a story: at which time what happens, and what is planned then: when it is asked and its push is
/// opened, "-" for not at all. Times are milliseconds.
struct Step {
    int at;
    const char *what;
    const char *ask;
    const char *push;
};
using Story = QList<Step>;

constexpr double noJitter = 0;

HubTime moment(int ms) { return HubTime(1000s) + std::chrono::milliseconds(ms); }

QString planned(std::optional<HubTime> at)
{
    using std::chrono::milliseconds;
    return at ? QString::number(std::chrono::duration_cast<milliseconds>(*at - moment(0)).count()) : "-";
}

void happen(FollowPlan &plan, const QString &what, HubTime now)
{
    if (what == "asking")
        plan.asking(now);
    else if (what == "answered")
        plan.answered(now);
    else if (what == "failed")
        plan.failed(now, noJitter);
    else if (what == "opening")
        plan.opening();
    else if (what == "opened")
        plan.opened(now, false);
    else if (what == "resumed")
        plan.opened(now, true);
    else if (what == "ended")
        plan.ended(now, noJitter);
    else if (what == "event")
        plan.wonder(now);
    else if (what == "command")
        plan.hurry(now);
    else
        QFAIL(qPrintable(what));
}

} // namespace

Q_DECLARE_METATYPE(Story)

/// When a server that is followed is asked, and when its push is opened.
class tst_SyncFollowPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void planIsKept_data()
    {
        QTest::addColumn<Story>("story");
        QTest::addColumn<bool>("hearsPush");

        const Story upAt20{{0, "asking", "-", "-"},       {10, "answered", "10010", "10"},
                           {10, "opening", "10010", "-"}, {20, "opened", "20", "-"},
                           {20, "asking", "-", "-"},      {30, "answered", "-", "-"}};
        const auto after = [&upAt20](const Story &more) { return upAt20 + more; };

        QTest::newRow("while its push is up it is never asked") << upAt20 << true;
        QTest::newRow("what the push does not tell is asked for, once for many events")
            << after({{5000, "event", "5050", "-"}, {5020, "event", "5050", "-"}, {5050, "asking", "-", "-"}})
            << true;
        QTest::newRow("events while it is asked: asked again")
            << after({{5000, "event", "5050", "-"},
                      {5050, "asking", "-", "-"},
                      {5060, "event", "-", "-"},
                      {5100, "answered", "5300", "-"}}) // a quarter of a second after the last time
            << true;
        QTest::newRow("after a command at once") << after(
            {{5000, "command", "5000", "-"}, {5000, "asking", "-", "-"}, {5010, "answered", "-", "-"}})
                                                 << true;
        QTest::newRow("push down: asked at once, then every 10 s, and not once it is up")
            << after({{30'000, "ended", "30000", "30250"},
                      {30'000, "asking", "-", "30250"},
                      {30'010, "answered", "40010", "30250"},
                      {30'250, "opening", "40010", "-"},
                      {30'260, "ended", "40010", "30510"},
                      {30'510, "opening", "40010", "-"},
                      {30'520, "ended", "40010", "31020"},
                      {40'010, "asking", "-", "31020"},
                      {40'020, "answered", "50020", "31020"},
                      {40'020, "opening", "50020", "-"},
                      {40'030, "resumed", "-", "-"}})
            << true;
        QTest::newRow("push back, and what was missed is not told: asked")
            << after({{30'000, "ended", "30000", "30250"},
                      {30'000, "asking", "-", "30250"},
                      {30'010, "answered", "40010", "30250"},
                      {30'250, "opening", "40010", "-"},
                      {30'260, "opened", "30260", "-"}})
            << true;
        QTest::newRow("push ends as soon as it is up: tried with longer pauses")
            << after({{30, "ended", "30", "280"},
                      {280, "opening", "30", "-"},
                      {281, "opened", "281", "-"},
                      {282, "ended", "282", "532"},
                      {532, "opening", "282", "-"},
                      {533, "opened", "533", "-"},
                      {534, "ended", "534", "1034"}})
            << true;
        QTest::newRow("backend down: asked with growing pauses, no push; then both at once")
            << after({{30'000, "ended", "30000", "30250"},
                      {30'000, "asking", "-", "30250"},
                      {30'001, "failed", "30251", "-"},
                      {30'251, "asking", "-", "-"},
                      {30'252, "failed", "30502", "-"},
                      {30'502, "asking", "-", "-"},
                      {30'503, "failed", "31003", "-"},
                      {31'003, "asking", "-", "-"},
                      {31'010, "answered", "41010", "31010"}})
            << true;
        QTest::newRow("it does not answer while its push is up") << after({{5000, "event", "5050", "-"},
                                                                           {5050, "asking", "-", "-"},
                                                                           {15'050, "failed", "15300", "-"},
                                                                           {15'300, "asking", "-", "-"},
                                                                           {15'310, "answered", "-", "-"}})
                                                                 << true;
        QTest::newRow("never there: asked at least every 5 s")
            << Story{{0, "asking", "-", "-"},    {1, "failed", "251", "-"},
                     {251, "asking", "-", "-"},  {252, "failed", "502", "-"},
                     {502, "asking", "-", "-"},  {503, "failed", "1003", "-"},
                     {1003, "asking", "-", "-"}, {1004, "failed", "2004", "-"},
                     {2004, "asking", "-", "-"}, {2005, "failed", "4005", "-"},
                     {4005, "asking", "-", "-"}, {4006, "failed", "6506", "-"},
                     {6506, "asking", "-", "-"}, {6507, "failed", "9007", "-"}}
            << true;
        QTest::newRow("without push it is polled")
            << Story{{0, "asking", "-", "-"}, {10, "answered", "10010", "-"}, {10'010, "asking", "-", "-"}}
            << false;
    }
    void planIsKept()
    {
        QFETCH(Story, story);
        QFETCH(bool, hearsPush);
        FollowPlan plan(moment(0), {.hearsPush = hearsPush});
        QCOMPARE(planned(plan.askAt()), QString("0"));
        for (const Step &step : story) {
            happen(plan, step.what, moment(step.at));
            const QString line = QString("%1 %2: ").arg(step.at).arg(QString(step.what));
            QCOMPARE(line + planned(plan.askAt()) + ' ' + planned(plan.pushAt()),
                     line + step.ask + ' ' + step.push);
        }
    }

    void tellsHowItIs()
    {
        FollowPlan plan(moment(0));
        QVERIFY(!plan.isOnline() && !plan.pushIsUp());
        plan.asking(moment(0));
        plan.answered(moment(1));
        QVERIFY(plan.isOnline());
        plan.opening();
        QVERIFY(!plan.pushIsUp());
        plan.opened(moment(2), true);
        QVERIFY(plan.pushIsUp());
        plan.ended(moment(3), noJitter);
        QVERIFY(plan.isOnline() && !plan.pushIsUp());
        plan.asking(moment(3));
        plan.failed(moment(4), noJitter);
        QVERIFY(!plan.isOnline());
    }
};

QTEST_GUILESS_MAIN(tst_SyncFollowPlan)
#include "tst_sync_followplan.moc"
