// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/mopidymessages.h"

#include "sync/limits.h"
#include "sync/session/tracks.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Sync::Sources::Mopidy {

namespace {

using std::chrono::milliseconds;

constexpr qint64 mostId = qint64(maxId);

constexpr std::array<WireName<PlaybackState>, 3> states{{{PlaybackState::Stopped, "stopped"_L1},
                                                         {PlaybackState::Paused, "paused"_L1},
                                                         {PlaybackState::Playing, "playing"_L1}}};

/// A long one is cut: what a stream calls itself is no reason not to play it.
QString textIn(const QJsonObject &object, QLatin1StringView key)
{
    return object.value(key).toString().left(Limits::sourceTextLength);
}

QString artistsIn(const QJsonObject &track)
{
    constexpr qsizetype most = 16;
    QStringList names;
    const QJsonArray artists = track.value("artists"_L1).toArray();
    for (qsizetype i = 0; i < qMin(artists.size(), most); ++i)
        if (const QString name = textIn(artists.at(i).toObject(), "name"_L1); !name.isEmpty())
            names.append(name);
    return names.join(u", ");
}

milliseconds timeIn(Fields &fields, QLatin1StringView key)
{
    return milliseconds(fields.integer(key, 0, Limits::longestTrack.count()));
}

TrackFacts trackFrom(const QJsonObject &track)
{
    const double length = track.value("length"_L1).toDouble(-1);
    const bool hasLength = length > 0 && length <= double(Limits::longestTrack.count());
    return {.uri = track.value("uri"_L1).toString().left(Limits::sourceAddressLength),
            .name = textIn(track, "name"_L1),
            .artist = artistsIn(track),
            .album = textIn(track.value("album"_L1).toObject(), "name"_L1),
            .length = hasLength ? std::optional(milliseconds(qint64(length))) : std::nullopt};
}

Entry entryFrom(const QJsonObject &object, Fields &fields)
{
    Fields own(object);
    Entry entry{.tlid = own.integer("tlid"_L1, 0, mostId), .track = {}};
    const QJsonValue track = object.value("track"_L1);
    if (!track.isObject())
        own.fail("track"_L1, "is missing");
    entry.track = trackFrom(track.toObject());
    fields.adopt("tl_track"_L1, own);
    return entry;
}

Entry entryIn(const QJsonObject &event, Fields &fields)
{
    return entryFrom(event.value("tl_track"_L1).toObject(), fields);
}

/// Mopidy's own numbers may lie a little outside of the track.
milliseconds positionIn(Fields &fields) { return timeIn(fields, "time_position"_L1); }

Said saidBy(const QString &event, const QJsonObject &object, Fields &fields)
{
    if (event == "playback_state_changed"_L1)
        return StateChanged{.before = fields.choice("old_state"_L1, states),
                            .after = fields.choice("new_state"_L1, states)};
    if (event == "track_playback_started"_L1)
        return Started{.entry = entryIn(object, fields)};
    if (event == "track_playback_paused"_L1)
        return Paused{.entry = entryIn(object, fields), .position = positionIn(fields)};
    if (event == "track_playback_resumed"_L1)
        return Resumed{.entry = entryIn(object, fields), .position = positionIn(fields)};
    if (event == "track_playback_ended"_L1)
        return Ended{.entry = entryIn(object, fields), .position = positionIn(fields)};
    if (event == "seeked"_L1)
        return Seeked{.position = positionIn(fields)};
    if (event == "volume_changed"_L1)
        return VolumeChanged{.percent = int(fields.integer("volume"_L1, 0, 100))};
    if (event == "mute_changed"_L1)
        return MuteChanged{.muted = fields.flag("mute"_L1)};
    if (event == "tracklist_changed"_L1)
        return TracklistChanged{};
    if (event == "options_changed"_L1)
        return OptionsChanged{};
    return OtherEvent{};
}

QString errorIn(const QJsonObject &object)
{
    const QJsonValue error = object.value("error"_L1);
    if (!error.isObject())
        return {};
    const QString message = textIn(error.toObject(), "message"_L1);
    return message.isEmpty() ? u"an error without words"_s : message;
}

std::variant<Answer, ParseError> answerFrom(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    Fields fields(object);
    // An error about something that could not even be read is about no request of ours.
    const bool isNobodys = object.value("id"_L1).isNull() && object.contains("error"_L1);
    Answer answer{.id = isNobodys ? -1 : fields.integer("id"_L1, 0, mostId),
                  .result = object.value("result"_L1),
                  .error = errorIn(object)};
    if (!fields.ok())
        return fields.fault();
    return answer;
}

std::variant<Message, ParseError> answersFrom(const QJsonArray &array)
{
    QList<Answer> answers;
    for (const QJsonValue value : array) {
        auto answer = answerFrom(value);
        if (auto *fault = std::get_if<ParseError>(&answer))
            return std::move(*fault);
        answers.append(std::get<Answer>(std::move(answer)));
    }
    return Message(answers);
}

} // namespace

