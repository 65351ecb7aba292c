// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <chrono>

namespace Library {

/// An id from a digest of at least eight bytes: never zero, never above Sync::maxId.
[[nodiscard]] quint64 idFrom(QByteArrayView digest);

/// One spelling for all spellings of a name: compatibility forms, case and white space do not count.
[[nodiscard]] QString normalised(const QString &name);

[[nodiscard]] quint64 artistId(const QString &name);
[[nodiscard]] quint64 genreId(const QString &name);
[[nodiscard]] quint64 albumId(const QString &artist, const QString &title);

/// A song within a larger file: the same on every machine that has the file and its cue sheet.
[[nodiscard]] quint64 partId(quint64 whole, std::chrono::milliseconds start);

/// Certain tracks, in whatever order.
[[nodiscard]] quint64 tracksId(QList<quint64> tracks);

/// The album of files that name none: what lies in one folder belongs together.
[[nodiscard]] quint64 folderAlbumId(const QString &folderName);

} // namespace Library
