// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/seguesource.h"

#include "sync/hub/hub.h"
#include "sync/hub/queuepage.h"
#include "sync/sources/limits.h"

#include <QTimer>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Sync::Sources {

namespace {

QFuture<QString> atOnce(const QString &sentence) { return QtFuture::makeReadyFuture(sentence); }

void finish(const std::shared_ptr<QPromise<QString>> &answer, const QString &sentence)
{
    answer->addResult(sentence);
    answer->finish();
}

QString sentenceOf(const std::optional<Native::Fault> &fault) { return fault ? fault->reason : QString(); }

Native::Volume percentOf(double volume)
{
    return {.percent = int(std::lround(std::clamp(volume, 0.0, 1.0) * Limits::loudest)), .muted = {}};
}

Native::Volume muteOf(bool muted) { return {.percent = {}, .muted = muted}; }

/// Devices round on their own scale.
bool fulfils(const Native::Volume &volume, const Native::Volume &wish)
{
    return (!wish.percent || (volume.percent && std::abs(*volume.percent - *wish.percent) <= 1))
        && (!wish.muted || volume.muted == wish.muted);
}

bool fulfils(const Native::Devices &devices, const QString &id, const Native::Volume &wish)
{
    const auto device = std::ranges::find(devices.devices, id, &Native::Device::id);
    return device != devices.devices.end() && fulfils(device->volume, wish);
}

/// Few enough of it to be told to everybody.
QJsonObject queueOf(const Room &room)
{
    return queueAround(room, Limits::queueToldBefore, Limits::queueTold);
}

} // namespace

SegueSource::SegueSource(Hub &hub, QString user, const QString &name)
    : m_hub(hub)
    , m_user(std::move(user))
    , m_mirror(name)
{
    (void)command([](SegueSource &, Room &) { return QString(); });
}

/// A user's room may have ended, and be another one when somebody asks for it again.
void SegueSource::watch(Room &room)
{
    if (m_room == &room)
        return;
    m_room = &room;
    connect(&room, &Room::stateChanged, this, [this, &room] { tell(m_mirror.take(room.state())); });
    connect(&room, &Room::queueChanged, this, [this, &room] { tell(m_mirror.takeQueue(queueOf(room))); });
    connect(&room, &Room::devicesChanged, this, [this, &room] {
        tell(m_mirror.take(room.devices()));
        settle();
    });
    tell(m_mirror.take(room.state()));
    tell(m_mirror.take(room.devices()));
    tell(m_mirror.takeQueue(queueOf(room)));
}

void SegueSource::tell(const std::vector<Event> &events)
{
    for (const Event &event : events)
        Q_EMIT happened(event);
}

QJsonObject SegueSource::details() const
{
    QJsonObject all = m_mirror.details();
    if (m_room)
        all.insert("queue"_L1, queueOf(*m_room));
    return all;
}

QFuture<QString> SegueSource::perform(const Command &command)
{
    return std::visit([this](const auto &what) { return carryOut(what); }, command);
}

QFuture<QString> SegueSource::visit(Act act, Then then)
{
    // Where nobody answers it ends with the last of its copies.
    const auto answer = std::make_shared<QPromise<QString>>();
    const auto sentence = std::make_shared<QString>(); // of a change that may be made anew
    answer->start();
    m_hub.visit(
        {.user = m_user},
        [self = QPointer(this), sentence, act = std::move(act)](Room &room) {
            if (!self)
                return;
            self->watch(room);
            *sentence = act(*self, room);
        },
        [self = QPointer(this), sentence, answer, then = std::move(then)](Room &) {
            if (self && then && sentence->isEmpty())
                then(*self, answer);
            else
                finish(answer, *sentence);
        });
    return answer->future();
}

QFuture<QString> SegueSource::start(const Native::Play &play, const QString &player)
{
    const QString device = SegueMirror::deviceOf(player).value_or(QString());
    return command([play, device](SegueSource &, Room &room) {
        if (!device.isEmpty())
            if (const auto fault = room.perform(Native::ChooseOutputs{.devices = {device}}))
                return fault->reason;
        return sentenceOf(room.perform(play));
    });
}

