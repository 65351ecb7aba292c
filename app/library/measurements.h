// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/track.h"
#include "sync/store/database.h"

#include <QList>

#include <memory>
#include <optional>

namespace Sync {
class Statements;
}

namespace Library {

struct Media;

/// How loud something was found to be, as in Loudness. Nothing for silence and for what cannot be decoded.
struct Measured {
    std::optional<float> gain{};
    std::optional<float> peak{};

    bool operator==(const Measured &) const = default;
};

/// An album of which something is to be measured.
struct UnmeasuredAlbum {
    QList<Sync::TrackId> tracks; ///< all of them
    QList<Sync::TrackId> wanting; ///< those whose own loudness nobody knows
    bool isWanting = false; ///< so is that of the whole
};

/// What analysing the sound found, in the catalogue. Lives on one thread; every function throws
/// Sync::DatabaseError.
class Measurements
{
public:
    /// More than this is a heap of files, not an album: it is not measured as one.
    static constexpr int mostAlbumTracks = 300;

    explicit Measurements(const QString &catalogue);
    ~Measurements();

    /// What neither tags nor measuring tells, and what has changed since. In the order of the albums' ids.
    [[nodiscard]] QList<UnmeasuredAlbum> unmeasured() const;

    /// @p media is what was measured. With @p isFlawed it was not whole: another file of the track, or what
    /// becomes of this one, is to be measured again.
    void storeTrack(Sync::TrackId id, const Media &media, const Measured &measured, bool isFlawed);
    /// Of all these tracks together, which are stored already.
    void storeAlbum(const QList<Sync::TrackId> &tracks, const Measured &measured);

private:
    Sync::Database m_database;
    std::unique_ptr<Sync::Statements>
        m_statements; // after the database: its statements go before the connection
};

} // namespace Library
