// SPDX-License-Identifier: Apache-2.0
#include "sync/session/reunion.h"

#include <QTest>

using namespace Sync;

namespace {

Version e(qint64 revision) { return {.epoch = "e", .revision = revision}; }
Version other(qint64 revision) { return {.epoch = "o", .revision = revision}; }

} // namespace

class tst_SyncReunion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsRight_data()
    {
        QTest::addColumn<Meeting>("meeting");
        QTest::addColumn<Reunion>("reunion");
        const auto row = [](const char *name, const Meeting &meeting, Reunion reunion) {
            QTest::addRow("%s", name) << meeting << reunion;
        };
        row("empty store, new hub", {.opened = e(0), .ours = e(0)}, Reunion::Put);
        row("emptied store", {.agreed = e(5), .ours = e(5)}, Reunion::Put);
        row("new hub", {.opened = e(90), .ours = e(90), .stored = other(5)}, Reunion::Take);
        row("new hub that has played alone first", {.opened = e(90), .ours = e(91), .stored = other(5)},
            Reunion::Merge);
        row("nothing happened", {.agreed = e(5), .ours = e(5), .stored = e(5)}, Reunion::Agree);
        row("others went on", {.agreed = e(5), .ours = e(5), .stored = e(8)}, Reunion::Take);
        row("we went on", {.agreed = e(5), .ours = e(7), .stored = e(5)}, Reunion::Put);
        row("both went on", {.agreed = e(5), .ours = e(7), .stored = e(8)}, Reunion::Merge);
        row("both equally far", {.agreed = e(5), .ours = e(7), .stored = e(7)}, Reunion::Merge);
        row("store has lost its last minutes", {.agreed = e(5), .ours = e(5), .stored = e(3)}, Reunion::Put);
        row("and we went on", {.agreed = e(5), .ours = e(6), .stored = e(3)}, Reunion::Put);
        row("another session, we did nothing", {.agreed = e(5), .ours = e(5), .stored = other(1)},
            Reunion::Take);
        row("another session, we went on", {.agreed = e(5), .ours = e(6), .stored = other(1)},
            Reunion::Merge);
        row("our unanswered write is there", {.agreed = e(5), .ours = e(6), .stored = e(6), .landed = e(6)},
            Reunion::Agree);
        row("and we went on since", {.agreed = e(5), .ours = e(7), .stored = e(6), .landed = e(6)},
            Reunion::Put);
        row("and others went on since", {.agreed = e(5), .ours = e(6), .stored = e(9), .landed = e(6)},
            Reunion::Take);
    }
    void whoIsRight()
    {
        QFETCH(Meeting, meeting);
        QFETCH(Reunion, reunion);
        QVERIFY(reunionOf(meeting) == reunion);
    }
};

QTEST_GUILESS_MAIN(tst_SyncReunion)
#include "tst_sync_reunion.moc"
