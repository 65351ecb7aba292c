// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/followcommands.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Sync::Sources {

namespace {

using Found = std::variant<FollowRequest, QString>;

struct RequestFor {
    const FollowMirror &mirror;
    bool isSegue;

    [[nodiscard]] static FollowRequest post(const QByteArray &path,
                                            const std::optional<QJsonObject> &body = std::nullopt)
    {
        return {.verb = "POST", .path = "/api/" + path, .body = body};
    }
    [[nodiscard]] QString theirs(const QString &ours) const { return mirror.theirName(ours).value_or(ours); }
    [[nodiscard]] QByteArray part(const QString &ours) const { return QUrl::toPercentEncoding(theirs(ours)); }
    [[nodiscard]] QString sinkOf(const QString &player) const
    {
        const auto all = mirror.assignments();
        QStringList sinks = all.keys(player);
        sinks.sort();
        return sinks.value(0);
    }

    /// @p verb: of `/api/playback/`.
    [[nodiscard]] FollowRequest told(const QString &player, const QByteArray &verb) const
    {
        if (isSegue)
            return post("players/" + part(player) + '/' + verb);
        const QString sink = sinkOf(player);
        // Without a sink it is the one that all is about.
        return sink.isEmpty() ? post("playback/" + verb) : post("playback/sink/" + part(sink) + '/' + verb);
    }
    [[nodiscard]] Found atSink(const QString &sink, const QByteArray &what, const QJsonObject &body) const
    {
        if (!mirror.theirName(sink))
            return u"there is no sink \"%1\" at that server"_s.arg(sink);
        return post("audio/sink/" + part(sink) + '/' + what, body);
    }
    [[nodiscard]] Found atInput(quint32 input, const QByteArray &what, const QJsonObject &body) const
    {
        const auto index = mirror.theirInput(input);
        if (!index)
            return u"there is no stream %1"_s.arg(input);
        return post("audio/sink-input/" + QByteArray::number(*index) + '/' + what, body);
    }

    Found operator()(const Play &one) const { return told(one.player, "play"); }
    Found operator()(const Pause &one) const { return told(one.player, "pause"); }
    Found operator()(const Stop &one) const { return told(one.player, "stop"); }
    Found operator()(const Next &one) const { return told(one.player, "next"); }
    Found operator()(const Previous &one) const { return told(one.player, "previous"); }
    Found operator()(const Seek &one) const
    {
        if (!isSegue)
            return u"a linux-audio-server's player cannot be told where to play"_s;
        return post("players/" + part(one.player) + "/seek",
                    QJsonObject{{"position_ms"_L1, qint64(one.position.count())}});
    }
    Found operator()(const SetVolume &one) const
    {
        const QString sink = sinkOf(one.player);
        if (!isSegue && sink.isEmpty())
            return u"no sink of that server plays that player, and so it has no volume"_s;
        if (!isSegue && one.percent)
            return atSink(sink, "volume", {{"volume"_L1, *one.percent / 100.0}});
        if (!isSegue)
            return atSink(sink, "mute", {{"mute"_L1, one.muted.value_or(false)}});
        QJsonObject body;
        if (one.percent)
            body.insert("volume"_L1, *one.percent / 100.0);
        if (one.muted)
            body.insert("mute"_L1, *one.muted);
        return post("players/" + part(one.player) + "/volume", body);
    }
    Found operator()(const PlayUrl &one) const
    {
        QJsonObject body{{"url"_L1, one.url}};
        if (const QString sink = sinkOf(one.player); !sink.isEmpty())
            body.insert("sink"_L1, theirs(sink));
        return post("radio/play_url", body);
    }
    Found operator()(const PlayNext &) const
    {
        return u"what follows on a player of another server is that server's to say"_s;
    }
    Found operator()(const SetSinkVolume &one) const
    {
        return atSink(one.sink, "volume", {{"volume"_L1, one.volume}});
    }
    Found operator()(const SetSinkMute &one) const
    {
        return atSink(one.sink, "mute", {{"mute"_L1, one.muted}});
    }
    Found operator()(const SetDefaultSink &one) const
    {
        return post("audio/sink/default", QJsonObject{{"sink_name"_L1, theirs(one.sink)}});
    }
    Found operator()(const MoveInput &one) const
    {
        const auto index = mirror.theirInput(one.input);
        const auto sink = mirror.theirName(one.sink);
        if (!index || !sink)
            return u"a stream can be moved to a sink of its own server only"_s;
        return post("audio/sink-input/move",
                    QJsonObject{{"input_index"_L1, qint64(*index)}, {"sink_name"_L1, *sink}});
    }
    Found operator()(const MoveAll &one) const
    {
        return post("audio/move-all", QJsonObject{{"sink_name"_L1, theirs(one.sink)}});
    }
    Found operator()(const SetInputVolume &one) const
    {
        return atInput(one.input, "volume", {{"volume"_L1, one.volume}});
    }
    Found operator()(const SetInputMute &one) const
    {
        return atInput(one.input, "mute", {{"mute"_L1, one.muted}});
    }
    Found operator()(const Combine &one) const
    {
        QJsonArray sinks;
        for (const QString &sink : one.sinks) {
            const auto name = mirror.theirName(sink);
            if (!name)
                return u"only sinks of one server can be combined"_s;
            sinks.append(*name);
        }
        return post("audio/combined-sink", QJsonObject{{"name"_L1, theirs(one.name)}, {"sinks"_L1, sinks}});
    }
    Found operator()(const PairUp &one) const
    {
        const auto left = mirror.theirName(one.left);
        const auto right = mirror.theirName(one.right);
        if (!left || !right)
            return u"only sinks of one server can be a pair"_s;
        return post(
            "audio/stereo-pair",
            QJsonObject{{"name"_L1, theirs(one.name)}, {"left_sink"_L1, *left}, {"right_sink"_L1, *right}});
    }
    Found operator()(const Uncombine &one) const
    {
        return FollowRequest{.verb = "DELETE", .path = "/api/audio/combined-sink/" + part(one.name)};
    }
};

} // namespace

std::variant<FollowRequest, QString> requestFor(const Command &command, const FollowMirror &mirror,
                                                bool isSegue)
{
    return std::visit(RequestFor{mirror, isSegue}, command);
}

} // namespace Sync::Sources
