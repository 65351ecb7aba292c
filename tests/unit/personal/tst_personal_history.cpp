// SPDX-License-Identifier: Apache-2.0
#include "app/library/catalogue.h"
#include "app/library/cataloguereader.h"
#include "app/library/cataloguewriter.h"
#include "app/library/tagreader.h"
#include "app/personal/favourites.h"
#include "app/personal/history.h"
#include "app/personal/limits.h"
#include "sync/store/personaldatabase.h"
#include "tests/unit/library/music.h"

#include <QFile>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Personal;
using namespace std::chrono_literals;

class tst_PersonalHistory : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    const Moment m_now{1'700'000'000'000ms};

    Play play(Sync::TrackId track, std::chrono::seconds after, bool completed = true) const
    {
        return {.trackId = track, .started = m_now + after, .played = 3min, .completed = completed};
    }
    static QList<Sync::TrackId> tracks(const QList<PlayCount> &counts)
    {
        QList<Sync::TrackId> tracks;
        for (const PlayCount &count : counts)
            tracks.append(count.trackId);
        return tracks;
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void plays()
    {
        History history(m_dir->path(), "1");
        history.add(play(7, 1s));
        history.add(play(8, 2s, false));
        history.add(play(7, 3s));
        history.add(play(7, 3s)); // told twice
        QCOMPARE(history.recent(2), (QList<Play>{play(7, 3s), play(8, 2s, false)}));
        QCOMPARE(history.recent(10).size(), 3);
        QCOMPARE(history.count(7), (PlayCount{.trackId = 7, .count = 2, .lastPlayed = m_now + 3s}));
        QCOMPARE(history.count(8), (PlayCount{.trackId = 8, .count = 0, .lastPlayed = m_now + 2s}));
        QCOMPARE(history.count(9), PlayCount{.trackId = 9});
        QCOMPARE(History(m_dir->path(), "2").recent(10).size(), 0);
        QCOMPARE(History(m_dir->path(), "2").counts().size(), 0);
        history.clear();
        QCOMPARE(history.recent(10).size(), 0);
        QCOMPARE(history.counts().size(), 0);
    }

    void orders()
    {
        History history(m_dir->path(), "1");
        for (int i = 0; i < 3; ++i)
            history.add(play(1, std::chrono::seconds(i)));
        history.add(play(2, 10s));
        history.add(play(3, 20s));
        history.add(play(3, 30s));
        history.add(play(4, 40s, false));
        QCOMPARE(tracks(history.mostPlayed(10)), (QList<Sync::TrackId>{1, 3, 2}));
        QCOMPARE(tracks(history.mostPlayed(2)), (QList<Sync::TrackId>{1, 3}));
        QCOMPARE(tracks(history.recentlyPlayed(3)), (QList<Sync::TrackId>{4, 3, 2}));
    }

    void countsTakenOver()
    {
        History history(m_dir->path(), "1");
        history.add(play(1, 5s));
        const QList<PlayCount> counts{{1, 40, m_now}, {2, 3, m_now + 9s}};
        QCOMPARE(history.adopt(counts, "there"), 2);
        QCOMPARE(history.adopt(counts, "there"), 0);
        QCOMPARE(history.count(1), (PlayCount{1, 41, m_now + 5s}));
        QCOMPARE(history.count(2), (PlayCount{2, 3, m_now + 9s}));
        QCOMPARE(history.adopt({{1, 41, m_now}}, "there"), 1);
        QCOMPARE(history.count(1).count, 42);
        QCOMPARE(history.recent(10).size(), 1);
    }

    void theOldestPlaysAreForgottenAndTheCountsStay()
    {
        History history(m_dir->path(), "1");
        history.add(play(1, 0s));
        {
            const auto database = Sync::PersonalDatabase::open(m_dir->path());
            QSqlQuery fill(database->handle());
            fill.prepare("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
                         "INSERT INTO plays SELECT '1', ? + i, 2, 1, 1 FROM n");
            fill.addBindValue(Limits::playsKept + Limits::playsOver - 1);
            fill.addBindValue(qint64(m_now.time_since_epoch().count()));
            QVERIFY(fill.exec());
        }
        QCOMPARE(history.recent(1'000'000).size(), Limits::playsKept + Limits::playsOver);
        QElapsedTimer timer;
        timer.start();
        history.add(play(3, 24h));
        qInfo() << "with dropping:" << timer.restart() << "ms";
        QCOMPARE(history.recent(1'000'000).size(), Limits::playsKept);
        QCOMPARE(history.recent(1).first().trackId, Sync::TrackId(3));
        QCOMPARE(history.count(1).count, 1);
        timer.restart();
        history.add(play(3, 25h));
        qInfo() << "one more play:" << timer.elapsed() << "ms";
    }

    void retaggedAndMovedTracksKeepTheirCounts()
    {
        if (!Music::canBeMade())
            QSKIP("ffmpeg is not installed: no music can be made");
        const QString catalogue = m_dir->filePath("catalogue.sqlite");
        Library::prepareCatalogue(catalogue);
        const auto scan = [&](const QString &path) {
            Library::CatalogueWriter writer(catalogue);
            writer.store({{std::get<Library::Track>(Library::readTrack(path)), {.size = 1, .mtimeNs = 1}}});
            writer.settle();
        };
        const QString path = m_dir->filePath("old/a.mp3");
        QVERIFY(Music::make(path));
        scan(path);
        const Sync::TrackId track = Library::CatalogueReader(catalogue).trackIds().value(0);
        History history(m_dir->path(), "1");
        Favourites favourites(m_dir->path(), "1");
        history.add(play(track, 0s));
        favourites.add(track, m_now);

        const QString moved = m_dir->filePath("moved.mp3");
        QVERIFY(QFile::rename(path, moved));
        QVERIFY(Music::tag(moved, Music::Tags{.title = "New", .artist = "Name"}));
        Library::CatalogueWriter(catalogue).remove({path});
        scan(moved);
        const auto tracks = Library::CatalogueReader(catalogue).tracks();
        QCOMPARE(tracks.size(), 1);
        QCOMPARE(tracks.first().title, "New");
        QCOMPARE(history.count(tracks.first().id).count, 1);
        QVERIFY(favourites.contains(tracks.first().id));
    }
};

QTEST_GUILESS_MAIN(tst_PersonalHistory)
#include "tst_personal_history.moc"
