// SPDX-License-Identifier: Apache-2.0
#include "sync/protocol/plainmessages.h"
#include "sync/protocol/plaintime.h"
#include "tests/unit/sync/json.h"

#include <QTest>

using namespace Sync;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

const WallTime readmeTime = parsePlainTime("2022-05-09T09:09:12+0000").value_or(WallTime());

QByteArray stamped(const char *fields)
{
    return quoted("{") + quoted(fields) + quoted(", 'time_state_update': '2022-05-09T09:09:12+0000'}");
}

QByteArray newTrackFrom(const QByteArray &context)
{
    return stamped("'type_push_state': 'new_track', 'track_id': 2, 'from_is_id': 3, 'from_is': '")
        .replace("\"from_is\": \"", "\"from_is\": \"" + context + '"');
}

} // namespace

class tst_SyncPlainMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepted_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<Plain::Message>("message");
        const auto row = [](const char *name, const QByteArray &json, auto what) {
            QTest::addRow("%s", name) << json << Plain::Message{.what = what, .stamp = readmeTime};
        };
        using Plain::NewTrack;
        using Position = Plain::ChangePosition;
        row("the README's new_track",
            stamped("'type_push_state': 'new_track', 'track_id': 2, 'from_is': 'album', 'from_is_id': 2"),
            NewTrack{.trackId = 2, .fromIs = "album", .fromIsId = 2});
        row("new_track without a context", stamped("'type_push_state': 'new_track', 'track_id': 2"),
            NewTrack{.trackId = 2});
        row("new_track with a kind only",
            stamped("'type_push_state': 'new_track', 'track_id': 2, 'from_is': 'album'"),
            NewTrack{.trackId = 2, .fromIs = "album"});
        row("new_track with an id only",
            stamped("'type_push_state': 'new_track', 'track_id': 2, 'from_is_id': 9"),
            NewTrack{.trackId = 2, .fromIsId = 9});
        row("a kind of our own", newTrackFrom("radio"),
            NewTrack{.trackId = 2, .fromIs = "radio", .fromIsId = 3});
        row("a kind of 32 bytes", newTrackFrom(QByteArray(32, 'k')),
            NewTrack{.trackId = 2, .fromIs = QString(32, 'k'), .fromIsId = 3});
        row("a kind of 32 bytes in 16 letters", newTrackFrom(QByteArray("ä").repeated(16)),
            NewTrack{.trackId = 2, .fromIs = QString(16, QChar(0xe4)), .fromIsId = 3});
        row("an empty kind", newTrackFrom(""), NewTrack{.trackId = 2, .fromIs = "", .fromIsId = 3});
        row("id 0", stamped("'type_push_state': 'new_track', 'track_id': 0"), NewTrack{});
        row("the largest id", stamped("'type_push_state': 'new_track', 'track_id': 9007199254740991"),
            NewTrack{.trackId = maxId});
        row("a whole number with a fraction", stamped("'type_push_state': 'new_track', 'track_id': 7.0"),
            NewTrack{.trackId = 7});
        row("on_pause", stamped("'type_push_state': 'on_pause'"), Plain::OnPause{});
        row("off_pause", stamped("'type_push_state': 'off_pause'"), Plain::OffPause{});
        row("change_position", stamped("'type_push_state': 'change_position', 'last_sec_position': 55"),
            Position{55s});
        row("change_position to the start",
            stamped("'type_push_state': 'change_position', 'last_sec_position': 0"), Position{0s});
        row("change_position with a fraction",
            stamped("'type_push_state': 'change_position', 'last_sec_position': 12.3456"), Position{12346ms});
        row("the whole state in an update",
            stamped("'type_push_state': 'on_pause', 'track_id': 2, 'from_is': 'album', 'from_is_id': 2, "
                    "'on_pause': false, 'last_sec_position': 4"),
            Plain::OnPause{});
        row("unknown fields", stamped("'type_push_state': 'off_pause', 'volume': {'left': [1, null]}"),
            Plain::OffPause{});
    }
    void accepted()
    {
        QFETCH(QByteArray, json);
        QFETCH(Plain::Message, message);
        const auto parsed = Plain::parse(json);
        if (const auto *error = std::get_if<ParseError>(&parsed))
            QFAIL(qPrintable(error->reason));
        QVERIFY(std::get<Plain::Message>(parsed) == message);
    }

    void serialised_data() { accepted_data(); }
    void serialised()
    {
        QFETCH(Plain::Message, message);
        const auto parsed = Plain::parse(Plain::serialize(message));
        QVERIFY(std::holds_alternative<Plain::Message>(parsed));
        QVERIFY(std::get<Plain::Message>(parsed) == message);
    }

    void refused_data();
    void refused()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, field);
        const auto parsed = Plain::parse(json);
        QVERIFY(std::holds_alternative<ParseError>(parsed));
        const auto &error = std::get<ParseError>(parsed);
        QCOMPARE(error.field, field);
        QVERIFY(!error.reason.isEmpty());
        QVERIFY2(field.isEmpty() || error.reason.contains('\'' + field + '\''), qPrintable(error.reason));
    }

    void toUpdateKeepsEveryField()
    {
        const Instant instant{.now = HubTime(500s), .wallOffset = readmeTime.time_since_epoch() - 490s};
        const auto update = Plain::toUpdate(
            {.what = Plain::NewTrack{.trackId = 2, .fromIs = "album", .fromIsId = 3}, .stamp = readmeTime},
            instant, 200s);
        const auto &track = std::get<Sync::NewTrack>(update);
        QCOMPARE(track.trackId, TrackId(2));
        QCOMPARE(track.fromIs, std::optional<QString>("album"));
        QCOMPARE(track.fromIsId, std::optional<quint64>(3));
        QCOMPARE(track.position, 0ms);
        QCOMPARE(track.duration, milliseconds(200s));
        QVERIFY(track.at == HubTime(490s));

        const auto seek =
            Plain::toUpdate({.what = Plain::ChangePosition{7s}, .stamp = readmeTime + 1s}, instant, 0ms);
        QCOMPARE(std::get<Sync::ChangePosition>(seek).position, milliseconds(7s));
        QVERIFY(std::get<Sync::ChangePosition>(seek).at == HubTime(491s));
        const auto pause = Plain::toUpdate({.what = Plain::OnPause{}, .stamp = readmeTime}, instant, 0ms);
        QVERIFY(std::get<Sync::Pause>(pause).by == PausedBy::User);
    }
};

