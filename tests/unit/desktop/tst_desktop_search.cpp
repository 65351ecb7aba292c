// SPDX-License-Identifier: Apache-2.0
#include "support/waiting.h"

#include "app/desktop/personalcontroller.h"
#include "app/desktop/radiocontroller.h"
#include "app/desktop/searchcontroller.h"
#include "app/library/catalogue.h"
#include "app/library/cataloguewriter.h"
#include "app/library/ids.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using Desktop::SearchController;

class tst_DesktopSearch : public QObject
{
    Q_OBJECT

    struct Shelf {
        QTemporaryDir folder;
        QString catalogue = folder.filePath("catalogue.sqlite");
        std::unique_ptr<Library::CatalogueReader> reader;
        std::unique_ptr<Desktop::PersonalController> personal;
        std::unique_ptr<Desktop::RadioController> radio;
        std::unique_ptr<SearchController> search;
    };
    std::unique_ptr<Shelf> m_shelf;

    static Library::ReadFile file(quint64 id, const QString &artist, const QString &title)
    {
        return {{.id = id,
                 .path = QString("/m/%1.ogg").arg(id),
                 .title = title,
                 .artist = artist,
                 .album = artist + " live",
                 .albumId = Library::albumId(artist, artist + " live"),
                 .artistId = Library::artistId(artist),
                 .artists = {artist}},
                {}};
    }
    [[nodiscard]] SearchController &search() const { return *m_shelf->search; }

    static QStringList names(const QObject *model)
    {
        QStringList names;
        for (const Desktop::Entry &entry : qobject_cast<const Desktop::EntryModel *>(model)->entries())
            names.append(entry.name);
        return names;
    }

private Q_SLOTS:
    void init()
    {
        m_shelf = std::make_unique<Shelf>();
        Library::prepareCatalogue(m_shelf->catalogue);
        Library::CatalogueWriter writer(m_shelf->catalogue);
        writer.store({file(1, "Björk", "Venus"), file(2, "Ana", "Night Train"), file(3, "Ana", "Morning")});
        writer.settle();
        m_shelf->reader = std::make_unique<Library::CatalogueReader>(m_shelf->catalogue);
        m_shelf->personal =
            std::make_unique<Desktop::PersonalController>(m_shelf->folder.path(), *m_shelf->reader);
        m_shelf->personal->createPlaylist("Late nights", {"1"});
        m_shelf->radio = std::make_unique<Desktop::RadioController>(m_shelf->folder.path());
        m_shelf->radio->save({}, "Night Radio", "http://radio.invalid/");
        m_shelf->search =
            std::make_unique<SearchController>(*m_shelf->reader, *m_shelf->personal, *m_shelf->radio);
    }
    void cleanup() { m_shelf.reset(); }

    void everythingIsLookedThrough()
    {
        QVERIFY(search().emptyText().startsWith("Type"));
        QSignalSpy found(&search(), &SearchController::foundChanged);
        search().setText(" night ");
        QCOMPARE(search().text(), " night ");
        QTRY_COMPARE(found.size(), 1);
        QCOMPARE(qobject_cast<Library::TrackModel *>(search().tracks())->ids(), QList<quint64>{2});
        QCOMPARE(names(search().playlists()), QStringList{"Late nights"});
        QCOMPARE(names(search().stations()), QStringList{"Night Radio"});
        QCOMPARE(search().emptyText(), QString());
        search().setText("bjo");
        QTRY_COMPARE(found.size(), 2);
        QCOMPARE(names(search().artists()), QStringList{"Björk"});
        QCOMPARE(search().albumCount(), 1);
        QCOMPARE(search().trackCount(), 1);
        QCOMPARE(search().playlistCount() + search().stationCount(), 0);
    }

    void nothingIsFound()
    {
        search().setText("neither");
        QTRY_COMPARE(search().emptyText(), "Nothing found for “neither”.");
        search().setText({});
        QTRY_VERIFY(search().emptyText().startsWith("Type"));
        QCOMPARE(search().trackCount() + search().playlistCount() + search().stationCount(), 0);
    }

    void whatIsNewIsFound()
    {
        search().setText("noon");
        QTRY_COMPARE(search().emptyText(), "Nothing found for “noon”.");
        Library::CatalogueWriter(m_shelf->catalogue).store({file(4, "Zed", "Noon")});
        search().reload();
        QCOMPARE(search().trackCount(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_DesktopSearch)
#include "tst_desktop_search.moc"
