// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/mopidyjob.h"

#include "sync/limits.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Sync::Sources {

using std::chrono::milliseconds;

namespace {

constexpr milliseconds aroundTheWishedPlace{2000}; // a stream jumps to where it can

/// Whether it is so already: then it must not be said, for Mopidy begins a track that plays anew and calls a
/// stopped one paused.
struct NeedsNothing {
    const PlayerFacts &facts;

    bool operator()(const Play &) const { return facts.state == PlaybackState::Playing; }
    bool operator()(const Pause &) const { return facts.state != PlaybackState::Playing; }
    bool operator()(const Stop &) const { return facts.state == PlaybackState::Stopped; }
    template <typename Other> bool operator()(const Other &) const { return false; }
};

/// What speaks against it from the start.
struct Refusal {
    const MopidyMirror &mirror;

    [[nodiscard]] QString emptyList() const
    {
        // What plays may be known before its list is.
        return mirror.tracklistLength() == 0 && !mirror.facts().track
            ? u"%1 has nothing to play."_s.arg(mirror.facts().name)
            : QString();
    }
    QString operator()(const Play &) const { return emptyList(); }
    QString operator()(const Next &) const { return emptyList(); }
    QString operator()(const Previous &) const { return emptyList(); }
    QString operator()(const Seek &seek) const
    {
        const auto &track = mirror.facts().track;
        if (!track)
            return u"%1 plays nothing to seek in."_s.arg(mirror.facts().name);
        if (!track->length)
            return u"%1 cannot seek in what it plays."_s.arg(mirror.facts().name);
        if (seek.position < milliseconds(0) || seek.position > *track->length)
            return u"What %1 plays lasts %2 ms."_s.arg(mirror.facts().name).arg(track->length->count());
        return {};
    }
    QString operator()(const SetVolume &volume) const
    {
        return volume.percent && (*volume.percent < 0 || *volume.percent > Limits::loudest)
            ? u"A volume is 0 to %1."_s.arg(Limits::loudest)
            : QString();
    }
    template <typename Other> QString operator()(const Other &) const { return {}; }
};

struct IsDone {
    const MopidyMirror &mirror;
    const HubTime now;
    const int turnsBefore;

    bool operator()(const Play &) const { return mirror.facts().state == PlaybackState::Playing; }
    bool operator()(const Pause &) const { return mirror.facts().state != PlaybackState::Playing; }
    bool operator()(const Stop &) const { return mirror.facts().state == PlaybackState::Stopped; }
    bool operator()(const Next &) const { return mirror.turns() != turnsBefore; }
    bool operator()(const Previous &) const { return mirror.turns() != turnsBefore; }
    bool operator()(const Seek &seek) const
    {
        return std::chrono::abs(mirror.positionAt(now) - seek.position) <= aroundTheWishedPlace;
    }
    bool operator()(const PlayUrl &play) const
    {
        const PlayerFacts &facts = mirror.facts();
        return facts.state == PlaybackState::Playing && facts.track && facts.track->uri == play.url;
    }
    template <typename Other> bool operator()(const Other &) const { return true; }
};

struct Why {
    const QString &player;

    QString operator()(const Play &) const { return u"%1 did not begin to play."_s.arg(player); }
    QString operator()(const PlayUrl &play) const
    {
        return u"%1 did not begin to play %2."_s.arg(player, play.url);
    }
    // At either end of the list there is nothing to go to.
    QString operator()(const Next &) const { return {}; }
    QString operator()(const Previous &) const { return {}; }
    QString operator()(const Seek &) const { return u"%1 cannot seek in what it plays."_s.arg(player); }
    template <typename Other> QString operator()(const Other &) const
    {
        return u"%1 did not do it in time."_s.arg(player);
    }
};
} // namespace

MopidyJob::Step MopidyJob::begin(const MopidyMirror &mirror)
{
    m_turnsBefore = mirror.turns();
    const QList<Mopidy::Call> calls = Mopidy::callsFor(m_command);
    if (std::visit(NeedsNothing{mirror.facts()}, m_command))
        return Over{};
    if (calls.isEmpty())
        return Over{u"%1 is a Mopidy and cannot do that."_s.arg(m_player)};
    if (const QString reason = std::visit(Refusal{mirror}, m_command); !reason.isEmpty())
        return Over{reason};
    return Say{calls};
}

MopidyJob::Step MopidyJob::hear(const QList<Mopidy::Answer> &answers)
{
    for (const Mopidy::Answer &answer : answers)
        if (!answer.error.isEmpty())
            return Over{u"%1 refuses: %2."_s.arg(m_player, answer.error)};
    const bool saysNo = std::ranges::any_of(answers, [](const auto &one) { return one.result == false; });
    if (saysNo && std::holds_alternative<SetVolume>(m_command))
        return Over{u"%1 has no volume that can be set."_s.arg(m_player)};
    if (saysNo)
        return Over{whyNot()};
    const auto *play = std::get_if<PlayUrl>(&m_command);
    if (!play || m_isOnList)
        return Wait{};
    const auto place = Mopidy::placeOf(answers.last().result);
    if (!place)
        return Over{u"%1 knows no way to play %2."_s.arg(m_player, play->url)};
    if (play->length && !std::exchange(m_isCorrected, true))
        if (const auto calls = Mopidy::correction(answers.last().result, *play->length); !calls.isEmpty())
            return Say{calls};
    m_isOnList = true;
    return Say{{Mopidy::playCall(*place)}};
}

MopidyJob::Step MopidyJob::look(const MopidyMirror &mirror, HubTime now) const
{
    if (std::visit(IsDone{mirror, now, m_turnsBefore}, m_command))
        return Over{};
    return Wait{};
}

QString MopidyJob::whyNot() const { return std::visit(Why{m_player}, m_command); }

} // namespace Sync::Sources
