// SPDX-License-Identifier: Apache-2.0
#include "support/hub/asking.h"
#include "support/hub/eventclient.h"
#include "support/hub/nativeclient.h"
#include "support/hub/testhub.h"
#include "support/waiting.h"
#include "tests/integration/hub/lasstandins.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace Sync;
using namespace Testing;

namespace {

const QJsonObject firstTrack{{"track_id"_L1, 1}, {"from_is"_L1, "album"_L1}, {"from_is_id"_L1, 7}};

/// What clients trip over: null anywhere; an array where they look for an object.
QString nulls(const QJsonValue &value, const QString &path = {})
{
    if (value.isNull())
        return path;
    QString found;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        found += nulls(it.value(), path + u'/' + it.key());
    for (const auto &entry : value.toArray())
        found += nulls(entry, path + u"[]"_s);
    return found;
}

} // namespace

/// linux-audio-server's addresses, asked as its clients ask.
class tst_HubLas : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        ServerOptions options;
        options.makeSources = [] {
            std::vector<std::unique_ptr<Sources::Source>> sources;
            sources.push_back(std::make_unique<SoundServer>());
            return sources;
        };
        options.makeJukebox = [] { return std::make_shared<Radio>(); };
        m_hub = std::make_unique<TestHub>(TestHub::with(std::move(options)));
        m_desk = std::make_unique<NativeClient>();
        m_wish = {};
        m_desk->open(m_hub->port());
        // A device that does what is wished of it.
        connect(&m_desk->socket(), &QWebSocket::textMessageReceived, this, [this] {
            const auto wish = m_desk->last<Native::VolumeWish>();
            if (!wish || wish->volume == m_wish)
                return;
            m_wish = wish->volume;
            m_desk->say(Native::SetVolume{.device = u"desk"_s, .volume = wish->volume});
        });
        m_desk->say(Native::Join{.device = u"desk"_s,
                                 .name = u"Desk"_s,
                                 .output = true,
                                 .volume = {.percent = 50, .muted = false}});
        QTRY_VERIFY(sink(u"segue.desk"_s).contains("name"_L1));
    }
    void cleanup()
    {
        m_desk.reset();
        m_hub.reset();
    }

    void everythingCanBeRead_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QStringList>("fields");
        const auto row = [](const char *path, const QStringList &fields) {
            QTest::addRow("%s", path) << QByteArray(path) << fields;
        };
        row("health", {u"status"_s, u"websocket_clients"_s});
        row("audio/sinks", {u"sinks"_s, u"default_sink"_s});
        row("audio/sink-inputs", {u"sink_inputs"_s});
        row("playback/status", {u"state"_s, u"time_position"_s});
        row("players", {u"players"_s});
        row("players/assignments", {u"assignments"_s});
        row("radio/streams", {u"streams"_s});
        row("bluetooth/devices", {u"available"_s, u"devices"_s});
        row("bluetooth/keep-alive/status", {u"enabled"_s, u"interval"_s, u"enabled_sinks"_s});
        row("audio/sink/default", {u"default_sink"_s});
        row("audio/volume", {u"volume"_s, u"muted"_s});
        row("audio/sink/segue.desk/volume", {u"volume"_s, u"muted"_s});
        row("audio/sink/TV%20%28living%20room%29%2Fx/volume", {u"volume"_s});
        row("audio/combined-sinks", {u"combined_sinks"_s});
    }
    void everythingCanBeRead()
    {
        QFETCH(QByteArray, path);
        QFETCH(QStringList, fields);
        for (const bool playing : {false, true}) {
            if (playing)
                QCOMPARE(ask(m_hub->port(), "POST /api/v1/session/play", firstTrack).status, 200);
            const QJsonObject json = get(path);
            for (const QString &field : fields)
                QVERIFY2(json.contains(field), qPrintable(field));
            QCOMPARE(nulls(json), QString());
        }
    }

    void shapes()
    {
        QCOMPARE(ask(m_hub->port(), "POST /api/v1/session/play", firstTrack).status, 200);
        const QJsonObject sinks = get("audio/sinks");
        QStringList names;
        QStringList descriptions;
        for (const auto &entry : sinks.value("sinks"_L1).toArray()) {
            const QJsonObject one = entry.toObject();
            names.append(one.value("name"_L1).toString());
            descriptions.append(one.value("description"_L1).toString());
            QVERIFY(!names.last().isEmpty() && !descriptions.last().isEmpty());
            const QString state = one.value("state"_L1).toString();
            QVERIFY(state == "RUNNING"_L1 || state == "IDLE"_L1 || state == "SUSPENDED"_L1);
            QVERIFY(one.value("volume"_L1).toDouble(-1) >= 0 && one.value("volume"_L1).toDouble() <= 1);
            QVERIFY(one.value("muted"_L1).isBool() && one.value("is_default"_L1).isBool());
            QVERIFY(one.value("index"_L1).isDouble());
        }
        QVERIFY(names.contains(sinks.value("default_sink"_L1).toString()));
        QCOMPARE(QSet<QString>(descriptions.begin(), descriptions.end()).size(), descriptions.size());

        QStringList players;
        for (const auto &entry : get("players").value("players"_L1).toArray()) {
            players.append(entry.toObject().value("id"_L1).toString());
            QVERIFY(entry.toObject().value("current_track"_L1).isObject());
        }
        const QJsonObject assignments = get("players/assignments").value("assignments"_L1).toObject();
        for (const QString &name : names)
            QVERIFY2(players.contains(assignments.value(name).toString()), qPrintable(name));
        for (const QString &name : names)
            QVERIFY(!players.contains(name));
        for (const auto &entry : get("audio/sink-inputs").value("sink_inputs"_L1).toArray())
            QVERIFY(entry.toObject().value("name"_L1).isString());
        QVERIFY(get("radio/streams").value("streams"_L1).isObject());
        const QJsonObject status = get("playback/status");
        QCOMPARE(status.value("track"_L1).toObject().value("length"_L1).toInt(), 200'000);
        const double position = status.value("time_position"_L1).toDouble();
        QCOMPARE(position, double(qint64(position)));
    }

    void aSinkIsPlayed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addRow("the session") << u"segue"_s;
        QTest::addRow("an output") << u"segue.desk"_s;
    }
    void aSinkIsPlayed()
    {
        QFETCH(QString, name);
        QCOMPARE(ask(m_hub->port(), "POST /api/v1/session/play", firstTrack).status, 200);
        post(name, "pause");
        QCOMPARE(stateOf(name), u"paused"_s); // at once
        post(name, "play");
        QCOMPARE(stateOf(name), u"playing"_s);
        post(name, "next");
        QCOMPARE(get("playback/status").value("track"_L1).toObject().value("uri"_L1).toString(),
                 u"segue:track/2"_s);
        post(name, "previous");
        QCOMPARE(get("playback/status").value("track"_L1).toObject().value("name"_L1).toString(),
                 u"Track 1"_s);
        post(name, "stop");
        QCOMPARE(stateOf(name), u"paused"_s);
        QCOMPARE(get("playback/status").value("time_position"_L1).toInt(-1), 0);
    }
    void aForeignSinkIsPlayed()
    {
        post(livingEncoded, "play");
        QCOMPARE(stateOf(living), u"playing"_s);
        QCOMPARE(get("playback/status").value("player"_L1).toString(), u"player1"_s);
        post(livingEncoded, "stop");
        QCOMPARE(stateOf(living), u"stopped"_s);
        const HttpAnswer refused =
            ask(m_hub->port(), "POST /api/playback/sink/" + livingEncoded.toLatin1() + "/next", emptyBody);
        QCOMPARE(refused.status, 409);
        QVERIFY(refused.body.contains("cannot do that"));
    }
    void anotherOutputPlaysAlong()
    {
        NativeClient tv;
        tv.open(m_hub->port());
        tv.say(Native::Join{.device = u"tv"_s, .name = u"TV"_s, .output = true, .active = false});
        QTRY_VERIFY(sink(u"segue.tv"_s).contains("name"_L1));
        QCOMPARE(stateOf(u"segue.tv"_s), u"stopped"_s);
        QCOMPARE(ask(m_hub->port(), "POST /api/v1/session/play", firstTrack).status, 200);
        post(u"segue.tv"_s, "play");
        QCOMPARE(stateOf(u"segue.tv"_s), u"playing"_s);
        QCOMPARE(stateOf(u"segue.desk"_s), u"playing"_s);
        post(u"segue.tv"_s, "stop"); // one of two
        QCOMPARE(stateOf(u"segue.tv"_s), u"stopped"_s);
        QCOMPARE(stateOf(u"segue.desk"_s), u"playing"_s);
        QCOMPARE(send("audio/sink/default", {{"sink_name"_L1, "segue.tv"_L1}}).status, 200);
        QCOMPARE(stateOf(u"segue.desk"_s), u"stopped"_s);
        QCOMPARE(get("audio/sinks").value("default_sink"_L1).toString(), u"segue.tv"_s);
        tv.socket().close();
        QTRY_COMPARE(sink(u"segue.tv"_s).value("state"_L1).toString(), u"SUSPENDED"_s); // but it stays
    }

    void volumes()
    {
        QCOMPARE(send("audio/sink/segue.desk/volume", {{"volume"_L1, 0.3}}).status, 200);
        QCOMPARE(sink(u"segue.desk"_s).value("volume"_L1).toDouble(), 0.3);
        QCOMPARE(send("audio/sink/segue/mute", {{"mute"_L1, true}}).status, 200);
        QCOMPARE(sink(u"segue.desk"_s).value("muted"_L1).toBool(), true);
        const QByteArray far = "audio/sink/" + livingEncoded.toLatin1();
        QCOMPARE(send(far + "/volume", {{"volume"_L1, 0.7}}).status, 200);
        QCOMPARE(sink(living).value("volume"_L1).toDouble(), 0.7);
        QCOMPARE(send(far + "/mute", {{"mute"_L1, true}}).status, 200);
        QCOMPARE(sink(living).value("muted"_L1).toBool(), true);
        QCOMPARE(send("audio/sink-input/4/volume", {{"volume"_L1, 0.2}}).status, 200);
        QCOMPARE(get("audio/sink-inputs")
                     .value("sink_inputs"_L1)
                     .toArray()
                     .last()
                     .toObject()
                     .value("volume"_L1)
                     .toDouble(),
                 0.2);
        QCOMPARE(send("audio/volume", {{"volume"_L1, 0.6}}).status, 200);
        QCOMPARE(get("audio/volume").value("volume"_L1).toDouble(), 0.6);
    }

    void everythingIsPaused()
    {
        QCOMPARE(ask(m_hub->port(), "POST /api/v1/session/play", firstTrack).status, 200);
        post(livingEncoded, "play");
        QCOMPARE(ask(m_hub->port(), "POST /api/playback/pause-all", emptyBody).status, 200);
        QCOMPARE(stateOf(u"segue"_s), u"paused"_s);
        QCOMPARE(stateOf(living), u"paused"_s);
        QCOMPARE(ask(m_hub->port(), "POST /api/playback/stop-all", emptyBody).status, 200);
        QCOMPARE(stateOf(living), u"stopped"_s);
    }

    void playersAreToldByThemselves()
    {
        const auto tell = [this](const QByteArray &what, const QJsonObject &json = {}) {
            return ask(m_hub->port(), "POST /api/players/" + what, json).status;
        };
        QCOMPARE(tell("player1/play"), 200);
        QCOMPARE(stateOf(living), u"playing"_s);
        QCOMPARE(tell("player1/pause"), 200);
        QCOMPARE(stateOf(living), u"paused"_s);
        QCOMPARE(tell("player1/seek", {{"position_ms"_L1, 1000}}), 409); // not this one
        QCOMPARE(tell("player1/seek", {{"position_ms"_L1, -1}}), 400);
        QCOMPARE(tell("player1/volume"), 400);
        QCOMPARE(tell("player1/volume", {{"volume"_L1, 2}}), 400);
        QCOMPARE(tell("nobody/play"), 404);
        QCOMPARE(ask(m_hub->port(), "POST /api/v1/session/play", firstTrack).status, 200);
        QCOMPARE(tell("session/seek", {{"position_ms"_L1, 50'000}}), 200);
        QVERIFY(get("playback/status").value("time_position"_L1).toInt() >= 50'000);
        QCOMPARE(tell("session/pause"), 200);
        QCOMPARE(stateOf(u"segue"_s), u"paused"_s);
    }

    void isTakenFromAPlayer()
    {
        const auto take = [this](const QByteArray &player) {
            return ask(m_hub->port(), "POST /api/players/" + player + "/take").status;
        };
        QCOMPARE(take("nobody"), 404);
        QCOMPARE(take("session"), 409);
        QCOMPARE(take("player1"), 409); // it plays nothing
        QCOMPARE(send("radio/play_url", {{"url"_L1, "tidal:2"_L1}, {"sink"_L1, living}}).status, 200);
        QCOMPARE(take("player1"), 409); // nothing of ours
        QCOMPARE(stateOf(living), u"playing"_s); // and it goes on
        QCOMPARE(send("radio/play_url", {{"url"_L1, "spotify:track:1"_L1}, {"sink"_L1, living}}).status, 200);
        QCOMPARE(take("player1"), 200);
        QCOMPARE(stateOf(living), u"paused"_s);
        QCOMPARE(stateOf(u"segue"_s), u"playing"_s);
        QCOMPARE(get("playback/status").value("track"_L1).toObject().value("uri"_L1).toString(),
                 u"segue:track/3"_s);
    }

    void radio()
    {
        QCOMPARE(get("radio/streams").value("streams"_L1).toObject().value("One"_L1).toString(),
                 u"http://one.example/"_s);
        QCOMPARE(send("radio/play", {{"stream"_L1, "One"_L1}}).status, 200);
        QCOMPARE(uri(), u"segue:track/2"_s);
        QCOMPARE(
            send("radio/play_url", {{"url"_L1, "segue:track/3"_L1}, {"sink"_L1, "segue.desk"_L1}}).status,
            200);
        QCOMPARE(uri(), u"segue:track/3"_s);
        QCOMPARE(send("radio/play", {{"stream"_L1, "One"_L1}, {"sink"_L1, living}}).status, 200);
        QCOMPARE(stateOf(living), u"playing"_s);
        QCOMPARE(send("radio/play_url", {{"url"_L1, "spotify:track:1"_L1}, {"sink"_L1, living}}).status, 200);
        QCOMPARE(send("radio/stream", {{"name"_L1, "New"_L1}, {"url"_L1, "http://new.example/"_L1}}).status,
                 200);
        QVERIFY(get("radio/streams").value("streams"_L1).toObject().contains("New"_L1));
        QCOMPARE(ask(m_hub->port(), "DELETE /api/radio/stream/Two%20%2F%20Zwei").status, 200);
        QVERIFY(!get("radio/streams").value("streams"_L1).toObject().contains("Two / Zwei"_L1));
    }

    void assigning()
    {
        QCOMPARE(send("players/assign", {{"player"_L1, "session"_L1}, {"sink"_L1, living}}).status, 200);
        QCOMPARE(get("players/assignments").value("assignments"_L1).toObject().value(living).toString(),
                 u"session"_s);
    }

    void whatIsRefused_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QJsonObject>("json");
        QTest::addColumn<int>("status");
        const auto row = [](const char *line, const QJsonObject &json, int status) {
            QTest::addRow("%s %d", line, int(json.size())) << QByteArray(line) << json << status;
        };
        row("POST /api/playback/sink/nowhere/play", {}, 404);
        row("POST /api/playback/play", {}, 409); // nothing to play yet
        row("POST /api/audio/sink/nowhere/volume", {{"volume"_L1, 0.5}}, 404);
        row("POST /api/audio/sink/segue.desk/volume", {}, 400);
        row("POST /api/audio/sink/segue.desk/volume", {{"volume"_L1, 1.5}}, 400);
        row("POST /api/audio/sink/segue.desk/mute", {{"mute"_L1, 1}}, 400);
        row("POST /api/audio/sink/default", {{"sink_name"_L1, "nowhere"_L1}}, 404);
        row("POST /api/audio/sink-input/99/volume", {{"volume"_L1, 0.5}}, 404);
        row("POST /api/audio/sink-input/x/mute", {{"mute"_L1, true}}, 404);
        row("POST /api/players/assign", {{"player"_L1, "nobody"_L1}, {"sink"_L1, "segue"_L1}}, 404);
        row("POST /api/radio/play", {{"stream"_L1, "Three"_L1}}, 404);
        row("POST /api/radio/play_url", {{"url"_L1, "file:///etc/passwd"_L1}}, 400);
        row("POST /api/radio/play_url", {{"url"_L1, "http://127.0.0.1:1/"_L1}}, 403);
        row("POST /api/radio/play_url", {{"url"_L1, "http://localhost:1/"_L1}}, 403);
        row("POST /api/radio/play_url", {{"url"_L1, "http://[::1]:1/"_L1}}, 403);
        row("POST /api/radio/play_url", {{"url"_L1, "http://169.254.169.254/latest/"_L1}}, 403);
        row("POST /api/radio/play_url", {{"url"_L1, "file:///etc/passwd"_L1}, {"sink"_L1, living}}, 400);
        row("POST /api/audio/stereo-pair", {{"name"_L1, "a"_L1}}, 400);
        row("POST /api/audio/stereo-pair",
            {{"name"_L1, "a"_L1}, {"left_sink"_L1, "nowhere"_L1}, {"right_sink"_L1, living}}, 404);
        row("POST /api/audio/stereo-pair",
            {{"name"_L1, "a"_L1},
             {"left_sink"_L1, "segue"_L1},
             {"right_sink"_L1, "segue.desk"_L1},
             {"x"_L1, 1}},
            409);
        row("DELETE /api/audio/stereo-pair/a", {}, 404);
        row("DELETE /api/audio/combined-sink/nowhere", {}, 404);
        row("POST /api/bluetooth/scan", {{"duration"_L1, 10}}, 501);
        row("POST /api/bluetooth/pair", {{"address"_L1, "00:11"_L1}}, 501);
        row("POST /api/bluetooth/keep-alive/start", {}, 501);
        row("DELETE /api/bluetooth/keep-alive/sink", {}, 501);
        row("POST /api/tts/speak", {{"message"_L1, "hello"_L1}}, 501);
        row("GET /api/tts/settings", {}, 501);
        row("PUT /api/audio/sinks", {}, 405);
    }
    void whatIsRefused()
    {
        QFETCH(QByteArray, line);
        QFETCH(QJsonObject, json);
        const HttpAnswer answer =
            json.isEmpty() ? ask(m_hub->port(), line, emptyBody) : ask(m_hub->port(), line, json);
        QTEST(answer.status, "status");
        QVERIFY(answer.head.contains("Content-Type: application/json"));
        QVERIFY(answer.json().contains("error"_L1));
    }

    void whoMay()
    {
        QCOMPARE(ask(m_hub->port(), "GET /api/audio/sinks", asStranger).status, 401);
        QCOMPARE(ask(m_hub->port(), "POST /api/playback/pause-all", asStranger).status, 401);
        const QByteArray listener = "Authorization: Bearer listener-1\r\n";
        QCOMPARE(ask(m_hub->port(), "GET /api/audio/sinks", listener).status, 200);
        QCOMPARE(ask(m_hub->port(), "POST /api/playback/pause-all", listener).status, 403);
        QCOMPARE(ask(m_hub->port(), "POST /api/playback/pause-all", "Origin: http://evil.example\r\n").status,
                 403);
    }

    void aDeviceThatDoesNotAnswer()
    {
        NativeClient tv;
        tv.open(m_hub->port());
        tv.say(Native::Join{
            .device = u"tv"_s, .name = u"TV"_s, .output = true, .volume = {.percent = 50, .muted = false}});
        QTRY_VERIFY(sink(u"segue.tv"_s).contains("name"_L1));
        const HttpAnswer answer = send("audio/sink/segue.tv/volume", {{"volume"_L1, 0.3}});
        QCOMPARE(answer.status, 409);
        QVERIFY(answer.body.contains("has not answered"));
    }

private:
    static constexpr auto emptyBody = "Content-Type: application/octet-stream\r\nContent-Length: 0\r\n";

    [[nodiscard]] QJsonObject get(const QByteArray &path) const
    {
        const HttpAnswer answer = ask(m_hub->port(), "GET /api/" + path);
        if (answer.status != 200 || answer.header("Content-Type") != "application/json")
            qWarning() << path << answer.status << answer.head;
        return answer.status == 200 ? answer.json() : QJsonObject();
    }
    [[nodiscard]] HttpAnswer send(const QByteArray &path, const QJsonObject &json) const
    {
        return ask(m_hub->port(), "POST /api/" + path, json);
    }
    void post(const QString &sink, const QByteArray &action) const
    {
        const HttpAnswer answer =
            ask(m_hub->port(), "POST /api/playback/sink/" + sink.toLatin1() + '/' + action, emptyBody);
        QVERIFY2(answer.status == 200, answer.body);
        QCOMPARE(answer.header("Content-Type"), QByteArray("application/json"));
        QVERIFY(!answer.json().isEmpty());
    }
    [[nodiscard]] QJsonObject sink(const QString &name) const
    {
        for (const auto &entry : get("audio/sinks").value("sinks"_L1).toArray())
            if (entry.toObject().value("name"_L1).toString() == name)
                return entry.toObject();
        return {};
    }
    /// As an integration derives it.
    [[nodiscard]] QString stateOf(const QString &name) const
    {
        const QString id =
            get("players/assignments").value("assignments"_L1).toObject().value(name).toString();
        for (const auto &entry : get("players").value("players"_L1).toArray())
            if (entry.toObject().value("id"_L1).toString() == id)
                return entry.toObject().value("state"_L1).toString();
        return {};
    }
    [[nodiscard]] QString uri() const
    {
        return get("playback/status").value("track"_L1).toObject().value("uri"_L1).toString();
    }

    std::unique_ptr<TestHub> m_hub;
    std::unique_ptr<NativeClient> m_desk;
    Native::Volume m_wish;
};

QTEST_GUILESS_MAIN(tst_HubLas)
#include "tst_hub_las.moc"
