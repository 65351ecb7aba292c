// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/personal/moment.h"
#include "sync/session/tracks.h"

#include <QList>
#include <QString>

#include <optional>

namespace Library {
class CatalogueReader;
}

namespace Personal {

/// A place in a playlist. All but the id is a memory of the track: it is shown, and the track found again by
/// it, while the library does not have it.
struct PlaylistItem {
    Sync::TrackId trackId = 0; ///< zero where it was never in the library
    QString title{};
    QString artist{};
    std::chrono::milliseconds duration{0};
    QString path{};

    bool operator==(const PlaylistItem &) const = default;
};

struct Playlist {
    quint64 id = 0;
    QString name{};
    QString origin{}; ///< the foreign playlist it was taken from; empty for one made here
    Moment created{};
    Moment changed{};
    int itemCount = 0;
    std::chrono::milliseconds duration{0};

    bool operator==(const Playlist &) const = default;
};

/// A playlist as a whole, as it was before a change. Every change answers with one and restore() takes it, so
/// a QUndoCommand keeps it as its only member and does the same in undo() and redo():
/// `m_state = playlists.restore(m_state)`. QUndoStack serves; a stack of our own is not needed.
struct PlaylistState {
    struct Content {
        Playlist playlist;
        QList<PlaylistItem> items;

        bool operator==(const Content &) const = default;
    };

    quint64 id = 0;
    std::optional<Content> content{}; ///< nothing where there was no such playlist

    bool operator==(const PlaylistState &) const = default;
};

/// What a playlist remembers of a track; nothing where the library does not have it.
[[nodiscard]] std::optional<PlaylistItem> itemOf(const Library::CatalogueReader &catalogue,
                                                 Sync::TrackId track);

/// What is left of a name when white space around and inside it is tidied; empty where nothing is, and the
/// name then is none.
[[nodiscard]] QString tidyName(const QString &typed);

/// The items without those at @p positions. Positions may come in any order, twice, or from outside.
[[nodiscard]] QList<PlaylistItem> without(const QList<PlaylistItem> &items, const QList<int> &positions);

/// The items with those at @p positions, in their order, before the one that is at @p to now.
[[nodiscard]] QList<PlaylistItem> moved(const QList<PlaylistItem> &items, const QList<int> &positions,
                                        int to);

} // namespace Personal
