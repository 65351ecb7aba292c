// SPDX-License-Identifier: Apache-2.0
#include "support/hub/nativeclient.h"

#include "support/hub/plainclient.h"
#include "support/hub/testhub.h"
#include "support/waiting.h"

using namespace Sync;
using namespace Testing;
using namespace std::chrono_literals;

namespace {

const Native::Play play{.trackId = 1, .context = {.fromIs = "album", .fromIsId = 7}};

QStringList active(const NativeClient &client)
{
    QStringList ids;
    for (const Native::Device &device : client.last<Native::Devices>().value_or(Native::Devices()).devices)
        if (device.active)
            ids.append(device.id);
    return ids;
}

std::optional<Native::Volume> volumeOf(const QString &id, const NativeClient &client)
{
    for (const Native::Device &device : client.last<Native::Devices>().value_or(Native::Devices()).devices)
        if (device.id == id)
            return device.volume;
    return std::nullopt;
}

/// A desk and a den that sound, and a phone that does not.
struct Speakers {
    TestHub hub;
    NativeClient desk;
    NativeClient den;
    NativeClient phone;

    [[nodiscard]] bool start()
    {
        for (NativeClient *client : {&desk, &den, &phone})
            client->open(hub.port());
        desk.say(Native::Join{.device = "desk",
                              .name = "desk",
                              .output = true,
                              .volume = {.percent = 80, .muted = false},
                              .playing = std::nullopt});
        den.join("den", true);
        phone.join("phone");
        phone.say(play);
        return QTest::qWaitFor([this] { return phone.player() && active(phone).size() == 2; }, patienceMs);
    }
};

/// The desk sounds, the den is to; both to the frame, as they say.
struct ExactSpeakers : Speakers {
    [[nodiscard]] bool startExact()
    {
        for (NativeClient *client : {&desk, &den, &phone})
            client->open(hub.port());
        desk.say(exactly("desk", true));
        den.say(exactly("den", false));
        phone.join("phone");
        phone.say(play);
        if (!QTest::qWaitFor([this] { return desk.player().has_value(); }, patienceMs))
            return false;
        desk.say(sounding(desk));
        return QTest::qWaitFor([this] { return isSounding("desk"); }, patienceMs);
    }
    [[nodiscard]] static Native::Join exactly(const QString &device, bool active)
    {
        return {.device = device,
                .name = device,
                .output = true,
                .active = active,
                .timing = Native::Timing::Exact,
                .playing = {}};
    }
    [[nodiscard]] static Native::Report sounding(const NativeClient &client)
    {
        return {.revision = client.revision(), .position = 1s, .condition = Native::Condition::Sounding};
    }
    [[nodiscard]] bool isSounding(const QString &id) const
    {
        const auto devices = phone.last<Native::Devices>().value_or(Native::Devices()).devices;
        return std::ranges::any_of(devices, [&id](const Native::Device &device) {
            return device.id == id && device.condition == Native::Condition::Sounding;
        });
    }
};

} // namespace

