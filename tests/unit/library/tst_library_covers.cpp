// SPDX-License-Identifier: Apache-2.0
#include "app/library/catalogue.h"
#include "app/library/cataloguereader.h"
#include "app/library/covers.h"
#include "app/library/pictures.h"
#include "app/library/scanjob.h"
#include "tests/unit/library/music.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace Library;

class tst_LibraryCovers : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    QString music(const QString &name = {}) const { return m_dir->filePath("music/" + name); }
    QString catalogue() const { return m_dir->filePath("catalogue.db"); }

    quint64 scanned() const
    {
        const std::atomic_bool cancelled = false;
        (void)runScan({.catalogue = catalogue(),
                       .roots = {music()},
                       .cancelled = cancelled,
                       .progress = [](const ScanProgress &) { },
                       .stored = [] { }});
        const auto albums = CatalogueReader(catalogue()).albums();
        return albums.isEmpty() ? 0 : albums.first().id;
    }

private Q_SLOTS:
    void init()
    {
        if (!Music::canBeMade())
            QSKIP("ffmpeg is not installed: no music can be made");
        m_dir = std::make_unique<QTemporaryDir>();
        prepareCatalogue(catalogue());
        QVERIFY(Music::make(music("Night/a.ogg")));
    }

    void none() { QVERIFY(Covers(catalogue()).cover(scanned(), 64).isNull()); }

    void unknownAlbum() { QVERIFY(Covers(catalogue()).cover(12345, 64).isNull()); }

    void embedded()
    {
        QVERIFY(Music::setCover(music("Night/a.ogg"), Music::picture(Qt::red, 200, 100)));
        QVERIFY(Music::write(music("Night/cover.png"), Music::picture(Qt::blue, 50, 50)));
        const QImage cover = Covers(catalogue()).cover(scanned(), 64);
        QCOMPARE(cover.size(), QSize(64, 32));
        QCOMPARE(cover.pixelColor(10, 10), QColor(Qt::red));
    }

    void brokenPicturesGiveWayToTheFolders()
    {
        QVERIFY(Music::setCover(music("Night/a.ogg"), QByteArray(1000, 'x')));
        QVERIFY(Music::write(music("Night/cover.jpg"), "no picture"));
        QVERIFY(Covers(catalogue()).cover(scanned(), 64).isNull());
        QVERIFY(Music::write(music("Night/Cover.jpg"), Music::picture(Qt::blue, 50, 50)));
        QVERIFY(QFile::remove(music("Night/cover.jpg")));
        QCOMPARE(Covers(catalogue()).cover(scanned(), 64).pixelColor(1, 1), QColor(Qt::blue));
    }

    void besideTheMusic_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("found");
        for (const char *name : {"cover.jpg", "COVER.PNG", "Folder.Jpg", "front.png", "cover.jpeg"})
            QTest::addRow("%s", name) << QString(name) << true;
        QTest::addRow("other") << "scan.jpg" << false;
        QTest::addRow("above") << "../cover.jpg" << false;
    }
    void besideTheMusic()
    {
        QFETCH(QString, name);
        QFETCH(bool, found);
        QVERIFY(Music::write(music("Night/" + name),
                             Music::picture(Qt::blue, 50, 40, name.endsWith("g") ? "PNG" : "JPG")));
        const QImage cover = Covers(catalogue()).cover(scanned(), 256);
        QCOMPARE(!cover.isNull(), found);
        if (found)
            QCOMPARE(cover.size(), QSize(50, 40)); // never enlarged
    }

    void aboveTheDiscs()
    {
        QVERIFY(QDir(music("Night")).mkpath("CD1"));
        QVERIFY(QFile::rename(music("Night/a.ogg"), music("Night/CD1/a.ogg")));
        QVERIFY(Music::write(music("Night/cover.png"), Music::picture(Qt::blue, 50, 50)));
        QVERIFY(!Covers(catalogue()).cover(scanned(), 64).isNull());
    }

    void fromManyThreads()
    {
        QVERIFY(Music::write(music("Night/cover.png"), Music::picture(Qt::blue, 500, 500)));
        const quint64 album = scanned();
        const Covers covers(catalogue());
        std::atomic_int found = 0;
        QThreadPool pool;
        pool.setMaxThreadCount(4);
        for (int i = 0; i < 20; ++i)
            pool.start([&] { found += covers.cover(album, 64).isNull() ? 0 : 1; });
        QVERIFY(pool.waitForDone(60'000));
        QCOMPARE(found.load(), 20);
    }

    void pictureSizes_data()
    {
        QTest::addColumn<QSize>("own");
        QTest::addColumn<QSize>("shown");
        QTest::addRow("small") << QSize(10, 20) << QSize(10, 20);
        QTest::addRow("wide") << QSize(400, 100) << QSize(100, 25);
        QTest::addRow("high") << QSize(100, 400) << QSize(25, 100);
        QTest::addRow("a line") << QSize(2000, 1) << QSize(100, 1);
    }
    void pictureSizes()
    {
        QFETCH(QSize, own);
        for (const char *format : {"PNG", "JPG", "BMP"})
            QTEST(readPicture(Music::picture(Qt::green, own.width(), own.height(), format), 100).size(),
                  "shown");
    }

    void noPicture_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addRow("nothing") << QByteArray();
        QTest::addRow("text") << QByteArray("no picture");
        QTest::addRow("cut off") << Music::picture(Qt::red, 300, 300).first(40);
        QTest::addRow("far too large") << QByteArray(
            "BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\xff\xff\xff\x0f\xff\xff\xff\x0f\x01\0\x18\0"
            "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
            54);
    }
    void noPicture()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(readPicture(bytes, 64).isNull());
    }
    void noSize() { QVERIFY(readPicture(Music::picture(Qt::red, 3, 3), 0).isNull()); }
};

QTEST_GUILESS_MAIN(tst_LibraryCovers)
#include "tst_library_covers.moc"
