// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/devicemodel.h"
#include "hub.h"

#include "support/waiting.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QWebSocket>

using Desktop::DeviceModel;
using Sync::Native::Volume;
using namespace std::chrono_literals;

namespace {

/// The study, whose window this is, and the kitchen.
struct House {
    const TestHub hub;
    Sync::Link me{{.id = "me", .name = "Study", .output = true}};
    Sync::Link kitchen{{.id = "kitchen", .name = "Kitchen", .output = true}};
    DeviceModel model{me, "me"};
    const QAbstractItemModelTester tester{&model};

    [[nodiscard]] bool start()
    {
        me.open(hub.url());
        kitchen.open(hub.url());
        return QTest::qWaitFor([this] { return model.count() == 2; }, Testing::patienceMs);
    }
    [[nodiscard]] bool play()
    {
        me.send(Sync::Native::Play{.trackId = 1, .context = {.fromIs = "album", .fromIsId = 7}});
        return QTest::qWaitFor([this] { return kitchen.state() && kitchen.state()->player; },
                               Testing::patienceMs);
    }
};

} // namespace

class tst_DesktopDevices : public QObject
{
    Q_OBJECT

    static QVariant value(const DeviceModel &model, int row, const char *role)
    {
        return model.index(row).data(model.roleNames().key(role));
    }

private Q_SLOTS:
    void thisDeviceFirst()
    {
        const TestHub hub;
        Sync::Link me({.id = "me", .name = "Study", .output = true});
        Sync::Link phone({.id = "phone", .name = "A phone"});
        Sync::Link kitchen({.id = "kitchen", .name = "Kitchen", .output = true});
        DeviceModel model(me, "me");
        const QAbstractItemModelTester tester(&model);
        for (Sync::Link *link : {&phone, &kitchen, &me})
            link->open(hub.url());
        QTRY_COMPARE(model.count(), 3);

        QCOMPARE(value(model, 0, "name"), QVariant("Study"));
        QCOMPARE(value(model, 0, "isThis"), QVariant(true));
        QCOMPARE(value(model, 0, "output"), QVariant(true));
        QCOMPARE(value(model, 0, "wire"), QVariant("native"));
        QCOMPARE(value(model, 0, "condition"), QVariant("Ready"));
        QCOMPARE(value(model, 1, "name"), QVariant("Kitchen"));
        QCOMPARE(value(model, 1, "isThis"), QVariant(false));
        QCOMPARE(value(model, 2, "name"), QVariant("A phone"));
        QCOMPARE(value(model, 2, "output"), QVariant(false));
        QCOMPARE(value(model, 2, "condition"), QVariant("Remote control"));
        QCOMPARE(value(model, 1, "active"), QVariant(true));
        QCOMPARE(value(model, 1, "choosable"), QVariant(true));
        QCOMPARE(value(model, 1, "volume"), QVariant(-1));
        QCOMPARE(value(model, 2, "active"), QVariant(false));
        QCOMPARE(value(model, 2, "choosable"), QVariant(false));
        model.playOn(-1);
        model.setAlso(3, true);
        model.setVolume(3, 50);
    }

    void theSoundMoves()
    {
        House house;
        QVERIFY(house.start());
        DeviceModel &model = house.model;
        QCOMPARE(model.activeCount(), 2);
        QCOMPARE(model.elsewhere(), QString());
        QSignalSpy moved(&model, &DeviceModel::activeChanged);

        model.playOn(1);
        QTRY_COMPARE(value(model, 0, "active"), QVariant(false));
        QCOMPARE(value(model, 1, "active"), QVariant(true));
        QCOMPARE(model.activeCount(), 1);
        QCOMPARE(model.elsewhere(), QString("Kitchen"));
        QCOMPARE(moved.size(), 1);
        model.setAlso(0, true);
        QTRY_COMPARE(model.activeCount(), 2);
        QCOMPARE(model.elsewhere(), QString());
        model.setAlso(1, false);
        QTRY_COMPARE(model.activeCount(), 1);
        QVERIFY(house.me.isActive() && !house.kitchen.isActive());
        QSignalSpy faulted(&house.me, &Sync::Link::faulted);
        model.setAlso(0, false); // somebody has to
        QTRY_COMPARE(faulted.size(), 1);
        QCOMPARE(model.activeCount(), 1);
    }

    void whoComesAndGoesKeepsTheOthersRows()
    {
        House house;
        QVERIFY(house.start());
        const QPersistentModelIndex kitchen = house.model.index(1);
        QSignalSpy reset(&house.model, &DeviceModel::modelReset);
        Sync::Link attic({.id = "attic", .name = "Attic", .output = true});
        attic.open(house.hub.url());
        QTRY_COMPARE(house.model.count(), 3);
        QCOMPARE(value(house.model, 1, "name"), QVariant("Attic"));
        QCOMPARE(kitchen.row(), 2);
        house.kitchen.rename("A kitchen");
        QTRY_COMPARE(value(house.model, 1, "name"), QVariant("A kitchen"));
        attic.leave({}, [] { });
        QTRY_COMPARE(house.model.count(), 2);
        QCOMPARE(reset.size(), 0);
    }

