// SPDX-License-Identifier: Apache-2.0
#include "app/library/cuesheet.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Library;
using namespace std::chrono_literals;

class tst_LibraryCueSheet : public QObject
{
    Q_OBJECT

    static CueSheet parsed(const QByteArray &bytes)
    {
        const auto result = parseCueSheet(bytes);
        if (const auto *error = std::get_if<CueError>(&result))
            qWarning() << error->line << error->reason;
        return std::holds_alternative<CueSheet>(result) ? std::get<CueSheet>(result) : CueSheet();
    }
    /// "1 file: performer - title 0-1000", the end left out where it is the file's.
    static QStringList lines(const CueSheet &sheet)
    {
        QStringList lines;
        for (const CueTrack &track : sheet.tracks)
            lines += QString("%1 %2: %3 - %4 %5-%6")
                         .arg(track.number)
                         .arg(track.file, track.performer, track.title)
                         .arg(track.start.count())
                         .arg(track.end ? QString::number(track.end->count()) : QString());
        return lines;
    }

private Q_SLOTS:
    void wholeSheet()
    {
        const CueSheet sheet =
            parsed("REM GENRE \"Prog Rock\"\nREM DATE 1973\nREM DISCID 8C0A8A0B\n"
                   "REM COMMENT \"ExactAudioCopy v0.99pb4\"\nCATALOG 0724382975229\n"
                   "PERFORMER \"The Band\"\nTITLE \"The \"\"Album\"\"\"\n"
                   "FILE \"The Band - The Album.flac\" WAVE\n"
                   "  TRACK 01 AUDIO\n    TITLE \"Opening\"\n    ISRC GBN9Y1100088\n"
                   "    FLAGS DCP\n    PREGAP 00:02:00\n    INDEX 01 00:00:00\n"
                   "  TRACK 02 AUDIO\n    TITLE \"Second Song\"\n    PERFORMER \"A Guest\"\n"
                   "    INDEX 00 04:31:37\n    INDEX 01 04:33:15\n    INDEX 02 05:00:00\n"
                   "  TRACK 03 AUDIO\n    TITLE \"Last\"\n    INDEX 01 73:59:74\n");
        QCOMPARE(sheet.genre, "Prog Rock");
        QCOMPARE(sheet.date, "1973");
        QCOMPARE(sheet.performer, "The Band");
        QCOMPARE(lines(sheet),
                 (QStringList{"1 The Band - The Album.flac: The Band - Opening 0-273200",
                              "2 The Band - The Album.flac: A Guest - Second Song 273200-4439986",
                              "3 The Band - The Album.flac: The Band - Last 4439986-"}));
    }

