// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/playercontroller.h"
#include "app/desktop/sleepcontroller.h"
#include "hub.h"

#include "support/waiting.h"

#include <QSignalSpy>

using Desktop::PlayerController;
using Desktop::SleepController;
using namespace std::chrono_literals;

class tst_DesktopSleep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMusicFadesAndPauses()
    {
        TestHub hub;
        Sync::Link link({.id = "me", .name = "Me", .output = true});
        link.open(hub.url());
        QTRY_VERIFY(link.isConnected());
        PlayerController player(link, {});
        player.play("1", "album", "7");
        QTRY_VERIFY(player.playing());
        SleepController sleep(player);
        QSignalSpy gains(&sleep, &SleepController::gainChanged);
        sleep.startFor(500ms);
        QVERIFY(sleep.gain() < 1);
        QCOMPARE(sleep.leftText(), "1 s");
        QTRY_VERIFY(!player.playing());
        QTRY_COMPARE(sleep.gain(), 1.0);
        QVERIFY(gains.size() > 3);
        QCOMPARE(sleep.leftText(), QString());
    }

    void isChosenInMinutes()
    {
        TestHub hub;
        Sync::Link link({.id = "me", .name = "Me", .output = true});
        PlayerController player(link, {});
        SleepController sleep(player);
        QSignalSpy changed(&sleep, &SleepController::changed);
        sleep.start(30);
        QCOMPARE(sleep.minutes(), 30);
        QCOMPARE(sleep.leftText(), "30 min");
        QCOMPARE(sleep.gain(), 1.0);
        sleep.start(0);
        QCOMPARE(sleep.minutes(), 0);
        QCOMPARE(sleep.leftText(), QString());
        QCOMPARE(changed.size(), 2);
    }
};

QTEST_MAIN(tst_DesktopSleep)
#include "tst_desktop_sleep.moc"
