// SPDX-License-Identifier: Apache-2.0
#include "support/hub/nativeclient.h"
#include "support/mopidyserver.h"
#include "support/program/music.h"
#include "support/program/runningprogram.h"
#include "support/recorder.h"
#include "support/soundserver.h"
#include "support/waiting.h"

#include "app/library/cataloguereader.h"

#include <QDeadlineTimer>
#include <QJsonArray>
#include <QTemporaryDir>

using namespace Testing;
using namespace std::chrono_literals;
namespace Native = Sync::Native;

/// A program and a real Mopidy, each on a sound server of its own: the Mopidy is a device like any other.
class tst_MopidyDevice : public QObject
{
    Q_OBJECT

    SoundServer m_study;
    SoundServer m_kitchen;
    MopidyServer m_mopidy;
    QTemporaryDir m_data;
    RunningProgram m_program;
    NativeClient m_remote;
    QList<Sync::TrackId> m_tracks;

    [[nodiscard]] Native::Device device(const QString &name) const
    {
        const auto said = m_remote.last<Native::Devices>().value_or(Native::Devices());
        for (const Native::Device &device : said.devices)
            if (device.name == name)
                return device;
        return {};
    }
    void choose(const QString &name) { m_remote.say(Native::ChooseOutputs{.devices = {device(name).id}}); }
    [[nodiscard]] static bool becomesLoud(const SoundServer &server)
    {
        return QTest::qWaitFor([&] { return server.record(1s).rms() > 0.001; }, patienceMs);
    }
    [[nodiscard]] static bool becomesSilent(const SoundServer &server)
    {
        return QTest::qWaitFor([&] { return server.record(1s).rms() < 0.0001; }, patienceMs);
    }
    [[nodiscard]] bool startMopidy()
    {
        const QString server = m_kitchen.environment().value("PULSE_SERVER");
        return m_mopidy.start("pulsesink server=" + server, m_kitchen.environment());
    }
    /// Where the Mopidy is, against where the session was when it was asked or answered, whichever is closer.
    [[nodiscard]] std::chrono::milliseconds apart()
    {
        const auto before = Sync::positionAt(*m_remote.player(), Sync::HubClock::now());
        const std::chrono::milliseconds there(m_mopidy.call("core.playback.get_time_position").toInt());
        const auto after = Sync::positionAt(*m_remote.player(), Sync::HubClock::now());
        return std::max({before - there, there - after, 0ms});
    }
    /// A question may take long; few are asked.
    [[nodiscard]] bool becomesClose(std::chrono::milliseconds notBefore = 0ms)
    {
        const QDeadlineTimer deadline(patienceMs);
        while (!deadline.hasExpired()) {
            if (apart() < 1500ms && Sync::positionAt(*m_remote.player(), Sync::HubClock::now()) >= notBefore)
                return true;
            QTest::qWait(200);
        }
        qInfo() << "Apart:" << apart().count() << "ms";
        return false;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (realMusic().isEmpty())
            QSKIP("The package wesnoth-music is not installed: nothing to play.");
        QVERIFY2(m_study.start(), qPrintable(m_study.why()));
        QVERIFY2(m_kitchen.start(), qPrintable(m_kitchen.why()));
        if (!startMopidy())
            QSKIP(qPrintable("SKIPPED: NO MOPIDY IS TESTED. " + m_mopidy.why()));
        m_mopidy.call("core.mixer.set_volume", {{"volume", 70}});
        m_program.setEnvironment(m_study.environment());
        m_program.start("segued",
                        {"--name", "Study", "--data-dir", m_data.path(), "--music", realMusic(), "--port",
                         "0", "--mopidy", "Kitchen=" + m_mopidy.url().toString()});
        const QUrl address = m_program.ready();
        QVERIFY(m_program.waitForLog("41 added"));
        for (const Library::Track &track :
             Library::CatalogueReader(m_data.filePath("catalogue.sqlite")).tracks())
            if (track.duration > 2min) // some are fanfares of a few seconds
                m_tracks.append(track.id);
        QVERIFY(m_tracks.size() > 2);
        m_remote.open(quint16(address.port()));
        m_remote.join("remote");
        QTRY_COMPARE(device("Kitchen").id, "mopidy-kitchen");
        QVERIFY(!device("Kitchen").active);
        m_remote.say(Native::Play{.trackId = m_tracks.first(),
                                  .context = {.fromIs = "tracks", .fromIsId = 0},
                                  .position = 20s,
                                  .tracks = m_tracks});
        QVERIFY(becomesLoud(m_study));
        QVERIFY(becomesSilent(m_kitchen));
    }

