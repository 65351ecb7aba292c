// SPDX-License-Identifier: Apache-2.0
#include "app/library/ids.h"
#include "app/library/tagreader.h"
#include "tests/unit/library/music.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Library;

/// What goes beyond title, artist and album; see tst_library_tagreader for those.
class tst_LibraryTags : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    const QStringList m_names{"a.flac", "a.ogg", "a.opus", "a.mp3", "a.m4a", "a.wav", "a.aiff", "a.wv"};

    Track tagged(const QString &name, const Music::Values &values)
    {
        const QString copy = m_dir.filePath("tagged/" + name);
        QDir().mkpath(m_dir.filePath("tagged"));
        QFile::remove(copy);
        if (!QFile::copy(m_dir.filePath(name), copy) || !Music::tag(copy, values))
            return {};
        const auto read = readTrack(copy);
        return std::holds_alternative<Track>(read) ? std::get<Track>(read) : Track();
    }
    void formats() const
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : m_names)
            QTest::addRow("%s", qPrintable(name)) << name;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!Music::canBeMade())
            QSKIP("ffmpeg is not installed: no music can be made");
        for (const QString &name : m_names)
            QVERIFY2(Music::make(m_dir.filePath(name), {.seconds = 0.3}), qPrintable(name));
        QVERIFY(Music::make(m_dir.filePath("alac.m4a"), {.seconds = 0.3, .codec = "alac"}));
        QVERIFY(Music::make(m_dir.filePath("video.mp4"), {.seconds = 0.3}));
    }

    void moreThanTheTitle_data() { formats(); }
    void moreThanTheTitle()
    {
        QFETCH(QString, name);
        const Track track = tagged(name,
                                   {{"COMPOSER", {"Dvořák"}},
                                    {"TRACKNUMBER", {"3/9"}},
                                    {"DISCNUMBER", {"1/2"}},
                                    {"DATE", {"1893-12-16"}},
                                    {"COMPILATION", {"1"}},
                                    {"ALBUM", {"Hits"}}});
        QCOMPARE(track.composer, "Dvořák");
        QCOMPARE(track.trackNumber, 3);
        QCOMPARE(track.trackTotal, 9);
        QCOMPARE(track.discNumber, 1);
        QCOMPARE(track.discTotal, 2);
        QCOMPARE(track.date, "1893-12-16");
        QCOMPARE(track.year, 1893);
        QVERIFY(track.isCompilation);
        QCOMPARE(track.albumArtist, "Various Artists");
    }

    void severalOfAKind_data() { formats(); }
    void severalOfAKind()
    {
        QFETCH(QString, name);

        const Track track = tagged(
            name, {{"ARTIST", {"Björk", "東京 feat. Ana", "björk"}}, {"GENRE", {"Рок", "Jazz; Trip-Hop"}}});
        QCOMPARE(track.artists, (QStringList{"Björk", "東京"}));
        QCOMPARE(track.artistId, artistId("Björk"));
        QCOMPARE(track.artist, "Björk, 東京 feat. Ana, björk");
        QCOMPARE(track.genres, (QStringList{"Рок", "Jazz", "Trip-Hop"}));
        QCOMPARE(track.genre, "Рок, Jazz, Trip-Hop");
    }

    void artistsByName()
    {
        const Track track = tagged("a.flac", {{"ARTIST", {"Ana & Ben"}}, {"ARTISTS", {"Ana", "Ben"}}});
        QCOMPARE(track.artist, "Ana & Ben");
        QCOMPARE(track.artists, (QStringList{"Ana", "Ben"}));
        QCOMPARE(track.artistId, artistId("Ana"));
        QCOMPARE(tagged("a.flac", {{"ARTIST", {"AC/DC"}}}).artists, QStringList{"AC/DC"});
        QCOMPARE(tagged("a.flac", {{"ARTIST", {"Ana; Ben"}}}).artists, (QStringList{"Ana", "Ben"}));
        QCOMPARE(tagged("a.flac", {}).artists, QStringList());
    }

    void totalsOfTheirOwn()
    {
        const Track track = tagged(
            "a.ogg",
            {{"TRACKNUMBER", {"3"}}, {"TRACKTOTAL", {"9"}}, {"DISCNUMBER", {"1"}}, {"TOTALDISCS", {"2"}}});
        QCOMPARE(track.trackTotal, 9);
        QCOMPARE(track.discTotal, 2);
    }

    void years_data()
    {
        QTest::addColumn<QString>("date");
        QTest::addColumn<int>("year");
        QTest::addRow("year") << "2004" << 2004;
        QTest::addRow("day first") << "01.05.2004" << 2004;
        QTest::addRow("in words") << "May 2004" << 2004;
        QTest::addRow("with the time") << "2004-05-01T10:00:00" << 2004;
        QTest::addRow("nothing") << "unknown" << 0;
    }
    void years()
    {
        QFETCH(QString, date);
        QTEST(tagged("a.ogg", {{"DATE", {date}}}).year, "year");
    }

    void gains_data() { formats(); }
    void gains()
    {
        QFETCH(QString, name);
        const Track track = tagged(name,
                                   {{"REPLAYGAIN_TRACK_GAIN", {"-6.50 dB"}},
                                    {"REPLAYGAIN_TRACK_PEAK", {"0.75"}},
                                    {"REPLAYGAIN_ALBUM_GAIN", {"+2,25 dB"}},
                                    {"REPLAYGAIN_ALBUM_PEAK", {"1.125000"}}});
        const Loudness wanted{
            .trackGain = -6.5F, .trackPeak = 0.75F, .albumGain = 2.25F, .albumPeak = 1.125F};
        QVERIFY(track.loudness == wanted);
    }

    void gainsOfOpus()
    {
        const Track track = tagged("a.opus", {{"R128_TRACK_GAIN", {"-2560"}}, {"R128_ALBUM_GAIN", {"128"}}});
        QVERIFY(track.loudness == (Loudness{.trackGain = -5.0F, .albumGain = 5.5F}));
    }

    void gainsThatMakeNoSense()
    {
        const Track track = tagged("a.flac",
                                   {{"REPLAYGAIN_TRACK_GAIN", {"nan dB"}},
                                    {"REPLAYGAIN_TRACK_PEAK", {"-1"}},
                                    {"REPLAYGAIN_ALBUM_GAIN", {"1e30"}},
                                    {"REPLAYGAIN_ALBUM_PEAK", {"loud"}}});
        QVERIFY(track.loudness == Loudness());
    }

    void variousArtists_data()
    {
        QTest::addColumn<QString>("albumArtist");
        for (const char *name : {"various artists", "VA", "V.A.", "Various"})
            QTest::addRow("%s", name) << name;
    }
    void variousArtists()
    {
        QFETCH(QString, albumArtist);
        const Track track =
            tagged("a.flac", {{"ALBUMARTIST", {albumArtist}}, {"ALBUM", {"Hits"}}, {"ARTIST", {"Ana"}}});
        QCOMPARE(track.albumArtist, "Various Artists");
        QCOMPARE(track.albumId, albumId("Various Artists", "Hits"));
    }

    void otherEndings()
    {
        QCOMPARE(tagged("video.mp4", {{"TITLE", {"Moon"}}}).title, "Moon");
        QCOMPARE(tagged("alac.m4a", {{"TITLE", {"Moon"}}}).title, "Moon");
    }

    void tooMany()
    {
        QStringList many;
        for (int i = 0; i < 1000; ++i)
            many += QString("Artist %1").arg(i);
        const Track track = tagged("a.flac", {{"ARTIST", many}});
        QCOMPARE(track.artists.size(), 64);
        QVERIFY(track.artist.size() <= 1024);
    }
};

QTEST_GUILESS_MAIN(tst_LibraryTags)
#include "tst_library_tags.moc"
