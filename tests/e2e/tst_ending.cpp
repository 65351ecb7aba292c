// SPDX-License-Identifier: Apache-2.0
#include "support/program/music.h"
#include "support/program/runningprogram.h"
#include "support/program/wireclient.h"
#include "support/recorder.h"
#include "support/soundserver.h"

#include "app/library/cataloguereader.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>

/// Nobody plays to an empty room: what becomes of the music when its output goes, in every way it can go.
class tst_Ending : public QObject
{
    Q_OBJECT

    TestSupport::SoundServer m_sound;

    static QStringList arguments(const QTemporaryDir &data, const QStringList &more = {})
    {
        return QStringList{"--port", "0", "--data-dir", data.path(), "--music", realMusic()} + more;
    }

    /// A program with @p more that makes its sound on the test's own server.
    void start(RunningProgram &program, const QTemporaryDir &data, const QStringList &more = {})
    {
        for (const QString &name : m_sound.environment().keys())
            program.setEnvironment(name, m_sound.environment().value(name));
        program.start("segued", arguments(data, more));
    }

    static qint64 someTrack(const QTemporaryDir &data)
    {
        return qint64(Library::CatalogueReader(data.filePath("catalogue.sqlite")).trackIds().value(0));
    }

    /// Starts a track through @p client and waits until @p device says that it sounds, for a moment at least.
    static void play(NativeClient &client, qint64 track, int sounding = 1)
    {
        client.say({{"type", "play"}, {"track_id", track}, {"from_is", "tracks"}, {"from_is_id", 0}});
        const QJsonObject devices = client.nextThat([&](const QJsonObject &message) {
            int count = 0;
            for (const QJsonValue &device : message["devices"].toArray())
                count += device["condition"] == "sounding";
            return count >= sounding;
        });
        QVERIFY(!devices.isEmpty());
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
        const QUrl address = program.ready();
        QVERIFY(program.waitForLog("41 added"));
        const qint64 track = someTrack(data);
        {
            NativeClient client(address, "remote");
            play(client, track);
            QVERIFY(m_sound.record(std::chrono::seconds(2)).rms() > 0.001);

            program.signal(signal);

            const QJsonObject paused =
                client.state([](const QJsonObject &player) { return player["paused_by"] == "user"; });
            QVERIFY(paused["player"]["position_ms"].toInt() > 500);
        }
        QCOMPARE(program.waitForEnd(), 0);

        start(program, data, {"--no-audio"});
        const QJsonObject player = NativeClient(program.ready(), "remote").firstState["player"].toObject();
        QCOMPARE(player["track_id"].toInteger(), track);
        QCOMPARE(player["paused_by"].toString(), "user");
        QVERIFY(player["position_ms"].toInt() > 500);
    }

    void killedHubClaimsNoPlaying()
    {
        const QTemporaryDir data;
        RunningProgram program;
        start(program, data);
        {
            const QUrl address = program.ready();
            QVERIFY(program.waitForLog("41 added"));
            NativeClient client(address, "remote");
            play(client, someTrack(data));
            (void)m_sound.record(std::chrono::seconds(7)); // past one stored confirmation
        }
        program.kill();
        (void)m_sound.record(std::chrono::seconds(4));

        start(program, data);
        const QJsonObject player = NativeClient(program.ready(), "remote").firstState["player"].toObject();
        QCOMPARE(player["paused_by"].toString(), "lease");
        QVERIFY2(player["position_ms"].toInt() < 10'000,
                 qPrintable(QString::number(player["position_ms"].toInt())));
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
        NativeClient client(address, "remote");
        play(client, someTrack(hubData));

        output.kill();

        const QJsonObject paused =
            client.state([](const QJsonObject &player) { return player["paused_by"] == "lease"; });
        QVERIFY(!paused.isEmpty());
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
        NativeClient client(address, "remote");
        play(client, someTrack(hubData), 2);

        QCOMPARE(output.terminate(), 0);

        // The next state is the one asked for: no pause came between.
        client.say({{"type", "seek"}, {"position_ms", 30'000}});
        const QJsonObject state = client.nextThat(
            [](const QJsonObject &m) { return m["type"] == "state" && m["player"]["position_ms"] != 0; });
        QCOMPARE(state["player"]["position_ms"].toInt(), 30'000);
        QCOMPARE(state["player"]["paused_by"].toString(), "nobody");
        QCOMPARE(hub.terminate(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_Ending)
#include "tst_ending.moc"
