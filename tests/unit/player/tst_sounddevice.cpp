// SPDX-License-Identifier: Apache-2.0
#include "app/player/sounddevice.h"

#include <QTest>

using namespace Player;

class SoundDeviceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBestIsTaken_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("usual");
        QTest::addColumn<QByteArray>("best");
        const auto row = [](const char *what, const char *id, const char *name, const char *usual,
                            const char *best) {
            QTest::newRow(what) << QByteArray(id) << QString(name) << QByteArray(usual) << QByteArray(best);
        };
        row("nothing is wanted", "", "", "tv", "tv");
        row("the wanted one", "usb-1", "", "tv", "usb-1");
        row("plugged in somewhere else", "usb-9", "Headphones", "tv", "usb-1");
        row("the id before the name", "tv", "Headphones", "built-in", "tv");
        row("not there", "usb-9", "Speakers", "tv", "tv");
        row("nothing is usual", "usb-9", "Speakers", "", "built-in");
    }
    void theBestIsTaken()
    {
        QFETCH(const QByteArray, id);
        QFETCH(const QString, name);
        QFETCH(const QByteArray, usual);
        QFETCH(const QByteArray, best);
        const QList<SoundDevice> devices{{.id = "built-in", .name = "Laptop"},
                                         {.id = "tv", .name = "Television"},
                                         {.id = "usb-1", .name = "Headphones"}};
        const auto found = bestDevice({.id = id, .name = name}, usual, devices);
        QVERIFY(found);
        QCOMPARE(found->id, best);
    }

    void thereMayBeNone() { QVERIFY(!bestDevice({.id = "tv"}, "tv", {})); }
};

QTEST_APPLESS_MAIN(SoundDeviceTest)
#include "tst_sounddevice.moc"
