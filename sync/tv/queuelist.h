// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/session/session.h"
#include "sync/tv/msx.h"

namespace Sync::Tv {

/// A track as a television shows it.
struct Song {
    TrackId id = 0;
    QString title{};
    QString artist{};
    QString album{};
    quint64 albumId = 0; ///< zero where there is no picture
    std::chrono::milliseconds duration{0}; ///< zero where that is not known

    bool operator==(const Song &) const = default;
};

/// What of a list a television gets: around the one it begins with.
struct Window {
    qsizetype first = 0;
    qsizetype count = 0;

    bool operator==(const Window &) const = default;
};
[[nodiscard]] Window windowAround(qsizetype index, qsizetype total, qsizetype most);

/// One of what the app plays.
struct Entry {
    QString id; ///< of the queue's item; the app goes to it by that
    Song song;
    QByteArray resolve; ///< what of the query of `/msx/resolve` names it
};

/// The property of an item that says what is done at its end, in place of going to the next: repeating,
/// shuffling and stopping are the hub's to know.
inline constexpr auto completeTrigger = QLatin1StringView("trigger:complete");
/// The hub is told that this item, or this playing of it, is over.
[[nodiscard]] QString whenComplete(const QString &item, std::optional<quint64> playId,
                                   const Addresses &addresses);

/// How a playlist begins.
struct Beginning {
    QString id; ///< of an entry
    std::chrono::milliseconds position{0}; ///< in it: mid-song where it is taken over from another device
};

/// @p reports: the end, and the buttons, are told to the hub, which says what comes next.
[[nodiscard]] Page playlistPage(const QString &headline, const QList<Entry> &entries,
                                const std::optional<Beginning> &beginning, const Addresses &addresses,
                                bool reports, const std::optional<Version> &version);

/// What follows the item @p at where that ends, or is left by "next"; nothing at the end of the queue.
[[nodiscard]] std::optional<QueueItem> itemAfter(const QList<QueueItem> &items, QueueItemId at,
                                                 Repeat repeat);
[[nodiscard]] std::optional<QueueItem> itemBefore(const QList<QueueItem> &items, QueueItemId at,
                                                  Repeat repeat);

} // namespace Sync::Tv
