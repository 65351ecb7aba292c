// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/lassite.h"

#include "sync/sources/factsjson.h"
#include "sync/sources/limits.h"

#include <QJsonArray>
#include <QPromise>

#include <algorithm>
#include <limits>

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

QString decoded(const QByteArray &part) { return QString::fromUtf8(QByteArray::fromPercentEncoding(part)); }

Response done(QJsonObject json = {})
{
    json.insert("status"_L1, "ok"_L1);
    return jsonResponse(json);
}

Response outcome(const QString &sentence)
{
    return sentence.isEmpty() ? done() : errorResponse(409, "refused", sentence.toUtf8());
}

Response noSuchSink() { return errorResponse(404, "no_such_sink", "there is no sink of that name"); }

Response nothingAssigned()
{
    return errorResponse(404, "nothing_assigned", "no player that could be told so plays on this sink");
}

Response notMade(const char *what)
{
    return errorResponse(501, "not_implemented", QByteArray(what) + " is not what this hub does");
}

using Decision = std::variant<Command, Response>;

Decision unlessNone(const Household &house, const QString &sink, const Command &command)
{
    return house.sink(sink) ? Decision(command) : Decision(noSuchSink());
}

/// The command @p What to whoever plays on a sink.
template <typename What> Decision toPlayer(const QString &player)
{
    if (player.isEmpty() || isBystander(player))
        return nothingAssigned();
    return Command(What{player});
}

/// The hub's own player of a single output does what the session does.
bool isLeader(const PlayerFacts &player)
{
    return !isBystander(player.id) && SegueMirror::deviceOf(player.id).value_or(QString()).isEmpty();
}

QString readSink(Fields &fields) { return fields.text("sink_name"_L1, sinkNameBytes); }

double readVolume(Fields &fields) { return fields.number("volume"_L1, 0, 1); }

quint32 readIndex(Fields &fields)
{
    return quint32(fields.integer("input_index"_L1, 0, std::numeric_limits<quint32>::max()));
}

/// Zero is an index as well; a part that is none is nobody's.
quint32 indexIn(const QByteArray &part)
{
    bool isNumber = false;
    const quint32 index = part.toUInt(&isNumber);
    return isNumber ? index : std::numeric_limits<quint32>::max();
}

} // namespace

LasSite::LasSite(SourceSet &sources, std::shared_ptr<Jukebox> jukebox)
    : m_sources(sources)
    , m_jukebox(std::move(jukebox))
{
    addReading();
    addPlaying();
    addSinks();
    addInputs();
    addCombining();
    addRadio();
    addTaking();
    addPlayers();
    addMissing();
}

Answer LasSite::onHub(const Request &request, const Act &act)
{
    // Where nobody answers it ends with the last of its copies, unanswered.
    const auto promise = std::make_shared<QPromise<Response>>();
    promise->start();
    const Reply reply = [promise](const Response &response) {
        promise->addResult(response);
        promise->finish();
    };
    QMetaObject::invokeMethod(
        &m_sources,
        [&sources = m_sources, act, reply, user = request.caller->user] { act(sources, user, reply); },
        Qt::QueuedConnection);
    return promise->future();
}

void LasSite::show(const QByteArray &path, const Show &what)
{
    serve(Method::Get, path, Role::Listener, [this, what](const Request &request, const auto &) {
        return onHub(request, [what](SourceSet &sources, const QString &user, const Reply &reply) {
            reply(jsonResponse(what(sources.house(user))));
        });
    });
}

void LasSite::order(Method method, const QByteArray &path, const Decide &decide)
{
    serve(method, path, Role::Controller,
          [this, decide](const Request &request, const Parts &parts) -> Answer {
              auto json = request.json();
              if (auto *refused = std::get_if<Response>(&json))
                  return std::move(*refused);
              const auto act = [decide, parts, json = std::get<QJsonObject>(json)](
                                   SourceSet &sources, const QString &user, const Reply &reply) {
                  Fields fields(json);
                  const auto decision = decide(sources.house(user), parts, fields);
                  if (!fields.ok())
                      return reply(Http::badField(fields.fault()));
                  if (const auto *refused = std::get_if<Response>(&decision))
                      return reply(*refused);
                  sources.perform(user, std::get<Command>(decision)).then([reply](const QString &sentence) {
                      reply(outcome(sentence));
                  });
              };
              return onHub(request, act);
          });
}

