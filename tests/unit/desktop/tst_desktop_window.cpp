// SPDX-License-Identifier: Apache-2.0
#include "house.h"

#include "support/waiting.h"

#include <QQuickItem>
#include <QRegularExpression>
#include <QSignalSpy>

namespace {

/// In the sidebar.
QQuickItem *entryWith(QQuickItem *item, const QString &icon)
{
    if (QString(item->metaObject()->className()).startsWith("SidebarEntry_QMLTYPE")
        && item->property("iconName") == icon)
        return item;
    for (QQuickItem *child : item->childItems())
        if (QQuickItem *found = entryWith(child, icon))
            return found;
    return nullptr;
}

} // namespace

/// The whole window, by keyboard, against a hub. Any warning of the QML engine fails it.
class tst_DesktopWindow : public QObject
{
    Q_OBJECT

    std::unique_ptr<House> m_house;

    QQuickWindow *view() const { return m_house->view(); }
    Desktop::PlayerController &player() const { return m_house->window->player(); }
    Desktop::LibraryController &library() const { return m_house->window->library(); }
    Desktop::SearchController &search() const { return m_house->window->search(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(view(), key, modifiers);
    }
    void open()
    {
        QVERIFY(m_house->open());
        QTRY_VERIFY(player().connected());
        QVERIFY(QTest::qWaitForWindowActive(view(), Testing::patienceMs));
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(".*"));
        m_house = std::make_unique<House>();
    }
    void cleanup() { m_house.reset(); }

    void theQueueIsChanged()
    {
        open();
        press(Qt::Key_Return);
        QTRY_VERIFY(library().albumOpen());
        press(Qt::Key_Return);
        QTRY_COMPARE(player().title(), "Track 1");
        const QList<Sync::QueueItem> &queue = m_house->link->queue();
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(queue.size(), 4);
        QCOMPARE(queue.at(1).track, Sync::TrackId(3));
        press(Qt::Key_Return, Qt::ShiftModifier);
        QTRY_COMPARE(queue.size(), 5);
        press(Qt::Key_U, Qt::ControlModifier); // what plays is chosen there
        press(Qt::Key_Delete);
        QTRY_COMPARE(queue.size(), 4);
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(queue.size(), 5);
        press(Qt::Key_Up); // from the second, which has been the first in between
        press(Qt::Key_Down, Qt::AltModifier);
        QTRY_COMPARE(queue.at(0).track, Sync::TrackId(3));
        press(Qt::Key_Up); // from the one that has been moved
        press(Qt::Key_Return);
        QTRY_COMPARE(player().title(), "Track 3");
        press(Qt::Key_M);
        QVERIFY(player().muted());
        press(Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(player().volume(), 0.95);
        QVERIFY(!player().muted());
    }

    void anAlbumIsPlayed()
    {
        open();
        press(Qt::Key_Return);
        QTRY_VERIFY(library().albumOpen());
        QCOMPARE(library().albumTitle(), "Night");
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QTRY_COMPARE(player().title(), "Track 2");
        QTRY_COMPARE(view()->title(), "Track 2 – Segue");
        press(Qt::Key_Right, Qt::ControlModifier);
        QTRY_COMPARE(player().title(), "Track 3");
        press(Qt::Key_Left, Qt::ControlModifier);
        QTRY_COMPARE(player().title(), "Track 2");
        press(Qt::Key_Escape);
        QTRY_VERIFY(!library().albumOpen());
    }

    void theArrowsSeek()
    {
        open();
        press(Qt::Key_Return);
        QTRY_VERIFY(library().albumOpen());
        press(Qt::Key_Return);
        QTRY_VERIFY(player().playing());
        press(Qt::Key_Space);
        QTRY_VERIFY(!player().playing());
        const int before = player().positionMs();
        press(Qt::Key_Right);
        QTRY_COMPARE(player().positionMs(), before + 5000);
        press(Qt::Key_Left);
        QTRY_COMPARE(player().positionMs(), before);
    }

    void spacePressesWhatHasTheKeyboard()
    {
        open();
        press(Qt::Key_Return);
        QTRY_VERIFY(library().albumOpen());
        press(Qt::Key_Return);
        QTRY_VERIFY(player().playing()); // the list has the keyboard
        press(Qt::Key_Space);
        QTRY_VERIFY(!player().playing());
        const QString section("genre"); // of its icon
        QQuickItem *entry = entryWith(view()->contentItem(), section);
        QVERIFY(entry);
        entry->forceActiveFocus(Qt::TabFocusReason);
        QTRY_VERIFY(entry->hasActiveFocus());
        press(Qt::Key_Space);
        QTRY_VERIFY(!library().albumOpen());
        QVERIFY(!player().playing());
    }

    void anotherAlbumBeginsAtItsTop()
    {
        open();
        press(Qt::Key_Return);
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        press(Qt::Key_Escape);
        press(Qt::Key_Right);
        press(Qt::Key_Return);
        QTRY_COMPARE(library().albumTitle(), "Zero");
        press(Qt::Key_Return);
        QTRY_COMPARE(player().title(), "Track 4");
    }

    void theGridMoves()
    {
        open();
        press(Qt::Key_Right);
        press(Qt::Key_Return);
        QTRY_COMPARE(library().albumTitle(), "Zero");
    }

    void typingIsNotPlaying()
    {
        open();
        press(Qt::Key_Return);
        QTRY_VERIFY(library().albumOpen());
        press(Qt::Key_Return);
        QTRY_VERIFY(player().playing());
        press(Qt::Key_F, Qt::ControlModifier);
        QTest::keyClick(view(), 'z');
        QTest::keyClick(view(), 'e');
        press(Qt::Key_Space);
        QCOMPARE(search().text(), "ze ");
        QTRY_COMPARE(search().trackCount(), 1);
        QCOMPARE(search().albumCount(), 1);
        QVERIFY(player().playing());
        press(Qt::Key_Return);
        press(Qt::Key_Return);
        QTRY_COMPARE(player().title(), "Track 4");
        press(Qt::Key_Escape);
        QTRY_COMPARE(search().text(), QString());
    }

    void whatASearchFindsIsPlayed()
    {
        open();
        press(Qt::Key_F, Qt::ControlModifier);
        for (const char letter : QByteArrayLiteral("track 3"))
            QTest::keyClick(view(), letter);
        QTRY_COMPARE(search().trackCount(), 1);
        QCOMPARE(search().albumCount(), 0);
        press(Qt::Key_Return);
        press(Qt::Key_Return);
        QTRY_COMPARE(player().title(), "Track 3");
    }

    void theSettingsOpenAndClose()
    {
        open();
        QVERIFY(view()->title().contains("Segue"));
        press(Qt::Key_Comma, Qt::ControlModifier);
        for (int i = 0; i < 30; ++i)
            press(Qt::Key_Tab);
        for (int i = 0; i < 30; ++i) // out of any field, which has a Ctrl+Z of its own
            press(Qt::Key_Backtab, Qt::ShiftModifier);
        view()->resize(480, 360);
        QTRY_COMPARE(view()->width(), 480);
        QVERIFY(!view()->grabWindow().isNull());
        m_house->window->settings().setTheme("light");
        QVERIFY(!view()->grabWindow().isNull());
        m_house->window->folders().remove("/m");
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_house->scanner->roots(), QStringList("/m"));
        press(Qt::Key_Escape);
        QTRY_VERIFY(!m_house->scanner->isRunning());
    }

