// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/sources/followedserver.h"

namespace Sync::Sources {

/// Any number of servers that are followed, as one source. Hub thread.
class FollowSource final : public Source
{
    Q_OBJECT

public:
    /// Their ids differ.
    explicit FollowSource(const QList<FollowAddress> &addresses, FollowWay way = {});

    [[nodiscard]] QString kind() const override { return QStringLiteral("followed"); }
    [[nodiscard]] std::vector<PlayerFacts> players() const override;
    [[nodiscard]] std::vector<SinkFacts> sinks() const override;
    [[nodiscard]] std::vector<InputFacts> inputs() const override;
    [[nodiscard]] QHash<QString, QString> assignments() const override;
    [[nodiscard]] QFuture<QString> perform(const Command &command) override;

private:
    [[nodiscard]] FollowedServer *meantBy(const Command &command) const;

    std::vector<std::unique_ptr<FollowedServer>> m_servers;
    const FollowedServer *m_defaultOf = nullptr; ///< whose default sink was chosen last
};

} // namespace Sync::Sources