    void tracks_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("tracks");
        const auto row = [](const char *name, const QByteArray &bytes, const QStringList &tracks) {
            QTest::addRow("%s", name) << bytes << tracks;
        };
        row("least", "FILE a.wav WAVE\nTRACK 1 AUDIO\nINDEX 01 00:00:00", {"1 a.wav:  -  0-"});
        row("lines of Windows", "FILE a.wav WAVE\r\nTRACK 1 AUDIO\r\nTITLE X\r\nINDEX 01 00:00:00\r\n",
            {"1 a.wav:  - X 0-"});
        row("small letters", "file \"a.wav\" wave\ntrack 01 audio\ntitle X\nindex 01 00:01:00\n",
            {"1 a.wav:  - X 1000-"});
        row("unquoted names",
            "FILE my own song.wav WAVE\nTRACK 01 AUDIO\nTITLE Two Words\nINDEX 01 00:00:00\n",
            {"1 my own song.wav:  - Two Words 0-"});
        row("tabs", "FILE\t\"a.wav\"\tWAVE\n\tTRACK\t01\tAUDIO\n\t\tINDEX\t01\t00:00:00\n",
            {"1 a.wav:  -  0-"});
        row("marked UTF-8",
            "\xEF\xBB\xBF"
            "FILE \"\xC3\xBC.wav\" WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\n",
            {"1 ü.wav:  -  0-"});
        row("Latin-1",
            "FILE \"\xFC.wav\" WAVE\nTRACK 01 AUDIO\nTITLE \"\xDC"
            "ber\"\nINDEX 01 00:00:00\n",
            {"1 ü.wav:  - Über 0-"});
        row("a file for each track",
            "FILE a.wav WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\nFILE b.wav WAVE\nTRACK 02 AUDIO\n"
            "INDEX 01 00:00:00\n",
            {"1 a.wav:  -  0-", "2 b.wav:  -  0-"});
        row("the gap at the end of the file before",
            "FILE a.wav WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\nTRACK 02 AUDIO\nINDEX 00 03:00:00\n"
            "FILE b.wav WAVE\nINDEX 01 00:00:00\n",
            {"1 a.wav:  -  0-", "2 b.wav:  -  0-"});
        row("data tracks are no songs",
            "FILE a.bin BINARY\nTRACK 01 AUDIO\nINDEX 01 00:00:00\nTRACK 02 MODE1/2352\nINDEX 01 01:00:00\n",
            {"1 a.bin:  -  0-60000"});
        row("hidden song before the first",
            "FILE a.wav WAVE\nTRACK 01 AUDIO\nINDEX 00 00:00:00\nINDEX 01 01:00:00", {"1 a.wav:  -  60000-"});
        row("long mixes",
            "FILE a.wav WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\nTRACK 02 AUDIO\nINDEX 01 120:00:00",
            {"1 a.wav:  -  0-7200000", "2 a.wav:  -  7200000-"});
        row("unknown words",
            "X-WORD 1\nFILE a.wav WAVE\nTRACK 01 AUDIO\nPOSTGAP 00:02:00\nINDEX 01 00:00:00\n\n",
            {"1 a.wav:  -  0-"});
        row("a quote nobody closed", "FILE \"a.wav\nTRACK 01 AUDIO\nTITLE \"X\nINDEX 01 00:00:00\n",
            {"1 a.wav:  - \"X 0-"});
    }
    void tracks()
    {
        QFETCH(QByteArray, bytes);
        QTEST(lines(parsed(bytes)), "tracks");
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("reason");
        const auto row = [](const QByteArray &bytes, int line, const QString &reason) {
            QTest::addRow("%s", qPrintable(reason)) << bytes << line << reason;
        };
        const QByteArray track = "FILE a.wav WAVE\nTRACK 01 AUDIO\n";
        row("", 0, "There is no track in this sheet.");
        row("FILE a.wav WAVE\n", 0, "There is no track in this sheet.");
        row("FILE \"\" WAVE\n", 1, "FILE names no file.");
        row("TRACK 01 AUDIO\n", 1, "TRACK comes before FILE.");
        row("FILE a.wav WAVE\nTRACK one AUDIO\n", 2, "TRACK has no number between 1 and 999.");
        row("FILE a.wav WAVE\nTRACK 0 AUDIO\n", 2, "TRACK has no number between 1 and 999.");
        row("FILE a.wav WAVE\nINDEX 01 00:00:00\n", 2, "INDEX comes before TRACK.");
        row(track, 0, "Track 1 has no INDEX 01.");
        row(track + "INDEX 00 00:00:00\nTRACK 02 AUDIO\n", 4, "Track 1 has no INDEX 01.");
        row(track + "INDEX 100 00:00:00\n", 3, "INDEX has no number between 0 and 99.");
        row(track + "INDEX x 00:00:00\n", 3, "INDEX has no number between 0 and 99.");
        for (const QByteArray time :
             {"", "0", "00:00", "00:60:00", "00:00:75", "-1:00:00", "99999:00:00", "a:b:c"})
            QTest::addRow("time %s", time.constData())
                << track + "INDEX 01 " + time << 3 << "INDEX has no time like 04:33:00.";
        row(track + "INDEX 01 01:00:00\nTRACK 02 AUDIO\nINDEX 01 00:59:74\n", 5, "INDEX goes back in time.");
        row("TITLE " + QByteArray(2000, 'x') + "\n", 1, "The line is longer than 1024 characters.");
        row(QByteArray(CueLimits::bytes + 1, '\n'), 0, "The sheet is larger than 1024 KiB.");
    }
    void refused()
    {
        QFETCH(QByteArray, bytes);
        const auto result = parseCueSheet(bytes);
        const auto *error = std::get_if<CueError>(&result);
        QVERIFY(error);
        QTEST(error->line, "line");
        QTEST(error->reason, "reason");
    }

    void tooManyTracksAreRefused()
    {
        QByteArray bytes = "FILE a.wav WAVE\n";
        for (int i = 0; i < CueLimits::tracks + 1; ++i)
            bytes += "TRACK 01 AUDIO\nINDEX 01 00:00:00\n";
        const auto result = parseCueSheet(bytes);
        QVERIFY(std::holds_alternative<CueError>(result));
        QCOMPARE(std::get<CueError>(result).reason, "There are more than 999 tracks.");
    }

    /// Nothing is asked of the answers but that they come.
    void rubbishIsSurvived()
    {
        QRandomGenerator random(7);
        const QByteArrayList words{"FILE",  "TRACK", "INDEX",    "TITLE", "REM", "\"",
                                   "\"a\"", "01",    "00:00:00", "WAVE",  "\n",  "\n",
                                   "\t",    "DATE",  "",         "\xFC",  "\"\""};
        for (int round = 0; round < 3000; ++round) {
            QByteArray bytes;
            for (int i = random.bounded(60); i > 0; --i)
                bytes += words.at(random.bounded(int(words.size()))) + ' ';
            (void)parseCueSheet(bytes);
        }
    }
};

QTEST_GUILESS_MAIN(tst_LibraryCueSheet)
#include "tst_library_cuesheet.moc"
