// SPDX-License-Identifier: Apache-2.0
#include "app/library/catalogue.h"
#include "app/library/cataloguewriter.h"
#include "app/library/ids.h"
#include "app/personal/playlistfiles.h"
#include "app/personal/trackfinder.h"
#include "tests/unit/library/music.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Personal;
using namespace std::chrono_literals;

class tst_PersonalPlaylistFiles : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    std::unique_ptr<TrackFinder> m_finder;

    QString music(const QString &name) const { return m_dir.filePath("music/" + name); }
    Library::ReadFile file(quint64 id, const QString &name, const QString &artist, const QString &title) const
    {
        Library::Track track{
            .id = id, .path = music(name), .title = title, .artist = artist, .album = "X", .duration = 3min};
        track.artistId = Library::artistId(artist);
        track.albumId = Library::albumId(artist, "X");
        return {track, {.size = 1, .mtimeNs = 1}};
    }
    ImportedList imported(const QByteArray &bytes, const QString &name = "lists/Sunday.m3u8")
    {
        const QString path = m_dir.filePath(name);
        if (!Music::write(path, bytes))
            qWarning() << "cannot write" << path;
        const auto result = importList(path, *m_finder);
        if (const auto *reason = std::get_if<QString>(&result))
            qWarning() << *reason;
        return std::holds_alternative<ImportedList>(result) ? std::get<ImportedList>(result) : ImportedList();
    }
    static QList<Sync::TrackId> tracks(const QList<PlaylistItem> &items)
    {
        QList<Sync::TrackId> tracks;
        for (const PlaylistItem &item : items)
            tracks.append(item.trackId);
        return tracks;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString catalogue = m_dir.filePath("catalogue.sqlite");
        Library::prepareCatalogue(catalogue);
        Library::CatalogueWriter writer(catalogue);
        writer.store({file(1, "a b.ogg", "Ana", "Moon"), file(2, "ü.ogg", "Ben", "Sun"),
                      file(3, "sub/c.ogg", "Ben", "Rain"), file(4, "100%.ogg", "Cid", "Wind")});
        writer.settle();
        for (const QString name : {"a b.ogg", "ü.ogg", "sub/c.ogg", "100%.ogg"})
            QVERIFY(Music::write(music(name), "x"));
        m_finder = std::make_unique<TrackFinder>(catalogue);
    }

    void found_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<quint64>("track");
        QTest::addRow("absolute") << music("a b.ogg") << quint64(1);
        QTest::addRow("relative") << "../music/ü.ogg" << quint64(2);
        QTest::addRow("URL") << QString(QUrl::fromLocalFile(music("ü.ogg")).toEncoded()) << quint64(2);
        QTest::addRow("percent-encoded path") << "../music/a%20b.ogg" << quint64(1);
        QTest::addRow("percent sign of its own") << "../music/100%.ogg" << quint64(4);
        QTest::addRow("backslashes") << "..\\music\\sub\\c.ogg" << quint64(3);
        QTest::addRow("through a link") << "../linked/c.ogg" << quint64(3);
        QTest::addRow("elsewhere") << "/elsewhere/a b.ogg" << quint64(0);
    }
    void found()
    {
        QFETCH(QString, line);
        QFile::link(music("sub"), m_dir.filePath("linked"));
        const ImportedList list = imported("#EXTM3U\n" + line.toUtf8() + "\n");
        QCOMPARE(list.items.size(), 1);
        QTEST(list.items.first().trackId, "track");
        QCOMPARE(list.missing.size(), list.items.first().trackId == 0 ? 1 : 0);
    }

    void missingOnesStayInTheirPlaces()
    {
        const ImportedList list = imported("#PLAYLIST:Morning\n#EXTINF:200,Zoe - Un - known\n/else/z.ogg\n"
                                           "../music/ü.ogg\n/else/No Words.ogg\nhttp://r.example/\n"
                                           "ftp://r.example/\n#EXTINF:181,ANA - moon\n/else/a.ogg\n");
        QCOMPARE(list.name, "Morning");
        QCOMPARE(tracks(list.items), (QList<Sync::TrackId>{0, 2, 0, 1})); // the last one by its name
        QCOMPARE(
            list.items.first(),
            (PlaylistItem{.title = "Un - known", .artist = "Zoe", .duration = 200s, .path = "/else/z.ogg"}));
        QCOMPARE(list.items.at(1).title, "Sun");
        QCOMPARE(list.items.at(2).title, "No Words");
        QCOMPARE(list.missing.size(), 2);
        QCOMPARE(list.missing.first().path, "/else/z.ogg");
        QCOMPARE(list.stations.size(), 1);
        QCOMPARE(list.refused.size(), 1);
        QCOMPARE(imported("").name, "Sunday");
    }

    void missingOnesAreFoundOnceTheyAreThere()
    {
        PlaylistItem item{.title = "Moon", .artist = "Ana", .duration = 3min, .path = "/gone/a.ogg"};
        QCOMPARE(m_finder->find(item)->trackId, Sync::TrackId(1));
        item.trackId = 77; // an id the library does not have any more
        QCOMPARE(m_finder->find(item)->trackId, Sync::TrackId(1));
        item.duration = 10min; // another recording
        QVERIFY(!m_finder->find(item));
        item.path = music("ü.ogg");
        QCOMPARE(m_finder->find(item)->trackId, Sync::TrackId(2));
        QVERIFY(!m_finder->find({}));
    }

    void itemsRememberTheirTracks()
    {
        QCOMPARE(
            m_finder->item(2),
            std::optional(PlaylistItem{
                .trackId = 2, .title = "Sun", .artist = "Ben", .duration = 3min, .path = music("ü.ogg")}));
        QVERIFY(!m_finder->item(77));
    }

    void exportedIsImportedAgain_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"out.m3u8", "out.m3u", "out.pls"})
            QTest::addRow("%s", name) << name;
    }
    void exportedIsImportedAgain()
    {
        QFETCH(QString, name);
        const QString path = m_dir.filePath(name);
        const QList<PlaylistItem> items{
            {.trackId = 4, .title = "Wind", .artist = "Cid", .path = "/old/place"},
            {.title = "Gone", .artist = "Zoe", .duration = 7s, .path = "/gone.ogg"},
            {.trackId = 99},
            {.trackId = 1}};
        QVERIFY(!exportList(path, "Out", items, Paths::Relative, *m_finder));
        const auto list = std::get<ImportedList>(importList(path, *m_finder));
        QCOMPARE(tracks(list.items), (QList<Sync::TrackId>{4, 0, 1}));
        QCOMPARE(list.items.first().path, music("100%.ogg"));
        QCOMPARE(list.items.at(1), items.at(1));
    }

    void stationsGoThroughFiles()
    {
        const QList<Station> stations{makeStation("One", QUrl("http://one.example/")),
                                      makeStation("Two - 2", QUrl("https://two.example/live?x=1"))};
        for (const char *name : {"radio.pls", "radio.m3u"}) {
            const QString path = m_dir.filePath(name);
            QVERIFY(!exportStations(path, stations));
            QCOMPARE(std::get<ImportedList>(importList(path, *m_finder)).stations, stations);
        }
    }

    void whatCannotBeReadOrWrittenIsSaid()
    {
        const auto read = importList(m_dir.filePath("nowhere.m3u"), *m_finder);
        QVERIFY(std::get<QString>(read).contains("cannot be opened"));
        const auto written =
            exportList(m_dir.filePath("no/such/folder/x.m3u"), "X", {}, Paths::Absolute, *m_finder);
        QVERIFY(written && written->contains("cannot be written"));
    }
};

QTEST_GUILESS_MAIN(tst_PersonalPlaylistFiles)
#include "tst_personal_playlistfiles.moc"