void tst_SyncPlainMessages::refused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const QByteArray &json, const char *field) {
        QTest::addRow("%s", name) << json << QString(field);
    };
    row("nothing", "", "");
    row("not JSON", "play!", "");
    row("half an object", "{\"type_push_state\":", "");
    row("two objects", "{}{}", "");
    row("an array", "[]", "");
    row("a string", "\"on_pause\"", "");
    row("null", "null", "");
    row("broken UTF-8", stamped("'type_push_state': 'on_pause', 'x': '\xff\xfe'"), "");
    row("nested too deeply", QByteArray("[").repeated(30'000), "");
    row("empty object", "{}", "type_push_state");
    row("no type", stamped("'track_id': 2"), "type_push_state");
    row("unknown type", stamped("'type_push_state': 'next_track'"), "type_push_state");
    row("type of the hub", stamped("'type_push_state': 'no_track_state'"), "type_push_state");
    row("type in capitals", stamped("'type_push_state': 'ON_PAUSE'"), "type_push_state");
    row("type is a number", stamped("'type_push_state': 1"), "type_push_state");
    row("type is null", stamped("'type_push_state': null"), "type_push_state");
    row("type is endless", stamped("'type_push_state': 'on_pauseon_pauseon_pauseon_pauseon_pause'"),
        "type_push_state");

    row("nested data form, new_track",
        quoted(
            "{'type_push_state': 'new_track', 'data': {'track_id': 2, 'from_is': 'album', 'from_is_id': 2, "
            "'time_state_update': '2022-05-09T09:09:12Z'}}"),
        "time_state_update");
    row("nested data form, on_pause",
        quoted("{'type_push_state': 'on_pause', 'data': {'time_state_update': '2022-05-09T09:09:12Z'}}"),
        "time_state_update");
    row("no time", quoted("{'type_push_state': 'on_pause'}"), "time_state_update");
    row("time is a number", quoted("{'type_push_state': 'on_pause', 'time_state_update': 1652087352}"),
        "time_state_update");
    row("time without an offset",
        quoted("{'type_push_state': 'on_pause', 'time_state_update': '2022-05-09T09:09:12'}"),
        "time_state_update");
    row("impossible time",
        quoted("{'type_push_state': 'on_pause', 'time_state_update': '2022-02-30T09:09:12Z'}"),
        "time_state_update");
    row("endless time",
        quoted("{'type_push_state': 'on_pause', 'time_state_update': '") + QByteArray(100, '2') + "\"}",
        "time_state_update");

    row("new_track without a track",
        stamped("'type_push_state': 'new_track', 'from_is': 'album', 'from_is_id': 1"), "track_id");
    row("track id is text", stamped("'type_push_state': 'new_track', 'track_id': '2'"), "track_id");
    row("track id is null", stamped("'type_push_state': 'new_track', 'track_id': null"), "track_id");
    row("track id is negative", stamped("'type_push_state': 'new_track', 'track_id': -1"), "track_id");
    row("track id is a fraction", stamped("'type_push_state': 'new_track', 'track_id': 2.5"), "track_id");
    row("track id is 2^53", stamped("'type_push_state': 'new_track', 'track_id': 9007199254740992"),
        "track_id");
    row("track id is 2^53 + 1", stamped("'type_push_state': 'new_track', 'track_id': 9007199254740993"),
        "track_id");
    row("track id is 2^64", stamped("'type_push_state': 'new_track', 'track_id': 18446744073709551616"),
        "track_id");
    row("track id is enormous", stamped("'type_push_state': 'new_track', 'track_id': 1e300"), "track_id");
    row("context is a number", stamped("'type_push_state': 'new_track', 'track_id': 2, 'from_is': 4"),
        "from_is");
    row("context of 33 bytes", newTrackFrom(QByteArray(33, 'k')), "from_is");
    row("context of 34 bytes in 17 letters", newTrackFrom(QByteArray("ä").repeated(17)), "from_is");
    row("context id is text", stamped("'type_push_state': 'new_track', 'track_id': 2, 'from_is_id': '4'"),
        "from_is_id");
    row("context id is negative", stamped("'type_push_state': 'new_track', 'track_id': 2, 'from_is_id': -4"),
        "from_is_id");
    row("context id is a fraction",
        stamped("'type_push_state': 'new_track', 'track_id': 2, 'from_is_id': 0.5"), "from_is_id");

    row("change_position without a position", stamped("'type_push_state': 'change_position'"),
        "last_sec_position");
    row("position is negative", stamped("'type_push_state': 'change_position', 'last_sec_position': -0.001"),
        "last_sec_position");
    row("position is text", stamped("'type_push_state': 'change_position', 'last_sec_position': '5'"),
        "last_sec_position");
    row("position is longer than any track",
        stamped("'type_push_state': 'change_position', 'last_sec_position': 31622401"), "last_sec_position");
    row("position is enormous", stamped("'type_push_state': 'change_position', 'last_sec_position': 1e308"),
        "last_sec_position");

    row("a field without use is wrong: on_pause", stamped("'type_push_state': 'off_pause', 'on_pause': 1"),
        "on_pause");
    row("a field without use is wrong: track_id", stamped("'type_push_state': 'on_pause', 'track_id': '2'"),
        "track_id");
    row("a field without use is wrong: position",
        stamped("'type_push_state': 'on_pause', 'last_sec_position': true"), "last_sec_position");
}

QTEST_GUILESS_MAIN(tst_SyncPlainMessages)
#include "tst_sync_plainmessages.moc"
