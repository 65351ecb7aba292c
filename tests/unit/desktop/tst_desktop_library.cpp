// SPDX-License-Identifier: Apache-2.0
#include "support/waiting.h"

#include "app/desktop/librarycontroller.h"
#include "app/desktop/translations.h"
#include "app/library/catalogue.h"
#include "app/library/cataloguewriter.h"
#include "app/library/ids.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using Desktop::LibraryController;
using namespace std::chrono_literals;

class tst_DesktopLibrary : public QObject
{
    Q_OBJECT

    const Desktop::Translations m_words{QLocale::c()}; // English plurals

    std::unique_ptr<QTemporaryDir> m_dir;

    QString catalogue() const { return m_dir->filePath("catalogue.db"); }

    static Library::ReadFile file(quint64 id, const QString &artist, const QString &album,
                                  const QString &title)
    {
        return {{.id = id,
                 .path = QString("/m/%1/%2.ogg").arg(album).arg(id),
                 .title = title,
                 .artist = artist,
                 .album = album,
                 .trackNumber = int(id),
                 .year = 1999,
                 .duration = 61s,
                 .albumId = Library::albumId(artist, album),
                 .artistId = Library::artistId(artist)},
                {.size = 1, .mtimeNs = 1}};
    }
    void fill() const
    {
        Library::CatalogueWriter writer(catalogue());
        writer.store({file(1, "Ana", "Night", "Moon"), file(2, "Ana", "Night", "Star"),
                      file(3, "Björk", "Début", "Venus")});
        writer.settle();
    }
    static QString night() { return QString::number(Library::albumId("Ana", "Night")); }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        Library::prepareCatalogue(catalogue());
    }

    void nothingYet()
    {
        Library::Scanner scanner(catalogue());
        const Library::CatalogueReader reader(catalogue());
        const LibraryController library(reader, scanner);
        QCOMPARE(library.albumCount(), 0);
        QCOMPARE(library.emptyText(), "No music yet.");
        QVERIFY(library.emptyDetail().contains("--music"));
    }

    void nothingInTheFolders()
    {
        Library::Scanner scanner(catalogue());
        const Library::CatalogueReader reader(catalogue());
        scanner.setRoots({m_dir->path()});
        const LibraryController library(reader, scanner);
        QCOMPARE(library.emptyText(), "No music was found.");
        QCOMPARE(library.emptyDetail(), m_dir->path());
        scanner.scan();
        QCOMPARE(library.emptyText(), "Looking for music…");
        QTRY_COMPARE(library.emptyText(), "No music was found.");
    }

    void anAlbumOpensAndCloses()
    {
        fill();
        Library::Scanner scanner(catalogue());
        const Library::CatalogueReader reader(catalogue());
        LibraryController library(reader, scanner);
        QVERIFY(!library.albumOpen());
        library.openAlbum(night());
        QVERIFY(library.albumOpen());
        QCOMPARE(library.albumId(), night());
        QCOMPARE(library.albumTitle(), "Night");
        QCOMPARE(library.albumArtist(), "Ana");
        QCOMPARE(library.albumSummary(), "1999 · 2 tracks · 3 min");
        QCOMPARE(library.albumFirstTrack(), "1");
        library.closeAlbum();
        QVERIFY(!library.albumOpen());
    }

    void anAlbumThatIsNotThere_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addRow("none") << "0";
        QTest::addRow("unknown") << "12";
        QTest::addRow("no id") << "Night";
    }
    void anAlbumThatIsNotThere()
    {
        fill();
        QFETCH(QString, id);
        Library::Scanner scanner(catalogue());
        const Library::CatalogueReader reader(catalogue());
        LibraryController library(reader, scanner);
        library.openAlbum(id);
        QVERIFY(!library.albumOpen());
        QCOMPARE(library.albumTitle(), QString());
    }

    void albumOfATrack()
    {
        fill();
        Library::Scanner scanner(catalogue());
        const Library::CatalogueReader reader(catalogue());
        const LibraryController library(reader, scanner);
        QCOMPARE(library.albumOf(2), std::optional(Library::albumId("Ana", "Night")));
        QCOMPARE(library.albumOf(99), std::nullopt);
    }

    void aScanShowsWhatItCouldNotRead()
    {
        fill();
        const QString path = m_dir->filePath("broken.mp3");
        QFile broken(path);
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("this is no music");
        broken.close();
        Library::Scanner scanner(catalogue());
        const Library::CatalogueReader reader(catalogue());
        scanner.setRoots({m_dir->path()});
        LibraryController library(reader, scanner);
        library.openAlbum(night());
        QSignalSpy covers(&library, &LibraryController::coverRevisionChanged);

        scanner.scan();
        QVERIFY(library.scanning());
        Q_EMIT scanner.progress({.found = 5, .done = 2});
        QCOMPARE(library.found(), 5);
        QCOMPARE(library.done(), 2);
        QTRY_COMPARE(library.problemCount(), 1);
        QVERIFY(!library.scanning());
        QVERIFY(library.problemText().startsWith(path));
        // What lay under no root is gone, and the open album with it
        QCOMPARE(library.trackCount(), 0);
        QVERIFY(!library.albumOpen());
        QCOMPARE(covers.size(), 1);
    }
};

QTEST_GUILESS_MAIN(tst_DesktopLibrary)
#include "tst_desktop_library.moc"
