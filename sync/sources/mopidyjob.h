// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/sources/mopidymirror.h"

#include <variant>

namespace Sync::Sources {

/// One command on its way through a Mopidy, as rules: what to say to it next, and when it counts as done. A
/// value; carried by MopidyPlayer, one at a time. The next must not begin while anything of this one is still
/// to come: a Mopidy that is stopped or given another track in the middle of a seek, or of a change of track,
/// goes on with that in the new one, or says that it plays and is silent.
class MopidyJob
{
public:
    struct Say {
        QList<Mopidy::Call> calls;
    };
    struct Wait {
    };
    struct Over {
        QString reason; ///< empty: it is done
    };
    using Step = std::variant<Say, Wait, Over>;

    MopidyJob(Command command, QString player)
        : m_command(std::move(command))
        , m_player(std::move(player))
    {
    }

    /// Whether nothing is left of it once @p later has been done.
    [[nodiscard]] bool isMootBefore(const Command &later) const;
    /// Something that makes it moot waits: only what has been said already is still waited for.
    void overtake() { m_isMoot = true; }
    /// How long it may take from its beginning until it is answered, or from being overtaken; what it brings
    /// about comes within Limits::sourceCommandWithin then.
    [[nodiscard]] std::chrono::milliseconds within() const;

    [[nodiscard]] Step begin(const MopidyMirror &mirror);
    /// All that was said has been answered.
    [[nodiscard]] Step hear(const QList<Mopidy::Answer> &answers);
    /// @p mirror knows what is true after the last answer.
    [[nodiscard]] Step look(const MopidyMirror &mirror, HubTime now);
    /// It has had its time.
    [[nodiscard]] QString whyNot() const;
    /// The answer to one that has not begun, or is given up, because it is moot.
    [[nodiscard]] QString overtaken() const;

private:
    [[nodiscard]] Step putOnList(const QList<Mopidy::Answer> &answers);

    Command m_command;
    QString m_player;
    int m_turnsBefore = 0;
    int m_seeksBefore = 0;
    bool m_isOnList = false; ///< of an address
    bool m_isCorrected = false; ///< its length there
    bool m_isMoot = false;
    std::optional<HubTime> m_playsSince; ///< of PlayUrl: what it says of itself
};

} // namespace Sync::Sources