void LasSite::addReading()
{
    show("/api/audio/sinks", sinksJson);
    show("/api/audio/sink-inputs", inputsJson);
    show("/api/players", [](const Household &house) { return playersJson(house, HubClock::now()); });
    show("/api/players/assignments", assignmentsJson);
    show("/api/playback/status", [](const Household &house) { return statusJson(house, HubClock::now()); });
    show("/api/audio/sink/default",
         [](const Household &house) { return QJsonObject{{"default_sink"_L1, house.defaultSink}}; });
    show("/api/audio/volume", [](const Household &house) {
        const SinkFacts *sink = house.sink(house.defaultSink);
        return QJsonObject{{"sink_name"_L1, house.defaultSink},
                           {"volume"_L1, sink ? sink->volume : 0.0},
                           {"muted"_L1, sink && sink->muted}};
    });
    serve(Method::Get, "/api/audio/sink/{sink}/volume", Role::Listener,
          [this](const Request &request, const Parts &parts) {
              return onHub(request,
                           [name = decoded(parts.first())](SourceSet &sources, const QString &user,
                                                           const Reply &reply) {
                               const Household house = sources.house(user);
                               const SinkFacts *sink = house.sink(name);
                               reply(sink ? jsonResponse({{"sink_name"_L1, sink->name},
                                                          {"volume"_L1, sink->volume},
                                                          {"muted"_L1, sink->muted}})
                                          : noSuchSink());
                           });
          });
    serve(Method::Get, "/api/audio/combined-sinks", Role::Listener,
          [this](const Request &request, const Parts &) {
              return onHub(request, [](SourceSet &sources, const QString &, const Reply &reply) {
                  reply(
                      jsonResponse({{"combined_sinks"_L1, QJsonArray::fromStringList(sources.combined())}}));
              });
          });
}

void LasSite::addPlaying()
{
    const auto add = [this]<typename What>(const QByteArray &name, const What &) {
        order(Method::Post, "/api/playback/sink/{sink}/" + name,
              [](const Household &house, const Parts &parts, Fields &) -> Decision {
                  const QString sink = decoded(parts.first());
                  return house.sink(sink) ? toPlayer<What>(house.assignments.value(sink)) : noSuchSink();
              });
        order(Method::Post, "/api/playback/" + name, [](const Household &house, const Parts &, Fields &) {
            return toPlayer<What>(house.mainPlayer);
        });
    };
    add("play", Play());
    add("pause", Pause());
    add("stop", Stop());
    add("next", Next());
    add("previous", Previous());
    serve(Method::Post, "/api/playback/pause-all", Role::Controller,
          [this](const Request &request, const Parts &) { return forAll(request, false); });
    serve(Method::Post, "/api/playback/stop-all", Role::Controller,
          [this](const Request &request, const Parts &) { return forAll(request, true); });
    serve(Method::Post, "/api/players/assign", Role::Controller,
          [this](const Request &request, const Parts &) { return assign(request); });
}

void LasSite::addSinks()
{
    order(Method::Post, "/api/audio/sink/{sink}/volume",
          [](const Household &house, const Parts &parts, Fields &fields) {
              const QString sink = decoded(parts.first());
              return unlessNone(house, sink, SetSinkVolume{.sink = sink, .volume = readVolume(fields)});
          });
    order(Method::Post, "/api/audio/sink/{sink}/mute",
          [](const Household &house, const Parts &parts, Fields &fields) {
              const QString sink = decoded(parts.first());
              return unlessNone(house, sink, SetSinkMute{.sink = sink, .muted = fields.flag("mute"_L1)});
          });
    order(Method::Post, "/api/audio/sink/default", [](const Household &house, const Parts &, Fields &fields) {
        const QString sink = readSink(fields);
        return unlessNone(house, sink, SetDefaultSink{.sink = sink});
    });
    order(Method::Post, "/api/audio/volume", [](const Household &house, const Parts &, Fields &fields) {
        return unlessNone(house, house.defaultSink,
                          SetSinkVolume{.sink = house.defaultSink, .volume = readVolume(fields)});
    });
    serve(Method::Post, "/api/audio/move-all", Role::Controller,
          [this](const Request &request, const Parts &) { return moveAll(request); });
}

void LasSite::addInputs()
{
    const auto unlessGone = [](const Household &house, quint32 index, const Command &command) {
        return house.input(index)
            ? Decision(command)
            : Decision(errorResponse(404, "no_such_input", "there is no stream of that number"));
    };
    order(Method::Post, "/api/audio/sink-input/{index}/volume",
          [unlessGone](const Household &house, const Parts &parts, Fields &fields) {
              const quint32 index = indexIn(parts.first());
              return unlessGone(house, index, SetInputVolume{.input = index, .volume = readVolume(fields)});
          });
    order(Method::Post, "/api/audio/sink-input/{index}/mute",
          [unlessGone](const Household &house, const Parts &parts, Fields &fields) {
              const quint32 index = indexIn(parts.first());
              return unlessGone(house, index, SetInputMute{.input = index, .muted = fields.flag("mute"_L1)});
          });
    order(Method::Post, "/api/audio/sink-input/move",
          [unlessGone](const Household &house, const Parts &, Fields &fields) {
              const MoveInput move{.input = readIndex(fields), .sink = readSink(fields)};
              return house.sink(move.sink) ? unlessGone(house, move.input, move) : Decision(noSuchSink());
          });
}

