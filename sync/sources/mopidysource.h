// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/sources/mopidyplayer.h"

namespace Sync::Sources {

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

Q_SIGNALS:
    /// What a player is now, and what has brought that about, if anything has that has a name.
    void changed(const Sync::Sources::PlayerFacts &player, const QList<Sync::Sources::Event> &events);

private:
    std::vector<std::unique_ptr<MopidyPlayer>> m_players;
};

/// Of a name, for addresses and events: [a-z0-9_.-]; empty where nothing is left of it.
[[nodiscard]] QString idFor(const QString &name);

} // namespace Sync::Sources
