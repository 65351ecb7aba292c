// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/lassite.h"
#include "sync/sources/limits.h"

#include <QPromise>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using Sync::Http::Answer;
using Sync::Http::errorResponse;
using Sync::Http::jsonResponse;
using Sync::Http::Method;
using Sync::Http::Request;
using Sync::Http::Response;

namespace Sync::Sources {

namespace {

constexpr qsizetype sinkNameBytes = 512;
constexpr qsizetype streamNameBytes = 512;

Response outcome(const QString &sentence)
{
    return sentence.isEmpty() ? jsonResponse({{"status"_L1, "ok"_L1}})
                              : errorResponse(409, "refused", sentence.toUtf8());
}

Response noRadio() { return errorResponse(501, "not_implemented", "this hub has no library"); }

/// What to play, and where; no sink: wherever music plays.
struct Wish {
    QString what;
    QString sink;
};

Wish readWish(Fields &fields, QLatin1StringView key, qsizetype bytes)
{
    return {.what = fields.text(key, bytes),
            .sink = fields.optional("sink"_L1, [&] { return fields.text("sink"_L1, sinkNameBytes); })
                        .value_or(QString())};
}

bool isOfWeb(const QUrl &url) { return url.scheme() == "http"_L1 || url.scheme() == "https"_L1; }

/// What a foreign player knows by a name of its own, and fetches from nowhere that somebody could choose.
bool isOfPlayers(const QUrl &url)
{
    constexpr std::array<QLatin1StringView, 9> schemes{"spotify"_L1,    "local"_L1,  "tidal"_L1,
                                                       "youtube"_L1,    "yt"_L1,     "bandcamp"_L1,
                                                       "soundcloud"_L1, "tunein"_L1, "m3u"_L1};
    return std::ranges::find(schemes, url.scheme()) != schemes.end();
}

} // namespace

void LasSite::addRadio()
{
    serve(Method::Get, "/api/radio/streams", Role::Listener,
          [this](const Request &request, const Parts &) -> Answer {
              QJsonObject streams;
              for (const Stream &stream :
                   m_jukebox ? m_jukebox->streams(request.caller->user) : QList<Stream>())
                  streams.insert(stream.name, stream.url.toString());
              return jsonResponse({{"streams"_L1, streams}});
          });
    serve(Method::Post, "/api/radio/play", Role::Controller,
          [this](const Request &request, const Parts &) { return playStream(request); });
    serve(Method::Post, "/api/radio/play_url", Role::Controller,
          [this](const Request &request, const Parts &) { return playUrl(request); });
    serve(Method::Post, "/api/radio/stream", Role::Controller,
          [this](const Request &request, const Parts &) { return addStream(request); });
    serve(Method::Delete, "/api/radio/stream/{name}", Role::Controller,
          [this](const Request &request, const Parts &parts) {
              return removeStream(request, QString::fromUtf8(QByteArray::fromPercentEncoding(parts.first())));
          });
}

Answer LasSite::playStream(const Request &request)
{
    if (!m_jukebox)
        return noRadio();
    const auto read = Http::readBody(
        request, [](Fields &fields) { return readWish(fields, "stream"_L1, streamNameBytes); });
    if (const auto *refused = std::get_if<Response>(&read))
        return *refused;
    const auto &wish = std::get<Wish>(read);
    const auto streams = m_jukebox->streams(request.caller->user);
    const auto stream = std::ranges::find(streams, wish.what, &Stream::name);
    if (stream == streams.end())
        return errorResponse(404, "no_such_stream", "there is no stream of that name", "stream");
    return play(request, wish.sink, stream->url, m_jukebox->stream(request.caller->user, wish.what));
}

Answer LasSite::playUrl(const Request &request)
{
    if (!m_jukebox)
        return noRadio();
    const auto read =
        Http::readBody(request, [](Fields &fields) { return readWish(fields, "url"_L1, Limits::urlBytes); });
    if (const auto *refused = std::get_if<Response>(&read))
        return *refused;
    const auto &wish = std::get<Wish>(read);
    const QUrl url(wish.what, QUrl::StrictMode);
    if (!isOfWeb(url))
        return play(request, wish.sink, url, m_jukebox->at(request.caller->user, url));
    const auto promise = std::make_shared<QPromise<Response>>();
    promise->start();
    m_urlCheck.check(url).then(
        &m_urlCheck, [this, promise, request, sink = wish.sink](const UrlCheck::Verdict &verdict) {
            const auto finish = [promise](const Response &response) {
                promise->addResult(response);
                promise->finish();
            };
            if (const auto *sentence = std::get_if<QString>(&verdict))
                return finish(errorResponse(403, "not_fetched", sentence->toUtf8(), "url"));
            const QUrl judged = std::get<QUrl>(verdict);
            Answer answer = play(request, sink, judged, m_jukebox->at(request.caller->user, judged));
            if (const auto *response = std::get_if<Response>(&answer))
                return finish(*response);
            std::get<QFuture<Response>>(answer).then(
                &m_urlCheck, [finish](const Response &response) { finish(response); });
        });
    return promise->future();
}

Answer LasSite::play(const Request &request, const QString &sink, const QUrl &url,
                     const std::variant<Native::Play, QString> &ours)
{
    return onHub(request, [=](SourceSet &sources, const QString &user, const Reply &reply) {
        const Household house = sources.house(user);
        if (!sink.isEmpty() && !house.sink(sink))
            return reply(errorResponse(404, "no_such_sink", "there is no sink of that name", "sink"));
        const QString player =
            sink.isEmpty() ? QString(SegueMirror::mainPlayer) : house.assignments.value(sink);
        const auto answer = [reply](const QString &sentence) { reply(outcome(sentence)); };
        if (SegueMirror::deviceOf(player)) {
            if (const auto *sentence = std::get_if<QString>(&ours))
                return reply(errorResponse(400, "cannot_be_played", sentence->toUtf8(), "url"));
            sources.own(user).start(std::get<Native::Play>(ours), player).then(answer);
        } else if (isBystander(player)) {
            reply(
                errorResponse(404, "nothing_assigned", "no player that could be told so plays on this sink"));
        } else if (!isOfWeb(url) && !isOfPlayers(url)) {
            reply(errorResponse(400, "cannot_be_played", "that player does not know this kind of address",
                                "url"));
        } else {
            sources.perform(user, PlayUrl{.player = player, .url = url.toString(QUrl::FullyEncoded)})
                .then(answer);
        }
    });
}

Answer LasSite::addStream(const Request &request)
{
    if (!m_jukebox)
        return noRadio();
    const auto read = Http::readBody(request, [](Fields &fields) {
        return Stream{.name = fields.text("name"_L1, streamNameBytes),
                      .url = QUrl(fields.text("url"_L1, Limits::urlBytes), QUrl::StrictMode)};
    });
    if (const auto *refused = std::get_if<Response>(&read))
        return *refused;
    return outcome(m_jukebox->addStream(request.caller->user, std::get<Stream>(read)));
}

Answer LasSite::removeStream(const Request &request, const QString &name)
{
    return m_jukebox ? outcome(m_jukebox->removeStream(request.caller->user, name)) : noRadio();
}

} // namespace Sync::Sources
