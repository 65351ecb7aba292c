// SPDX-License-Identifier: Apache-2.0
#include "house.h"

#include "support/waiting.h"

#include <QQuickItem>
#include <QRegularExpression>

/// Lists of tracks in the window, by keyboard and mouse. Any warning of the QML engine fails it.
class tst_DesktopLists : public QObject
{
    Q_OBJECT

    std::unique_ptr<House> m_house;

    [[nodiscard]] Desktop::Controllers &window() const
    {
        return *m_house->view()->property("controllers").value<Desktop::Controllers *>();
    }
    [[nodiscard]] Desktop::PlayerController &player() const { return *window().player; }
    [[nodiscard]] Desktop::LibraryController &library() const { return *window().library; }
    [[nodiscard]] Desktop::BrowseController &browse() const { return *window().browse; }
    [[nodiscard]] Desktop::PersonalController &personal() const { return *window().personal; }
    [[nodiscard]] QList<Sync::TrackId> queued() const
    {
        QList<Sync::TrackId> tracks;
        for (const Sync::QueueItem &item : m_house->link->queue())
            tracks.append(item.track);
        return tracks;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(m_house->view(), key, modifiers);
    }
    /// The one the keyboard is in.
    [[nodiscard]] QQuickItem *list() const
    {
        QQuickItem *item = m_house->view()->activeFocusItem();
        while (item && !item->inherits("QQuickListView"))
            item = item->parentItem();
        return item;
    }
    [[nodiscard]] int rowCount() const { return list() ? list()->property("count").toInt() : -1; }
    [[nodiscard]] QQuickItem *row(int index) const
    {
        if (!list())
            return nullptr;
        QQuickItem *item = nullptr;
        QMetaObject::invokeMethod(list(), "itemAtIndex", Q_RETURN_ARG(QQuickItem *, item), Q_ARG(int, index));
        return item;
    }
    void click(int index, Qt::KeyboardModifiers modifiers = Qt::NoModifier,
               Qt::MouseButton button = Qt::LeftButton) const
    {
        const QQuickItem *item = row(index);
        QVERIFY(item);
        QTest::mouseClick(m_house->view(), button, modifiers,
                          item->mapToScene({item->width() / 3, item->height() / 2}).toPoint());
    }
    [[nodiscard]] QString selected() const
    {
        QString rows;
        for (int index = 0; index < rowCount(); ++index)
            rows += row(index) && row(index)->property("selected").toBool() ? '#' : '.';
        return rows;
    }
    void open()
    {
        QVERIFY(m_house->open());
        QTRY_VERIFY(player().connected());
        QVERIFY(QTest::qWaitForWindowActive(m_house->view()));
    }
    void openAlbum()
    {
        open();
        press(Qt::Key_Return);
        QTRY_VERIFY(library().albumOpen());
        QTRY_COMPARE(rowCount(), 3);
        QTRY_VERIFY(row(2));
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(".*"));
        m_house = std::make_unique<House>();
    }
    void cleanup() { m_house.reset(); }

    void keysSelect()
    {
        openAlbum();
        QCOMPARE(selected(), "...");
        press(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(selected(), "##.");
        press(Qt::Key_Down, Qt::ShiftModifier);
        press(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(selected(), "###");
        press(Qt::Key_Up, Qt::ShiftModifier);
        QCOMPARE(selected(), "##.");
        press(Qt::Key_Escape);
        QCOMPARE(selected(), "...");
        QVERIFY(library().albumOpen());
        press(Qt::Key_Space, Qt::ControlModifier);
        press(Qt::Key_Down);
        press(Qt::Key_Space, Qt::ControlModifier);
        QCOMPARE(selected(), ".##");
        press(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(selected(), "###");
        press(Qt::Key_Escape);
        press(Qt::Key_Escape);
        QTRY_VERIFY(!library().albumOpen());
    }

    void clicksSelect()
    {
        openAlbum();
        click(0);
        QCOMPARE(selected(), "...");
        click(2, Qt::ControlModifier);
        QCOMPARE(selected(), "#.#");
        click(0, Qt::ControlModifier);
        QCOMPARE(selected(), "..#");
        click(1, Qt::ShiftModifier);
        QCOMPARE(selected(), "##.");
        click(2);
        QCOMPARE(selected(), "...");
        click(0, Qt::ShiftModifier);
        QCOMPARE(selected(), "###");
    }

    void allThatAreSelectedAreActedOn()
    {
        openAlbum();
        press(Qt::Key_Down);
        press(Qt::Key_Down, Qt::ShiftModifier);
        press(Qt::Key_L);
        QVERIFY(personal().areFavourites({"2", "3"}));
        QVERIFY(!personal().isFavourite("1"));
        press(Qt::Key_Return);
        QTRY_COMPARE(queued(), (QList<Sync::TrackId>{2, 3}));
        QTRY_COMPARE(player().title(), "Track 2");
        press(Qt::Key_Return, Qt::ShiftModifier);
        QTRY_COMPARE(queued(), (QList<Sync::TrackId>{2, 3, 2, 3}));
        press(Qt::Key_Up);
        press(Qt::Key_Up); // to one that is not selected
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(queued(), (QList<Sync::TrackId>{2, 1, 3, 2, 3}));
    }

    void theMenuIsForAllOfThem()
    {
        openAlbum();
        press(Qt::Key_A, Qt::ControlModifier);
        press(Qt::Key_F10, Qt::ShiftModifier);
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        press(Qt::Key_Return); // add to the queue
        QTRY_COMPARE(queued(), (QList<Sync::TrackId>{1, 2, 3}));
        QTRY_COMPARE(selected(), "###");
        click(1, Qt::NoModifier, Qt::RightButton);
        QTRY_VERIFY(!list() || rowCount() != 3); // the menu has the keyboard
        press(Qt::Key_Escape);
        QTRY_COMPARE(selected(), "###");
    }

    void whatASearchFoundIsQueued()
    {
        open();
        press(Qt::Key_F, Qt::ControlModifier);
        for (const char letter : QByteArrayLiteral("ana"))
            QTest::keyClick(m_house->view(), letter);
        QTRY_COMPARE(window().search->trackCount(), 3);
        press(Qt::Key_Return); // to the list
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QTRY_COMPARE(queued().size(), 3);
        QTRY_COMPARE(player().trackId(), QString::number(queued().at(1)));
        QCOMPARE(m_house->link->queue().first().context.fromIs, "search");
    }

    void filesAreAskedFor_data()
    {
        QTest::addColumn<bool>("toWrite");
        QTest::addRow("import") << false;
        QTest::addRow("export") << true;
    }
    void filesAreAskedFor()
    {
        QFETCH(bool, toWrite);
        open();
        if (toWrite)
            window().imports->askForTarget({}, "Radio");
        else
            window().imports->askForFiles();
        const auto asking = [this] {
            const QList<QObject *> all = m_house->view()->findChildren<QObject *>();
            return std::ranges::any_of(all, [](const QObject *object) {
                return object->inherits("QQuickFileDialog") && object->property("visible").toBool();
            });
        };
        QTRY_VERIFY(asking());
        press(Qt::Key_Escape);
        QTRY_VERIFY(!asking());
    }

    void aPlaylistLosesThemAll()
    {
        open();
        personal().createPlaylist("Mine", {"1", "2", "3", "4"});
        browse().setSection("playlists");
        const auto &entries = *qobject_cast<Desktop::EntryModel *>(browse().entries());
        browse().open(QString::number(entries.entries().first().id));
        QTRY_COMPARE(rowCount(), 4);
        QTRY_VERIFY(row(3));
        press(Qt::Key_Down, Qt::ShiftModifier);
        press(Qt::Key_Delete);
        const auto &tracks = *qobject_cast<Library::TrackModel *>(browse().tracks());
        QCOMPARE(tracks.ids(), (QList<Sync::TrackId>{3, 4}));
        QCOMPARE(selected(), "..");
    }
};

QTEST_MAIN(tst_DesktopLists)
#include "tst_desktop_lists.moc"
