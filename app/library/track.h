// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/loudness.h"
#include "sync/session/tracks.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace Library {

using WallTime = std::chrono::sys_time<std::chrono::milliseconds>;

[[nodiscard]] inline WallTime wallTime()
{
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

using App::Loudness;

/// Where a track lies in its file.
struct Extent {
    std::chrono::milliseconds start{0};
    std::chrono::milliseconds length{0}; ///< zero: to the file's end

    bool operator==(const Extent &) const = default;
};

/// A track as its tags, or the lack of them, tell. Lists leave out what is below `added`; see
/// CatalogueReader::track().
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
    quint64 artistId = 0; ///< who leads
    WallTime added{}; ///< when it came into the library

    QStringList artists{}; ///< each by name, without guests
    QStringList genres{};
    QString composer{};
    QString date{}; ///< as precise as the tag: "2004", "2004-05-01"
    int trackTotal = 0;
    int discTotal = 0;
    bool isCompilation = false;
    Loudness loudness{};
    Extent extent{}; ///< as read; see CatalogueReader::mediaOf()

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
    int albumCount = 0; ///< their own and those with a track of theirs
    int trackCount = 0;

    bool operator==(const Artist &) const = default;
};

struct Genre {
    quint64 id = 0;
    QString name{};
    int albumCount = 0;
    int trackCount = 0;

    bool operator==(const Genre &) const = default;
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
