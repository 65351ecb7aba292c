// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QString>

namespace Library {

/// Finds album covers. Every call stands alone, so any thread may make it, several at once too.
class Covers
{
public:
    explicit Covers(const QString &catalogue)
        : m_catalogue(catalogue)
    {
    }

    /// The picture in one of the album's files or beside them, no larger than @p size on either side; null if
    /// none.
    [[nodiscard]] QImage cover(quint64 albumId, int size) const;

    /// Another one as soon as any of the files the picture is looked for in has changed; it costs far less
    /// than the picture.
    [[nodiscard]] QByteArray version(quint64 albumId) const;

private:
    const QString m_catalogue;
};

/// The picture beside the music: cover, folder or front, .jpg or .png, in any case; empty if there is none.
[[nodiscard]] QString folderImage(const QString &folder);

} // namespace Library
