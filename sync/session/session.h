// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/protocol/nativemessages.h"
#include "sync/session/playerstate.h"
#include "sync/store/store.h"

#include <unordered_map>

namespace Sync {

using ConnectionId = quint64;

/// One connection as the session sees it.
struct Member {
    ConnectionId connection = 0;
    Native::Wire wire = Native::Wire::Plain;
    QString device;
    QString name;
    bool output = false;
    Native::Condition condition = Native::Condition::Idle;
    std::chrono::milliseconds error{0};
    /// The last position this output is known to have reached, and the state it was about.
    qint64 confirmedRevision = -1;
    std::chrono::milliseconds confirmed{0};
    /// Gone without a word, and last heard at this time; it keeps its place until the lease is over.
    std::optional<HubTime> lostAt;
};

/// What one user's devices share: player state, revision, and who makes the sound. A value: no socket, no
/// timer, no store; every rule is given the time. All changes of state bump the revision by one.
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
    [[nodiscard]] Record record(const Instant &instant) const;
    [[nodiscard]] QList<Native::Device> devices() const;

    /// Nothing, or why @p update was refused and nothing changed.
    std::optional<Refusal> apply(const Update &update);

    /// Adds a member; an older connection of the same native device loses its part. Answers the older one's
    /// id.
    std::optional<ConnectionId> join(Member member, const std::optional<Native::Playing> &playing,
                                     HubTime now);
    /// The plain connection that last set the music going is the session's plain output.
    void becomePlainOutput(ConnectionId connection);
    /// A sign of life of the plain output: what it computes at @p now is confirmed.
    void heardPlain(ConnectionId connection, HubTime now);
    void report(ConnectionId connection, const Native::Report &report);

    /// A member says it goes. Pauses where no other output sounds.
    void leave(ConnectionId connection, std::optional<std::chrono::milliseconds> position, HubTime now);
    /// A connection last heard at @p heard ended without a word. A sounding native output has the rest of its
    /// lease to come back.
    void lose(ConnectionId connection, HubTime heard, HubTime now);
    /// Ends the leases that are over at @p now.
    void expire(HubTime now);

private:
    using Members = std::unordered_map<ConnectionId, Member>;

    [[nodiscard]] bool soundsNow(const Member &member) const;
    [[nodiscard]] bool someoneSounds() const;
    [[nodiscard]] std::chrono::milliseconds confirmedBy(const Member &member) const;
    [[nodiscard]] std::chrono::milliseconds confirmedPosition(HubTime now) const;
    void change(const PlayerState &player);
    void remove(ConnectionId connection, std::chrono::milliseconds stoppedAt, PausedBy by, HubTime now);

    QString m_epoch;
    qint64 m_revision = 0;
    std::optional<PlayerState> m_player;
    Members m_members;
    ConnectionId m_plainOutput = 0;
};

} // namespace Sync