    void theSleepTimerIsChosen()
    {
        open();
        press(Qt::Key_Return);
        press(Qt::Key_Return);
        QTRY_VERIFY(player().playing());
        Desktop::SleepController &sleep = m_house->window->sleep();
        press(Qt::Key_T, Qt::ControlModifier);
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QTRY_COMPARE(sleep.minutes(), 15);
        press(Qt::Key_T, Qt::ControlModifier);
        for (int i = 0; i < 6; ++i)
            press(Qt::Key_Down);
        press(Qt::Key_Return);
        QTRY_VERIFY(player().stopAfter());
        QCOMPARE(sleep.minutes(), 0);
        press(Qt::Key_T, Qt::ControlModifier);
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QTRY_VERIFY(!player().stopAfter());
    }

    void aTrackThatFailed()
    {
        open();
        player().addFailure(1, "Track 1 is missing.");
        QCOMPARE(player().fault(), "Track 1 is missing.");
        QCOMPARE(player().failureOf("1"), "Track 1 is missing.");
        QCOMPARE(player().failureOf("2"), QString());
        press(Qt::Key_Return);
        QTRY_VERIFY(library().albumOpen());
        QVERIFY(!view()->grabWindow().isNull());
        press(Qt::Key_Return);
        QTRY_VERIFY(player().playing());
        QCOMPARE(player().failureOf("1"), QString());
    }

    void closingOnlyHides_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::addRow("key") << true;
        QTest::addRow("button") << false;
    }
    void closingOnlyHides()
    {
        QFETCH(bool, byKey);
        open();
        QSignalSpy closed(m_house->window.get(), &Desktop::Window::closed);
        if (byKey)
            press(Qt::Key_Q, Qt::ControlModifier);
        else
            view()->close();
        QTRY_COMPARE(closed.size(), 1);
        QVERIFY(!view()->isVisible());
        QVERIFY(m_house->link->isConnected());
        QVERIFY(m_house->window->show());
        QTRY_VERIFY(view()->isVisible());
    }

    void everyNoticeFits()
    {
        open();
        const QImage before = view()->grabWindow();
        QVERIFY(!before.isNull());
        player().setNotice("No sound device: playing in silence.");
        player().play("1", QString(100, 'x'), "1");
        QTRY_VERIFY(!player().fault().isEmpty());
        view()->resize(480, 360);
        QTRY_COMPARE(view()->width(), 480);
        QVERIFY(view()->grabWindow() != before);
    }
};

QTEST_MAIN(tst_DesktopWindow)
#include "tst_desktop_window.moc"