std::variant<Message, ParseError> parse(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return ParseError{.field = {}, .reason = u"not JSON: %1"_s.arg(error.errorString())};
    if (document.isArray())
        return answersFrom(document.array());
    const QJsonObject object = document.object();
    if (!object.contains("event"_L1))
        return answersFrom({object});
    Fields fields(object);
    const QString event = fields.text("event"_L1, Limits::sourceTextLength);
    const Said said = saidBy(event, object, fields);
    if (!fields.ok())
        return fields.fault();
    return Message(said);
}

QByteArray serialize(const QList<Call> &calls, qint64 firstId)
{
    QJsonArray batch;
    for (const Call &call : calls) {
        QJsonObject request{
            {"jsonrpc"_L1, u"2.0"_s}, {"id"_L1, firstId + batch.size()}, {"method"_L1, call.method}};
        if (!call.parameters.isEmpty())
            request.insert("params"_L1, call.parameters);
        batch.append(request);
    }
    return QJsonDocument(batch).toJson(QJsonDocument::Compact);
}

const QList<Call> &snapshotCalls()
{
    static const QList<Call> calls{{"core.playback.get_state"_L1, {}},
                                   {"core.playback.get_current_tl_track"_L1, {}},
                                   {"core.playback.get_time_position"_L1, {}},
                                   {"core.mixer.get_volume"_L1, {}},
                                   {"core.mixer.get_mute"_L1, {}},
                                   {"core.tracklist.get_version"_L1, {}},
                                   {"core.tracklist.get_length"_L1, {}}};
    return calls;
}

std::variant<Snapshot, ParseError> snapshotFrom(const QList<QJsonValue> &results)
{
    Q_ASSERT(results.size() == snapshotCalls().size());
    const auto &[state, current, position, volume, mute, version, length] =
        std::tie(results[0], results[1], results[2], results[3], results[4], results[5], results[6]);
    // Named so that a fault says which.
    const QJsonObject named{{"state"_L1, state}, {"position"_L1, position}, {"volume"_L1, volume},
                            {"mute"_L1, mute},   {"version"_L1, version},   {"length"_L1, length}};
    Fields fields(named);
    Snapshot snapshot{.state = fields.choice("state"_L1, states),
                      .current = std::nullopt,
                      .position = timeIn(fields, "position"_L1),
                      .percent = std::nullopt,
                      .muted = std::nullopt,
                      .tracklistVersion = fields.integer("version"_L1, 0, mostId),
                      .tracklistLength = fields.integer("length"_L1, 0, mostId)};
    if (current.isObject())
        snapshot.current = entryFrom(current.toObject(), fields);
    if (!volume.isNull())
        snapshot.percent = int(fields.integer("volume"_L1, 0, 100));
    if (!mute.isNull())
        snapshot.muted = fields.flag("mute"_L1);
    if (!fields.ok())
        return fields.fault();
    return snapshot;
}

