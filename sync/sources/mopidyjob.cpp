// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/mopidyjob.h"

#include "sync/sources/limits.h"

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
    bool operator()(const PlayNext &next) const { return next.url.isEmpty() && next.others.isEmpty(); }
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
    QString operator()(const PlayNext &) const
    {
        return mirror.facts().track ? QString() : u"%1 plays nothing."_s.arg(mirror.facts().name);
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
    const int seeksBefore;

    bool operator()(const Play &) const { return mirror.facts().state == PlaybackState::Playing; }
    bool operator()(const Pause &) const { return mirror.facts().state != PlaybackState::Playing; }
    bool operator()(const Stop &) const { return mirror.facts().state == PlaybackState::Stopped; }
    [[nodiscard]] bool hasTurned() const
    {
        return mirror.turns() != turnsBefore || mirror.facts().state == PlaybackState::Stopped;
    }
    bool operator()(const Next &) const { return hasTurned(); }
    bool operator()(const Previous &) const { return hasTurned(); }
    /// Until it is there it says that it is: exactly at the wished place, where it stays.
    bool operator()(const Seek &seek) const
    {
        const bool isThere = mirror.seeks() != seeksBefore || mirror.facts().position != seek.position;
        return isThere && std::chrono::abs(mirror.positionAt(now) - seek.position) <= aroundTheWishedPlace;
    }
    bool operator()(const PlayUrl &play) const
    {
        const PlayerFacts &facts = mirror.facts();
        return facts.state == PlaybackState::Playing && facts.track && facts.track->uri == play.url;
    }
    template <typename Other> bool operator()(const Other &) const { return true; }
};

/// What a command puts on the list, if it does.
QString addressIn(const Command &command)
{
    if (const auto *play = std::get_if<PlayUrl>(&command))
        return play->url;
    const auto *next = std::get_if<PlayNext>(&command);
    return next ? next->url : QString();
}

/// Those that begin anew, whatever was before.
bool beginsAnew(const Command &command)
{
    return std::holds_alternative<PlayUrl>(command) || std::holds_alternative<Stop>(command);
}

struct Why {
    const QString &player;

    QString operator()(const Play &) const { return u"%1 did not begin to play."_s.arg(player); }
    QString operator()(const PlayUrl &play) const
    {
        return u"%1 did not begin to play %2."_s.arg(player, play.url);
    }
    QString operator()(const PlayNext &next) const
    {
        return u"%1 did not get to know %2."_s.arg(player, next.url);
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

bool MopidyJob::isMootBefore(const Command &later) const
{
    return beginsAnew(later) && !std::holds_alternative<SetVolume>(m_command);
}

milliseconds MopidyJob::within() const
{
    if (m_isMoot)
        return Limits::sourceMootWithin;
    return addressIn(m_command).isEmpty() ? Limits::sourceCommandWithin : Limits::sourceOpensWithin;
}

MopidyJob::Step MopidyJob::begin(const MopidyMirror &mirror)
{
    m_turnsBefore = mirror.turns();
    m_seeksBefore = mirror.seeks();
    QList<Mopidy::Call> calls = Mopidy::callsFor(m_command);
    if (std::visit(NeedsNothing{mirror.facts()}, m_command))
        return Over{};
    if (calls.isEmpty())
        return Over{u"%1 is a Mopidy and cannot do that."_s.arg(m_player)};
    if (const QString reason = std::visit(Refusal{mirror}, m_command); !reason.isEmpty())
        return Over{reason};
    if (mirror.isStuck() && std::holds_alternative<Play>(m_command))
        calls = Mopidy::callsFor(Stop{}) + calls;
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
    if (m_isOnList || addressIn(m_command).isEmpty())
        return Wait{};
    return m_isMoot ? Over{overtaken()} : putOnList(answers);
}

/// What was answered was to put it there.
MopidyJob::Step MopidyJob::putOnList(const QList<Mopidy::Answer> &answers)
{
    const auto *const play = std::get_if<PlayUrl>(&m_command);
    const auto length = play ? play->length : std::get<PlayNext>(m_command).length;
    const auto place = Mopidy::placeOf(answers.last().result);
    if (!place)
        return Over{u"%1 knows no way to play %2."_s.arg(m_player, addressIn(m_command))};
    if (length && !std::exchange(m_isCorrected, true))
        if (const auto calls = Mopidy::correction(answers.last().result, *length); !calls.isEmpty())
            return Say{calls};
    m_isOnList = true;
    return play ? Step(Say{{Mopidy::playCall(*place)}}) : Step(Wait{});
}

MopidyJob::Step MopidyJob::look(const MopidyMirror &mirror, HubTime now)
{
    const IsDone isDone{mirror, now, m_turnsBefore, m_seeksBefore};
    if (!std::visit(isDone, m_command)) {
        m_playsSince.reset();
        return Wait{};
    }
    if (!std::holds_alternative<PlayUrl>(m_command) || m_isMoot)
        return Over{};
    // It says so before there is any sound, and goes nowhere until there is. Not every station has a place.
    const HubTime since = m_playsSince.value_or(now);
    m_playsSince = since;
    const bool sounds =
        mirror.facts().position > milliseconds(0) || now - since >= Limits::sourceSoundsWithin;
    return sounds ? Step(Over{}) : Step(Wait{});
}

QString MopidyJob::whyNot() const { return m_isMoot ? overtaken() : std::visit(Why{m_player}, m_command); }

QString MopidyJob::overtaken() const { return u"%1 was told something else meanwhile."_s.arg(m_player); }

} // namespace Sync::Sources