class tst_HubOutputs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSoundMoves()
    {
        Speakers house;
        QVERIFY(house.start());
        const qint64 revision = house.phone.revision();
        house.phone.say(Native::ChooseOutputs{.devices = {"den"}});
        for (const NativeClient *client : {&house.desk, &house.den, &house.phone})
            QTRY_COMPARE(active(*client), QStringList({"den"}));
        house.phone.say(Native::ChooseOutputs{.devices = {"den", "desk"}});
        QTRY_COMPARE(active(house.desk), QStringList({"den", "desk"}));
        QCOMPARE(house.phone.revision(), revision);
        QVERIFY(!house.phone.player()->paused());
    }

    void theSoundIsHandedOver()
    {
        ExactSpeakers house;
        QVERIFY(house.startExact());
        house.phone.say(Native::ChooseOutputs{.devices = {"den"}});
        QTRY_COMPARE(active(house.den), QStringList({"den", "desk"}));
        house.den.say(house.sounding(house.den));
        for (const NativeClient *client : {&house.desk, &house.den, &house.phone})
            QTRY_COMPARE(active(*client), QStringList({"den"}));
        QVERIFY(!house.phone.player()->paused());
    }

    void theSoundStaysWhereNobodyElseIsHeard()
    {
        ExactSpeakers house;
        QVERIFY(house.startExact());
        house.phone.say(Native::ChooseOutputs{.devices = {"den"}});
        QTRY_COMPARE(active(house.phone), QStringList({"den", "desk"}));
        QTRY_COMPARE_WITH_TIMEOUT(active(house.phone), QStringList({"desk"}), patienceMs); // it says nothing
        QTRY_VERIFY(house.phone.last<Native::Fault>());
        QCOMPARE(house.phone.last<Native::Fault>()->reason,
                 QString("den could not be heard within 3 s, so the music stays where it is"));
        QVERIFY(!house.desk.last<Native::Fault>());
    }

    void refusals_data()
    {
        QTest::addColumn<QStringList>("chosen");
        QTest::addRow("nobody") << QStringList();
        QTest::addRow("a stranger") << QStringList{"attic"};
        QTest::addRow("a remote control") << QStringList{"desk", "phone"};
    }
    void refusals()
    {
        QFETCH(QStringList, chosen);
        Speakers house;
        QVERIFY(house.start());
        house.phone.say(Native::ChooseOutputs{.devices = chosen});
        QTRY_VERIFY(house.phone.last<Native::Fault>());
        QCOMPARE(house.phone.last<Native::Fault>()->command, QString("outputs"));
        QCOMPARE(house.phone.last<Native::Fault>()->field, QString("devices"));
        QVERIFY(!house.phone.last<Native::Fault>()->reason.isEmpty());
        QCOMPARE(active(house.phone), QStringList({"den", "desk"}));
    }

    void theChosenOneLeaves()
    {
        Speakers house;
        QVERIFY(house.start());
        house.phone.say(Native::ChooseOutputs{.devices = {"den"}});
        QTRY_COMPARE(active(house.den), QStringList({"den"}));
        house.den.say(Native::Leave{.connection = house.den.last<Native::Hello>()->connection});
        QTRY_VERIFY(house.phone.pausedBy() == PausedBy::User);
        // Whoever goes on does so where they are.
        house.desk.say(Native::Resume{});
        QTRY_VERIFY(house.phone.pausedBy() == PausedBy::Nobody);
        QTRY_COMPARE(active(house.phone), QStringList({"desk"}));
    }

    void aSilentOneLeaves()
    {
        Speakers house;
        QVERIFY(house.start());
        house.phone.say(Native::ChooseOutputs{.devices = {"den"}});
        QTRY_COMPARE(active(house.desk), QStringList({"den"}));
        house.desk.say(Native::Leave{.connection = house.desk.last<Native::Hello>()->connection});
        QTRY_VERIFY(house.desk.last<Native::Left>());
        QTRY_COMPARE(house.phone.last<Native::Devices>()->devices.size(), 2);
        QVERIFY(house.phone.pausedBy() == PausedBy::Nobody);
    }

    void whatWasChosenOutlivesAConnection()
    {
        Speakers house;
        QVERIFY(house.start());
        house.phone.say(Native::ChooseOutputs{.devices = {"den"}});
        QTRY_COMPARE(active(house.desk), QStringList({"den"}));
        NativeClient again;
        again.open(house.hub.port());
        again.join("desk", true);
        QTRY_VERIFY(again.last<Native::Devices>());
        QCOMPARE(active(again), QStringList({"den"}));
        NativeClient bath;
        bath.open(house.hub.port());
        bath.say(Native::Join{
            .device = "bath", .name = "Bath", .output = true, .active = false, .playing = std::nullopt});
        QTRY_VERIFY(bath.last<Native::Devices>());
        QCOMPARE(active(bath), QStringList({"den"}));
    }

    void plainClientsSoundOnTheirOwn()
    {
        Speakers house;
        QVERIFY(house.start());
        PlainClient plain;
        plain.open(house.hub.port());
        QTRY_COMPARE(plain.heard().size(), 1);
        plain.say(newTrack(2, secondsAgo(0)));
        QTRY_COMPARE(active(house.phone).size(), 3);
        const qsizetype heard = plain.heard().size();
        house.phone.say(Native::ChooseOutputs{.devices = {"desk"}});
        QTRY_COMPARE(active(house.phone).size(), 2);
        QVERIFY(active(house.phone).last().startsWith("plain-"));
        QCOMPARE(plain.heard().size(), heard);
    }

    void volumeIsWishedAndSaid()
    {
        Speakers house;
        QVERIFY(house.start());
        QCOMPARE(volumeOf("desk", house.phone), (Native::Volume{80, false}));
        QCOMPARE(volumeOf("den", house.phone), Native::Volume());
        house.phone.say(Native::SetVolume{.device = "desk", .volume = {.percent = 30}});
        QTRY_VERIFY(house.desk.last<Native::VolumeWish>());
        QVERIFY(house.desk.last<Native::VolumeWish>()->volume == Native::Volume{.percent = 30});
        QCOMPARE(house.den.count<Native::VolumeWish>(), 0);
        QCOMPARE(volumeOf("desk", house.phone), (Native::Volume{80, false})); // until the desk says it is so
        house.desk.say(Native::SetVolume{.device = "desk", .volume = {30, true}});
        QTRY_COMPARE(volumeOf("desk", house.phone), (Native::Volume{30, true}));
    }

    void aListenersVolumeIsItsOwnOnly()
    {
        Speakers house;
        QVERIFY(house.start());
        NativeClient bath;
        bath.open(house.hub.port(), "listener-1");
        bath.join("bath", true);
        bath.say(Native::SetVolume{.device = "bath", .volume = {.percent = 20}});
        QTRY_COMPARE(volumeOf("bath", house.phone), Native::Volume{.percent = 20});
        for (const Native::ClientMessage &wish :
             {Native::ClientMessage(Native::SetVolume{.device = "desk", .volume = {.percent = 20}}),
              Native::ClientMessage(Native::ChooseOutputs{.devices = {"bath"}})}) {
            const int faults = bath.count<Native::Fault>();
            bath.say(wish);
            QTRY_COMPARE(bath.count<Native::Fault>(), faults + 1);
            QVERIFY(bath.last<Native::Fault>()->reason.contains("only listen"));
        }
        QCOMPARE(house.desk.count<Native::VolumeWish>(), 0);
        QCOMPARE(active(house.phone).size(), 3);
    }

    void volumeRefusals_data()
    {
        QTest::addColumn<QString>("device");
        QTest::addRow("a stranger") << "attic";
        QTest::addRow("one that cannot") << "den";
        QTest::addRow("a remote control") << "phone2";
    }
    void volumeRefusals()
    {
        QFETCH(QString, device);
        Speakers house;
        QVERIFY(house.start());
        NativeClient other;
        other.open(house.hub.port());
        other.join("phone2");
        QTRY_COMPARE(house.phone.last<Native::Devices>()->devices.size(), 4);
        house.phone.say(Native::SetVolume{.device = device, .volume = {.percent = 30}});
        QTRY_VERIFY(house.phone.last<Native::Fault>());
        QCOMPARE(house.phone.last<Native::Fault>()->command, QString("volume"));
        QCOMPARE(house.phone.last<Native::Fault>()->field, QString("device"));
        QCOMPARE(house.den.count<Native::VolumeWish>(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_HubOutputs)
#include "tst_hub_outputs.moc"
