// SPDX-License-Identifier: Apache-2.0
#include "sync/tv/codecs.h"

#include <QTest>

using namespace Sync::Tv;
using Sync::Http::AudioFormat;

/// What is sent to which television as it is, and what is made into MP3 first.
class tst_SyncTvcodecs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void platforms_data()
    {
        QTest::addColumn<QString>("platform");
        QTest::addColumn<QString>("player");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("plays"); // suffixes of files
        const auto row = [](const char *platform, const char *player, const char *name, const char *plays) {
            QTest::addRow("%s %s", platform, player)
                << QString(platform) << QString(player) << QString(name) << QString(plays);
        };
        row("tizen", "tizen", "tizen", "mp3 m4a flac wav");
        row("samsung", "samsung", "samsung", "mp3 m4a");
        row("netcast", "netcast", "netcast", "mp3 m4a");
        row("webos", "html5", "webos", "mp3 m4a flac wav");
        row("lg", "html5", "webos", "mp3 m4a flac wav");
        row("android", "android", "android", "mp3 m4a flac ogg wav");
        row("default", "exo", "android", "mp3 m4a flac ogg wav");
        row("firetv", "", "android", "mp3 m4a flac ogg wav");
        row("ios", "html5", "ios", "mp3 m4a alac wav");
        row("mac", "html5", "mac", "mp3 m4a alac flac wav");
        row("windows", "html5", "windows", "mp3 m4a alac flac wav");
        row("xbox", "uwp", "windows", "mp3 m4a alac flac wav");
        row("default", "html5/plugin", "", "mp3 m4a");
        row("", "", "", "mp3 m4a");
        row("what comes next year", "?", "", "mp3 m4a");
    }
    void platforms()
    {
        QFETCH(QString, platform);
        QFETCH(QString, player);
        QFETCH(QString, plays);
        const Platform &found = platformOf(platform, player);
        QTEST(QString(found.name), "name");
        QVERIFY(qstrlen(found.source) > 0);
        QStringList sent;
        for (const char *suffix : {"mp3", "m4a", "alac", "flac", "ogg", "opus", "wav", "wma"}) {
            const Codec codec = suffix == QByteArray("alac") ? Codec::Alac : codecOf(QString("x.") + suffix);
            const auto format = formatFor(found, codec, false);
            if (!format)
                sent.append(suffix);
            else
                QCOMPARE(*format, AudioFormat::Mp3);
        }
        QCOMPARE(sent.join(' '), plays);
    }

    /// No row of the table is there without a test of it.
    void everyRowIsTested()
    {
        QStringList tested;
        for (const char *name :
             {"tizen", "samsung", "netcast", "webos", "android", "ios", "mac", "windows", ""})
            tested.append(name);
        for (const Platform &platform : Sync::Tv::platforms())
            QVERIFY2(tested.removeOne(QString(platform.name)), platform.name.data());
        QCOMPARE(tested, QStringList());
    }

    void suffixes()
    {
        QCOMPARE(codecOf("/music/A.b/Song.MP3"), Codec::Mp3);
        QCOMPARE(codecOf("/music/Song.opus"), Codec::Opus);
        QCOMPARE(codecOf("/music/Song.wv"), Codec::Other);
        QCOMPARE(codecOf("/music/Song"), Codec::Other);
    }

    void aPartOfAFileIsCutOut()
    {
        QCOMPARE(formatFor(platformOf("tizen", {}), Codec::Flac, true), AudioFormat::Mp3);
    }
};

QTEST_GUILESS_MAIN(tst_SyncTvcodecs)
#include "tst_sync_tvcodecs.moc"