namespace {

Call removal(const QJsonObject &criteria)
{
    return {"core.tracklist.remove"_L1, {{"criteria"_L1, criteria}}};
}

/// One overload for each command a Mopidy understands; a sound server's are none of its.
struct Calls {
    QList<Call> operator()(const Play &) const { return {{"core.playback.play"_L1, {}}}; }
    QList<Call> operator()(const Pause &) const { return {{"core.playback.pause"_L1, {}}}; }
    QList<Call> operator()(const Stop &) const { return {{"core.playback.stop"_L1, {}}}; }
    QList<Call> operator()(const Next &) const { return {{"core.playback.next"_L1, {}}}; }
    QList<Call> operator()(const Previous &) const { return {{"core.playback.previous"_L1, {}}}; }
    QList<Call> operator()(const Seek &seek) const
    {
        return {{"core.playback.seek"_L1, {{"time_position"_L1, qint64(seek.position.count())}}}};
    }
    QList<Call> operator()(const SetVolume &volume) const
    {
        QList<Call> calls;
        if (volume.percent)
            calls.append({"core.mixer.set_volume"_L1, {{"volume"_L1, *volume.percent}}});
        if (volume.muted)
            calls.append({"core.mixer.set_mute"_L1, {{"mute"_L1, *volume.muted}}});
        return calls;
    }
    // What still waits to play would come after a clear() alone, so it is stopped first.
    QList<Call> operator()(const PlayUrl &play) const
    {
        return {{"core.playback.stop"_L1, {}},
                {"core.tracklist.clear"_L1, {}},
                {"core.tracklist.add"_L1, {{"uris"_L1, QJsonArray{play.url}}}}};
    }
    QList<Call> operator()(const PlayNext &next) const
    {
        QList<Call> calls{removal({{"uri"_L1, QJsonArray::fromStringList(next.others)}})};
        if (next.others.isEmpty())
            calls.clear();
        if (!next.url.isEmpty())
            calls.append({"core.tracklist.add"_L1, {{"uris"_L1, QJsonArray{next.url}}}});
        return calls;
    }
    QList<Call> operator()(const SetSinkVolume &) const { return {}; }
    QList<Call> operator()(const SetSinkMute &) const { return {}; }
    QList<Call> operator()(const SetDefaultSink &) const { return {}; }
    QList<Call> operator()(const MoveInput &) const { return {}; }
    QList<Call> operator()(const MoveAll &) const { return {}; }
    QList<Call> operator()(const SetInputVolume &) const { return {}; }
    QList<Call> operator()(const SetInputMute &) const { return {}; }
    QList<Call> operator()(const Combine &) const { return {}; }
    QList<Call> operator()(const PairUp &) const { return {}; }
    QList<Call> operator()(const Uncombine &) const { return {}; }
};

} // namespace

QList<Call> callsFor(const Command &command) { return std::visit(Calls{}, command); }

Call playCall(qint64 tlid) { return {"core.playback.play"_L1, {{"tlid"_L1, tlid}}}; }

std::optional<qint64> placeOf(const QJsonValue &added)
{
    const qint64 tlid = added.toArray().at(0).toObject().value("tlid"_L1).toInteger(-1);
    return tlid < 0 ? std::nullopt : std::optional(tlid);
}

QList<Call> correction(const QJsonValue &added, std::chrono::milliseconds length)
{
    constexpr std::chrono::milliseconds differs{2000};
    const QJsonObject entry = added.toArray().at(0).toObject();
    QJsonObject track = entry.value("track"_L1).toObject();
    const std::chrono::milliseconds said(track.value("length"_L1).toInteger(0));
    if (track.isEmpty() || std::chrono::abs(said - length) <= differs)
        return {};
    track.insert("length"_L1, qint64(length.count()));
    return {removal({{"tlid"_L1, QJsonArray{entry.value("tlid"_L1)}}}),
            {"core.tracklist.add"_L1, {{"tracks"_L1, QJsonArray{track}}}}};
}

QLatin1StringView wordFor(PlaybackState state) { return wireName(state, states); }

QJsonObject jsonOf(const Entry &entry)
{
    QJsonObject track{{"uri"_L1, entry.track.uri}};
    if (!entry.track.name.isEmpty())
        track.insert("name"_L1, entry.track.name);
    if (!entry.track.artist.isEmpty())
        track.insert("artists"_L1, QJsonArray{QJsonObject{{"name"_L1, entry.track.artist}}});
    if (!entry.track.album.isEmpty())
        track.insert("album"_L1, QJsonObject{{"name"_L1, entry.track.album}});
    if (entry.track.length)
        track.insert("length"_L1, qint64(entry.track.length->count()));
    return {{"tlid"_L1, entry.tlid}, {"track"_L1, track}};
}

} // namespace Sync::Sources::Mopidy