QFuture<QString> SegueSource::choose(const QStringList &devices)
{
    return command([devices](SegueSource &, Room &room) {
        return sentenceOf(room.perform(Native::ChooseOutputs{.devices = devices}));
    });
}

QString SegueSource::unlessSounding(const QString &player) const
{
    const QString device = SegueMirror::deviceOf(player).value_or(QString());
    if (device.isEmpty() || m_mirror.activeDevices().contains(device))
        return {};
    return u"nothing is played on %1 now"_s.arg(device);
}

QFuture<QString> SegueSource::carryOut(const Play &play)
{
    const QString device = SegueMirror::deviceOf(play.player).value_or(QString());
    return command([device](SegueSource &self, Room &room) {
        QStringList active = self.m_mirror.activeDevices();
        if (!device.isEmpty() && !active.contains(device)) {
            // Where nothing sounds it is to sound here; else it is to sound here as well.
            const bool plays = room.session().player() && !room.session().player()->paused();
            active = plays ? active + QStringList{device} : QStringList{device};
            if (const auto fault = room.perform(Native::ChooseOutputs{.devices = active}))
                return fault->reason;
        }
        return sentenceOf(room.perform(Native::Resume{}));
    });
}

QFuture<QString> SegueSource::carryOut(const Pause &pause)
{
    return command([player = pause.player](SegueSource &self, Room &room) {
        return self.unlessSounding(player).isEmpty() ? sentenceOf(room.perform(Native::Pause{})) : QString();
    });
}

QFuture<QString> SegueSource::carryOut(const Stop &stop)
{
    return command([player = stop.player](SegueSource &self, Room &room) {
        const QString device = SegueMirror::deviceOf(player).value_or(QString());
        QStringList others = self.m_mirror.activeDevices();
        if (!self.unlessSounding(player).isEmpty() || !room.session().player())
            return QString(); // that is so already
        // One of several falls silent; the others go on.
        if (!device.isEmpty() && others.removeOne(device) && !others.isEmpty())
            return sentenceOf(room.perform(Native::ChooseOutputs{.devices = others}));
        if (const auto fault = room.perform(Native::Pause{}))
            return fault->reason;
        return sentenceOf(room.perform(Native::Seek{}));
    });
}

QFuture<QString> SegueSource::carryOut(const Next &next)
{
    return command([player = next.player](SegueSource &self, Room &room) {
        const QString silent = self.unlessSounding(player);
        return silent.isEmpty() ? sentenceOf(room.perform(Native::Next{})) : silent;
    });
}

QFuture<QString> SegueSource::carryOut(const Previous &previous)
{
    return command([player = previous.player](SegueSource &self, Room &room) {
        const QString silent = self.unlessSounding(player);
        return silent.isEmpty() ? sentenceOf(room.perform(Native::Previous{})) : silent;
    });
}

QFuture<QString> SegueSource::carryOut(const Seek &seek)
{
    return command([position = seek.position](SegueSource &, Room &room) {
        return sentenceOf(room.perform(Native::Seek{.position = position}));
    });
}

QFuture<QString> SegueSource::carryOut(const SetVolume &volume)
{
    const QString device = SegueMirror::deviceOf(volume.player).value_or(QString());
    const QStringList devices =
        device.isEmpty() ? m_mirror.devicesBehind(SegueMirror::mainSink) : QStringList{device};
    return wish(devices, {.percent = volume.percent, .muted = volume.muted});
}

QFuture<QString> SegueSource::carryOut(const PlayUrl &play)
{
    return atOnce(u"%1 has to be found in the library first"_s.arg(play.url));
}

QFuture<QString> SegueSource::carryOut(const PlayNext &)
{
    return atOnce(u"what comes next is in the session's queue"_s);
}

QFuture<QString> SegueSource::carryOut(const SetSinkVolume &volume)
{
    return wish(m_mirror.devicesBehind(volume.sink), percentOf(volume.volume));
}

