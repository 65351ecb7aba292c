// SPDX-License-Identifier: Apache-2.0
#include "support/hub/nativeclient.h"
#include "support/program/music.h"
#include "support/program/runningprogram.h"
#include "support/recorder.h"
#include "support/soundserver.h"
#include "support/waiting.h"

#include "app/library/cataloguereader.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <csignal>

using namespace Sync;
using namespace Testing;
using namespace std::chrono_literals;

/// Nobody plays to an empty room: what becomes of the music when its output goes, in every way it can go.
class tst_Ending : public QObject
{
    Q_OBJECT

    SoundServer m_sound;

    /// A program with @p more that makes its sound on the test's own server.
    void start(RunningProgram &program, const QTemporaryDir &data, const QStringList &more = {})
    {
        program.setEnvironment(m_sound.environment());
        program.start("segued",
                      QStringList{"--port", "0", "--data-dir", data.path(), "--music", realMusic()} + more);
    }

    static TrackId someTrack(const QTemporaryDir &data)
    {
        return Library::CatalogueReader(data.filePath("catalogue.sqlite")).trackIds().value(0);
    }

    /// Starts a track through @p client and waits until @p sounding devices say that they sound.
    static void play(NativeClient &client, quint16 port, TrackId track, int sounding = 1)
    {
        client.open(port);
        client.join("remote");
        client.say(Native::Play{.trackId = track, .context = {.fromIs = "tracks", .fromIsId = 0}});
        QTRY_VERIFY(client.sounding() >= sounding);
    }

    /// What a hub that is started again says of the session.
    void look(NativeClient &client, quint16 port)
    {
        client.open(port);
        client.join("remote");
        QTRY_VERIFY(client.player());
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (realMusic().isEmpty())
            QSKIP("The package wesnoth-music is not installed: nothing to play.");
        QVERIFY2(m_sound.start(), qPrintable(m_sound.why()));
    }

    void askedToEnd_data()
    {
        QTest::addColumn<int>("signal");
        QTest::addRow("SIGTERM") << SIGTERM;
        QTest::addRow("SIGINT") << SIGINT;
    }

    void askedToEnd()
    {
        QFETCH(int, signal);
        const QTemporaryDir data;
        RunningProgram program;
        start(program, data);
        const quint16 port = program.readyPort();
        QVERIFY(program.waitForLog("41 added"));
        const TrackId track = someTrack(data);
        NativeClient client;
        play(client, port, track);
        QVERIFY(m_sound.record(2s).rms() > 0.001);

        program.signal(signal);

        QTRY_VERIFY(client.pausedBy() == PausedBy::User);
        QVERIFY(client.player()->position > 500ms);
        QCOMPARE(program.waitForEnd(), 0);

        start(program, data, {"--no-audio"});
        NativeClient later;
        look(later, program.readyPort());
        QCOMPARE(later.player()->trackId, track);
        QVERIFY(later.pausedBy() == PausedBy::User);
        QVERIFY(later.player()->position > 500ms);
    }

    void killedHubClaimsNoPlaying()
    {
        const QTemporaryDir data;
        RunningProgram program;
        start(program, data);
        const quint16 port = program.readyPort();
        QVERIFY(program.waitForLog("41 added"));
        NativeClient client;
        QElapsedTimer sincePlay;
        sincePlay.start();
        play(client, port, someTrack(data));
        (void)m_sound.record(7s); // past one stored confirmation
        const std::chrono::milliseconds played(sincePlay.elapsed());
        program.kill();
        (void)m_sound.record(4s);

        start(program, data);
        NativeClient later;
        look(later, program.readyPort());
        QVERIFY(later.pausedBy() == PausedBy::Lease);
        QVERIFY2(later.player()->position <= played,
                 qPrintable(QString::number(later.player()->position.count())));
    }

    void lastOutputVanishes()
    {
        const QTemporaryDir hubData;
        RunningProgram hub;
        start(hub, hubData, {"--no-audio"});
        const QUrl address = hub.ready();
        QVERIFY(hub.waitForLog("41 added"));
        const QTemporaryDir outputData;
        RunningProgram output;
        start(output, outputData, {"--join", address.toString()});
        QVERIFY(output.waitForLog("41 added"));
        NativeClient client;
        play(client, quint16(address.port()), someTrack(hubData));

        output.kill();

        QTRY_VERIFY(client.pausedBy() == PausedBy::Lease);
    }

    void oneOfTwoOutputsLeaves()
    {
        const QTemporaryDir hubData;
        RunningProgram hub;
        start(hub, hubData);
        const QUrl address = hub.ready();
        QVERIFY(hub.waitForLog("41 added"));
        const QTemporaryDir outputData;
        RunningProgram output;
        start(output, outputData, {"--join", address.toString()});
        QVERIFY(output.waitForLog("41 added"));
        NativeClient client;
        play(client, quint16(address.port()), someTrack(hubData), 2);
        const qint64 revision = client.revision();

        QCOMPARE(output.terminate(), 0);

        // The next state is the one asked for: no pause came between.
        client.say(Native::Seek{.position = 30s});
        QTRY_COMPARE(client.revision(), revision + 1);
        QCOMPARE(client.player()->position, std::chrono::milliseconds(30s));
        QVERIFY(client.pausedBy() == PausedBy::Nobody);
        QCOMPARE(hub.terminate(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_Ending)
#include "tst_ending.moc"
