// SPDX-License-Identifier: Apache-2.0
#include "support/program/music.h"
#include "support/program/runningprogram.h"
#include "support/program/virtualdisplay.h"
#include "support/program/wireclient.h"
#include "support/soundserver.h"

#include "app/library/cataloguereader.h"

#include <QTemporaryDir>
#include <QTest>

/// The window on a real display, driven from the keyboard.
class tst_Window : public QObject
{
    Q_OBJECT

    VirtualDisplay m_display;
    TestSupport::SoundServer m_sound;

    void start(RunningProgram &program, const QTemporaryDir &data)
    {
        for (const QString &name : m_sound.environment().keys())
            program.setEnvironment(name, m_sound.environment().value(name));
        program.setEnvironment("DISPLAY", m_display.name());
        program.setEnvironment("QT_QPA_PLATFORM", "xcb");
        program.setEnvironment("QT_QUICK_BACKEND", "software");
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
        const QUrl address = program.ready();
        QVERIFY2(address.isValid(), program.log());
        QVERIFY(program.waitForLog("41 added"));
        const qint64 track =
            qint64(Library::CatalogueReader(data.filePath("catalogue.sqlite")).trackIds().value(0));
        {
            NativeClient client(address, "remote");
            client.say({{"type", "play"}, {"track_id", track}, {"from_is", "tracks"}, {"from_is_id", 0}});
            const auto paused = [](const QJsonObject &player) { return player["paused_by"] == "user"; };
            const auto playing = [](const QJsonObject &player) { return player["paused_by"] == "nobody"; };
            QVERIFY(!client.state(playing).isEmpty());
            QVERIFY(m_display.type("Segue", "space"));
            QVERIFY2(!client.state(paused).isEmpty(), program.log());
            QVERIFY(m_display.type("Segue", "space"));
            QVERIFY(!client.state(playing).isEmpty());

            QVERIFY(m_display.type("Segue", "ctrl+q"));
            QVERIFY(!client.state(paused).isEmpty());
        }
        QCOMPARE(program.waitForEnd(), 0);

        start(program, data);
        const QJsonObject player = NativeClient(program.ready(), "remote").firstState["player"].toObject();
        QCOMPARE(player["track_id"].toInteger(), track);
        QCOMPARE(player["paused_by"].toString(), "user");
    }
};

QTEST_GUILESS_MAIN(tst_Window)
#include "tst_window.moc"
