// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/statement.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <optional>

namespace Library {

/// Keeps albums, artists and genres in step with their tracks. Throws Sync::DatabaseError.
class Summaries
{
public:
    explicit Summaries(Sync::Statements &statements)
        : m_statements(statements)
    {
    }

    /// Its summary no longer fits its tracks.
    void touchAlbum(quint64 id) { m_albums.insert(id); }
    void touchArtist(quint64 id) { m_artists.insert(id); }
    void touchGenre(quint64 id) { m_genres.insert(id); }
    void touchCreditsOf(quint64 trackId);

    /// Makes it known where it is new.
    void addArtist(quint64 id, const QString &name);
    void addGenre(quint64 id, const QString &name);

    /// Sums up what was touched, and forgets what has no tracks any more.
    void refresh();

private:
    void refreshAlbum(quint64 id);
    void writeAlbum(quint64 id, const QSqlQuery &sum);
    void writeWords();
    void refreshArtist(quint64 id);
    void refreshGenre(quint64 id);

    struct AlbumWords {
        QString title{};
        QString artist{};
    };

    Sync::Statements &m_statements;
    QSet<quint64> m_albums;
    QSet<quint64> m_artists;
    QSet<quint64> m_genres;
    QHash<quint64, std::optional<AlbumWords>>
        m_albumWords; ///< for the index; nothing for those that are gone
    QHash<quint64, std::optional<QString>> m_artistWords;
    QSet<quint64> m_known; ///< artists and genres that are there for certain
};

} // namespace Library
