// SPDX-License-Identifier: Apache-2.0
#include "support/waiting.h"

#include "app/desktop/colorscheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QGuiApplication>
#include <QPalette>
#include <QProcess>
#include <QStandardPaths>

using Desktop::ColorScheme;

/// A desktop portal as far as a colour scheme needs one.
class Portal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    uint value = 0;

public Q_SLOTS:
    Q_SCRIPTABLE QDBusVariant Read(const QString &group, const QString &key) const
    {
        const bool known = group == "org.freedesktop.appearance" && key == "color-scheme";
        return QDBusVariant(QVariant::fromValue(QDBusVariant(known ? value : 99)));
    }
};

class tst_DesktopPortal : public QObject
{
    Q_OBJECT

    QProcess m_bus;
    Portal m_portal;

    static bool tell(uint value)
    {
        QDBusMessage changed = QDBusMessage::createSignal(
            "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings", "SettingChanged");
        changed << "org.freedesktop.appearance" << "color-scheme" << QVariant::fromValue(QDBusVariant(value));
        return QDBusConnection("portal").send(changed);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable("dbus-daemon").isEmpty())
            QSKIP("There is no dbus-daemon.");
        m_bus.start("dbus-daemon", {"--session", "--nofork", "--print-address"});
        QVERIFY(m_bus.waitForReadyRead());
        const QByteArray address = m_bus.readLine().trimmed();
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);

        QDBusConnection bus = QDBusConnection::connectToBus(QString::fromUtf8(address), "portal");
        QVERIFY(bus.registerObject("/org/freedesktop/portal/desktop", &m_portal,
                                   QDBusConnection::ExportScriptableContents));
        QVERIFY(bus.registerService("org.freedesktop.portal.Desktop"));
        QPalette palette = QGuiApplication::palette();
        palette.setColor(QPalette::Window, Qt::white);
        QGuiApplication::setPalette(palette);
    }
    void cleanupTestCase()
    {
        QDBusConnection::disconnectFromBus("portal");
        m_bus.kill();
        m_bus.waitForFinished();
    }

    void whatThePortalSaysIsShown()
    {
        m_portal.value = 1;
        const ColorScheme scheme(ColorScheme::Choice::System);
        QVERIFY(!scheme.dark()); // it does not wait
        QTRY_VERIFY(scheme.dark());
        QVERIFY(tell(2));
        QTRY_VERIFY(!scheme.dark());
        QVERIFY(tell(1));
        QTRY_VERIFY(scheme.dark());
    }
};

QTEST_MAIN(tst_DesktopPortal)
#include "tst_desktop_portal.moc"
