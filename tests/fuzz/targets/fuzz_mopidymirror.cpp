// SPDX-License-Identifier: Apache-2.0
#include "fuzzing.h"

#include "sync/limits.h"
#include "sync/sources/mopidymirror.h"

using namespace Sync;
using namespace Sync::Sources;

namespace {

/// A track begins once and ends once, and what is told of it stays within bounds.
class Watch
{
public:
    void see(const QList<Event> &events, const PlayerFacts &facts)
    {
        for (const Event &event : events) {
            if (event.event == QLatin1StringView("track_playback_started"))
                require(!std::exchange(m_plays, true));
            if (event.event == QLatin1StringView("track_playback_ended"))
                require(std::exchange(m_plays, false));
        }
        require(facts.volumePercent >= 0 && facts.volumePercent <= Limits::loudest);
        require(facts.position >= std::chrono::milliseconds(0));
        require(!facts.track || facts.track->name.size() <= Limits::sourceTextLength);
        require(!facts.track || facts.state != PlaybackState::Stopped);
    }

private:
    bool m_plays = false;
};

} // namespace

/// Each line is a message; an empty one is the end of a connection.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    MopidyMirror mirror(QStringLiteral("id"), QStringLiteral("name"));
    Watch watch;
    HubTime now{};
    for (const QByteArray &line : bytesOf(data, size).split('\n')) {
        now += std::chrono::milliseconds(100);
        if (line.isEmpty()) {
            watch.see(mirror.lose(now), mirror.facts());
            continue;
        }
        const auto parsed = Mopidy::parse(line);
        if (const auto *fault = std::get_if<ParseError>(&parsed)) {
            require(!fault->reason.isEmpty());
            continue;
        }
        const auto &message = std::get<Mopidy::Message>(parsed);
        if (const auto *said = std::get_if<Mopidy::Said>(&message)) {
            watch.see(mirror.hear(*said, now), mirror.facts());
            continue;
        }
        QList<QJsonValue> results;
        for (const Mopidy::Answer &answer : std::get<QList<Mopidy::Answer>>(message))
            results.append(answer.result);
        if (results.size() != Mopidy::snapshotCalls().size())
            continue;
        const auto snapshot = Mopidy::snapshotFrom(results);
        if (const auto *whole = std::get_if<Mopidy::Snapshot>(&snapshot))
            watch.see(mirror.take(*whole, now), mirror.facts());
    }
    return 0;
}
