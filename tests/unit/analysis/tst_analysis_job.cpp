// SPDX-License-Identifier: Apache-2.0
#include "app/library/cataloguereader.h"
#include "app/library/cataloguewriter.h"
#include "tests/unit/analysis/loudmusic.h"
#include "tests/unit/library/collection.h"
#include "tests/unit/library/music.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Analysis;
using namespace Library;
using LoudMusic::fits;
using LoudMusic::make;

/// Real files of known loudness, scanned and measured as the program does.
class AnalysisJobTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Collection> m_collection;

    QString music(const QString &name = {}) const { return m_collection->music(name); }
    QString catalogue() const { return m_collection->catalogue(); }
    bool add(const QString &name, double decibels, const QString &album = "Album") const
    {
        return make(music(name), {{decibels, 2}})
            && Music::tag(music(name), {.title = name, .artist = "Ana", .album = album});
    }
    int analysed() const
    {
        (void)m_collection->scan();
        return LoudMusic::analyse(catalogue()).measured;
    }
    Loudness loudness(const QString &title) const
    {
        const CatalogueReader reader(catalogue());
        for (const Track &track : reader.tracks())
            if (track.title == title && reader.track(track.id)->loudness == reader.mediaOf(track.id).loudness)
                return reader.mediaOf(track.id).loudness;
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!Music::canBeMade())
            QSKIP("ffmpeg is not installed: no music can be made");
    }

    void init() { m_collection = std::make_unique<Collection>(); }

    void tracksAndAlbumsAreMeasured()
    {
        QVERIFY(add("loud.flac", -17));
        QVERIFY(add("quiet.ogg", -23));
        QVERIFY(add("other.opus", -20, "Other"));
        QCOMPARE(analysed(), 3);
        const Loudness loud = loudness("loud.flac");
        const Loudness quiet = loudness("quiet.ogg");
        QVERIFY(fits(loud.trackGain, -17));
        QVERIFY(std::abs(*loud.trackPeak - 0.1413F) < 0.001F);
        QVERIFY(fits(quiet.trackGain, -23));
        QVERIFY(fits(loud.albumGain, -19.03)); // the mean of their power
        QCOMPARE(quiet.albumGain, loud.albumGain);
        QCOMPARE(quiet.albumPeak, loud.trackPeak);
        QVERIFY(loud.isMeasured);
        const Loudness other = loudness("other.opus");
        QVERIFY(fits(other.trackGain, -20));
        QCOMPARE(other.albumGain, other.trackGain);
    }

    void whatIsKnownIsNotMeasuredAgain()
    {
        QVERIFY(add("a.flac", -20));
        QCOMPARE(analysed(), 1);
        const Loudness before = loudness("a.flac");
        QCOMPARE(analysed(), 0);

        QVERIFY(Music::tag(music("a.flac"), {.title = "New", .artist = "Ben", .album = "Renamed"}));
        QCOMPARE(analysed(), 0);
        QVERIFY(loudness("New") == before);

        QVERIFY(QDir().mkpath(music("sub")));
        QVERIFY(QFile::rename(music("a.flac"), music("sub/b.flac")));
        QCOMPARE(analysed(), 0);
        QVERIFY(loudness("New") == before);
    }

    void whatWasAwayIsRemembered()
    {
        QVERIFY(add("a.flac", -20));
        QCOMPARE(analysed(), 1);
        QVERIFY(QFile::rename(music("a.flac"), m_collection->path("a.flac")));
        QCOMPARE(analysed(), 0);
        QVERIFY(QFile::rename(m_collection->path("a.flac"), music("a.flac")));
        QCOMPARE(analysed(), 0);
        QVERIFY(fits(loudness("a.flac").trackGain, -20));
    }

    void whatStaysAwayIsForgotten()
    {
        QVERIFY(add("a.flac", -20));
        QCOMPARE(analysed(), 1);
        QVERIFY(QFile::rename(music("a.flac"), m_collection->path("a.flac")));
        (void)m_collection->scan();
        (void)m_collection->scanAt(wallTime() + missingKept + std::chrono::hours(1));
        QVERIFY(QFile::rename(m_collection->path("a.flac"), music("a.flac")));
        QCOMPARE(analysed(), 1);
    }

    void tagsWin()
    {
        QVERIFY(add("a.flac", -20));
        QVERIFY(add("b.flac", -30));
        QVERIFY(Music::tag(music("a.flac"),
                           Music::Values{{"REPLAYGAIN_TRACK_GAIN", {"-7.5 dB"}},
                                         {"REPLAYGAIN_TRACK_PEAK", {"0.75"}},
                                         {"TITLE", {"tagged"}},
                                         {"ARTIST", {"Ana"}},
                                         {"ALBUM", {"Album"}}}));
        QCOMPARE(analysed(), 2); // the album's gain takes all of it
        const Loudness tagged = loudness("tagged");
        QCOMPARE(tagged.trackGain, -7.5F);
        QCOMPARE(tagged.trackPeak, 0.75F);
        QVERIFY(!tagged.isMeasured);
        QVERIFY(tagged.albumGain);
        QCOMPARE(tagged.albumGain, loudness("b.flac").albumGain);
    }

    void whatIsWhollyTaggedIsLeftAlone()
    {
        QVERIFY(add("a.flac", -20));
        QVERIFY(Music::tag(
            music("a.flac"),
            Music::Values{{"REPLAYGAIN_TRACK_GAIN", {"-7.5 dB"}}, {"REPLAYGAIN_ALBUM_GAIN", {"-6 dB"}}}));
        QCOMPARE(analysed(), 0);
    }

    void anAlbumThatGrowsIsMeasuredAnew()
    {
        QVERIFY(add("a.flac", -20));
        QCOMPARE(analysed(), 1);
        QVERIFY(fits(loudness("a.flac").albumGain, -20));
        QVERIFY(add("b.flac", -26));
        QCOMPARE(analysed(), 2);
        QVERIFY(fits(loudness("a.flac").albumGain, -22.03));
        QVERIFY(fits(loudness("a.flac").trackGain, -20));
        QVERIFY(QFile::remove(music("a.flac")));
        QCOMPARE(analysed(), 1);
        QVERIFY(fits(loudness("b.flac").albumGain, -26));
    }

    void silenceIsMeasuredOnce()
    {
        QVERIFY(add("loud.flac", -20));
        QVERIFY(add("silent.flac", -400));
        QCOMPARE(analysed(), 2);
        QVERIFY(!loudness("silent.flac").trackGain);
        QVERIFY(!loudness("silent.flac").isMeasured);
        QVERIFY(fits(loudness("silent.flac").albumGain, -20));
        QCOMPARE(analysed(), 0);
    }

    /// The header tells that it is the same sound, so the track stays the same when the file is whole again.
    void aCutOffFileIsMeasuredAgainWhenItChanges()
    {
        const QString path = music("a.flac");
        QVERIFY(make(path, {{-30, 4}, {-16, 4}}));
        QVERIFY(Music::tag(path, {.title = "cut"}));
        const QByteArray whole = Music::bytesOf(path);
        QVERIFY(Music::write(path, whole.first(whole.size() * 2 / 5)));
        (void)m_collection->scan();
        const auto id = CatalogueReader(catalogue()).trackIds().value(0);
        AnalysisReport report = LoudMusic::analyse(catalogue());
        QCOMPARE(report.measured, 1);
        QCOMPARE(report.flawed, 1);
        QVERIFY(fits(loudness("cut").trackGain, -30));
        QCOMPARE(analysed(), 0);

        QVERIFY(Music::write(path, whole));
        QCOMPARE(analysed(), 1);
        QCOMPARE(CatalogueReader(catalogue()).trackIds().value(0), id);
        QVERIFY(*loudness("cut").trackGain < 2);
        QCOMPARE(analysed(), 0);
    }

    void whatIsNoSoundIsTriedOnce()
    {
        QVERIFY(add("good.flac", -20));
        QVERIFY(make(music("bad.flac"), {{-25, 2}}));
        QByteArray bytes = Music::bytesOf(music("bad.flac"));
        bytes.replace(200, bytes.size() - 200, QByteArray(bytes.size() - 200, 'x'));
        QVERIFY(Music::write(music("bad.flac"), bytes));
        QVERIFY(Music::write(music("empty.wav"),
                             QByteArray("RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\1\0\2\0"
                                        "\x44\xac\0\0\x10\xb1\2\0\4\0\x10\0data\0\0\0\0",
                                        44)));
        (void)m_collection->scan();
        const qsizetype tracks = CatalogueReader(catalogue()).trackIds().size();
        QVERIFY(tracks > 1);
        const AnalysisReport report = LoudMusic::analyse(catalogue());
        QCOMPARE(report.measured, tracks);
        QCOMPARE(report.flawed, tracks - 1);
        QVERIFY(fits(loudness("good.flac").albumGain, -20));
        QCOMPARE(analysed(), 0);
    }

    void partsOfAFileAreMeasuredAsParts()
    {
        QVERIFY(make(music("whole.flac"), {{-30, 3}, {-20, 3}}));
        QVERIFY(Music::write(music("whole.cue"),
                             "TITLE \"Two\"\nFILE \"whole.flac\" WAVE\n"
                             "TRACK 01 AUDIO\nTITLE \"quiet\"\nINDEX 01 00:00:00\n"
                             "TRACK 02 AUDIO\nTITLE \"loud\"\nINDEX 01 00:03:00\n"));
        QCOMPARE(analysed(), 2);
        QVERIFY(fits(loudness("quiet").trackGain, -30));
        QVERIFY(fits(loudness("loud").trackGain, -20));
        QVERIFY(fits(loudness("loud").albumGain, -22.6));
        QVERIFY(Music::write(music("whole.cue"),
                             "TITLE \"Two\"\nFILE \"whole.flac\" WAVE\n"
                             "TRACK 01 AUDIO\nTITLE \"quiet\"\nINDEX 01 00:00:00\n"
                             "TRACK 02 AUDIO\nTITLE \"loud\"\nINDEX 01 00:04:00\n"));
        QCOMPARE(analysed(), 2); // the first has another end, the second is another
        QVERIFY(*loudness("quiet").trackGain < 11);
    }

    void aDiskThatIsAwayIsNotATry()
    {
        QVERIFY(add("a.flac", -20));
        QVERIFY(add("b.flac", -20.01));
        (void)m_collection->scan();
        QVERIFY(QFile::rename(music("b.flac"), m_collection->path("b.flac")));
        QCOMPARE(LoudMusic::analyse(catalogue()).measured, 1);
        QCOMPARE(LoudMusic::analyse(catalogue()).measured, 0);
        QVERIFY(!loudness("a.flac").albumGain);
        QVERIFY(QFile::rename(m_collection->path("b.flac"), music("b.flac")));
        QCOMPARE(LoudMusic::analyse(catalogue()).measured, 2);
        QVERIFY(fits(loudness("a.flac").albumGain, -20));
    }

    void whatIsWantedComesFirst()
    {
        for (int i = 0; i < 6; ++i)
            QVERIFY(add(QString("%1.flac").arg(i), -20 - i, QString("Album %1").arg(i)));
        (void)m_collection->scan();
        const CatalogueReader reader(catalogue());
        for (const Sync::TrackId wanted : reader.trackIds()) {
            std::atomic_bool changed = false;
            int stored = 0;
            Sync::TrackId first = 0;
            (void)runAnalysis({.catalogue = catalogue(),
                               .stop = {},
                               .changed = changed,
                               .progress = [](const AnalysisProgress &) {},
                               .stored =
                                   [&] {
                                       if (++stored == 1 && reader.mediaOf(wanted).loudness.isMeasured)
                                           first = wanted;
                                   },
                               .wanted = [&] { return QList{wanted}; }});
            QCOMPARE(first, wanted);
            QVERIFY(Sync::Database(catalogue(), {}).handle().exec("DELETE FROM measured").isActive());
        }
    }

    void goesOnWhereItWasCancelled()
    {
        for (int i = 0; i < 4; ++i)
            QVERIFY(add(QString("%1.flac").arg(i), -20 - i, QString("Album %1").arg(i)));
        (void)m_collection->scan();
        std::stop_source stop;
        std::atomic_bool changed = false;
        const AnalysisReport report = runAnalysis({.catalogue = catalogue(),
                                                   .stop = stop.get_token(),
                                                   .changed = changed,
                                                   .progress =
                                                       [&](const AnalysisProgress &progress) {
                                                           if (progress.done == 2)
                                                               stop.request_stop();
                                                       },
                                                   .stored = [] {},
                                                   .wanted = [] { return QList<Sync::TrackId>(); }});
        QVERIFY(report.cancelled);
        QCOMPARE(report.measured, 2);
        QCOMPARE(LoudMusic::analyse(catalogue()).measured, 2);
    }

    void aCatalogueThatCannotBeReadIsTold()
    {
        const AnalysisReport report = LoudMusic::analyse(m_collection->path("no/such.db"));
        QVERIFY2(report.problem.contains("such.db"), qPrintable(report.problem));
    }
};

QTEST_GUILESS_MAIN(AnalysisJobTest)
#include "tst_analysis_job.moc"
