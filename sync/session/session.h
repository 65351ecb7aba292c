// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/protocol/nativemessages.h"
#include "sync/session/devicememory.h"
#include "sync/session/playerstate.h"
#include "sync/session/queuehistory.h"
#include "sync/store/store.h"

#include <unordered_map>

namespace Sync {

using ConnectionId = quint64;

/// One connection as the session sees it.
struct Member {
    ConnectionId connection = 0;
    Native::Wire wire = Native::Wire::Plain;
    QString device;
    QString name; ///< what it calls itself; the session knows what others call it
    bool output = false;
    bool active = true; ///< an output that is chosen to sound
    Native::Volume volume{};
    Native::Timing timing = Native::Timing::Loose;
    Native::Condition condition = Native::Condition::Idle;
    Native::Timekeeping time{};
    /// The last position this output is known to have reached, and the state it was about.
    qint64 confirmedRevision = -1;
    std::chrono::milliseconds confirmed{0};
    /// Gone without a word, and last heard at this time; it keeps its place until the lease is over.
    std::optional<HubTime> lostAt;
    HubTime since; ///< it is here
    QString hub; ///< the one it is connected to; empty: this one
};

/// How several hubs tell each other the times of one session.
struct SharedTimes {
    std::chrono::microseconds offset{
        0}; ///< added to a HubTime of this machine it is one of the clock they share
    std::optional<HubTime> changedAt; ///< when somebody last changed something; nothing: never yet
};

/// What the end of a track leads to: this item, paused at its start where `pauses`; the start of the same
/// track again where there is no item.
struct AfterEnd {
    std::optional<QueueItem> item;
    bool pauses = false;

    bool operator==(const AfterEnd &) const = default;
};

/// The sound is on its way to those devices. Who sounded goes on until one of them is heard.
struct Handover {
    QStringList to;
    HubTime until; ///< that one is heard; else the sound stays where it is
};

struct Adopted;

/// What one user's devices share: player state, queue, modes, revisions, and who makes the sound. A value: no
/// socket, no timer, no store; every rule is given the time. Each change of player state or modes is a new
/// revision, each change of the queue one of the queue's own, each choice or name of devices one of theirs.
class Session
{
public:
    explicit Session(QString epoch)
        : m_epoch(std::move(epoch))
    {
    }
    /// A stored session. One that was playing is paused where it was last confirmed; an output that kept
    /// sounding takes it back by join().
    static std::variant<Session, ParseError> restored(const Record &record, HubTime now);

    [[nodiscard]] const QString &epoch() const { return m_epoch; }
    [[nodiscard]] qint64 revision() const { return m_revision; }
    [[nodiscard]] const std::optional<PlayerState> &player() const { return m_player; }
    [[nodiscard]] const Queue &queue() const { return m_queue; }
    [[nodiscard]] qint64 queueRevision() const { return m_queueRevision; }
    [[nodiscard]] bool canUndo() const { return m_history.canUndo(); }
    [[nodiscard]] bool canRedo() const { return m_history.canRedo(); }
    [[nodiscard]] const Modes &modes() const { return m_modes; }
    [[nodiscard]] qint64 devicesRevision() const { return m_devicesRevision; }
    /// Grows with every change of what is stored.
    [[nodiscard]] Version version() const
    {
        return {.epoch = m_epoch, .revision = m_revision + m_queueRevision + m_devicesRevision};
    }

    // As it is stored, sessionrecord.cpp

    /// The queue is left out where not @p withQueue. @p times: where other hubs are to read it.
    [[nodiscard]] Record record(const Instant &instant, bool withQueue,
                                const std::optional<SharedTimes> &times = std::nullopt) const;
    /// This session with what another hub has stored in place of what is here; who is here stays. @p offset
    /// as in SharedTimes.
    [[nodiscard]] std::variant<Adopted, ParseError> adopting(const Record &record,
                                                             std::chrono::microseconds offset) const;
    /// This session, which is kept, with what was done to the queue of @p other since both had @p base. Its
    /// revisions are newer than those of either.
    [[nodiscard]] Session mergedWith(const Session &other, const Queue &base) const;

