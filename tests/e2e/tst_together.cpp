// SPDX-License-Identifier: Apache-2.0
#include "support/program/music.h"
#include "support/program/runningprogram.h"
#include "support/program/soundlag.h"
#include "support/program/wireclient.h"
#include "support/soundserver.h"

#include "app/library/cataloguereader.h"

#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;

/// Two programs, one joined to the other, on a sound server each: the same music at the same time.
class tst_Together : public QObject
{
    Q_OBJECT

    struct House {
        TestSupport::SoundServer sound;
        QTemporaryDir data;
        RunningProgram program;

        void start(const QStringList &more)
        {
            for (const QString &name : sound.environment().keys())
                program.setEnvironment(name, sound.environment().value(name));
            program.start("segued", QStringList{"--data-dir", data.path(), "--music", realMusic()} + more);
        }
    };

    static void compareSound(const House &first, const House &second)
    {
        TestSupport::Recorder here(first.sound.environment(), "a");
        TestSupport::Recorder there(second.sound.environment(), "a");
        QTRY_VERIFY_WITH_TIMEOUT(here.recording().duration() > 10s && there.recording().duration() > 10s,
                                 60'000);
        QVERIFY(here.recording().rms() > 0.001);
        const auto lag = soundLag(here, there);
        QVERIFY2(lag, "the two do not play the same");
        QVERIFY2(std::chrono::abs(*lag) <= 250ms, qPrintable(QString("%1 ms apart").arg(lag->count())));
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (realMusic().isEmpty())
            QSKIP("The package wesnoth-music is not installed: nothing to play.");
    }

    void sameMusicAtTheSameTime()
    {
        House hub;
        House guest;
        QVERIFY2(hub.sound.start(), qPrintable(hub.sound.why()));
        QVERIFY2(guest.sound.start(), qPrintable(guest.sound.why()));
        hub.start({"--port", "0"});
        const QUrl address = hub.program.ready();
        QVERIFY(hub.program.waitForLog("41 added"));
        NativeClient client(address, "remote");
        const qint64 track =
            qint64(Library::CatalogueReader(hub.data.filePath("catalogue.sqlite")).trackIds().value(3));
        client.say({{"type", "play"}, {"track_id", track}, {"from_is", "tracks"}, {"from_is_id", 0}});

        // The guest comes into the middle of the track.
        guest.start({"--join", address.toString()});
        const QJsonObject both = client.nextThat([](const QJsonObject &message) {
            int sounding = 0;
            for (const QJsonValue &device : message["devices"].toArray())
                sounding += device["condition"] == "sounding";
            return sounding == 2;
        });
        QVERIFY(!both.isEmpty());
        compareSound(hub, guest);

        client.say({{"type", "next"}});
        compareSound(hub, guest);
    }
};

QTEST_GUILESS_MAIN(tst_Together)
#include "tst_together.moc"
