// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/saveplan.h"
#include "sync/limits.h"

#include <QTest>

using namespace Sync;
using Next = SavePlan::Next;

namespace {

/// One thing that happens to a plan, and what it must answer.
struct Step {
    Next (*happens)(SavePlan &);
    Next answer;
};

Next change(SavePlan &plan) { return plan.changed(); }
Next want(SavePlan &plan) { return plan.wanted(); }
Next delayOver(SavePlan &plan) { return plan.delayOver(); }
Next readOk(SavePlan &plan) { return plan.versionRead(true); }
Next readFailed(SavePlan &plan) { return plan.versionRead(false); }
template <Saved saved> Next answered(SavePlan &plan) { return plan.written(saved); }

constexpr auto yes = answered<Saved::Yes>;
constexpr auto conflict = answered<Saved::Conflict>;
constexpr auto failure = answered<Saved::Failed>;

using Steps = QList<Step>;

} // namespace

class tst_SyncSavePlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stories_data()
    {
        QTest::addColumn<Steps>("steps");
        QTest::addColumn<bool>("stored");

        const Step saved{.happens = yes, .answer = Next::Wait};
        const Step changes{.happens = change, .answer = Next::StartDelay};
        const Step changesMeanwhile{.happens = change, .answer = Next::Wait};
        const Step writes{.happens = delayOver, .answer = Next::Write};
        const Step fails{.happens = failure, .answer = Next::StartDelay};

        QTest::addRow("nothing to do") << Steps{{.happens = want, .answer = Next::Wait}} << true;
        QTest::addRow("one change") << Steps{changes, writes, saved} << true;
        QTest::addRow("waiting to be written") << Steps{changes} << false;
        QTest::addRow("being written") << Steps{changes, writes} << false;
        QTest::addRow("several at once") << Steps{changes, changesMeanwhile, writes, saved} << true;
        QTest::addRow("changed while written")
            << Steps{changes, writes, changesMeanwhile, {.happens = yes, .answer = Next::StartDelay}}
            << false;
        QTest::addRow("wanted at once")
            << Steps{changes, {.happens = want, .answer = Next::Write}, saved} << true;
        QTest::addRow("wanted and changed while written") << Steps{changes,
                                                                   writes,
                                                                   changesMeanwhile,
                                                                   {.happens = want, .answer = Next::Wait},
                                                                   {.happens = yes, .answer = Next::Write},
                                                                   saved}
                                                          << true;
        QTest::addRow("failed") << Steps{changes, writes, fails} << false;
        QTest::addRow("failed, then saved without another change")
            << Steps{changes, writes, fails, writes, fails, writes, saved} << true;
        QTest::addRow("wanted while the store fails")
            << Steps{changes, writes, fails, {.happens = want, .answer = Next::Wait}, writes, saved} << true;
        QTest::addRow("somebody else was first") << Steps{changes,
                                                          writes,
                                                          {.happens = conflict, .answer = Next::Read},
                                                          changesMeanwhile,
                                                          {.happens = readOk, .answer = Next::Write},
                                                          saved}
                                                 << true;
        QTest::addRow("what somebody else wrote cannot be read")
            << Steps{changes,
                     writes,
                     {.happens = conflict, .answer = Next::Read},
                     {.happens = readFailed, .answer = Next::StartDelay},
                     writes,
                     saved}
            << true;
    }

    void stories()
    {
        QFETCH(Steps, steps);
        SavePlan plan;
        for (qsizetype i = 0; i < steps.size(); ++i) {
            const Next next = steps.at(i).happens(plan);
            QVERIFY2(next == steps.at(i).answer, qPrintable(QString("step %1").arg(i)));
        }
        QTEST(plan.stored(), "stored");
    }

    void delayGrowsWithFailuresOnly()
    {
        SavePlan plan;
        (void)plan.changed();
        QVERIFY(plan.delay() == Limits::writeWithin);
        (void)plan.delayOver();
        auto before = plan.delay();
        for (int i = 0; i < 40; ++i) {
            (void)plan.written(Saved::Failed);
            QVERIFY(plan.delay() >= before);
            QVERIFY(plan.delay() >= Limits::rewriteFirst && plan.delay() <= Limits::rewriteLast);
            before = plan.delay();
            (void)plan.delayOver();
        }
        QVERIFY(before == Limits::rewriteLast);
        (void)plan.written(Saved::Yes);
        QVERIFY(plan.delay() == Limits::writeWithin);
    }
};

QTEST_GUILESS_MAIN(tst_SyncSavePlan)
#include "tst_sync_saveplan.moc"
