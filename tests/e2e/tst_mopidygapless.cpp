// SPDX-License-Identifier: Apache-2.0
#include "support/hub/nativeclient.h"
#include "support/mopidyserver.h"
#include "support/noise.h"
#include "support/program/runningprogram.h"
#include "support/recorder.h"
#include "support/soundserver.h"
#include "support/waiting.h"

#include "app/library/cataloguereader.h"

#include <QJsonArray>
#include <QTemporaryDir>

#include <algorithm>

using namespace Testing;
using namespace std::chrono_literals;
namespace Native = Sync::Native;

namespace {

constexpr int secondsEach = 24;

/// The longest stretch of a recording in which nothing sounds.
std::chrono::milliseconds longestSilence(const Recording &recording)
{
    std::int64_t longest = 0;
    std::int64_t now = 0;
    for (const qint16 sample : recording.samples) {
        now = std::abs(int(sample)) < 64 ? now + 1 : 0;
        longest = std::max(longest, now);
    }
    return std::chrono::milliseconds(longest * 1000 / recording.format.sampleRate
                                     / recording.format.channels);
}

} // namespace

/// A real Mopidy as a device of the session goes on from one track to the next by itself.
class tst_MopidyGapless : public QObject
{
    Q_OBJECT

    SoundServer m_study;
    SoundServer m_kitchen;
    MopidyServer m_mopidy;
    QTemporaryDir m_data;
    QTemporaryDir m_music;
    RunningProgram m_program;
    NativeClient m_remote;
    QList<Sync::TrackId> m_tracks;

    /// Of what is on the Mopidy's list, in its order.
    [[nodiscard]] QList<qint64> places() const
    {
        QList<qint64> places;
        for (const QJsonValue entry : m_mopidy.call("core.tracklist.get_tl_tracks").toArray())
            places.append(entry.toObject().value("tlid").toInteger());
        return places;
    }
    [[nodiscard]] Sync::TrackId trackAt(qsizetype place) const
    {
        const QJsonArray list = m_mopidy.call("core.tracklist.get_tl_tracks").toArray();
        const QUrl url(list.at(place).toObject().value("track").toObject().value("uri").toString());
        return url.path().section(u'/', -1).toULongLong();
    }
    [[nodiscard]] qint64 currentPlace() const
    {
        return m_mopidy.call("core.playback.get_current_tlid").toInteger();
    }
    [[nodiscard]] bool plays(Sync::TrackId track) const
    {
        return m_remote.player() && m_remote.player()->trackId == track && !m_remote.player()->paused();
    }
    void playFromTheStart()
    {
        m_remote.say(Native::Play{
            .trackId = m_tracks.first(), .context = {.fromIs = "tracks", .fromIsId = 0}, .tracks = m_tracks});
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_study.start(), qPrintable(m_study.why()));
        QVERIFY2(m_kitchen.start(), qPrintable(m_kitchen.why()));
        const QString server = m_kitchen.environment().value("PULSE_SERVER");
        if (!m_mopidy.start("pulsesink server=" + server, m_kitchen.environment()))
            QSKIP(qPrintable("SKIPPED: NO MOPIDY IS TESTED. " + m_mopidy.why()));
        for (int i = 0; i < 4; ++i)
            QVERIFY(Noise::write(m_music.filePath(QString::number(i) + ".flac"),
                                 Noise::make(secondsEach * Noise::sampleRate, quint32(i + 1))));
        m_program.setEnvironment(m_study.environment());
        m_program.start("segued",
                        {"--name", "Study", "--data-dir", m_data.path(), "--music", m_music.path(), "--port",
                         "0", "--mopidy", "Kitchen=" + m_mopidy.url().toString()});
        const QUrl address = m_program.ready();
        QVERIFY(m_program.waitForLog("4 added"));
        for (const Library::Track &track :
             Library::CatalogueReader(m_data.filePath("catalogue.sqlite")).tracks())
            m_tracks.append(track.id);
        m_remote.open(quint16(address.port()));
        m_remote.join("remote");
        QTRY_VERIFY(m_remote.last<Native::Devices>()
                    && std::ranges::any_of(m_remote.last<Native::Devices>()->devices,
                                           [](const auto &one) { return one.id == "mopidy-kitchen"; }));
        m_remote.say(Native::ChooseOutputs{.devices = {"mopidy-kitchen"}});
    }

    void cleanup()
    {
        if (QTest::currentTestFailed())
            qInfo().noquote() << "The program said:\n" << m_program.log();
    }

    /// It is told once what follows, and is not told to begin it.
    void goesOnByItself()
    {
        playFromTheStart();
        QTRY_COMPARE(places().size(), 2);
        QCOMPARE(trackAt(1), m_tracks.at(1));
        const qint64 next = places().last();
        QTRY_VERIFY(m_kitchen.record(200ms).rms() > 0.01);
        const Recorder recorder(m_kitchen.environment(), "a");
        QTRY_VERIFY(plays(m_tracks.at(1)));
        QTRY_VERIFY(recorder.recording().duration() > secondsEach * 1s);
        QVERIFY(plays(m_tracks.at(1)));
        QCOMPARE(currentPlace(), next);
        qInfo() << "The longest silence around the joint:" << longestSilence(recorder.recording()).count()
                << "ms";
        QTRY_VERIFY(places().size() == 2
                    && places().first() == next); // what is over is gone, and more follows
        QCOMPARE(trackAt(1), m_tracks.at(2));
    }

    void aChangeBeforeTheJointWins()
    {
        playFromTheStart();
        QTRY_VERIFY(places().size() == 2 && trackAt(1) == m_tracks.at(1));
        m_remote.say(Native::Enqueue{.tracks = {m_tracks.at(3)},
                                     .context = {.fromIs = "tracks", .fromIsId = 0},
                                     .place = Native::Place::Next});
        QTRY_VERIFY(places().size() == 2 && trackAt(1) == m_tracks.at(3));
        const qint64 next = places().last();
        QTRY_VERIFY(plays(m_tracks.at(3)));
        QCOMPARE(currentPlace(), next);
    }

    void goesOnFromItsOwnSide()
    {
        playFromTheStart();
        QTRY_VERIFY(places().size() == 2 && trackAt(1) == m_tracks.at(1));
        const qint64 next = places().last();
        QTRY_VERIFY(plays(m_tracks.first()) && currentPlace() == places().first());
        m_mopidy.call("core.playback.next");
        QTRY_VERIFY(plays(m_tracks.at(1)));
        QCOMPARE(currentPlace(), next);
        QTRY_VERIFY(m_kitchen.record(200ms).rms() > 0.01);
        QVERIFY(plays(m_tracks.at(1)));
    }

    void stopsWithTheSession()
    {
        m_remote.say(Native::Pause{});
        QTRY_VERIFY(m_kitchen.record(500ms).rms() < 0.0001);
        QCOMPARE(m_program.terminate(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_MopidyGapless)
#include "tst_mopidygapless.moc"
