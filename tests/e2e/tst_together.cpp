// SPDX-License-Identifier: Apache-2.0
#include "support/hub/nativeclient.h"
#include "support/program/music.h"
#include "support/program/runningprogram.h"
#include "support/program/soundlag.h"
#include "support/program/virtualdisplay.h"
#include "support/soundserver.h"
#include "support/waiting.h"

#include "app/library/cataloguereader.h"

#include <QDeadlineTimer>
#include <QTemporaryDir>

using namespace Testing;
using namespace std::chrono_literals;

/// Two windows, one joined to the other, on a sound server each: the same music at the same time.
class tst_Together : public QObject
{
    Q_OBJECT

    struct House {
        SoundServer sound;
        QTemporaryDir data;
        RunningProgram program;

        void start(const VirtualDisplay &display, const QStringList &more)
        {
            program.setEnvironment(display.environment());
            program.setEnvironment(sound.environment());
            program.start("segue", QStringList{"--data-dir", data.path(), "--music", realMusic()} + more);
        }
    };

    /// How the sound of the two differs in the next seconds; empty where it does not.
    static QString difference(const House &first, const House &second)
    {
        const Recorder here(first.sound.environment(), "a");
        const Recorder there(second.sound.environment(), "a");
        const auto isLongEnough = [&] {
            return here.recording().duration() > 6s && there.recording().duration() > 6s;
        };
        if (!QTest::qWaitFor(isLongEnough, patienceMs))
            return "nothing was recorded";
        if (here.recording().rms() < 0.001)
            return "the hub is silent";
        const auto lag = soundLag(here, there);
        if (!lag)
            return "the two do not play the same";
        return std::chrono::abs(*lag) > 250ms ? QString("%1 ms apart").arg(lag->count()) : QString();
    }
    /// Once they have come together: on a busy machine the sound of one may break, and it catches up.
    static void compareSound(const House &first, const House &second)
    {
        QString found;
        const QDeadlineTimer deadline(60s);
        do {
            found = difference(first, second);
        } while (!found.isEmpty() && !deadline.hasExpired());
        QVERIFY2(found.isEmpty(), qPrintable(found));
    }

    VirtualDisplay m_display;

private Q_SLOTS:
    void initTestCase()
    {
        if (realMusic().isEmpty())
            QSKIP("The package wesnoth-music is not installed: nothing to play.");
        QVERIFY(m_display.start());
    }

    void sameMusicAtTheSameTime()
    {
        House hub;
        House guest;
        QVERIFY2(hub.sound.start(), qPrintable(hub.sound.why()));
        QVERIFY2(guest.sound.start(), qPrintable(guest.sound.why()));
        hub.start(m_display, {"--port", "0"});
        const QUrl address = hub.program.ready();
        QVERIFY(hub.program.waitForLog("41 added"));
        const auto tracks = Library::CatalogueReader(hub.data.filePath("catalogue.sqlite")).trackIds();
        NativeClient client;
        client.open(quint16(address.port()));
        client.join("remote");
        client.say(
            Sync::Native::Play{.trackId = tracks.value(3), .context = {.fromIs = "tracks", .fromIsId = 0}});

        // The guest comes into the middle of the track.
        guest.start(m_display, {"--join", address.toString()});
        QTRY_COMPARE(client.sounding(), 2);
        compareSound(hub, guest);

        const auto before = client.player()->trackId;
        client.say(Sync::Native::Next{});
        QTRY_VERIFY(client.player()->trackId != before && client.sounding() == 2);
        compareSound(hub, guest);
    }
};

QTEST_GUILESS_MAIN(tst_Together)
#include "tst_together.moc"
