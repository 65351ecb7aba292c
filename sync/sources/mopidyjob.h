// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/sources/mopidymirror.h"

#include <variant>

namespace Sync::Sources {

/// One command on its way through a Mopidy, as rules: what to say to it next, and when it counts as done. A
/// value; carried by MopidyPlayer.
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

    [[nodiscard]] Step begin(const MopidyMirror &mirror);
    /// All that was said has been answered.
    [[nodiscard]] Step hear(const QList<Mopidy::Answer> &answers);
    /// @p mirror knows what is true after the last answer.
    [[nodiscard]] Step look(const MopidyMirror &mirror, HubTime now) const;
    /// It has had Limits::sourceCommandWithin.
    [[nodiscard]] QString whyNot() const;

private:
    Command m_command;
    QString m_player;
    int m_turnsBefore = 0;
    bool m_isOnList = false; ///< of PlayUrl
    bool m_isCorrected = false; ///< its length there
};

} // namespace Sync::Sources