void LasSite::addCombining()
{
    order(Method::Post, "/api/audio/combined-sink",
          [](const Household &house, const Parts &, Fields &fields) -> Decision {
              const Combine combine{.name = fields.text("name"_L1, sinkNameBytes),
                                    .sinks =
                                        fields.texts("sinks"_L1, Limits::sinksRemembered, sinkNameBytes)};
              for (const QString &sink : combine.sinks)
                  if (!house.sink(sink))
                      return noSuchSink();
              return Command(combine);
          });
    order(Method::Post, "/api/audio/stereo-pair",
          [](const Household &house, const Parts &, Fields &fields) -> Decision {
              const PairUp pair{.name = fields.text("name"_L1, sinkNameBytes),
                                .left = fields.text("left_sink"_L1, sinkNameBytes),
                                .right = fields.text("right_sink"_L1, sinkNameBytes)};
              return house.sink(pair.left) ? unlessNone(house, pair.right, pair) : noSuchSink();
          });
    // Clients try one address and then the other.
    for (const char *path : {"/api/audio/combined-sink/{name}", "/api/audio/stereo-pair/{name}"})
        order(Method::Delete, path, [](const Household &house, const Parts &parts, Fields &) {
            const QString name = decoded(parts.first());
            return unlessNone(house, name, Uncombine{.name = name});
        });
}

void LasSite::addMissing()
{
    const auto missing = [this](Method method, const QByteArray &path, const char *what) {
        serve(method, path, Role::Listener,
              [what](const Request &, const Parts &) -> Answer { return notMade(what); });
    };
    serve(Method::Get, "/api/bluetooth/devices", Role::Listener,
          [](const Request &, const Parts &) -> Answer {
              return jsonResponse({{"available"_L1, false}, {"devices"_L1, QJsonArray()}});
          });
    serve(Method::Get, "/api/bluetooth/keep-alive/status", Role::Listener,
          [](const Request &, const Parts &) -> Answer {
              return jsonResponse(
                  {{"enabled"_L1, false}, {"interval"_L1, 240}, {"enabled_sinks"_L1, QJsonArray()}});
          });
    for (const char *name : {"scan", "pair", "connect", "disconnect", "connect-and-set-default",
                             "keep-alive/start", "keep-alive/stop", "keep-alive/interval", "keep-alive/sink"})
        missing(Method::Post, QByteArray("/api/bluetooth/") + name, "Bluetooth");
    missing(Method::Delete, "/api/bluetooth/keep-alive/sink", "Bluetooth");
    missing(Method::Post, "/api/tts/speak", "speech");
    missing(Method::Get, "/api/tts/settings", "speech");
    missing(Method::Post, "/api/tts/settings", "speech");
}

Answer LasSite::assign(const Request &request)
{
    struct Assignment {
        QString player;
        QString sink;
    };
    const auto read = Http::readBody(request, [](Fields &fields) {
        return Assignment{.player = fields.text("player"_L1, sinkNameBytes),
                          .sink = fields.text("sink"_L1, sinkNameBytes)};
    });
    if (const auto *refused = std::get_if<Response>(&read))
        return *refused;
    return onHub(
        request,
        [wanted = std::get<Assignment>(read)](SourceSet &sources, const QString &user, const Reply &reply) {
            const Household house = sources.house(user);
            if (!house.sink(wanted.sink))
                return reply(noSuchSink());
            if (!house.player(wanted.player))
                return reply(errorResponse(404, "no_such_player", "there is no player of that id"));
            sources.assign(wanted.sink, wanted.player);
            reply(done());
        });
}

Answer LasSite::moveAll(const Request &request)
{
    const auto read = Http::readBody(request, readSink);
    if (const auto *refused = std::get_if<Response>(&read))
        return *refused;
    return onHub(
        request,
        [sink = std::get<QString>(read)](SourceSet &sources, const QString &user, const Reply &reply) {
            const auto there = [&sources, user, sink] {
                const Household house = sources.house(user);
                return std::ranges::count(house.inputs, sink, &InputFacts::sink);
            };
            if (!sources.house(user).sink(sink))
                return reply(noSuchSink());
            const auto before = there();
            sources.perform(user, MoveAll{.sink = sink}).then([=](const QString &sentence) {
                reply(sentence.isEmpty()
                          ? done({{"moved_count"_L1, qint64(std::max<qint64>(0, there() - before))}})
                          : outcome(sentence));
            });
        });
}

Answer LasSite::forAll(const Request &request, bool stops)
{
    return onHub(request, [stops](SourceSet &sources, const QString &user, const Reply &reply) {
        QList<QFuture<QString>> orders;
        for (const PlayerFacts &player : sources.house(user).players) {
            const bool concerned =
                player.state == PlaybackState::Playing || (stops && player.state == PlaybackState::Paused);
            if (!player.online || !isLeader(player) || !concerned)
                continue;
            orders.append(sources.perform(
                user, stops ? Command(Stop{.player = player.id}) : Command(Pause{.player = player.id})));
        }
        if (orders.isEmpty())
            return reply(done());
        QtFuture::whenAll(orders.begin(), orders.end()).then([reply](const QList<QFuture<QString>> &all) {
            QString sentence;
            for (const auto &one : all)
                if (sentence.isEmpty() && one.resultCount() > 0)
                    sentence = one.result();
            reply(outcome(sentence));
        });
    });
}

} // namespace Sync::Sources
