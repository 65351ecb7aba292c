// SPDX-License-Identifier: Apache-2.0
#include "integration/sound/webserver.h"
#include "support/hub/asking.h"
#include "support/hub/nativeclient.h"
#include "support/program/music.h"
#include "support/program/sharingprogram.h"
#include "support/program/soundingprogram.h"
#include "support/redisserver.h"
#include "support/waiting.h"

#include "app/library/cataloguereader.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Testing;
using namespace std::chrono_literals;
namespace Native = Sync::Native;

/// Who has no music plays that of the hub it has joined, or of another one with the same sessions.
class tst_Elsewhere : public QObject
{
    Q_OBJECT

    static Sync::TrackId longestIn(const QTemporaryDir &data)
    {
        const Library::CatalogueReader reader(data.filePath("catalogue.sqlite"));
        const auto tracks = reader.tracks(reader.trackIds());
        return std::ranges::max(tracks, {}, &Library::Track::duration).id;
    }
    static Native::Play playing(Sync::TrackId track)
    {
        return {.trackId = track,
                .context = {.fromIs = "tracks", .fromIsId = 0},
                .position = 30s,
                .tracks = QList<quint64>{track}};
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (realMusic().isEmpty())
            QSKIP("The package wesnoth-music is not installed: nothing to play.");
    }

    void deviceWithoutMusicPlaysTheHubs()
    {
        SharingProgram hub;
        hub.program.start("segued",
                          {"--port", "0", "--data-dir", hub.data.path(), "--music", realMusic(), "--no-audio",
                           "--name", "Study"});
        const QUrl address = hub.program.ready();
        QVERIFY(hub.program.waitForLog("41 added"));
        SoundingProgram kitchen;
        QVERIFY2(kitchen.sound.start(), qPrintable(kitchen.sound.why()));
        const QTemporaryDir empty;
        kitchen.start("Kitchen", empty.path(), {"--join", address.toString()});
        QVERIFY(kitchen.program.waitForLog("Joined the hub Study"));
        NativeClient remote;
        remote.open(quint16(address.port()));
        remote.join("remote");
        const auto isKitchenThere = [&remote] {
            const auto devices = remote.last<Native::Devices>().value_or(Native::Devices()).devices;
            return std::ranges::any_of(devices, [](const auto &device) { return device.name == "Kitchen"; });
        };
        QTRY_VERIFY(isKitchenThere());
        remote.say(playing(longestIn(hub.data)));
        QVERIFY2(kitchen.becomesLoud(), kitchen.program.log());
        remote.say(Native::Seek{.position = 60s});
        QTRY_COMPARE(remote.sounding(), 1);
        QVERIFY2(kitchen.becomesLoud(), kitchen.program.log());

        // And the hub's radio, which has an address and no file.
        remote.say(Native::Pause{});
        QVERIFY(kitchen.becomesSilent());
        WebServer radio;
        QVERIFY(radio.start(WebServer::Kind::Ranges, realMusic()));
        const QString name = QDir(realMusic()).entryList({"*.ogg"}).first();
        const quint16 port = quint16(address.port());
        QCOMPARE(ask(port, "POST /api/v1/radio",
                     QJsonObject{{"name", "Six"}, {"url", radio.urlOf(name).toString()}})
                     .status,
                 201);
        const QJsonArray stations = ask(port, "GET /api/v1/radio").json().value("items").toArray();
        const auto station = stations.first().toObject().value("id").toVariant().toULongLong();
        const HttpAnswer answer = ask(port, "GET /media/" + QByteArray::number(station));
        QCOMPARE(answer.status, 307);
        QCOMPARE(answer.header("Location"), radio.urlOf(name).toEncoded());
        remote.say(Native::Play{.trackId = station,
                                .context = {.fromIs = "radio", .fromIsId = 0},
                                .position = {},
                                .tracks = QList<quint64>{station}});
        QVERIFY2(kitchen.becomesLoud(), kitchen.program.log());
    }

    void hubWithoutMusicPlaysAnotherHubs()
    {
        RedisServer redis;
        QVERIFY2(redis.start(), qPrintable(redis.why()));
        SharingProgram den;
        QVERIFY(den.start("Den", redis.address(), {"--music", realMusic()}));
        QVERIFY(den.program.waitForLog("41 added"));
        SoundingProgram attic;
        QVERIFY2(attic.sound.start(), qPrintable(attic.sound.why()));
        const QTemporaryDir empty;
        attic.start("Attic", empty.path(), {"--port", "0", "--store", redis.address()});
        const quint16 port = attic.program.readyPort();
        const Sync::TrackId track = longestIn(den.data);
        const QByteArray path = "/media/" + QByteArray::number(track);
        QTRY_COMPARE(ask(port, "HEAD " + path).status, 200); // they know each other
        QCOMPARE(ask(port, "GET /api/v1/tracks/" + QByteArray::number(track)).status, 200);
        NativeClient remote;
        remote.open(port);
        remote.join("remote");
        remote.say(playing(track));
        QVERIFY2(attic.becomesLoud(), attic.program.log());
        remote.say(Native::Seek{.position = 60s});
        QTRY_COMPARE(remote.sounding(), 1);
        QVERIFY2(attic.becomesLoud(), attic.program.log());
    }
};

QTEST_GUILESS_MAIN(tst_Elsewhere)
#include "tst_elsewhere.moc"
