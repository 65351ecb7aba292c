// SPDX-License-Identifier: Apache-2.0
#include "support/hub/asking.h"
#include "support/hub/nativeclient.h"
#include "support/hub/testhub.h"
#include "support/waiting.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace Sync;
using namespace Testing;

namespace {

const QJsonObject firstTrack{{"track_id"_L1, 1}, {"from_is"_L1, "album"_L1}, {"from_is_id"_L1, 7}};
const QByteArray asListener = "Authorization: Bearer listener-1\r\n";

QJsonObject playerOf(const HttpAnswer &answer) { return answer.json().value("player"_L1).toObject(); }

QList<int> numbersOf(const HttpAnswer &answer, QLatin1StringView key)
{
    QList<int> numbers;
    for (const auto &item : answer.json().value("items"_L1).toArray())
        numbers.append(item.toObject().value(key).toInt());
    return numbers;
}

QJsonObject farewellOf(const NativeClient &client, const QString &device)
{
    return {{"device"_L1, device}, {"connection"_L1, qint64(client.last<Native::Hello>()->connection)}};
}

} // namespace

/// The session, the queue and the last word, asked for over HTTP.
class tst_HubRest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_hub = std::make_unique<TestHub>(); }

    void beforeTheFirstTrack()
    {
        const HttpAnswer session = get("session");
        QCOMPARE(session.status, 200);
        QVERIFY(!session.json().contains("player"_L1));
        QVERIFY(!session.json().value("epoch"_L1).toString().isEmpty());
        QVERIFY(session.json().value("now_us"_L1).toDouble() > 0);
        QCOMPARE(get("queue").json().value("total"_L1).toInt(-1), 0);
        for (const QByteArray name : {"pause", "resume", "next", "previous"}) {
            const HttpAnswer answer = post("session/" + name);
            QCOMPARE(answer.status, 409);
            QCOMPARE(answer.code(), u"refused"_s);
        }
    }

    void aSessionIsPlayed()
    {
        NativeClient desk;
        desk.open(m_hub->port());
        desk.join(u"desk"_s, true);
        QTRY_COMPARE(desk.revision(), 0);
        const HttpAnswer started = post("session/play", firstTrack);
        QCOMPARE(started.status, 200);
        QCOMPARE(playerOf(started).value("paused_by"_L1).toString(), u"nobody"_s);
        QCOMPARE(started.json().value("track"_L1).toObject().value("title"_L1).toString(), u"Track 1"_s);
        QTRY_VERIFY(desk.player() && desk.player()->trackId == 1);
        QCOMPARE(playerOf(post("session/seek", {{"position_ms"_L1, 30'000}})).value("position_ms"_L1).toInt(),
                 30'000);
        QCOMPARE(playerOf(post("session/next")).value("track_id"_L1).toInt(), 2);
        QCOMPARE(playerOf(post("session/previous")).value("track_id"_L1).toInt(), 1);
        QCOMPARE(playerOf(post("session/pause")).value("paused_by"_L1).toString(), u"user"_s);
        QTRY_VERIFY(desk.player()->paused());
        QCOMPARE(playerOf(post("session/resume")).value("paused_by"_L1).toString(), u"nobody"_s);
        const HttpAnswer modes = post("session/modes", {{"repeat"_L1, "all"_L1}});
        QCOMPARE(modes.json().value("modes"_L1).toObject().value("repeat"_L1).toString(), u"all"_s);
        QCOMPARE(get("session").json().value("rev"_L1), modes.json().value("rev"_L1));
        QTRY_COMPARE(double(desk.revision()), modes.json().value("rev"_L1).toDouble());
    }

    void aQueueIsEdited()
    {
        QCOMPARE(post("session/play", firstTrack).status, 200);
        QCOMPARE(numbersOf(get("queue"), "track_id"_L1), (QList{1, 2, 3}));
        QCOMPARE(numbersOf(get("queue?offset=1&limit=1"), "track_id"_L1), (QList{2}));
        const QJsonObject first = get("queue").json().value("items"_L1).toArray().at(0).toObject();
        QCOMPARE(first.value("title"_L1).toString(), u"Track 1"_s);
        QCOMPARE(first.value("from_is"_L1).toString(), u"album"_s);
        const HttpAnswer longer = post("queue/enqueue",
                                       {{"tracks"_L1, QJsonArray{9}},
                                        {"from_is"_L1, "search"_L1},
                                        {"from_is_id"_L1, 0},
                                        {"place"_L1, "next"_L1}});
        QCOMPARE(longer.json().value("total"_L1).toInt(), 4);
        QVERIFY(longer.json().value("can_undo"_L1).toBool());
        QCOMPARE(numbersOf(get("queue"), "track_id"_L1), (QList{1, 9, 2, 3}));
        const QList<int> items = numbersOf(get("queue"), "item"_L1);
        QCOMPARE(post("queue/move", {{"items"_L1, QJsonArray{items.at(1)}}, {"before"_L1, 0}}).status, 200);
        QCOMPARE(numbersOf(get("queue"), "track_id"_L1), (QList{1, 2, 3, 9}));
        QCOMPARE(post("queue/remove", {{"items"_L1, QJsonArray{items.at(2)}}}).status, 200);
        QCOMPARE(playerOf(post("session/play_item", {{"item"_L1, items.at(3)}})).value("track_id"_L1).toInt(),
                 3);
        QCOMPARE(post("queue/clear").json().value("total"_L1).toInt(), 1);
        QCOMPARE(post("queue/undo").json().value("total"_L1).toInt(), 3);
        QCOMPARE(post("queue/redo").json().value("total"_L1).toInt(), 1);
        QCOMPARE(post("queue/redo").code(), u"refused"_s);
    }

    void whoHasSeenAnotherRevisionIsRefused()
    {
        const auto revision = post("session/play", firstTrack).json().value("rev"_L1).toInt();
        QCOMPARE(fieldOf(post("session/next", {{"rev"_L1, revision - 1}}), 409), u"rev"_s);
        QCOMPARE(playerOf(post("session/next", {{"rev"_L1, revision}})).value("track_id"_L1).toInt(), 2);
        const auto queueRevision = get("queue").json().value("queue_rev"_L1).toInt();
        QCOMPARE(fieldOf(post("queue/clear", {{"queue_rev"_L1, queueRevision + 1}}), 409), u"queue_rev"_s);
        QCOMPARE(get("queue").json().value("total"_L1).toInt(), 3);
        QCOMPARE(post("queue/clear", {{"queue_rev"_L1, queueRevision}}).json().value("total"_L1).toInt(), 1);
    }

    void badBodies_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *path, const char *body, const char *field) {
            QTest::addRow("%s %s", path, body) << QByteArray(path) << QByteArray(body) << QString(field);
        };
        row("session/play", "", "track_id");
        row("session/play", R"({"track_id":"1"})", "track_id");
        row("session/play", R"({"track_id":1,"from_is":"album"})", "from_is_id");
        row("session/play", R"({"track_id":1,"from_is":"album","from_is_id":7,"tracks":[-1]})", "tracks");
        row("session/seek", R"({"position_ms":-1})", "position_ms");
        row("session/seek", R"({"position_ms":1.5})", "position_ms");
        row("session/modes", R"({"repeat":"twice"})", "repeat");
        row("session/modes", R"({"shuffle":1})", "shuffle");
        row("session/next", R"({"rev":"1"})", "rev");
        row("session/pause", "[]", "");
        row("session/pause", "{", "");
        row("queue/enqueue", R"({"tracks":[1],"from_is":"album","from_is_id":7,"place":"top"})", "place");
        row("queue/move", R"({"items":[1]})", "before");
        row("queue/remove", R"({"items":{}})", "items");
        row("queue/clear", R"({"queue_rev":-1})", "queue_rev");
    }
    void badBodies()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, body);
        const HttpAnswer answer =
            ask(m_hub->port(), "POST /api/v1/" + path, "Content-Type: application/json\r\n", body);
        const QString field = fieldOf(answer, 400);
        QTEST(field, "field");
        QVERIFY(!get("session").json().contains("player"_L1));
    }

    void badQuestions()
    {
        QCOMPARE(fieldOf(get("queue?limit=0"), 400), u"limit"_s);
        QCOMPARE(fieldOf(get("queue?limit=501"), 400), u"limit"_s);
        QCOMPARE(fieldOf(get("queue?offset=x"), 400), u"offset"_s);
        QCOMPARE(fieldOf(get("queue?colour=red"), 400), u"colour"_s);
        const HttpAnswer put = ask(m_hub->port(), "PUT /api/v1/session");
        QCOMPARE(put.status, 405);
        QCOMPARE(put.header("Allow"), QByteArray("GET, HEAD"));
        QCOMPARE(get("session/play").header("Allow"), QByteArray("POST"));
        QCOMPARE(post("session/dance").status, 404);
        QCOMPARE(
            ask(m_hub->port(), "POST /api/v1/session/pause", "Content-Type: text/plain\r\n", "{}").status,
            415);
    }

    void aListenerOnlyReads()
    {
        QCOMPARE(post("session/play", firstTrack).status, 200);
        for (const QByteArray path : {"session/pause", "session/next", "queue/clear"})
            QCOMPARE(ask(m_hub->port(), "POST /api/v1/" + path, QJsonObject{}, asListener).code(),
                     u"wrong_role"_s);
        QVERIFY(!playerOf(get("session")).isEmpty());
        QCOMPARE(
            playerOf(ask(m_hub->port(), "GET /api/v1/session", asListener)).value("paused_by"_L1).toString(),
            u"nobody"_s);
        QCOMPARE(ask(m_hub->port(), "HEAD /api/v1/queue", asListener).status, 200);
    }

    void devices()
    {
        QCOMPARE(get("devices").json().value("total"_L1).toInt(-1), 0);
        NativeClient phone;
        NativeClient desk;
        join(phone, u"phone"_s);
        join(desk, u"desk"_s);
        QCOMPARE(get("devices").json().value("total"_L1).toInt(), 2);
        const QJsonArray chosen = post("devices/outputs", {{"devices"_L1, QJsonArray{"phone"}}})
                                      .json()
                                      .value("devices"_L1)
                                      .toArray();
        for (const auto &device : chosen)
            QCOMPARE(device["active"_L1].toBool(), device["id"_L1].toString() == "phone"_L1);
        const QJsonObject nowhere{{"devices"_L1, QJsonArray{"attic"}}};
        QCOMPARE(fieldOf(post("devices/outputs", nowhere), 409), u"devices"_s);
        QCOMPARE(fieldOf(post("devices/outputs"), 400), u"devices"_s);
        const auto patch = [this](const QByteArray &device, const QJsonObject &json) {
            return ask(m_hub->port(), "PATCH /api/v1/devices/" + device, json);
        };
        const QJsonObject softer{{"volume"_L1, 30}};
        QCOMPARE(fieldOf(patch("desk", softer), 409), u"device"_s); // it has not said that it can
        phone.say(Native::SetVolume{.device = u"phone"_s, .volume = {.percent = 80}});
        QTRY_COMPARE(patch("phone", softer).status, 204);
        QTRY_VERIFY(phone.last<Native::VolumeWish>());
        QCOMPARE(patch("attic", softer).status, 404);
        QCOMPARE(ask(m_hub->port(), "PATCH /api/v1/devices/phone?x=1", softer).status, 400);
        QCOMPARE(fieldOf(patch("phone", {}), 400), u"volume"_s);
        QCOMPARE(fieldOf(patch("phone", {{"volume"_L1, 101}}), 400), u"volume"_s);
        QCOMPARE(ask(m_hub->port(), "PATCH /api/v1/devices/phone", softer, asListener).status, 403);
    }

    void aDeviceIsRenamed()
    {
        auto phone = std::make_unique<NativeClient>();
        NativeClient desk;
        join(*phone, u"phone"_s);
        join(desk, u"desk"_s);
        const auto rename = [this](const QByteArray &device, const QJsonObject &json) {
            return ask(m_hub->port(), "PATCH /api/v1/devices/" + device, json);
        };
        const auto heardName = [&desk] {
            const auto devices = desk.last<Native::Devices>().value_or(Native::Devices()).devices;
            const auto phones = std::ranges::find(devices, u"phone"_s, &Native::Device::id);
            return phones == devices.end() ? QString() : phones->name;
        };
        QTRY_COMPARE(heardName(), u"phone"_s);
        QCOMPARE(rename("phone", {{"name"_L1, " Anna's\tphone "_L1}}).status, 204);
        QTRY_COMPARE(heardName(), u"Anna's phone"_s);
        phone = std::make_unique<NativeClient>();
        join(*phone, u"phone"_s);
        QTRY_COMPARE(phone->last<Native::Devices>().value_or(Native::Devices()).devices.size(), 2);
        QCOMPARE(heardName(), u"Anna's phone"_s);
        QCOMPARE(rename("attic", {{"name"_L1, "Attic"_L1}}).status, 404);
        QCOMPARE(fieldOf(rename("phone", {{"name"_L1, " "_L1}}), 400), u"name"_s);
        QCOMPARE(fieldOf(rename("phone", {{"name"_L1, QString(200, u'x')}}), 400), u"name"_s);
        QCOMPARE(fieldOf(rename("phone", {{"name"_L1, "a"_L1}, {"muted"_L1, true}}), 400), u"muted"_s);
        QCOMPARE(ask(m_hub->port(), "PATCH /api/v1/devices/phone", {{"name"_L1, "a"_L1}}, asListener).status,
                 403);
        QCOMPARE(heardName(), u"Anna's phone"_s);
    }

    void everybodyHasASessionOfTheirOwn()
    {
        QCOMPARE(post("session/play", firstTrack).status, 200);
        const HttpAnswer other = ask(m_hub->port(), "GET /api/v1/session", "Authorization: Bearer of-2\r\n");
        QCOMPARE(other.status, 200);
        QVERIFY(!other.json().contains("player"_L1));
    }

    void leaving_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addRow("as JSON") << QByteArray("application/json");
        QTest::addRow("as sendBeacon() does") << QByteArray("text/plain;charset=UTF-8");
    }
    void leaving()
    {
        QFETCH(QByteArray, type);
        NativeClient phone;
        join(phone, u"phone"_s);
        QCOMPARE(post("session/play", firstTrack).status, 200);
        QTRY_VERIFY(phone.player());
        QJsonObject farewell = farewellOf(phone, u"phone"_s);
        farewell.insert("position_ms"_L1, 4200);
        const HttpAnswer answer = ask(m_hub->port(), "POST /api/sync/leave", "Content-Type: " + type + "\r\n",
                                      QJsonDocument(farewell).toJson());
        QCOMPARE(answer.status, 204);
        QTRY_COMPARE(phone.pausedBy(), PausedBy::User);
        QCOMPARE(phone.player()->position, std::chrono::milliseconds(4200));
        QCOMPARE(ask(m_hub->port(), "POST /api/sync/leave", farewell).status, 204); // said twice
    }

    void oneStaysOneLeaves()
    {
        NativeClient phone;
        NativeClient desk;
        join(phone, u"phone"_s);
        join(desk, u"desk"_s);
        QCOMPARE(post("session/play", firstTrack).status, 200);
        QCOMPARE(ask(m_hub->port(), "POST /api/sync/leave", farewellOf(phone, u"phone"_s)).status, 204);
        QCOMPARE(playerOf(get("session")).value("paused_by"_L1).toString(), u"nobody"_s);
    }

    void nobodyLeavesForAnother()
    {
        NativeClient phone;
        join(phone, u"phone"_s);
        QCOMPARE(post("session/play", firstTrack).status, 200);
        const QJsonObject farewell = farewellOf(phone, u"phone"_s);
        QCOMPARE(ask(m_hub->port(), "POST /api/sync/leave", farewellOf(phone, u"desk"_s)).code(),
                 u"other_device"_s);
        QCOMPARE(
            ask(m_hub->port(), "POST /api/sync/leave", farewell, "Authorization: Bearer of-2\r\n").status,
            204); // that user has no such connection
        QCOMPARE(ask(m_hub->port(), "POST /api/sync/leave", farewell, asStranger).status, 401);
        for (const QByteArray body :
             {R"({"connection":1})", R"({"device":"a b","connection":1})", R"({"device":"phone"})", "{", ""})
            QCOMPARE(ask(m_hub->port(), "POST /api/sync/leave", QByteArray(), body).status, 400);
        QCOMPARE(playerOf(get("session")).value("paused_by"_L1).toString(), u"nobody"_s);
        QCOMPARE(ask(m_hub->port(), "POST /api/sync/leave", farewell, asListener).status, 204);
        QTRY_COMPARE(phone.pausedBy(), PausedBy::User);
    }

private:
    [[nodiscard]] HttpAnswer get(const QByteArray &path) const
    {
        return ask(m_hub->port(), "GET /api/v1/" + path);
    }
    [[nodiscard]] HttpAnswer post(const QByteArray &path, const QJsonObject &json = {}) const
    {
        return ask(m_hub->port(), "POST /api/v1/" + path, json);
    }
    /// The field that @p answer, a refusal with @p status, finds fault with.
    [[nodiscard]] static QString fieldOf(const HttpAnswer &answer, int status)
    {
        return answer.status == status
            ? answer.json().value("error"_L1).toObject().value("field"_L1).toString()
            : u"status %1"_s.arg(answer.status);
    }
    void join(NativeClient &client, const QString &device) const
    {
        client.open(m_hub->port());
        client.join(device, true);
        QTRY_COMPARE(client.count<Native::State>(), 1);
    }

    std::unique_ptr<TestHub> m_hub;
};

QTEST_GUILESS_MAIN(tst_HubRest)
#include "tst_hub_rest.moc"
