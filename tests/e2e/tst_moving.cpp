// SPDX-License-Identifier: Apache-2.0
#include "support/hub/nativeclient.h"
#include "support/program/music.h"
#include "support/program/soundingprogram.h"
#include "support/waiting.h"

#include "app/library/cataloguereader.h"

using namespace Testing;
using namespace std::chrono_literals;
namespace Native = Sync::Native;

/// Two programs in one session, each on a sound server of its own: what is chosen is what is heard.
class tst_Moving : public QObject
{
    Q_OBJECT

    SoundingProgram m_study;
    SoundingProgram m_kitchen;
    QUrl m_address;
    NativeClient m_remote;

    [[nodiscard]] Native::Device device(const QString &name) const
    {
        const auto said = m_remote.last<Native::Devices>().value_or(Native::Devices());
        for (const Native::Device &device : said.devices)
            if (device.name == name)
                return device;
        return {};
    }
    [[nodiscard]] QString idOf(const QString &name) const { return device(name).id; }
    [[nodiscard]] Native::Volume volumeOf(const QString &name) const { return device(name).volume; }
    void choose(const QStringList &names)
    {
        QStringList ids;
        for (const QString &name : names)
            ids.append(idOf(name));
        m_remote.say(Native::ChooseOutputs{.devices = ids});
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (realMusic().isEmpty())
            QSKIP("The package wesnoth-music is not installed: nothing to play.");
        QVERIFY2(m_study.sound.start(), qPrintable(m_study.sound.why()));
        QVERIFY2(m_kitchen.sound.start(), qPrintable(m_kitchen.sound.why()));
        m_study.start("Study", realMusic(), {"--port", "0"});
        m_address = m_study.program.ready();
        m_kitchen.start("Kitchen", realMusic(), {"--join", m_address.toString()});
        for (SoundingProgram *house : {&m_study, &m_kitchen})
            QVERIFY(house->program.waitForLog("41 added"));
        const auto tracks = Library::CatalogueReader(m_study.data.filePath("catalogue.sqlite")).trackIds();
        m_remote.open(quint16(m_address.port()));
        m_remote.join("remote");
        QTRY_VERIFY(!idOf("Study").isEmpty() && !idOf("Kitchen").isEmpty());
        m_remote.say(Native::Play{.trackId = tracks.value(3),
                                  .context = {.fromIs = "tracks", .fromIsId = 0},
                                  .position = 30s,
                                  .tracks = std::nullopt});
        QTRY_COMPARE(m_remote.sounding(), 2);
    }

    void playThere()
    {
        const qint64 revision = m_remote.revision();
        choose({"Kitchen"});
        QTRY_COMPARE(m_remote.sounding(), 1);
        QVERIFY(m_study.becomesSilent());
        QVERIFY(m_kitchen.becomesLoud());
        choose({"Study"});
        QVERIFY(m_kitchen.becomesSilent());
        QVERIFY(m_study.becomesLoud());
        // The music has gone on all the while.
        QCOMPARE(m_remote.revision(), revision);
        QVERIFY(!m_remote.player()->paused());
    }

    void alsoHere()
    {
        choose({"Study"});
        QVERIFY(m_kitchen.becomesSilent());
        choose({"Study", "Kitchen"});
        QTRY_COMPARE(m_remote.sounding(), 2);
        QVERIFY(m_kitchen.becomesLoud());
        QVERIFY(m_study.becomesLoud());
    }

    void volumeFromAfar()
    {
        choose({"Study", "Kitchen"});
        QVERIFY(m_kitchen.becomesLoud());
        m_remote.say(Native::SetVolume{.device = idOf("Kitchen"), .volume = {.muted = true}});
        QVERIFY(m_kitchen.becomesSilent());
        QVERIFY(m_study.becomesLoud());
        m_remote.say(Native::SetVolume{.device = idOf("Kitchen"), .volume = {.percent = 90}});
        QVERIFY(m_kitchen.becomesLoud());
    }

    void whereItWasMovedToEnds()
    {
        m_remote.say(Native::SetVolume{.device = idOf("Kitchen"), .volume = {.percent = 40}});
        choose({"Kitchen"});
        QVERIFY(m_study.becomesSilent());
        QCOMPARE(m_kitchen.program.terminate(), 0);
        QTRY_VERIFY(m_remote.player()->paused());
        // Whoever starts it again by a remote control hears it where there is still an output.
        m_remote.say(Native::Resume{});
        QVERIFY(m_study.becomesLoud());
        // It comes back as loud as it was.
        m_kitchen.start("Kitchen", realMusic(), {"--join", m_address.toString()});
        QTRY_COMPARE(volumeOf("Kitchen").percent, std::optional(40));
    }
};

QTEST_GUILESS_MAIN(tst_Moving)
#include "tst_moving.moc"
