// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/browsecontroller.h"
#include "app/desktop/personalcontroller.h"
#include "app/desktop/translations.h"
#include "app/library/catalogue.h"
#include "app/library/cataloguewriter.h"
#include "app/library/ids.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using Desktop::BrowseController;
using Desktop::PersonalController;
using namespace std::chrono_literals;

class tst_DesktopBrowse : public QObject
{
    Q_OBJECT

    const Desktop::Translations m_words{QLocale::c()}; // English plurals

    struct Shelf {
        QTemporaryDir folder;
        QString catalogue = folder.filePath("catalogue.sqlite");
        std::unique_ptr<Library::CatalogueReader> reader;
        std::unique_ptr<PersonalController> personal;
        std::unique_ptr<BrowseController> browse;
    };
    std::unique_ptr<Shelf> m_shelf;

    static Library::ReadFile file(quint64 id, const QString &artist, const QString &genre)
    {
        return {{.id = id,
                 .path = QString("/m/%1.ogg").arg(id),
                 .title = QString("Track %1").arg(id),
                 .artist = artist,
                 .album = artist,
                 .genre = genre,
                 .duration = 100s,
                 .albumId = Library::albumId(artist, artist),
                 .artistId = Library::artistId(artist),
                 .artists = {artist},
                 .genres = {genre}},
                {}};
    }

    [[nodiscard]] PersonalController &personal() const { return *m_shelf->personal; }
    [[nodiscard]] BrowseController &browse() const { return *m_shelf->browse; }

    [[nodiscard]] QStringList entries() const
    {
        const auto &model = *qobject_cast<Desktop::EntryModel *>(browse().entries());
        QStringList names;
        for (const Desktop::Entry &entry : model.entries())
            names.append(entry.name + ": " + entry.detail);
        return names;
    }
    [[nodiscard]] QString entryId(int row) const
    {
        const auto &model = *qobject_cast<Desktop::EntryModel *>(browse().entries());
        return QString::number(model.entries().at(row).id);
    }
    [[nodiscard]] QList<quint64> tracks() const
    {
        return qobject_cast<Library::TrackModel *>(browse().tracks())->ids();
    }

private Q_SLOTS:
    void init()
    {
        m_shelf = std::make_unique<Shelf>();
        Library::prepareCatalogue(m_shelf->catalogue);
        Library::CatalogueWriter writer(m_shelf->catalogue);
        writer.store({file(1, "Ana", "Jazz"), file(2, "Ana", "Folk"), file(3, "Zed", "Jazz")});
        writer.settle();
        m_shelf->reader = std::make_unique<Library::CatalogueReader>(m_shelf->catalogue);
        m_shelf->personal = std::make_unique<PersonalController>(m_shelf->folder.path(), *m_shelf->reader);
        m_shelf->browse = std::make_unique<BrowseController>(*m_shelf->reader, personal());
    }
    void cleanup() { m_shelf.reset(); }

    void entriesLeadToTracks_data()
    {
        QTest::addColumn<QString>("section");
        QTest::addColumn<QStringList>("entries");
        QTest::addColumn<QList<quint64>>("tracks"); // of the first
        QTest::addColumn<QString>("fromIs");
        QTest::addRow("artists") << "artists" << QStringList{"Ana: 2 tracks", "Zed: 1 track"}
                                 << QList<quint64>{1, 2} << "artist";
        QTest::addRow("genres") << "genres" << QStringList{"Folk: 1 track", "Jazz: 2 tracks"}
                                << QList<quint64>{2} << "genre";
    }
    void entriesLeadToTracks()
    {
        QFETCH(QString, section);
        browse().setSection(section);
        QVERIFY(!browse().showsTracks());
        QTEST(entries(), "entries");
        browse().open(entryId(0));
        QVERIFY(browse().showsTracks() && browse().entryOpen());
        QList<quint64> shown = tracks();
        std::ranges::sort(shown);
        QTEST(shown, "tracks");
        QTEST(browse().fromIs(), "fromIs");
        QCOMPARE(browse().fromIsId(), entryId(0));
        browse().open("777"); // is not there
        QCOMPARE(browse().fromIsId(), entryId(0));
        browse().close();
        QVERIFY(!browse().showsTracks());
    }

