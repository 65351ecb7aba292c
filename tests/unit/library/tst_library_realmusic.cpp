// SPDX-License-Identifier: Apache-2.0
#include "app/library/catalogue.h"
#include "app/library/cataloguereader.h"
#include "app/library/scanner.h"

#include <QDir>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Library;
using namespace std::chrono_literals;

/// The music of Debian's package wesnoth-music: real files, tagged by many hands.
class tst_LibraryRealMusic : public QObject
{
    Q_OBJECT

    static QString folder()
    {
        const QDir games("/usr/share/games/wesnoth");
        for (const QString &version : games.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            if (const QString music = games.filePath(version + "/data/core/music"); QDir(music).exists())
                return music;
        return {};
    }

private Q_SLOTS:
    void scan()
    {
        if (folder().isEmpty())
            QSKIP("NOT TESTED WITH REAL MUSIC: the package wesnoth-music is not installed");
        const QTemporaryDir dir;
        const QString catalogue = dir.filePath("catalogue.db");
        prepareCatalogue(catalogue);
        Scanner scanner(catalogue);
        scanner.setRoots({folder()});
        QSignalSpy finished(&scanner, &Scanner::finished);
        scanner.scan();
        QVERIFY(finished.wait(120'000));
        const auto report = finished.first().first().value<ScanReport>();
        QCOMPARE(report.added, 41);
        QCOMPARE(report.problems, QList<Problem>());

        const CatalogueReader reader(catalogue);
        const QList<Track> tracks = reader.tracks();
        QCOMPARE(tracks.size(), 41); // 41 distinct ids: equal ones would be one track
        QSet<QString> titles;
        int unknownArtists = 0;
        for (const Track &track : tracks) {
            titles.insert(track.title);
            QVERIFY2(track.duration > 1s && track.duration < 15min, qPrintable(track.title));
            QVERIFY2(!track.title.isEmpty() && !track.album.isEmpty(), qPrintable(track.title));
            unknownArtists += track.artist.isEmpty() ? 1 : 0;
            QVERIFY(QFile::exists(reader.pathOf(track.id)));
        }
        QCOMPARE(titles.size(), 38); // three titles are there twice
        QCOMPARE(unknownArtists, 1); // a file of silence
    }
};

QTEST_GUILESS_MAIN(tst_LibraryRealMusic)
#include "tst_library_realmusic.moc"