QFuture<QString> SegueSource::carryOut(const SetSinkMute &mute)
{
    return wish(m_mirror.devicesBehind(mute.sink), muteOf(mute.muted));
}

QFuture<QString> SegueSource::carryOut(const SetDefaultSink &choice)
{
    const QString device = SegueMirror::deviceOf(choice.sink).value_or(QString());
    return device.isEmpty() ? atOnce({}) : choose({device});
}

QFuture<QString> SegueSource::carryOut(const MoveInput &move)
{
    const std::vector<InputFacts> inputs = m_mirror.inputs();
    const auto input = std::ranges::find(inputs, move.input, &InputFacts::index);
    const QString to = SegueMirror::deviceOf(move.sink).value_or(QString());
    if (input == inputs.end() || to.isEmpty())
        return atOnce(u"what sounds here can be moved to another output only"_s);
    QStringList devices = m_mirror.activeDevices();
    devices.removeOne(SegueMirror::deviceOf(input->sink).value_or(QString()));
    devices.removeOne(to);
    return choose(devices + QStringList{to});
}

QFuture<QString> SegueSource::carryOut(const MoveAll &move)
{
    return carryOut(SetDefaultSink{.sink = move.sink});
}

QFuture<QString> SegueSource::carryOut(const SetInputVolume &volume)
{
    for (const InputFacts &input : m_mirror.inputs())
        if (input.index == volume.input)
            return wish(m_mirror.devicesBehind(input.sink), percentOf(volume.volume));
    return atOnce(u"there is no such stream"_s);
}

QFuture<QString> SegueSource::carryOut(const SetInputMute &mute)
{
    for (const InputFacts &input : m_mirror.inputs())
        if (input.index == mute.input)
            return wish(m_mirror.devicesBehind(input.sink), muteOf(mute.muted));
    return atOnce(u"there is no such stream"_s);
}

QFuture<QString> SegueSource::carryOut(const Combine &combination)
{
    QStringList devices;
    for (const QString &sink : combination.sinks)
        devices.append(SegueMirror::deviceOf(sink).value_or(QString()));
    devices.removeAll(QString());
    return choose(devices);
}

QFuture<QString> SegueSource::carryOut(const PairUp &)
{
    return atOnce(u"outputs of Segue play both channels each, and cannot be a stereo pair"_s);
}

QFuture<QString> SegueSource::carryOut(const Uncombine &)
{
    return atOnce(u"outputs of Segue that play together are the sink \"segue\", which stays"_s);
}

/// Done once the devices themselves say so.
QFuture<QString> SegueSource::wish(const QStringList &devices, const Native::Volume &volume)
{
    if (devices.isEmpty())
        return atOnce(u"there is no device here whose volume could be set"_s);
    return visit(
        [devices, volume](SegueSource &, Room &room) {
            for (const QString &device : devices)
                if (const auto fault = room.wish({.device = device, .volume = volume}))
                    return fault->reason;
            return QString();
        },
        [devices, volume](SegueSource &self, const Answer &answer) {
            self.m_awaited.push_back({.devices = devices, .wish = volume, .answer = answer});
            QTimer::singleShot(Limits::deviceAnswersWithin, &self, [&self, answer] {
                if (std::erase_if(self.m_awaited, [&](const Awaited &one) { return one.answer == answer; })
                    > 0)
                    finish(answer, u"the device was told, but has not answered"_s);
            });
            self.settle();
        });
}

void SegueSource::settle()
{
    std::vector<Answer> done;
    std::erase_if(m_awaited, [&](const Awaited &awaited) {
        const bool isDone = std::ranges::all_of(awaited.devices, [&](const QString &device) {
            return fulfils(m_mirror.devices(), device, awaited.wish);
        });
        if (isDone)
            done.push_back(awaited.answer);
        return isDone;
    });
    for (const Answer &answer : done)
        finish(answer, {});
}

} // namespace Sync::Sources