    void favourites()
    {
        browse().setSection("favourites");
        QVERIFY(browse().showsTracks());
        QVERIFY(!browse().emptyText().isEmpty());
        personal().toggleFavourite("2");
        personal().toggleFavourite("no id");
        QVERIFY(personal().isFavourite("2"));
        QCOMPARE(tracks(), QList<quint64>{2});
        QVERIFY(browse().emptyText().isEmpty());
        QCOMPARE(browse().fromIs(), "favorites");
        QVERIFY(!personal().areFavourites({"2", "3"}));
        personal().toggleFavourites({"2", "3"});
        QVERIFY(personal().areFavourites({"2", "3"}));
        personal().toggleFavourites({"2", "3"});
        QVERIFY(!personal().isFavourite("2"));
        QVERIFY(!personal().areFavourites({}));
        QCOMPARE(tracks(), QList<quint64>());
    }

    void playlists()
    {
        browse().setSection("playlists");
        personal().createPlaylist("Mine", {"3", "1", "77"});
        QCOMPARE(entries(), QStringList{"Mine: 2 tracks"});
        personal().addToPlaylist(entryId(0), {"2"});
        browse().open(entryId(0));
        QCOMPARE(tracks(), (QList<quint64>{3, 1, 2}));
        QCOMPARE(browse().fromIs(), "playlist");
        QVERIFY(browse().editable());
        browse().moveTrack(0, 2);
        QCOMPARE(tracks(), (QList<quint64>{1, 2, 3}));
        browse().moveTrack(2, 0);
        browse().removeTracks({1});
        QCOMPARE(tracks(), (QList<quint64>{3, 2}));
        browse().removeTracks({0, 1});
        QVERIFY(tracks().isEmpty());
        personal().undo();
        for (int step = 0; step < 3; ++step)
            personal().undo();
        QCOMPARE(tracks(), (QList<quint64>{3, 1, 2}));
        personal().renamePlaylist(entryId(0), "Ours");
        QCOMPARE(browse().title(), "Ours");
        personal().removePlaylist(entryId(0));
        QVERIFY(entries().isEmpty());
        QVERIFY(!browse().entryOpen());
        for (const char *step : {"Ours: 3 tracks", "Mine: 3 tracks", "Mine: 2 tracks"}) {
            QVERIFY(personal().canUndo());
            personal().undo();
            QCOMPARE(entries(), QStringList(step));
        }
        personal().undo();
        QVERIFY(entries().isEmpty());
        QVERIFY(!personal().canUndo());
    }

    void whatThePlaylistRemembersIsShown()
    {
        Personal::Playlists(m_shelf->folder.path(), "1")
            .create("Old",
                    {{.title = "Never here", .artist = "Ana"},
                     {.trackId = 1},
                     {.title = "Nor this"},
                     {.trackId = 99, .title = "Gone"}},
                    Personal::Moment(1s));
        browse().setSection("playlists");
        browse().open(entryId(0));
        const auto &model = *qobject_cast<Library::TrackModel *>(browse().tracks());
        QStringList titles;
        for (int row = 0; row < model.count(); ++row)
            titles.append(model.index(row).data(Library::TrackModel::TitleRole).toString());
        QCOMPARE(titles, (QStringList{"Never here", "Track 1", "Nor this", "Gone"}));
        QVERIFY(!model.index(0).data(Library::TrackModel::PresentRole).toBool());
        QVERIFY(model.index(1).data(Library::TrackModel::PresentRole).toBool());
    }

    void namelessPlaylistsAreRefused()
    {
        QSignalSpy failed(&personal(), &PersonalController::failed);
        personal().createPlaylist("  ", {"1"});
        QCOMPARE(failed.size(), 1);
        QVERIFY(!personal().canUndo());
        QVERIFY(personal().playlists().isEmpty());
    }

    void historyFollows()
    {
        browse().setSection("history");
        QVERIFY(tracks().isEmpty());
        QVERIFY(!browse().listed());
        Personal::History(m_shelf->folder.path(), "1")
            .add({.trackId = 3, .started = Personal::Moment(1s), .played = 100s, .completed = true});
        personal().historyChanged();
        QCOMPARE(tracks(), QList<quint64>{3});
        browse().setSection("most-played");
        QVERIFY(browse().listed());
        QCOMPARE(browse().fromIs(), "history");
        QCOMPARE(tracks(), QList<quint64>{3});
    }
};

QTEST_GUILESS_MAIN(tst_DesktopBrowse)
#include "tst_desktop_browse.moc"
