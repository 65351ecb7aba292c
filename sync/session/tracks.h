// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace Sync {

/// A track's identity: the same audio has the same id on every hub. Below 2^53, so that JSON carries it
/// whole.
using TrackId = quint64;
inline constexpr quint64 maxId = (quint64(1) << 53) - 1;

/// Where a track was started from ("album" 7); what comes after it is taken from there.
struct Context {
    QString fromIs;
    quint64 fromIsId = 0;

    bool operator==(const Context &) const = default;
};

/// What a session needs to know of a track.
struct TrackInfo {
    TrackId id = 0;
    QString title;
    QString artist;
    QString album;
    std::chrono::milliseconds duration{0}; ///< zero where it is not known
    quint64 albumId = 0; ///< zero where it is of none; for its picture

    bool operator==(const TrackInfo &) const = default;
};

/// The tracks a hub knows. Called on the hub's thread only.
class TrackSource
{
public:
    virtual ~TrackSource() = default;

    [[nodiscard]] virtual std::optional<TrackInfo> track(const QString &user, TrackId id) const = 0;

    /// The tracks of a context of @p user's in playing order; empty where the context is not known.
    [[nodiscard]] virtual QList<TrackId> tracksOf(const QString &user, const Context &context) const = 0;
};

} // namespace Sync