    /// Nothing, or why @p update was refused and nothing changed.
    std::optional<Refusal> apply(const Update &update);

    // Queue, sessionqueue.cpp

    /// Plays @p track, and queues @p tracks in place of what was queued; the track alone where it is not
    /// among them.
    std::optional<Refusal> play(const NewTrack &track, const QList<TrackId> &tracks);
    /// Plays @p track as the queue has it, from the same context; false, and nothing has changed, where it
    /// has not.
    [[nodiscard]] bool continueWith(const NewTrack &track);
    void goTo(const QueueItem &item, std::chrono::milliseconds duration, HubTime at);
    [[nodiscard]] std::optional<QueueItem> next() const;
    /// Nothing: back to the start of the same track.
    [[nodiscard]] std::optional<QueueItem> previous(HubTime now) const;
    [[nodiscard]] AfterEnd afterEnd() const;
    /// To be called before next() and afterEnd() are acted upon: a shuffled queue that starts anew is
    /// shuffled anew.
    void startNewRound();
    std::optional<Refusal> edit(const Native::Enqueue &enqueue);
    std::optional<Refusal> edit(const Native::Move &move);
    std::optional<Refusal> edit(const Native::Remove &remove);
    std::optional<Refusal> edit(const Native::Clear &clear);
    std::optional<Refusal> edit(const Native::Undo &undo);
    std::optional<Refusal> edit(const Native::Redo &redo);
    void setModes(const Native::SetModes &wanted);
    /// Where @p track is from: what it does not say is as before.
    [[nodiscard]] Context contextOf(const NewTrack &track) const;

    // Members

    /// Adds a member; an older connection of the same native device loses its part. Answers the older one's
    /// id.
    std::optional<ConnectionId> join(Member member, const std::optional<Native::Playing> &playing,
                                     HubTime now);
    [[nodiscard]] std::optional<Member> member(ConnectionId connection) const;
    /// Of the member that came in by @p connection, if it is here.
    [[nodiscard]] std::optional<QString> deviceOf(ConnectionId connection) const;
    /// The plain connection that last set the music going is the session's plain output.
    void becomePlainOutput(ConnectionId connection);
    /// A sign of life of the plain output: what it computes at @p now is confirmed.
    void heardPlain(ConnectionId connection, HubTime now);
    void report(ConnectionId connection, const Native::Report &report);

    // Who sounds, and how loud, sessiondevices.cpp

    [[nodiscard]] QList<Native::Device> devices() const;
    /// How far ahead of now a start has to lie so that all that are chosen begin together; zero where one
    /// sounds alone.
    [[nodiscard]] std::chrono::milliseconds startsAhead() const;
    /// Exactly these sound from now on. A plain output sounds on its own: naming it or not changes nothing of
    /// it.
    std::optional<Refusal> choose(const QStringList &devices, HubTime now);
    /// What has become of a hand-over, once it is over: true where the sound has moved. False where nobody is
    /// heard at the other end: those are not chosen any more. sessionhandover.cpp
    [[nodiscard]] std::optional<bool> handedOver(HubTime now) const;
    /// Ends it so.
    void endHandover(bool moved, HubTime now);
    [[nodiscard]] const std::optional<Handover> &handover() const { return m_handover; }
    /// Where music plays and none of those chosen is here any more: chooses the device of @p asker, or all
    /// outputs where that is none. False where nothing had to be chosen.
    [[nodiscard]] bool chooseSomeone(ConnectionId asker, HubTime now);
    /// From now on @p device is called @p name, also when it comes back, until it calls itself something new.
    /// @p formerly: what it calls itself, where that is known of one that is not here.
    std::optional<Refusal> rename(const QString &device, const QString &name,
                                  const std::optional<QString> &formerly);
    /// Whom to tell that somebody wishes this volume of @p device.
    [[nodiscard]] std::variant<ConnectionId, Refusal> whoSetsVolume(const QString &device,
                                                                    const Native::Volume &wish) const;
    /// What a member says of itself, what is absent stays; false, and nothing has changed, where @p device is
    /// another.
    [[nodiscard]] bool takeVolume(ConnectionId sender, const QString &device, const Native::Volume &volume);

