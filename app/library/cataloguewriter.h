// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/track.h"
#include "sync/store/database.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QStringList>

namespace Library {

/// A file and what was read from it.
struct ReadFile {
    Track track;
    FileStamp stamp;
};

/// The one that fills the catalogue. Lives on one thread; every function throws Sync::DatabaseError.
class CatalogueWriter
{
public:
    explicit CatalogueWriter(const QString &path);

    [[nodiscard]] QHash<QString, FileStamp> files() const;

    void store(const QList<ReadFile> &batch);
    void remove(const QStringList &paths);

    /// What only the whole can tell: which albums are by various artists, and what no file holds any more.
    void settle();

    /// The file system a root was last seen on.
    [[nodiscard]] QHash<QString, qint64> devices() const;
    void rememberDevices(const QHash<QString, qint64> &devices);

private:
    void storeTracks(const QList<ReadFile> &batch);
    void dropOrphans();
    void settleAlbum(const QString &folder, const QString &albumKey, quint64 id);
    void refreshAlbums();

    Sync::Database m_database;
    QSet<quint64> m_touched; ///< albums whose summary no longer fits their tracks
};

} // namespace Library
