// SPDX-License-Identifier: Apache-2.0
#include "house.h"

#include "support/waiting.h"

#include <QQuickItem>
#include <QRegularExpression>
#include <QSignalSpy>

/// Who sounds and how loud, in the window and by keyboard alone. Any warning of the QML engine fails it.
class tst_DesktopOutputs : public QObject
{
    Q_OBJECT

    std::unique_ptr<House> m_house;
    std::unique_ptr<Sync::Link> m_kitchen;

    QQuickWindow *view() const { return m_house->view(); }
    QString focused() const
    {
        const QQuickItem *item = view()->activeFocusItem();
        if (!item)
            return {};
        const QVariant name = item->property("name"); // of an icon
        return name.isValid() ? name.toString() : item->property("text").toString();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(view(), key, modifiers);
    }
    /// Tabs on to what is called @p name; false if that leads nowhere.
    [[nodiscard]] bool tabTo(const QString &name) const
    {
        for (int i = 0; i < 20; ++i) {
            press(Qt::Key_Tab);
            if (focused() == name)
                return true;
        }
        return false;
    }
    /// The same once it is there. (QTRY_VERIFY would tab on to the next of that name.)
    [[nodiscard]] bool reach(const QString &name) const
    {
        return QTest::qWaitFor([&] { return tabTo(name); }, Testing::patienceMs);
    }
    [[nodiscard]] bool isActive(const QString &id) const
    {
        return std::ranges::any_of(m_house->link->devices(),
                                   [&id](const auto &device) { return device.id == id && device.active; });
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(".*"));
        m_house = std::make_unique<House>();
        QVERIFY(m_house->open());
        m_house->link->setVolume({.percent = 100, .muted = false});
        m_kitchen = std::make_unique<Sync::Link>(
            Sync::DeviceIdentity{.id = "kitchen", .name = "Kitchen", .output = true});
        m_kitchen->setVolume({.percent = 50, .muted = false});
        m_kitchen->open(m_house->address);
        QTRY_VERIFY(isActive("me") && isActive("kitchen"));
        QVERIFY(QTest::qWaitForWindowActive(view(), Testing::patienceMs));
        press(Qt::Key_D, Qt::ControlModifier);
    }
    void cleanup()
    {
        m_kitchen.reset();
        m_house.reset();
    }

    void theSoundMoves()
    {
        QVERIFY(reach("Play there"));
        press(Qt::Key_Return);
        QTRY_VERIFY(!isActive("me"));
        QVERIFY(isActive("kitchen"));
        QVERIFY(reach("Play here also"));
        press(Qt::Key_Return);
        QTRY_VERIFY(isActive("me") && isActive("kitchen"));
        QVERIFY(reach("Stop playing there"));
        press(Qt::Key_Space);
        QTRY_VERIFY(!isActive("kitchen"));
        QVERIFY(isActive("me"));
        QVERIFY(reach("Play there also"));
        QVERIFY(!tabTo("Play here")); // nobody else does
    }

    void theVolumeOfAnother()
    {
        QSignalSpy wished(m_kitchen.get(), &Sync::Link::volumeWished);
        QVERIFY(reach("Play there"));
        QVERIFY(reach("Mute"));
        press(Qt::Key_Tab);
        press(Qt::Key_Right); // does not seek: that is the slider's
        QTRY_COMPARE(wished.size(), 1);
        QCOMPARE(wished.last().first().value<Sync::Native::Volume>(), (Sync::Native::Volume{.percent = 55}));
        m_kitchen->setVolume({.percent = 55, .muted = false});
        press(Qt::Key_Backtab);
        QCOMPARE(focused(), "Mute");
        press(Qt::Key_Return);
        QTRY_COMPARE(wished.size(), 2);
        m_kitchen->setVolume({.percent = 55, .muted = true});
        QTRY_COMPARE(focused(), "Unmute");
    }

    void theOwnVolume()
    {
        Desktop::PlayerController &player = m_house->window->player();
        QVERIFY(reach("Play here"));
        QVERIFY(reach("Mute"));
        press(Qt::Key_Return);
        QVERIFY(player.muted());
        press(Qt::Key_Tab);
        press(Qt::Key_Right);
        QVERIFY(!player.muted());
        QCOMPARE(player.volumePercent(), 5);
        player.showVolume(30, false); // somebody elsewhere has set it
        QCOMPARE(player.volume(), 0.3);
        press(Qt::Key_Right);
        QCOMPARE(player.volumePercent(), 35);
    }
};

QTEST_MAIN(tst_DesktopOutputs)
#include "tst_desktop_outputs.moc"