    void cleanup()
    {
        if (QTest::currentTestFailed())
            qInfo().noquote() << "The program said:\n" << m_program.log();
    }

    void playThere()
    {
        choose("Kitchen");
        QVERIFY(becomesLoud(m_kitchen));
        QVERIFY(becomesSilent(m_study));
        QVERIFY(!m_remote.player()->paused());
        QVERIFY(becomesClose());
        m_remote.say(Native::Seek{.position = 60s});
        QVERIFY(becomesClose(60s));
        m_remote.say(Native::Next{});
        QTRY_COMPARE(m_mopidy.call("core.playback.get_state").toString(), "playing");
        QVERIFY(becomesLoud(m_kitchen));
    }

    /// Mopidy would take the seek with it into the next track, and be silent there.
    void goesOnInTheMiddleOfASeek()
    {
        for (int round = 0; round < 3; ++round) {
            const quint64 before = m_remote.player()->playId;
            m_remote.say(Native::Seek{.position = 60s});
            QTRY_VERIFY(Sync::positionAt(*m_remote.player(), Sync::HubClock::now()) >= 60s);
            m_remote.say(Native::Next{});
            QTRY_VERIFY(m_remote.player()->playId != before);
            const quint64 next = m_remote.player()->playId;
            QVERIFY(becomesLoud(m_kitchen));
            QVERIFY(becomesClose());
            QCOMPARE(m_remote.player()->playId, next);
            QVERIFY(!m_remote.player()->paused());
            QVERIFY(Sync::positionAt(*m_remote.player(), Sync::HubClock::now()) < 55s);
        }
    }

    void isPausedFromEitherSide()
    {
        m_remote.say(Native::Pause{});
        QVERIFY(becomesSilent(m_kitchen));
        m_remote.say(Native::Resume{});
        QVERIFY(becomesLoud(m_kitchen));
        m_mopidy.call("core.playback.pause");
        QTRY_VERIFY(m_remote.player()->paused());
        QVERIFY(becomesSilent(m_kitchen));
        m_mopidy.call("core.playback.resume");
        QTRY_VERIFY(!m_remote.player()->paused());
        QVERIFY(becomesLoud(m_kitchen));
    }

    void hasItsVolume()
    {
        QTRY_COMPARE(device("Kitchen").volume.percent, std::optional(70));
        m_remote.say(Native::SetVolume{.device = "mopidy-kitchen", .volume = {.percent = 40}});
        QTRY_COMPARE(m_mopidy.call("core.mixer.get_volume").toInt(), 40);
        m_mopidy.call("core.mixer.set_volume", {{"volume", 55}});
        QTRY_COMPARE(device("Kitchen").volume.percent, std::optional(55));
    }

    void isTakenAway()
    {
        choose("Kitchen");
        m_remote.say(Native::Resume{});
        QVERIFY(becomesLoud(m_kitchen));
        m_mopidy.call("core.playback.stop");
        QTRY_VERIFY(m_remote.player()->paused());
        QVERIFY(becomesSilent(m_kitchen));
        m_remote.say(Native::Resume{});
        QVERIFY(becomesLoud(m_kitchen));
        QVERIFY(becomesClose());
    }

    void goesAndReturns()
    {
        m_mopidy.kill();
        QTRY_VERIFY(m_remote.player()->paused());
        QTRY_VERIFY(device("Kitchen").id.isEmpty());
        QVERIFY(startMopidy());
        QTRY_VERIFY(!device("Kitchen").id.isEmpty());
        choose("Kitchen");
        m_remote.say(Native::Resume{});
        QVERIFY(becomesLoud(m_kitchen));
        choose("Study");
        QVERIFY(becomesLoud(m_study));
        QVERIFY(becomesSilent(m_kitchen));
        QCOMPARE(m_program.terminate(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_MopidyDevice)
#include "tst_mopidydevice.moc"
