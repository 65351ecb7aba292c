// SPDX-License-Identifier: Apache-2.0
#include "support/hub/nativeclient.h"
#include "support/program/music.h"
#include "support/program/runningprogram.h"
#include "support/program/virtualdisplay.h"
#include "support/soundserver.h"
#include "support/waiting.h"

#include "app/library/cataloguereader.h"

#include <QTemporaryDir>

using namespace Testing;
using Sync::PausedBy;

/// The window on a real display, driven from the keyboard.
class tst_Window : public QObject
{
    Q_OBJECT

    VirtualDisplay m_display;
    SoundServer m_sound;

    void start(RunningProgram &program, const QTemporaryDir &data)
    {
        program.setEnvironment(m_sound.environment());
        program.setEnvironment(m_display.environment());
        program.start("segue", {"--port", "0", "--data-dir", data.path(), "--music", realMusic()});
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (realMusic().isEmpty())
            QSKIP("The package wesnoth-music is not installed: nothing to play.");
        QVERIFY(m_display.start());
        QVERIFY2(m_sound.start(), qPrintable(m_sound.why()));
    }

    void playPauseQuit()
    {
        const QTemporaryDir data;
        RunningProgram program;
        start(program, data);
        const quint16 port = program.readyPort();
        QVERIFY2(port > 0, program.log());
        QVERIFY(program.waitForLog("41 added"));
        const auto tracks = Library::CatalogueReader(data.filePath("catalogue.sqlite")).trackIds();
        NativeClient client;
        client.open(port);
        client.join("remote");
        client.say(
            Sync::Native::Play{.trackId = tracks.value(0), .context = {.fromIs = "tracks", .fromIsId = 0}});
        // A key changes what the window knows of, and that it knows is heard from its output.
        QTRY_COMPARE(client.sounding(), 1);
        QVERIFY(m_display.type("Segue", "space"));
        QTRY_VERIFY(client.pausedBy() == PausedBy::User);
        QTRY_COMPARE(client.sounding(), 0);
        QVERIFY(m_display.type("Segue", "space"));
        QTRY_VERIFY(client.pausedBy() == PausedBy::Nobody);

        QVERIFY(m_display.type("Segue", "ctrl+q"));
        QTRY_VERIFY(client.pausedBy() == PausedBy::User);
        QCOMPARE(program.waitForEnd(), 0);

        start(program, data);
        NativeClient later;
        later.open(program.readyPort());
        later.join("remote");
        QTRY_VERIFY(later.player());
        QCOMPARE(later.player()->trackId, tracks.value(0));
        QVERIFY(later.pausedBy() == PausedBy::User);
    }
};

QTEST_GUILESS_MAIN(tst_Window)
#include "tst_window.moc"
