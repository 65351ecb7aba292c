// SPDX-License-Identifier: Apache-2.0
#include "app/web/tv/playingsite.h"

#include "app/library/mp4codec.h"
#include "app/web/tv/roomdoing.h"
#include "app/web/tv/tiles.h"
#include "sync/http/media.h"
#include "sync/http/parameters.h"
#include "sync/tv/limits.h"
#include "sync/tv/tvfiles.h"
#include "sync/tv/tvpairing.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using Sync::Http::errorResponse;
using Sync::Http::jsonResponse;
using Sync::Http::Method;
using Sync::Http::Parameters;
using Sync::Tv::Addresses;
using Sync::Tv::Entry;

namespace Web::Television {

namespace {

/// What of a session the queue's page needs.
struct Playing {
    QList<Sync::QueueItem> items;
    Sync::QueueItemId current = 0;
    std::chrono::milliseconds position{0};
};

Playing playingIn(Sync::Room &room)
{
    Playing playing{.items = room.session().queue().items()};
    if (const auto &player = room.session().player()) {
        playing.current = player->item;
        playing.position = positionAt(*player, Sync::HubClock::now());
    }
    return playing;
}

/// A track, and which playing of it, that is asked for.
struct Found {
    std::optional<Sync::TrackId> track;
    std::optional<quint64> playId; ///< where it is what plays now
};

Found itemIn(const Sync::Session &session, Sync::QueueItemId id)
{
    Found found;
    if (const auto item = session.queue().item(id))
        found.track = item->track;
    const auto &player = session.player();
    if (player && player->item == id) {
        found.track = player->trackId; // also where it was taken out of the queue
        found.playId = player->playId;
    }
    return found;
}

Addresses addressesOf(const Sync::Http::Request &request)
{
    return {.base = Sync::Tv::baseOf(request), .token = request.caller ? request.tvToken : QByteArray()};
}

Sync::Tv::Codec codecOf(const QString &path)
{
    const auto codec = Sync::Tv::codecOf(path);
    return codec == Sync::Tv::Codec::Aac && Library::isAlac(path) ? Sync::Tv::Codec::Alac : codec;
}

std::optional<quint64> idOrNone(Parameters &parameters, const QByteArray &name)
{
    const quint64 id = parameters.number(name, 0, 1, Sync::maxId);
    return id == 0 ? std::nullopt : std::optional(id);
}

/// What a television without a part in the session is to do; nothing where the hub tells it anyway.
QString actionAfter(const Outcome &outcome, const Sync::Tv::Doing &doing, const Addresses &addresses)
{
    if (!outcome.byItself || doing.what == Sync::Tv::What::Pause)
        return {};
    if (doing.context)
        return u"playlist:"_s
            + addresses.of("/msx/play.json", playing(*doing.context, doing.track, doing.searched));
    if (!outcome.next)
        return u"player:stop"_s;
    const QByteArray item = QByteArray::number(outcome.next->id);
    if (outcome.queued > Sync::Limits::tvPlaylistItems) // it may not be among those that were sent
        return u"playlist:"_s + addresses.of("/msx/queue.json", "item=" + item);
    return u"player:goto:"_s + QString::fromLatin1(item);
}

} // namespace

PlayingSite::PlayingSite(Sync::Hub &hub, const QString &catalogue, const QString &directory,
                         std::shared_ptr<Web::PersonalMusic> music, std::shared_ptr<Sync::Http::Site> media)
    : m_hub(hub)
    , m_songs(catalogue, directory, std::move(music))
    , m_media(std::move(media))
{
    const auto add = [this](Method method, const QByteArray &path, auto handler) {
        serveQuery(method, path, std::nullopt, [handler](const Request &request, const auto &) -> Answer {
            if (request.caller)
                return handler(request);
            return jsonResponse(Sync::Tv::wrappedRefusal(401, tr("This TV is not let in")));
        });
    };
    serveQuery("/msx/queue.json", std::nullopt, [this](const Request &request, const auto &) -> Answer {
        if (request.caller)
            return queue(request);
        return jsonResponse(toJson(Sync::Tv::askingPage(addressesOf(request))));
    });
    add(Method::Get, "/msx/play.json", [this](const Request &request) { return play(request); });
    add(Method::Get, "/msx/resolve", [this](const Request &request) { return resolve(request); });
    add(Method::Get, "/msx/do", [this](const Request &request) { return act(request); });
    add(Method::Post, "/msx/do", [this](const Request &request) { return act(request); });
    serveQuery("/stream/{device}", Sync::Role::Listener,
               [this](const Request &request, const auto &parts) { return stream(request, parts.first()); });
}

Answer PlayingSite::queue(const Request &request)
{
    Parameters parameters(request.head.query);
    const auto version = Sync::Tv::versionIn(Sync::Tv::takeAppsOwn(parameters));
    const auto at = idOrNone(parameters, "item");
    if (auto refused = parameters.refusal())
        return *std::move(refused);
    const auto make = [this, version, at, user = request.caller->user,
                       addresses = addressesOf(request)](const Playing &playing) -> Answer {
        const auto find = [&](Sync::QueueItemId id) {
            return std::ranges::find(playing.items, id, &Sync::QueueItem::id);
        };
        auto found = find(at.value_or(playing.current));
        if (found == playing.items.end()) // another queue was played since it was chosen
            found = find(playing.current);
        const bool isThere = found != playing.items.end();
        const auto window = Sync::Tv::windowAround(isThere ? found - playing.items.begin() : 0,
                                                   playing.items.size(), Sync::Limits::tvPlaylistItems);
        QList<Entry> entries;
        for (const auto &item : playing.items.mid(window.first, window.count))
            entries.append({.id = QString::number(item.id),
                            .song = m_songs.song(user, item.track),
                            .resolve = "item=" + QByteArray::number(item.id)});
        std::optional<Sync::Tv::Beginning> beginning;
        if (isThere)
            beginning = Sync::Tv::Beginning{.id = QString::number(found->id)};
        if (isThere && found->id == playing.current)
            beginning->position = playing.position;
        auto page = Sync::Tv::playlistPage(tr("Playing now"), entries, beginning, addresses, true, version);
        page.nothing = tr("The queue is empty");
        return jsonResponse(toJson(page));
    };
    return answerLater<Playing>(m_context, askRoom<Playing>(m_hub, *request.caller, playingIn), make);
}

/// A list that a television plays on its own.
Answer PlayingSite::play(const Request &request) const
{
    Parameters parameters(request.head.query);
    const auto version = Sync::Tv::versionIn(Sync::Tv::takeAppsOwn(parameters));
    const Source source{.context = {.fromIs = parameters.text("from"),
                                    .fromIsId = parameters.number("id", 0, 0, Sync::maxId)},
                        .searched = parameters.text("q")};
    const auto track = parameters.number("track", 0, 1, Sync::maxId);
    if (auto refused = parameters.refusal())
        return *std::move(refused);
    const auto tracks = m_songs.tracksOf(request.caller->user, source);
    const qsizetype index = qMax<qsizetype>(0, tracks.indexOf(track));
    const auto window = Sync::Tv::windowAround(index, tracks.size(), Sync::Limits::tvPlaylistItems);
    QList<Entry> entries;
    for (qsizetype i = window.first; i < window.first + window.count; ++i)
        entries.append({.id = u"t%1"_s.arg(i),
                        .song = m_songs.song(request.caller->user, tracks.at(i)),
                        .resolve = "track=" + QByteArray::number(tracks.at(i))});
    auto page =
        Sync::Tv::playlistPage(tr("Playing now"), entries, Sync::Tv::Beginning{.id = u"t%1"_s.arg(index)},
                               addressesOf(request), false, version);
    page.nothing = tr("Nothing here yet");
    return jsonResponse(toJson(page));
}

std::variant<PlayingSite::Wanted, Response> PlayingSite::wantedIn(const QByteArray &query)
{
    Parameters parameters(query);
    (void)Sync::Tv::takeAppsOwn(parameters);
    const QString format = parameters.text("format");
    Wanted wanted{.item = idOrNone(parameters, "item"),
                  .track = idOrNone(parameters, "track"),
                  .playId = idOrNone(parameters, "play"),
                  .format = Sync::Http::formatNamed(format),
                  .platform = parameters.text("platform"),
                  .player = parameters.text("player")};
    if (auto refused = parameters.refusal())
        return *std::move(refused);
    if (!format.isEmpty() && !wanted.format)
        return errorResponse(400, "bad_parameter", "must be mp3, aac or opus", "format");
    return wanted;
}

/// The app asks when it is about to play something: only then it is known for which television.
Answer PlayingSite::resolve(const Request &request)
{
    const auto read = wantedIn(request.head.query);
    if (const auto *refused = std::get_if<Response>(&read))
        return *refused;
    const auto &wanted = std::get<Wanted>(read);
    if (wanted.track)
        return resolved(request, wanted, *wanted.track, std::nullopt);
    if (!wanted.item)
        return errorResponse(400, "bad_parameter", "must be an item of the queue", "item");
    const auto look = [item = *wanted.item](Sync::Room &room) { return itemIn(room.session(), item); };
    const auto make = [this, request, wanted](const Found &found) -> Answer {
        if (!found.track)
            return jsonResponse(Sync::Tv::wrappedRefusal(404, tr("The queue does not have this any more")));
        return resolved(request, wanted, *found.track, found.playId);
    };
    return answerLater<Found>(m_context, askRoom<Found>(m_hub, *request.caller, look), make);
}

Response PlayingSite::resolved(const Request &request, const Wanted &wanted, Sync::TrackId track,
                               std::optional<quint64> playId) const
{
    const QString &user = request.caller->user;
    const Addresses addresses = addressesOf(request);
    const auto song = m_songs.song(user, track);
    QJsonObject data{
        {"label"_L1,
         Sync::Tv::msxText(song.artist.isEmpty() ? song.title : u"%1 – %2"_s.arg(song.artist, song.title))}};
    if (song.albumId != 0)
        data.insert("background"_L1, addresses.of("/art/" + QByteArray::number(song.albumId), "size=512"));
    if (const auto url = m_songs.stationUrl(user, track)) {
        data.insert("url"_L1, QString::fromLatin1(url->toEncoded()));
        return jsonResponse(Sync::Tv::wrapped(data));
    }
    const Library::Media media = m_songs.mediaOf(track);
    if (media.path.isEmpty())
        return jsonResponse(Sync::Tv::wrappedRefusal(404, tr("%1 is not in this library").arg(song.title)));
    const auto &platform = Sync::Tv::platformOf(wanted.platform, wanted.player);
    QByteArray query =
        wanted.item ? "item=" + QByteArray::number(*wanted.item) : "track=" + QByteArray::number(track);
    if (playId) // another address each time, so that nothing kept of an earlier one is played
        query += "&play=" + QByteArray::number(*playId);
    if (const auto format = Sync::Tv::formatFor(platform, codecOf(media.path), media.isPart()))
        query += "&format=" + Sync::Http::nameOf(*format);
    // Which playing of it ends is known only now: a word of an earlier one that comes late is dropped.
    if (wanted.item)
        data.insert("properties"_L1,
                    QJsonObject{{Sync::Tv::completeTrigger,
                                 Sync::Tv::whenComplete(QString::number(*wanted.item), playId, addresses)}});
    const QString device = request.caller->device.isEmpty() ? u"tv"_s : request.caller->device;
    data.insert("url"_L1, addresses.of("/stream/" + device.toUtf8().toPercentEncoding(), query));
    return jsonResponse(Sync::Tv::wrapped(data));
}

Answer PlayingSite::act(const Request &request)
{
    const auto read = Sync::Tv::doingIn(request.head.query);
    if (const auto *refused = std::get_if<Response>(&read))
        return *refused;
    const auto &doing = std::get<Sync::Tv::Doing>(read);
    const Remote remote{.device = request.caller->device, .role = request.caller->role};
    // Of the other contexts the hub knows the tracks.
    const auto tracks = doing.context && doing.context->fromIs == "search"_L1
        ? m_songs.tracksOf(request.caller->user, {.context = *doing.context, .searched = doing.searched})
        : QList<Sync::TrackId>();
    const auto look = [doing, remote, tracks](Sync::Room &room) {
        return carryOut(room, doing, remote, tracks);
    };
    const auto make = [doing, addresses = addressesOf(request)](const Outcome &outcome) -> Answer {
        if (!outcome.refusal.isEmpty())
            return jsonResponse(Sync::Tv::wrappedRefusal(409, outcome.refusal));
        QJsonObject data;
        if (const QString action = actionAfter(outcome, doing, addresses); !action.isEmpty())
            data.insert("action"_L1, action);
        return jsonResponse(Sync::Tv::wrapped(data));
    };
    return answerLater<Outcome>(m_context, askRoom<Outcome>(m_hub, *request.caller, look), make);
}

/// Without an item what the device plays now, which is what its session does, as long as it is here.
Answer PlayingSite::stream(const Request &request, const QByteArray &device)
{
    const auto read = wantedIn(request.head.query);
    if (const auto *refused = std::get_if<Response>(&read))
        return *refused;
    const auto &wanted = std::get<Wanted>(read);
    if (wanted.track)
        return send(request, wanted, *wanted.track);
    struct Stream {
        bool isHere = false;
        Found found;
    };
    const QString id = QString::fromUtf8(QByteArray::fromPercentEncoding(device));
    const auto look = [id, wanted](Sync::Room &room) {
        if (wanted.item)
            return Stream{.isHere = true, .found = itemIn(room.session(), *wanted.item)};
        const auto &player = room.session().player();
        return Stream{.isHere = hasPart(room.session(), id),
                      .found = player ? Found{.track = player->trackId} : Found()};
    };
    const auto make = [this, request, wanted](const Stream &stream) -> Answer {
        if (!stream.isHere)
            return errorResponse(404, "no_such_player", "this device is not here");
        if (!stream.found.track)
            return errorResponse(404, "nothing_plays", "nothing plays, or not this any more");
        return send(request, wanted, *stream.found.track);
    };
    return answerLater<Stream>(m_context, askRoom<Stream>(m_hub, *request.caller, look), make);
}

/// As `/media/` sends it.
Answer PlayingSite::send(const Request &request, const Wanted &wanted, Sync::TrackId track)
{
    const Library::Media media = m_songs.mediaOf(track);
    auto format = wanted.format;
    if (!format && media.path.isEmpty())
        format = Sync::Http::AudioFormat::Mp3; // another hub may have it, as what is not known; all play this
    if (!format && (media.isPart() || !wanted.platform.isEmpty()))
        format = Sync::Tv::formatFor(Sync::Tv::platformOf(wanted.platform, wanted.player),
                                     codecOf(media.path), media.isPart());
    Request asked = request;
    asked.head.path = Sync::Http::mediaPath(track);
    asked.head.query = format ? "format=" + Sync::Http::nameOf(*format) : QByteArray();
    auto answer = m_media->answer(asked);
    if (auto *response = answer ? std::get_if<Response>(&*answer) : nullptr;
        response && response->status == 404)
        response->elsewhere = asked.head.path + '?' + asked.head.query;
    return answer ? *std::move(answer) : Answer(Sync::Http::noSuchTrack());
}

} // namespace Web::Television
