// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/sources/jukebox.h"
#include "sync/sources/source.h"

inline const QString living = QStringLiteral("TV (living room)/x");
inline const QString livingEncoded = QStringLiteral("TV%20%28living%20room%29%2Fx");

/// A sound server with one sink of a difficult name, on which a player plays.
class SoundServer final : public Sync::Sources::Source
{
public:
    [[nodiscard]] QString kind() const override { return QStringLiteral("pulseaudio"); }
    [[nodiscard]] std::vector<Sync::Sources::PlayerFacts> players() const override { return {m_player}; }
    [[nodiscard]] std::vector<Sync::Sources::SinkFacts> sinks() const override { return {m_sink}; }
    [[nodiscard]] std::vector<Sync::Sources::InputFacts> inputs() const override
    {
        return {{.index = 4,
                 .name = QStringLiteral("Mopidy Player 1"),
                 .sink = living,
                 .sinkDescription = QStringLiteral("TV"),
                 .volume = m_input}};
    }
    [[nodiscard]] QFuture<QString> perform(const Sync::Sources::Command &command) override
    {
        std::visit([this](const auto &what) { carryOut(what); }, command);
        Q_EMIT happened({.source = kind(), .event = QStringLiteral("sink.change"), .player = {}, .data = {}});
        return QtFuture::makeReadyFuture(std::exchange(m_refusal, {}));
    }

private:
    void carryOut(const Sync::Sources::Play &) { m_player.state = Sync::Sources::PlaybackState::Playing; }
    void carryOut(const Sync::Sources::Pause &) { m_player.state = Sync::Sources::PlaybackState::Paused; }
    void carryOut(const Sync::Sources::Stop &) { m_player.state = Sync::Sources::PlaybackState::Stopped; }
    void carryOut(const Sync::Sources::SetSinkVolume &volume) { m_sink.volume = volume.volume; }
    void carryOut(const Sync::Sources::SetSinkMute &mute) { m_sink.muted = mute.muted; }
    void carryOut(const Sync::Sources::SetInputVolume &volume) { m_input = volume.volume; }
    void carryOut(const Sync::Sources::PlayUrl &play)
    {
        m_player.state = Sync::Sources::PlaybackState::Playing;
        m_player.track =
            Sync::Sources::TrackFacts{.uri = play.url, .name = {}, .artist = {}, .album = {}, .length = {}};
    }
    void carryOut(const auto &) { m_refusal = QStringLiteral("this sound server cannot do that"); }

    Sync::Sources::PlayerFacts m_player{.id = QStringLiteral("player1"), .name = QStringLiteral("Kitchen")};
    Sync::Sources::SinkFacts m_sink{.index = 2,
                                    .name = living,
                                    .description = QStringLiteral("TV"),
                                    .state = Sync::Sources::SinkFacts::State::Idle,
                                    .volume = 0.4,
                                    .isDefault = true};
    double m_input = 1;
    QString m_refusal;
};

/// Two stations, and every address of the web.
class Radio final : public Sync::Sources::Jukebox
{
public:
    [[nodiscard]] QList<Sync::Sources::Stream> streams(const QString &) override { return m_streams; }
    [[nodiscard]] QString addStream(const QString &, const Sync::Sources::Stream &stream) override
    {
        m_streams.append(stream);
        return {};
    }
    [[nodiscard]] QString removeStream(const QString &, const QString &name) override
    {
        const auto removed =
            m_streams.removeIf([&](const Sync::Sources::Stream &stream) { return stream.name == name; });
        return removed > 0 ? QString() : QStringLiteral("there is no such stream");
    }
    [[nodiscard]] std::variant<Sync::Native::Play, QString> stream(const QString &, const QString &) override
    {
        return playOf(2);
    }
    [[nodiscard]] std::variant<Sync::Native::Play, QString> at(const QString &, const QUrl &url) override
    {
        if (url.scheme() == QLatin1StringView("segue") || url.scheme() == QLatin1StringView("http"))
            return playOf(3);
        return QStringLiteral("this is nothing that can be played");
    }
    [[nodiscard]] std::variant<Sync::Native::Play, QString>
    same(const Sync::Sources::TrackFacts &track) override
    {
        if (track.uri == QStringLiteral("spotify:track:1"))
            return playOf(3);
        return QStringLiteral("this is not in this library");
    }

private:
    static Sync::Native::Play playOf(Sync::TrackId track)
    {
        return {.trackId = track,
                .context = {.fromIs = QStringLiteral("radio"), .fromIsId = 0},
                .position = {},
                .tracks = QList{track}};
    }
    QList<Sync::Sources::Stream> m_streams{
        {.name = QStringLiteral("One"), .url = QUrl(QStringLiteral("http://one.example/"))},
        {.name = QStringLiteral("Two / Zwei"), .url = QUrl(QStringLiteral("http://two.example/"))}};
};
