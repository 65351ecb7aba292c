// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/sources/mopidyplayer.h"

#include <QHostAddress>

namespace Sync::Sources {

/// What a player is now, and what has brought that about, if it was anything that has a name.
struct MopidyChange {
    PlayerFacts player;
    QList<Event> events;
    bool certain =
        false; ///< Mopidy itself says so; else an event does, which may be older than what was known
    QHostAddress ownAddress; ///< of this machine, as that Mopidy reaches it
};

/// Any number of Mopidys, as one source. Hub thread.
class MopidySource final : public Source
{
    Q_OBJECT

public:
    /// Their ids differ.
    explicit MopidySource(const QList<MopidyAddress> &addresses);

    [[nodiscard]] QString kind() const override { return QStringLiteral("mopidy"); }
    [[nodiscard]] std::vector<PlayerFacts> players() const override;
    [[nodiscard]] QFuture<QString> perform(const Command &command) override;
    /// changed() for each, for those who come later.
    void tellAll();

Q_SIGNALS:
    void changed(const Sync::Sources::MopidyChange &change);

private:
    void tell(const MopidyPlayer &player, const QList<Event> &events);

    std::vector<std::unique_ptr<MopidyPlayer>> m_players;
};

} // namespace Sync::Sources
