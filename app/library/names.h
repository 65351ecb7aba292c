// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Library {

/// The one who leads: "Ana feat. Ben" -> "Ana". Guests do not make an artist of their own.
[[nodiscard]] QString leadArtist(const QString &artist);

/// Where an album lies, and which disc of it: "/m/Night/CD2/x.ogg" -> "/m/Night", 2.
struct AlbumFolder {
    QString path{};
    QString name{};
    int disc = 0; ///< zero where the folder does not tell

    bool operator==(const AlbumFolder &) const = default;
};
[[nodiscard]] AlbumFolder albumFolder(const QString &filePath);

/// What lists are ordered by: no case, no accents, no leading article; nameless things come last.
[[nodiscard]] QString sortKey(const QString &name);

/// What an album is said to be by when its tracks disagree.
[[nodiscard]] QString variousArtists();
/// Whether that is what a tag means.
[[nodiscard]] bool isVarious(const QString &artist);

} // namespace Library
