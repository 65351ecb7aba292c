// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/trackselection.h"
#include "app/library/catalogue.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <numeric>

using Desktop::TrackSelection;
using Library::TrackModel;

/// Rows stand for tracks with ids that are ten more.
class tst_DesktopSelection : public QObject
{
    Q_OBJECT

    struct Shelf {
        QTemporaryDir folder;
        QString catalogue = folder.filePath("catalogue.sqlite");
        QList<Sync::TrackId> tracks;
        std::unique_ptr<Library::CatalogueReader> reader;
        std::unique_ptr<TrackModel> model;
        TrackSelection selection;
    };
    std::unique_ptr<Shelf> m_shelf;

    [[nodiscard]] TrackSelection &selection() const { return m_shelf->selection; }
    void show(const QList<Sync::TrackId> &tracks) const
    {
        m_shelf->tracks = tracks;
        m_shelf->model->reload();
    }
    static QList<Sync::TrackId> numbers(qsizetype count)
    {
        QList<Sync::TrackId> ids(count);
        std::iota(ids.begin(), ids.end(), 10);
        return ids;
    }
    [[nodiscard]] QString selected() const
    {
        QString rows;
        for (int row = 0; row < m_shelf->model->count(); ++row)
            rows += selection().contains(row) ? '#' : '.';
        return rows;
    }

private Q_SLOTS:
    void init()
    {
        m_shelf = std::make_unique<Shelf>();
        Library::prepareCatalogue(m_shelf->catalogue);
        m_shelf->reader = std::make_unique<Library::CatalogueReader>(m_shelf->catalogue);
        m_shelf->model =
            std::make_unique<TrackModel>(*m_shelf->reader, [this](const auto &) { return m_shelf->tracks; });
        selection().setModel(m_shelf->model.get());
        show(numbers(8));
    }
    void cleanup() { m_shelf.reset(); }

    void rowsAreToggled()
    {
        selection().toggle(0, 2);
        selection().toggle(2, 5);
        QCOMPARE(selected(), "..#..#..");
        QCOMPARE(selection().count(), 2);
        selection().toggle(5, 2);
        QCOMPARE(selected(), ".....#..");
        selection().toggle(2, 5);
        QCOMPARE(selection().count(), 0);
        selection().toggle(5, 99);
        selection().toggle(99, -1);
        QCOMPARE(selection().count(), 0);
    }

    void whatWasPickedBelongsToIt()
    {
        selection().pick(1);
        QCOMPARE(selection().count(), 0);
        selection().toggle(1, 4);
        QCOMPARE(selected(), ".#..#...");
        selection().pick(1);
        selection().toggle(2, 4); // the keyboard has gone on since
        QCOMPARE(selected(), "....#...");
        selection().pick(3);
        selection().extend(3, 5);
        QCOMPARE(selected(), "...###..");
    }

    void anExtensionGoesOn()
    {
        selection().extend(3, 4);
        selection().extend(4, 5);
        QCOMPARE(selected(), "...###..");
        selection().extend(5, 1);
        QCOMPARE(selected(), ".###....");
        selection().extend(6, 7); // from elsewhere: anew
        QCOMPARE(selected(), "......##");
        selection().extend(7, 8);
        selection().extend(-1, 3);
        QCOMPARE(selected(), "......##");
    }

    void itIsAllOrNothing()
    {
        QSignalSpy changed(&selection(), &TrackSelection::changed);
        selection().selectAll();
        QCOMPARE(selection().count(), 8);
        QCOMPARE(selection().tracksWith(3).size(), 8);
        selection().clear();
        QCOMPARE(selection().count(), 0);
        QCOMPARE(changed.size(), 2);
        QCOMPARE(selection().revision(), 3); // and one for the model
    }

    void whatIsDoneToARowIsDoneToTheSelected()
    {
        selection().toggle(0, 6);
        selection().toggle(6, 2);
        QCOMPARE(selection().rowsWith(6), (QList<int>{2, 6}));
        QCOMPARE(selection().tracksWith(2), (QStringList{"12", "16"}));
        QCOMPARE(selection().tracksWith(3), QStringList{"13"});
        QVERIFY(selection().rowsWith(8).isEmpty());
        QVERIFY(selection().tracksWith(-1).isEmpty());
        QCOMPARE(selection().allTracks().size(), 8);
    }

    void placesWithoutATrackAreLeftOut()
    {
        show({10, TrackModel::nowhere + 1, 12});
        selection().selectAll();
        QCOMPARE(selection().tracksWith(0), (QStringList{"10", "12"}));
        QCOMPARE(selection().rowsWith(0), (QList<int>{0, 1, 2}));
    }

    void itFollowsTheRows()
    {
        selection().toggle(0, 2);
        selection().toggle(2, 3);
        show({9, 10, 11, 12, 99, 13, 14, 15, 16, 17});
        QCOMPARE(selected(), "...#.#....");
        show({9, 10, 11, 12, 99, 14, 15, 16, 17});
        QCOMPARE(selected(), "...#.....");
        QCOMPARE(selection().tracksWith(3), QStringList{"12"});
    }

    void aResetListHasNothingSelected()
    {
        selection().selectAll();
        const int before = selection().revision();
        QSignalSpy reset(m_shelf->model.get(), &TrackModel::modelReset);
        QList<Sync::TrackId> others = numbers(5000);
        std::ranges::reverse(others);
        show(others);
        QCOMPARE(reset.size(), 1);
        QCOMPARE(selection().count(), 0);
        QVERIFY(selection().revision() > before);
    }

    void aLargeLibraryIsOneRange()
    {
        show(numbers(100'000));
        selection().selectAll();
        QCOMPARE(selection().count(), 100'000);
        selection().toggle(0, 50'000);
        QCOMPARE(selection().count(), 99'999);
        QVERIFY(!selection().contains(50'000));
        QCOMPARE(selection().tracksWith(0).size(), 99'999);
    }

    void withoutAListNothingIsSelected()
    {
        TrackSelection alone;
        alone.setModel(&alone);
        alone.pick(1);
        alone.toggle(1, 2);
        alone.extend(1, 2);
        alone.selectAll();
        alone.clear();
        QCOMPARE(alone.count(), 0);
        QCOMPARE(alone.model(), nullptr);
        QVERIFY(alone.allTracks().isEmpty());
        selection().selectAll();
        selection().setModel(nullptr);
        QCOMPARE(selection().count(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_DesktopSelection)
#include "tst_desktop_selection.moc"
