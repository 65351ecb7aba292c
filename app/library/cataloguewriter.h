// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/track.h"
#include "sync/store/database.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <memory>

namespace Sync {
class Statements;
}

namespace Library {

class Summaries;

// A disk may stay in a drawer for a season without its music losing when it came.
constexpr std::chrono::days missingKept{90};

/// A file and a track that was read from it; those of one file are stored together.
struct ReadFile {
    Track track;
    FileStamp stamp;
};

/// The one that fills the catalogue. Lives on one thread; every function throws Sync::DatabaseError.
class CatalogueWriter
{
public:
    explicit CatalogueWriter(const QString &path);
    ~CatalogueWriter();

    [[nodiscard]] QHash<QString, FileStamp> files() const;

    /// A track that is known already, or was before its files went missing, keeps the time it was added.
    void store(const QList<ReadFile> &batch);
    void remove(const QStringList &paths);

    /// What only the whole can tell: which albums are by various artists, and what no file holds any more.
    /// That is no longer listed, and remembered for a while. Does nothing where nothing changed.
    void settle(WallTime now = wallTime());

    /// The file system a root was last seen on.
    [[nodiscard]] QHash<QString, qint64> devices() const;
    void rememberDevices(const QHash<QString, qint64> &devices);

private:
    class IndexTexts;

    void forget(const QStringList &paths);
    bool storeTrack(const Track &track); ///< whether it was known
    void storeCredits(const Track &track);
    void storeWords(const Track &track, IndexTexts &texts);
    void forgetCredits(quint64 id);
    [[nodiscard]] WallTime addedBefore(const Track &track);
    void dropOrphans(WallTime now);
    void settleAlbums();
    void settleAlbum(const QString &folder, const QString &albumKey, quint64 id);

    Sync::Database m_database;
    std::unique_ptr<Sync::Statements>
        m_statements; // after the database: its statements go before the connection
    std::unique_ptr<Summaries> m_summaries;
};

} // namespace Library
