// SPDX-License-Identifier: Apache-2.0
#include "support/waiting.h"

#include "app/desktop/colorscheme.h"

#include <QDBusVariant>
#include <QGuiApplication>
#include <QPalette>
#include <QSignalSpy>

using Desktop::ColorScheme;

class tst_DesktopScheme : public QObject
{
    Q_OBJECT

    static void paint(const QColor &window)
    {
        QPalette palette = QGuiApplication::palette();
        palette.setColor(QPalette::Window, window);
        QGuiApplication::setPalette(palette);
    }
    static void portalSays(ColorScheme &scheme, const QString &group, const QString &key, uint value)
    {
        QDBusMessage message = QDBusMessage::createSignal("/any", "any.thing", "SettingChanged");
        message << group << key << QVariant::fromValue(QDBusVariant(value));
        QVERIFY(QMetaObject::invokeMethod(&scheme, "takeSetting", Q_ARG(QDBusMessage, message)));
    }

private Q_SLOTS:
    void initTestCase()
    {
        qunsetenv("DBUS_SESSION_BUS_ADDRESS"); // the tester's own desktop must not have a say
        qputenv("XDG_RUNTIME_DIR", "/nowhere");
    }

    void choices()
    {
        QCOMPARE(ColorScheme::choiceOf("light"), std::optional(ColorScheme::Choice::Light));
        QCOMPARE(ColorScheme::choiceOf("dark"), std::optional(ColorScheme::Choice::Dark));
        QCOMPARE(ColorScheme::choiceOf("system"), std::optional(ColorScheme::Choice::System));
        QCOMPARE(ColorScheme::choiceOf("Dark"), std::nullopt);
    }

    void toldIsTold()
    {
        paint(Qt::black);
        QVERIFY(!ColorScheme(ColorScheme::Choice::Light).dark());
        paint(Qt::white);
        QVERIFY(ColorScheme(ColorScheme::Choice::Dark).dark());
    }

    void theChoiceChanges()
    {
        paint(Qt::white);
        ColorScheme scheme(ColorScheme::Choice::Light);
        scheme.setChoice(ColorScheme::Choice::Dark);
        QVERIFY(scheme.dark());
        scheme.setChoice(ColorScheme::Choice::System);
        QVERIFY(!scheme.dark());
        paint(Qt::black);
        QTRY_VERIFY(scheme.dark());
        scheme.setChoice(ColorScheme::Choice::Light);
        QVERIFY(!scheme.dark());
    }

    void thePaletteWithoutAPortal()
    {
        paint(Qt::white);
        ColorScheme scheme(ColorScheme::Choice::System);
        QSignalSpy changed(&scheme, &ColorScheme::darkChanged);
        QVERIFY(!scheme.dark());
        paint(Qt::black);
        QTRY_VERIFY(scheme.dark());
        QCOMPARE(changed.size(), 1);
    }

    void thePortalKnowsBetter()
    {
        paint(Qt::white);
        ColorScheme scheme(ColorScheme::Choice::System);
        portalSays(scheme, "org.freedesktop.appearance", "color-scheme", 1);
        QVERIFY(scheme.dark());
        portalSays(scheme, "org.freedesktop.appearance", "accent-color", 2);
        portalSays(scheme, "org.gnome.desktop.interface", "color-scheme", 2);
        QVERIFY(scheme.dark());
        portalSays(scheme, "org.freedesktop.appearance", "color-scheme", 2);
        QVERIFY(!scheme.dark());
        paint(Qt::black);
        QVERIFY(!scheme.dark());
        portalSays(scheme, "org.freedesktop.appearance", "color-scheme", 0);
        QVERIFY(scheme.dark());
    }
};

QTEST_MAIN(tst_DesktopScheme)
#include "tst_desktop_scheme.moc"
