// SPDX-License-Identifier: Apache-2.0
#include "app/web/tv/roomdoing.h"

#include "sync/limits.h"
#include "sync/tv/queuelist.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using Sync::Room;
using Sync::Tv::Doing;
using Sync::Tv::What;
namespace Native = Sync::Native;

namespace Web::Television {

namespace {

using Fault = std::optional<Native::Fault>;

const Native::Device *deviceIn(const QList<Native::Device> &devices, const QString &id)
{
    const auto found = std::ranges::find_if(devices, [&](const Native::Device &device) {
        return device.id == id && device.wire == Native::Wire::Native;
    });
    return id.isEmpty() || found == devices.end() ? nullptr : &*found;
}

/// Who chooses music in front of a television wants to hear it there.
Fault soundHere(Room &room, const QString &device)
{
    const auto devices = room.session().devices();
    const Native::Device *own = deviceIn(devices, device);
    if (!own || !own->output || own->active)
        return std::nullopt;
    return room.perform(Native::ChooseOutputs{.devices = {device}});
}

Fault play(Room &room, const Doing &doing, const Remote &remote, const QList<Sync::TrackId> &tracks)
{
    if (auto fault = soundHere(room, remote.device))
        return fault;
    if (doing.context) {
        Native::Play command{.trackId = doing.track, .context = *doing.context};
        if (!tracks.isEmpty())
            command.tracks = tracks.mid(0, Sync::Limits::idsInMessage);
        return room.perform(command);
    }
    if (doing.item && (!room.session().player() || room.session().player()->item != *doing.item))
        return room.perform(Native::PlayItem{.item = *doing.item});
    return room.perform(Native::Resume{});
}

Fault change(Room &room, const Doing &doing, const Remote &remote, const QList<Sync::TrackId> &tracks)
{
    switch (doing.what) {
    case What::Play:
        return play(room, doing, remote, tracks);
    case What::Pause:
        return room.perform(Native::Pause{});
    case What::Next:
        return room.perform(Native::Next{});
    case What::Previous:
        return room.perform(Native::Previous{});
    case What::Ended:
        room.end({.playId = room.session().player()->playId});
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

/// For a television that plays the queue on its own.
std::optional<Sync::QueueItem> neighbour(const Sync::Session &session, const Doing &doing)
{
    if (!doing.item)
        return std::nullopt;
    const auto &items = session.queue().items();
    const Sync::Repeat repeat = session.modes().repeat;
    switch (doing.what) {
    case What::Previous:
        return Sync::Tv::itemBefore(items, *doing.item, repeat);
    case What::Ended:
        if (repeat == Sync::Repeat::One)
            return session.queue().item(*doing.item);
        return Sync::Tv::itemAfter(items, *doing.item, repeat);
    case What::Next:
        return Sync::Tv::itemAfter(items, *doing.item, repeat);
    case What::Play:
    case What::Pause:
        return session.queue().item(*doing.item);
    }
    Q_UNREACHABLE();
}

/// Reports of what has ended, and buttons of what is shown no more, come late where the network is slow.
bool meansSomething(const Doing &doing, const Sync::Session &session)
{
    const bool names = doing.item || doing.playId;
    if (doing.what == What::Play)
        return !doing.playId || Sync::Tv::isAboutNow({.playId = doing.playId}, session.player());
    if (doing.what == What::Ended)
        return Sync::Tv::isAboutNow(doing, session.player()) && !session.player()->paused();
    return !names || Sync::Tv::isAboutNow(doing, session.player());
}

} // namespace

bool hasPart(const Sync::Session &session, const QString &device)
{
    return deviceIn(session.devices(), device) != nullptr;
}

Outcome carryOut(Room &room, const Doing &doing, const Remote &remote, const QList<Sync::TrackId> &tracks)
{
    Outcome outcome{.byItself = !hasPart(room.session(), remote.device),
                    .queued = room.session().queue().items().size()};
    if (remote.role < Sync::Role::Controller && doing.what != What::Ended) {
        outcome.refusal = u"this device may only listen"_s;
        return outcome;
    }
    // Alone it plays a list of its own: what it begins there is nobody else's.
    if (outcome.byItself && doing.context)
        return outcome;
    if (!meansSomething(doing, room.session())) {
        outcome.next = neighbour(room.session(), doing);
        return outcome;
    }
    const auto fault = change(room, doing, remote, tracks);
    if (fault)
        outcome.refusal = fault->reason;
    const auto &player = room.session().player();
    const bool stops = doing.what == What::Ended && player && player->paused();
    if (!fault && player && !stops)
        outcome.next = room.session().queue().item(player->item);
    return outcome;
}

} // namespace Web::Television
