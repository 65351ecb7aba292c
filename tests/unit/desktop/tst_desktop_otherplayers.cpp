// SPDX-License-Identifier: Apache-2.0
#include "house.h"
#include "hub.h"

#include "app/web/jukebox.h"
#include "support/waiting.h"
#include "sync/sources/followsource.h"

#include <QAccessible>
#include <QQuickItem>
#include <QRegularExpression>

/// What plays at another Segue that is followed, in the window and by keyboard alone. Any warning of the QML
/// engine fails it.
class tst_DesktopOtherPlayers : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestHub> m_den;
    std::unique_ptr<Sync::Link> m_denLink;
    std::unique_ptr<House> m_house;

    QQuickWindow *view() const { return m_house->view(); }
    QString focused() const
    {
        const QQuickItem *item = view()->activeFocusItem();
        if (!item)
            return {};
        const QVariant name = item->property("name"); // of an icon
        return name.isValid() ? name.toString() : item->property("text").toString();
    }
    /// As a screen reader says it.
    QString spoken() const
    {
        QAccessibleInterface *one = QAccessible::queryAccessibleInterface(view()->activeFocusItem());
        return one ? one->text(QAccessible::Name) : QString();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(view(), key, modifiers);
    }
    [[nodiscard]] bool tabTo(const QString &name) const
    {
        for (int i = 0; i < 30; ++i) {
            press(Qt::Key_Tab);
            if (focused() == name)
                return true;
        }
        return false;
    }
    [[nodiscard]] bool reach(const QString &name) const
    {
        return QTest::qWaitFor([&] { return tabTo(name); }, Testing::patienceMs);
    }
    [[nodiscard]] static const Sync::PlayerState *playerOf(const Sync::Link &link)
    {
        return link.state() && link.state()->player ? &*link.state()->player : nullptr;
    }
    [[nodiscard]] bool denPlays() const
    {
        const Sync::PlayerState *player = playerOf(*m_denLink);
        return player && !player->paused();
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(".*"));
        m_den = std::make_unique<TestHub>();
        m_denLink =
            std::make_unique<Sync::Link>(Sync::DeviceIdentity{.id = "tv", .name = "TV", .output = true});
        m_denLink->setVolume({.percent = 50, .muted = false});
        connect(m_denLink.get(), &Sync::Link::volumeWished, m_denLink.get(),
                [link = m_denLink.get(), now = Sync::Native::Volume{.percent = 50, .muted = false}](
                    const Sync::Native::Volume &wish) mutable {
                    now = {.percent = wish.percent ? wish.percent : now.percent,
                           .muted = wish.muted ? wish.muted : now.muted};
                    link->setVolume(now);
                });
        m_denLink->open(m_den->url());
        QTRY_VERIFY(m_denLink->state());
        m_denLink->send(Sync::Native::Play{
            .trackId = 1, .context = {.fromIs = "album", .fromIsId = 7}, .position = {}, .tracks = {}});
        QTRY_VERIFY(denPlays());
        m_house = std::make_unique<House>();
        m_house->makeSources = [url = m_den->url()] {
            QUrl address = url;
            address.setScheme("http");
            std::vector<std::unique_ptr<Sync::Sources::Source>> sources;
            sources.push_back(std::make_unique<Sync::Sources::FollowSource>(
                QList<Sync::Sources::FollowAddress>{{.id = "den", .name = "Den", .url = address}}));
            return sources;
        };
        m_house->makeJukebox = [catalogue = m_house->catalogue, directory = m_house->folder.path()] {
            return std::make_shared<Web::Jukebox>(catalogue, directory, [](const QString &) { });
        };
        QVERIFY(m_house->open());
        QTRY_VERIFY(m_house->link->state());
        QVERIFY(QTest::qWaitForWindowActive(view(), Testing::patienceMs));
        press(Qt::Key_D, Qt::ControlModifier);
    }
    void cleanup()
    {
        m_house.reset();
        m_denLink.reset();
        m_den.reset();
    }

    void itIsHeld()
    {
        QVERIFY(reach("Pause"));
        QCOMPARE(spoken(), "Pause");
        press(Qt::Key_Return);
        QTRY_VERIFY(!denPlays());
        QVERIFY(reach("Play"));
        press(Qt::Key_Space);
        QTRY_VERIFY(denPlays());
        QVERIFY(reach("Next track"));
        press(Qt::Key_Return);
        QTRY_COMPARE(playerOf(*m_denLink)->trackId, Sync::TrackId(2));
    }

    void itIsMadeQuieterAndMuted()
    {
        const auto volume = [this] {
            for (const Sync::Native::Device &device : m_denLink->devices())
                if (device.id == "tv")
                    return device.volume;
            return Sync::Native::Volume();
        };
        QTRY_VERIFY(volume().percent == 50);
        QVERIFY(QTest::qWaitFor(
            [this] {
                press(Qt::Key_Tab);
                return spoken() == "Volume of Den";
            },
            Testing::patienceMs));
        press(Qt::Key_Left);
        QTRY_VERIFY(volume().percent == 45);
        press(Qt::Key_Left);
        press(Qt::Key_Left); // while the first is on its way
        QTRY_VERIFY(volume().percent == 35);
        press(Qt::Key_Backtab);
        QCOMPARE(spoken(), "Mute");
        press(Qt::Key_Space);
        QTRY_VERIFY(volume().muted == true);
        QTRY_COMPARE(spoken(), "Unmute");
    }

    void itIsTakenOver()
    {
        QVERIFY(reach("Take over"));
        QCOMPARE(spoken(), "Take over what Den plays");
        press(Qt::Key_Return);
        QTRY_VERIFY(playerOf(*m_house->link));
        QCOMPARE(playerOf(*m_house->link)->trackId, Sync::TrackId(1));
        QVERIFY(!playerOf(*m_house->link)->paused());
        QTRY_VERIFY(!denPlays());
    }
};

QTEST_MAIN(tst_DesktopOtherPlayers)
#include "tst_desktop_otherplayers.moc"
