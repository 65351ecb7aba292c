// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/hubapi.h"
#include "sync/session/tracks.h"

#include <QCache>
#include <QSet>
#include <QTimer>

namespace Desktop {

/// What the hub tells of tracks that are not in this library. Main thread.
class HubTracks final : public QObject
{
    Q_OBJECT

public:
    /// @p api must outlive it.
    explicit HubTracks(HubApi &api, QObject *parent = nullptr);

    /// Nothing where the hub does not know it, or has not said yet: then changed() follows.
    [[nodiscard]] std::optional<Sync::TrackInfo> track(Sync::TrackId id);
    /// It is another hub now.
    void forget();

Q_SIGNALS:
    void changed();

private:
    void ask();
    void askElsewhere(Sync::TrackId id);
    void learn(const QList<Sync::TrackId> &asked, const HubApi::Answer &answer);

    HubApi &m_api;
    QCache<Sync::TrackId, std::optional<Sync::TrackInfo>> m_known; ///< with those that the hub does not have
    QSet<Sync::TrackId> m_wanted;
    QTimer m_soon; ///< the rows of one page are asked for together
};

} // namespace Desktop