    /// A copy for the device that came in by @p connection alone, with nobody in it yet. It plays on where
    /// that one sounds, and is paused where the music would begin out of nowhere.
    [[nodiscard]] Session aloneFor(ConnectionId connection, QString epoch, HubTime now) const;

    // Members at other hubs, sessionguests.cpp

    /// Those that are connected to this hub.
    [[nodiscard]] QList<Member> ownMembers() const;
    /// All that are connected to @p hub, as it says; whether that pauses the music is that hub's to decide.
    /// Answers the connections here whose device has moved there.
    QList<ConnectionId> setGuests(const QString &hub, const QList<Member> &members);
    /// One of those said goodbye.
    void leaveGuest(const QString &hub, ConnectionId connection,
                    std::optional<std::chrono::milliseconds> position, HubTime now);
    /// That hub, last heard at @p heard, is gone without a word.
    void loseGuests(const QString &hub, HubTime heard, HubTime now);
    /// A device sounds, here or at another hub.
    [[nodiscard]] bool isHeard() const { return someoneSounds(); }
    /// It was playing when the last hub ended, and had come as far as @p position.
    void abandon(std::chrono::milliseconds position, HubTime now);

    /// A member says it goes. Pauses where no other output sounds.
    void leave(ConnectionId connection, std::optional<std::chrono::milliseconds> position, HubTime now);
    /// A connection last heard at @p heard ended without a word. A sounding native output has the rest of its
    /// lease to come back.
    void lose(ConnectionId connection, HubTime heard, HubTime now);
    /// Ends the leases that are over at @p now.
    void expire(HubTime now);

private:
    using Members = std::unordered_map<ConnectionId, Member>;

    [[nodiscard]] bool isOutput(const Member &member) const;
    /// Which outputs that are here are to sound.
    [[nodiscard]] QList<DeviceMemory::Output> chosen() const;
    void activate(Member &member, bool active, HubTime now);
    /// It plays, and has said so.
    [[nodiscard]] bool isSounding(const Member &member) const;
    [[nodiscard]] bool handsOverTo(const QStringList &devices) const;
    void followAlone();
    [[nodiscard]] bool soundsNow(const Member &member) const;
    [[nodiscard]] bool someoneSounds() const;
    [[nodiscard]] std::chrono::milliseconds confirmedBy(const Member &member) const;
    [[nodiscard]] std::chrono::milliseconds confirmedPosition(HubTime now) const;
    void change(const PlayerState &player);
    void readRevisions(Fields &fields, qint64 otherwise);
    void takeOutputs(bool chosen);
    template <typename Change> void changeQueue(Change change);
    std::optional<Refusal> restore(const std::optional<Queue> &content, Refusal otherwise);
    [[nodiscard]] quint64 shuffleSeed() const;
    void remove(ConnectionId connection, std::chrono::milliseconds stoppedAt, PausedBy by, HubTime now);

    QString m_epoch;
    qint64 m_revision = 0;
    std::optional<PlayerState> m_player;
    Queue m_queue;
    QueueHistory m_history;
    qint64 m_queueRevision = 0;
    qint64 m_devicesRevision = 0;
    Modes m_modes;
    Members m_members;
    DeviceMemory m_memory;
    std::optional<Handover> m_handover;
    ConnectionId m_plainOutput = 0;
};

/// A session as another hub has stored it.
struct Adopted {
    Session session;
    std::optional<HubTime> changedAt; ///< when somebody last changed it
    std::optional<std::chrono::milliseconds>
        confirmed; ///< where it would go on from after all hubs have ended
};

} // namespace Sync
