// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/session/tracks.h"

#include <QString>

#include <chrono>

namespace Library {

/// A track as its tags, or the lack of them, tell.
struct Track {
    Sync::TrackId id = 0;
    QString path{}; ///< the file it was read from; empty in lists, see CatalogueReader::pathOf()
    QString title{};
    QString artist{};
    QString album{};
    QString albumArtist{}; ///< as read: what the tag says, often nothing; in lists: what the album shows
    QString genre{};
    int trackNumber = 0;
    int discNumber = 0;
    int year = 0;
    std::chrono::milliseconds duration{0};
    quint64 albumId = 0;
    quint64 artistId = 0;

    bool operator==(const Track &) const = default;
};

struct Album {
    quint64 id = 0;
    QString title{};
    QString artist{};
    quint64 artistId = 0;
    int year = 0;
    int trackCount = 0;
    std::chrono::milliseconds duration{0};

    bool operator==(const Album &) const = default;
};

struct Artist {
    quint64 id = 0;
    QString name{};

    bool operator==(const Artist &) const = default;
};

/// A file or folder that could not be taken in, and why, in a sentence for the person at the machine.
struct Problem {
    QString path{};
    QString reason{};

    bool operator==(const Problem &) const = default;
};

/// What a file looked like when it was read: while this stays, so does its content.
struct FileStamp {
    qint64 size = 0;
    qint64 mtimeNs = 0;

    bool operator==(const FileStamp &) const = default;
};

} // namespace Library