    void twoOfOneName()
    {
        // A device may call itself like a plain client does.
        House house;
        QVERIFY(house.start());
        QWebSocket plain;
        plain.open(house.hub.url());
        QTRY_COMPARE(house.model.count(), 3);
        QString id;
        for (const auto &device : house.me.devices())
            if (device.wire == Sync::Native::Wire::Plain)
                id = device.id;
        Sync::Link twin({.id = id, .name = "Twin"});
        twin.open(house.hub.url());
        QTRY_COMPARE(house.model.count(), 4);
        twin.leave({}, [] { });
        QTRY_COMPARE(house.model.count(), 3);
    }

    void aVolumeIsHeldUntilItIsAnswered()
    {
        House house;
        house.kitchen.setVolume({.percent = 50, .muted = false});
        QVERIFY(house.start());
        DeviceModel &model = house.model;
        QSignalSpy wished(&house.kitchen, &Sync::Link::volumeWished);
        QCOMPARE(value(model, 1, "volume"), QVariant(50));
        QCOMPARE(value(model, 1, "canBeMuted"), QVariant(true));
        model.setVolume(1, 50); // it is so
        for (const int percent : {40, 30, 200, 20})
            model.setVolume(1, percent);
        model.setMuted(1, true);
        QCOMPARE(value(model, 1, "volume"), QVariant(20));
        QCOMPARE(value(model, 1, "muted"), QVariant(true));
        QTRY_COMPARE(wished.size(), 1);
        QVERIFY(wished.last().first().value<Volume>() == Volume{.percent = 40});

        QSignalSpy heard(&house.me, &Sync::Link::devicesChanged);
        house.kitchen.setVolume({.percent = 40, .muted = false});
        QTRY_COMPARE(wished.size(), 2);
        QVERIFY(wished.last().first().value<Volume>() == (Volume{20, true}));
        QVERIFY(!heard.isEmpty());
        QCOMPARE(value(model, 1, "volume"), QVariant(20)); // never 40 in between
        house.kitchen.setVolume({.percent = 20, .muted = true});
        QTRY_VERIFY(house.me.devices().first().volume == (Volume{20, true}));
        // Now the device's word counts again.
        house.kitchen.setVolume({.percent = 70, .muted = false});
        QTRY_COMPARE(value(model, 1, "volume"), QVariant(70));
        QCOMPARE(value(model, 1, "muted"), QVariant(false));
    }

    void aVolumeNobodySetsIsGivenUp()
    {
        House house;
        house.kitchen.setVolume({.percent = 50});
        QVERIFY(house.start());
        house.model.setVolume(1, 20); // the kitchen does not do as it is told
        QCOMPARE(value(house.model, 1, "volume"), QVariant(20));
        QTRY_COMPARE(value(house.model, 1, "volume"), QVariant(50));
        QSignalSpy faulted(&house.me, &Sync::Link::faulted);
        house.model.setMuted(1, true);
        QCOMPARE(value(house.model, 1, "muted"), QVariant(true));
        QTRY_COMPARE(faulted.size(), 1);
        QCOMPARE(value(house.model, 1, "muted"), QVariant(false));
    }

    void reportsKeepTheRows()
    {
        House house;
        QVERIFY(house.start() && house.play());
        auto &[hub, me, kitchen, model, tester] = house;

        QSignalSpy reset(&model, &DeviceModel::modelReset);
        kitchen.send(Sync::Native::Report{.revision = kitchen.state()->revision,
                                          .position = 100ms,
                                          .condition = Sync::Native::Condition::Missing,
                                          .time = {.error = -12ms}});
        QTRY_COMPARE(value(model, 1, "condition"), QVariant("Does not have this track"));
        QCOMPARE(reset.size(), 0);
    }

    void howWellTheySoundTogether()
    {
        House house;
        QVERIFY(house.start() && house.play());
        auto &[hub, me, kitchen, model, tester] = house;
        const auto sounds = [](Sync::Link &link, std::chrono::microseconds error) {
            link.send(Sync::Native::Report{.revision = link.state()->revision,
                                           .position = 100ms,
                                           .condition = Sync::Native::Condition::Sounding,
                                           .time = {.error = error}});
        };
        sounds(kitchen, -12ms);
        QTRY_COMPARE(value(model, 1, "condition"), QVariant("Playing")); // nobody to be together with
        QTRY_VERIFY(me.state());
        sounds(me, 260us);
        QTRY_COMPARE(value(model, 1, "condition"), QVariant("Playing close to the others (12 ms off)"));
        QCOMPARE(value(model, 0, "condition"), QVariant("Playing in time (0.3 ms off)"));
        sounds(kitchen, 180ms);
        QTRY_COMPARE(value(model, 1, "condition"), QVariant("Playing loosely with the others (180 ms off)"));
    }

    void aDeviceThatLeaves()
    {
        const TestHub hub;
        Sync::Link me({.id = "me", .name = "Study", .output = true});
        Sync::Link phone({.id = "phone", .name = "Phone"});
        const DeviceModel model(me, "me");
        for (Sync::Link *link : {&phone, &me})
            link->open(hub.url());
        QTRY_COMPARE(model.count(), 2);
        phone.leave({}, [] { });
        QTRY_COMPARE(model.count(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_DesktopDevices)
#include "tst_desktop_devices.moc"
