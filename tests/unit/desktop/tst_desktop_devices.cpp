// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/devicemodel.h"
#include "hub.h"

#include "support/waiting.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using Desktop::DeviceModel;
using namespace std::chrono_literals;

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
    }

    void reportsKeepTheRows()
    {
        const TestHub hub;
        Sync::Link me({.id = "me", .name = "Study", .output = true});
        Sync::Link kitchen({.id = "kitchen", .name = "Kitchen", .output = true});
        const DeviceModel model(me, "me");
        for (Sync::Link *link : {&kitchen, &me})
            link->open(hub.url());
        QTRY_COMPARE(model.count(), 2);
        me.send(Sync::Native::Play{.trackId = 1, .context = {.fromIs = "album", .fromIsId = 7}});
        QTRY_VERIFY(kitchen.state() && kitchen.state()->player);

        QSignalSpy reset(&model, &DeviceModel::modelReset);
        kitchen.send(Sync::Native::Report{.revision = kitchen.state()->revision,
                                          .position = 100ms,
                                          .condition = Sync::Native::Condition::Missing,
                                          .error = -12ms});
        QTRY_COMPARE(value(model, 1, "condition"), QVariant("Does not have this track"));
        QCOMPARE(value(model, 1, "errorMs"), QVariant(-12));
        QCOMPARE(reset.size(), 0);
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
