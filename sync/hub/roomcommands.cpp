// SPDX-License-Identifier: Apache-2.0
#include "sync/hub/room.h"

#include "sync/limits.h"

using namespace Qt::StringLiterals;

namespace Sync {

namespace {

QString sentence(Refusal refusal)
{
    switch (refusal) {
    case Refusal::NoTrack:
        return u"no track has been started yet"_s;
    case Refusal::NoContext:
        return u"the first track must say where it is from"_s;
    case Refusal::NoSuchItem:
        return u"the queue does not have this item any more"_s;
    case Refusal::LastTrack:
        return u"this is the last track"_s;
    case Refusal::QueueFull:
        return u"the queue holds at most %1 tracks"_s.arg(Limits::queueItems);
    case Refusal::NothingToUndo:
        return u"there is nothing to undo"_s;
    case Refusal::NothingToRedo:
        return u"there is nothing to redo"_s;
    case Refusal::NothingChosen:
        return u"one device at least has to sound"_s;
    case Refusal::NoSuchDevice:
        return u"this device is not here"_s;
    case Refusal::NoOutput:
        return u"this device makes no sound"_s;
    case Refusal::NoVolume:
        return u"the volume of this device cannot be set from elsewhere"_s;
    case Refusal::NoName:
        return u"this device says nothing it could be known again by"_s;
    }
    Q_UNREACHABLE();
}

Native::Fault faultOf(QLatin1StringView command, Refusal refusal, QLatin1StringView field = {})
{
    return {.command = command, .field = field, .reason = sentence(refusal)};
}

} // namespace

Room::Outcome Room::perform(const Native::Command &command, ConnectionId asker)
{
    const qint64 revision = m_ledger.session().revision();
    Outcome fault = std::visit([this](const auto &what) { return carryOut(what); }, command);
    if (m_ledger.session().revision() != revision)
        (void)m_ledger.session().chooseSomeone(asker, now());
    if (std::holds_alternative<Native::ChooseOutputs>(command))
        m_handoverAsker = asker;
    mindHandover();
    return fault;
}

Room::Outcome Room::attempt(QLatin1StringView command,
                            const std::function<std::optional<Refusal>(Session &)> &change,
                            QLatin1StringView field)
{
    const std::optional<Refusal> refusal = change(m_ledger.session());
    return refusal ? std::optional(faultOf(command, *refusal, field)) : std::nullopt;
}

Room::Outcome Room::unlessAt(const std::optional<qint64> &revision, QLatin1StringView command) const
{
    if (!m_ledger.session().player())
        return faultOf(command, Refusal::NoTrack);
    if (!revision || *revision == m_ledger.session().revision())
        return std::nullopt;
    return Native::Fault{.command = command,
                         .field = u"rev"_s,
                         .reason = u"field 'rev' is %1, but the session is at %2"_s.arg(*revision).arg(
                             m_ledger.session().revision())};
}

Room::Outcome Room::carryOut(const Native::Play &play)
{
    const NewTrack track{.trackId = play.trackId,
                         .fromIs = play.context.fromIs,
                         .fromIsId = play.context.fromIsId,
                         .position = play.position,
                         .duration = durationOf(play.trackId),
                         .at = soon()};
    return attempt(play.type, [&](Session &session) {
        return session.play(track, play.tracks.value_or(m_tracks.tracksOf(m_owner.user, play.context)));
    });
}

Room::Outcome Room::carryOut(const Native::PlayItem &play)
{
    return attempt(play.type, [&](Session &session) -> std::optional<Refusal> {
        const auto item = session.queue().item(play.item);
        if (!item)
            return Refusal::NoSuchItem;
        goTo(*item, soon());
        return std::nullopt;
    });
}

Room::Outcome Room::carryOut(const Native::Pause &pause)
{
    return attempt(pause.type, [&](Session &session) { return session.apply(Sync::Pause{.at = now()}); });
}

Room::Outcome Room::carryOut(const Native::Resume &resume)
{
    return attempt(resume.type, [&](Session &session) { return session.apply(Sync::Resume{.at = soon()}); });
}

Room::Outcome Room::carryOut(const Native::Seek &seek)
{
    return attempt(seek.type, [&](Session &session) {
        return session.apply(ChangePosition{.position = seek.position, .at = soon()});
    });
}

Room::Outcome Room::carryOut(const Native::Next &next)
{
    if (Outcome fault = unlessAt(next.revision, next.type))
        return fault;
    return attempt(next.type, [&](Session &session) -> std::optional<Refusal> {
        session.startNewRound();
        const auto item = session.next();
        if (!item)
            return Refusal::LastTrack;
        goTo(*item, soon());
        return std::nullopt;
    });
}

Room::Outcome Room::carryOut(const Native::Previous &previous)
{
    if (Outcome fault = unlessAt(previous.revision, previous.type))
        return fault;
    return attempt(previous.type, [&](Session &session) -> std::optional<Refusal> {
        if (const auto item = session.previous(now()))
            goTo(*item, soon());
        else
            return session.apply(ChangePosition{.position = std::chrono::milliseconds(0), .at = soon()});
        return std::nullopt;
    });
}

Room::Outcome Room::carryOut(const Native::SetModes &modes)
{
    return attempt(modes.type, [&](Session &session) -> std::optional<Refusal> {
        session.setModes(modes);
        return std::nullopt;
    });
}

void Room::goTo(const QueueItem &item, HubTime at)
{
    m_ledger.session().goTo(item, durationOf(item.track), at);
}

HubTime Room::soon() { return now() + m_ledger.session().startsAhead(); }

Native::QueueChange Room::queueSince(std::optional<qint64> revision, const QList<QueueItem> &items) const
{
    return {.revision = m_ledger.session().queueRevision(),
            .since = revision,
            .splice = spliceBetween(items, m_ledger.session().queue().items()),
            .canUndo = m_ledger.session().canUndo(),
            .canRedo = m_ledger.session().canRedo()};
}

} // namespace Sync
