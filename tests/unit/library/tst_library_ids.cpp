// SPDX-License-Identifier: Apache-2.0
#include "app/library/audioid.h"
#include "app/library/ids.h"
#include "app/library/mpegframe.h"
#include "tests/unit/library/music.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Library;

class tst_LibraryIds : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    static Sync::TrackId idOf(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return 0;
        return audioId(file, findAudio(file)).value_or(0);
    }

    static void formats()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"a.flac", "a.ogg", "a.opus", "a.flac.oga", "a.spx", "a.mp3", "a.mp2",
                                 "a.m4a", "a.wav", "a.aiff", "a.wv", "a.wma"})
            QTest::addRow("%s", name) << QString(name);
    }

    QString fresh(const QString &name, const Music::Tone &tone = {})
    {
        const QString made = m_dir.filePath(QString("made/%1-%2").arg(tone.frequency).arg(name));
        if (!QFile::exists(made) && !Music::make(made, tone))
            return {};
        const QString copy = m_dir.filePath("copy-" + name);
        QFile::remove(copy);
        return QFile::copy(made, copy) ? copy : QString();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(Music::canBeMade(), "ffmpeg is not installed: no music can be made"); }

    void retaggingKeepsTheId_data() { formats(); }
    void retaggingKeepsTheId()
    {
        QFETCH(QString, name);
        const QString path = fresh(name);
        const Sync::TrackId before = idOf(path);
        QVERIFY(before != 0);
        QVERIFY(before <= Sync::maxId);

        // Long enough to push the sound along and to need more Ogg pages.
        const QByteArray bytesBefore = Music::bytesOf(path);
        QVERIFY(Music::tag(path, {.title = QString(100'000, u'x'), .artist = "Ana", .album = "Night"}));
        QVERIFY(Music::bytesOf(path) != bytesBefore);
        QCOMPARE(idOf(path), before);

        QVERIFY(Music::tag(path, {.title = "short"}));
        QCOMPARE(idOf(path), before);
    }

    void coversKeepTheId_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"a.flac", "a.ogg", "a.opus", "a.mp3", "a.m4a"})
            QTest::addRow("%s", name) << QString(name);
    }
    void coversKeepTheId()
    {
        QFETCH(QString, name);
        const QString path = fresh(name);
        const Sync::TrackId before = idOf(path);
        QVERIFY(Music::setCover(path, QByteArray(300'000, '\x5a')));
        QVERIFY(before != 0);
        QCOMPARE(idOf(path), before);
    }

    void renamingAndMovingKeepTheId_data() { formats(); }
    void renamingAndMovingKeepTheId()
    {
        QFETCH(QString, name);
        const QString path = fresh(name);
        const Sync::TrackId before = idOf(path);
        QVERIFY(before != 0);
        QDir(m_dir.path()).mkpath("else/where");
        const QString moved = m_dir.filePath("else/where/b.mp3");
        QFile::remove(moved);
        QVERIFY(QFile::rename(path, moved));
        QCOMPARE(idOf(moved), before);
    }

    void otherSoundHasAnotherId_data() { formats(); }
    void otherSoundHasAnotherId()
    {
        QFETCH(QString, name);
        const QString path = fresh(name);
        const Sync::TrackId one = idOf(path);
        const Sync::TrackId other = idOf(fresh(name, {.frequency = 550}));
        QVERIFY(one != 0);
        QVERIFY(other != 0);
        QVERIFY(one != other);
    }

    void flacWithoutSignatureGoesByItsFrames()
    {
        const QString path = fresh("a.flac");
        const Sync::TrackId bySignature = idOf(path);
        QByteArray bytes = Music::bytesOf(path);
        bytes.replace(8 + 18, 16, QByteArray(16, '\0'));
        QVERIFY(Music::write(path, bytes));
        const Sync::TrackId byFrames = idOf(path);
        QVERIFY(byFrames != 0);
        QVERIFY(byFrames != bySignature);
        QVERIFY(Music::tag(path, {.title = QString(100'000, u'x')}));
        QCOMPARE(idOf(path), byFrames);
    }

    void trailingTagsDoNotCount_data()
    {
        QTest::addColumn<QByteArray>("trailer");
        const QByteArray id3v1 = QByteArray("TAG").leftJustified(128, 'x');
        const QByteArray items(50, 'i');
        QByteArray ape =
            "APETAGEX" + QByteArray("\xd0\x07\0\0\x52\0\0\0\x01\0\0\0\0\0\0\0", 16) + QByteArray(8, '\0');
        QTest::addRow("ID3v1") << id3v1;
        QTest::addRow("APE") << items + ape;
        QTest::addRow("APE and ID3v1") << items + ape + id3v1;
        QTest::addRow("Lyrics3") << QByteArray("LYRICSBEGIN") + QByteArray(9, 'l') + "000020LYRICS200";
    }
    void trailingTagsDoNotCount()
    {
        QFETCH(QByteArray, trailer);
        const QString path = fresh("a.mp3");
        const Sync::TrackId before = idOf(path);
        QVERIFY(Music::write(path, Music::bytesOf(path) + trailer));
        QCOMPARE(idOf(path), before);
    }

    void fromDigest_data()
    {
        QTest::addColumn<QByteArray>("digest");
        QTest::addColumn<quint64>("id");
        QTest::addRow("zeros") << QByteArray(8, '\0') << quint64(1);
        QTest::addRow("ones") << QByteArray(8, '\xff') << Sync::maxId;
        QTest::addRow("high bits only") << QByteArray("\xff\xe0\0\0\0\0\0\0", 8) << quint64(1);
        QTest::addRow("low") << QByteArray("\0\0\0\0\0\0\x01\x02", 8) << quint64(0x102);
    }
    void fromDigest()
    {
        QFETCH(QByteArray, digest);
        QTEST(idFrom(digest), "id");
    }

    void namesOfOneAlbum_data()
    {
        QTest::addColumn<QString>("artist");
        QTest::addColumn<QString>("title");
        QTest::addColumn<bool>("same");
        QTest::addRow("itself") << "Björk"
                                << "Début" << true;
        QTest::addRow("case") << "BJÖRK"
                              << "début" << true;
        QTest::addRow("decomposed") << "Bjo\u0308rk"
                                    << "De\u0301but" << true;
        QTest::addRow("white space") << "  Björk "
                                     << "Début\t" << true;
        QTest::addRow("full width") << "Ｂｊörk"
                                    << "Début" << true;
        QTest::addRow("accents count") << "Bjork"
                                       << "Début" << false;
        QTest::addRow("other album") << "Björk"
                                     << "Post" << false;
        QTest::addRow("cut elsewhere") << "Björk D"
                                       << "ébut" << false;
    }
    void namesOfOneAlbum()
    {
        QFETCH(QString, artist);
        QFETCH(QString, title);
        QFETCH(bool, same);
        QCOMPARE(albumId(artist, title) == albumId("Björk", "Début"), same);
    }

    void kindsOfIdsAreKeptApart()
    {
        QVERIFY(artistId("X") != folderAlbumId("X"));
        QVERIFY(albumId("", "X") != folderAlbumId("X"));
        QVERIFY(artistId("") != 0);
        QVERIFY(albumId("", "") <= Sync::maxId);
    }

    void idsAreTheSameOnEveryMachine()
    {
        // Written down once: a change here forgets everybody's favourites.
        QCOMPARE(artistId("Björk"), quint64(1051959649280121));
        QCOMPARE(albumId("Björk", "Début"), quint64(5012210957951897));
        QByteArray wav =
            "RIFF" + QByteArray(4, '\0') + "WAVEdata" + QByteArray("\x10\0\0\0", 4) + QByteArray(16, 'a');
        QVERIFY(Music::write(m_dir.filePath("known.wav"), wav));
        QCOMPARE(idOf(m_dir.filePath("known.wav")), quint64(2979297861957149));
    }

    void mpegFrames_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("length");
        QTest::addRow("MPEG 1 layer 3, 128 kbit/s, 44.1 kHz") << QByteArray("\xff\xfb\x90\x00", 4) << 417;
        QTest::addRow("padded") << QByteArray("\xff\xfb\x92\x00", 4) << 418;
        QTest::addRow("MPEG 2 layer 3, 64 kbit/s, 22.05 kHz") << QByteArray("\xff\xf3\x80\x00", 4) << 208;
        QTest::addRow("MPEG 1 layer 1, 32 kbit/s, 48 kHz") << QByteArray("\xff\xff\x14\x00", 4) << 32;
        QTest::addRow("free format") << QByteArray("\xff\xfb\x00\x00", 4) << 0;
        QTest::addRow("reserved version") << QByteArray("\xff\xeb\x90\x00", 4) << 0;
        QTest::addRow("AAC") << QByteArray("\xff\xf1\x50\x80", 4) << 0;
        QTest::addRow("reserved rate") << QByteArray("\xff\xfb\x9c\x00", 4) << 0;
        QTest::addRow("too short") << QByteArray("\xff\xfb\x90", 3) << 0;
    }
    void mpegFrames()
    {
        QFETCH(QByteArray, header);
        QTEST(mpegFrameLength(header), "length");
    }
};

QTEST_GUILESS_MAIN(tst_LibraryIds)
#include "tst_library_ids.moc"
