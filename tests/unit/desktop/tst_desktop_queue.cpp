// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/queuemodel.h"
#include "app/desktop/windowstate.h"
#include "app/library/catalogue.h"
#include "app/library/cataloguewriter.h"
#include "app/web/libraryapi.h"
#include "hub.h"

#include "support/waiting.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace std::chrono_literals;
using Desktop::QueueModel;

class tst_DesktopQueue : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_catalogue = m_folder.filePath("catalogue.sqlite");

    static QStringList trackIds(const QueueModel &queue)
    {
        QStringList ids;
        for (int row = 0; row < queue.count(); ++row)
            ids.append(queue.data(queue.index(row), QueueModel::TrackIdRole).toString());
        return ids;
    }

    static QVariant at(const QueueModel &queue, int row, int role)
    {
        return queue.data(queue.index(row), role);
    }

    /// A hub, a link to it and a queue of tracks 1 to 3, of which the first plays.
    struct House {
        explicit House(const QString &catalogue, const TestHub::MakeSites &sitesOfHub = {})
            : hub(sitesOfHub)
            , reader(catalogue)
            , api(hub.url())
            , hubTracks(api)
            , queue(link, reader, hubTracks)
        {
            link.open(hub.url());
        }
        [[nodiscard]] bool play()
        {
            if (!QTest::qWaitFor([&] { return link.isConnected(); }, Testing::patienceMs))
                return false;
            link.send(Sync::Native::Play{.trackId = 1, .context = {.fromIs = "album", .fromIsId = 7}});
            return QTest::qWaitFor([&] { return queue.currentRow() == 0; }, Testing::patienceMs);
        }

        TestHub hub;
        Library::CatalogueReader reader;
        Sync::Link link{{.id = "me", .name = "Me"}};
        Desktop::HubApi api;
        Desktop::HubTracks hubTracks;
        QueueModel queue;
        QAbstractItemModelTester tester{&queue};
    };

private Q_SLOTS:
    void initTestCase()
    {
        Library::prepareCatalogue(m_catalogue);
        Library::CatalogueWriter writer(m_catalogue);
        writer.store(
            {{{.id = 1, .path = "/m/1.ogg", .title = "One", .artist = "Ana", .duration = 100s}, {}}});
    }

    void showsWhatIsQueued()
    {
        House house(m_catalogue);
        QVERIFY(house.play());
        QCOMPARE(trackIds(house.queue), QStringList({"1", "2", "3"}));
        QCOMPARE(at(house.queue, 0, QueueModel::TitleRole).toString(), "One");
        QCOMPARE(at(house.queue, 0, QueueModel::ArtistRole).toString(), "Ana");
        QCOMPARE(at(house.queue, 0, QueueModel::DurationMsRole).toInt(), 100'000);
        QCOMPARE(at(house.queue, 1, QueueModel::TitleRole).toString(), "Not in this library");
        QCOMPARE(at(house.queue, 0, QueueModel::CurrentRole).toBool(), true);
        QCOMPARE(at(house.queue, 1, QueueModel::CurrentRole).toBool(), false);
    }

    void titlesOfWhatOnlyTheHubHas()
    {
        const QString hubs = m_folder.filePath("hubs.sqlite");
        Library::prepareCatalogue(hubs);
        {
            Library::CatalogueWriter writer(hubs);
            writer.store(
                {{{.id = 2, .path = "/h/2.ogg", .title = "Two", .artist = "Bea", .duration = 50s}, {}}});
        }
        House house(m_catalogue, [hubs](Sync::Hub &) {
            return std::vector<std::shared_ptr<Sync::Http::Site>>{std::make_shared<Web::LibraryApi>(hubs)};
        });
        QVERIFY(house.play());
        QTRY_COMPARE(at(house.queue, 1, QueueModel::TitleRole).toString(), "Two");
        QCOMPARE(at(house.queue, 1, QueueModel::ArtistRole).toString(), "Bea");
        QCOMPARE(at(house.queue, 1, QueueModel::DurationMsRole).toInt(), 50'000);
        QCOMPARE(at(house.queue, 0, QueueModel::TitleRole).toString(), "One"); // its own
        QCOMPARE(at(house.queue, 2, QueueModel::TitleRole).toString(), "Not in this library");
    }

    void edits()
    {
        House house(m_catalogue);
        QVERIFY(house.play());
        QueueModel &queue = house.queue;
        queue.move(2, 0);
        QTRY_COMPARE(trackIds(queue), QStringList({"3", "1", "2"}));
        QTRY_COMPARE(queue.currentRow(), 1);
        queue.move(0, 2);
        QTRY_COMPARE(trackIds(queue), QStringList({"1", "2", "3"}));
        queue.playNext({"9", "8"}, "search", "0");
        QTRY_COMPARE(trackIds(queue), QStringList({"1", "9", "8", "2", "3"}));
        queue.add({"9"}, "search", "0");
        QTRY_COMPARE(queue.count(), 6);
        queue.remove(0);
        QTRY_COMPARE(queue.count(), 5);
        QCOMPARE(queue.currentRow(), -1);
        QVERIFY(queue.canUndo() && !queue.canRedo());
        queue.undo();
        QTRY_COMPARE(queue.currentRow(), 0);
        queue.redo();
        QTRY_COMPARE(queue.currentRow(), -1);
        queue.play(2);
        QTRY_COMPARE(queue.currentRow(), 2);
        queue.clear();
        QTRY_COMPARE(trackIds(queue), QStringList{"2"});
        for (const int row : {-1, 7}) { // what is not there changes nothing
            queue.play(row);
            queue.remove(row);
            queue.move(row, 0);
        }
        queue.add({"no id"}, "search", "0");
        queue.add({"9"}, "search", "0");
        QTRY_COMPARE(trackIds(queue), QStringList({"2", "9"}));
    }

    void thousandsAtOnceKeepTheirOrder()
    {
        House house(m_catalogue);
        QVERIFY(house.play());
        QStringList many;
        for (int id = 1000; id < 8000; ++id)
            many.append(QString::number(id));
        house.queue.playNext(many, "search", "0");
        QTRY_COMPARE(house.queue.count(), 7003);
        QCOMPARE(trackIds(house.queue), QStringList("1") + many + QStringList({"2", "3"}));
    }

    void stateIsRemembered()
    {
        const QString path = m_folder.filePath("state.ini");
        {
            Desktop::WindowState state(path);
            QCOMPARE(state.volume(), 1.0);
            QVERIFY(!state.queueShown());
            state.setVolume(0.25, true);
            state.setQueueShown(true);
            state.setPage("tracks");
        }
        const Desktop::WindowState state(path);
        QCOMPARE(state.volume(), 0.25);
        QVERIFY(state.muted());
        QVERIFY(state.queueShown());
        QCOMPARE(state.page(), "tracks");
    }

    void damagedStateIsAsAtFirst()
    {
        const QString path = m_folder.filePath("damaged.ini");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("volume=loud\n[[[\nqueue=7x");
        file.close();
        const Desktop::WindowState state(path);
        QCOMPARE(state.volume(), 1.0);
        QVERIFY(!state.muted());
    }
};

QTEST_GUILESS_MAIN(tst_DesktopQueue)
#include "tst_desktop_queue.moc"
