// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/cataloguereader.h"
#include "app/personal/favourites.h"
#include "app/personal/history.h"
#include "app/personal/playlists.h"

#include <QObject>
#include <QSet>
#include <QUndoStack>
#include <QtQml/qqmlregistration.h>

namespace Desktop {

/// What the window's user makes of the music: favourites and playlists, with undo. Ids are strings: QML's
/// numbers do not hold them.
class PersonalController final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by Window")

    /// Counts changes of favourites, so that a binding that asks isFavourite() asks again.
    Q_PROPERTY(int favouriteRevision READ favouriteRevision NOTIFY favouritesChanged FINAL)
    Q_PROPERTY(QVariantList playlists READ playlists NOTIFY playlistsChanged FINAL)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY undoChanged FINAL)
    Q_PROPERTY(QString undoText READ undoText NOTIFY undoChanged FINAL)

public:
    /// @p directory: of the personal data, whose database must have been prepared.
    PersonalController(const QString &directory, const Library::CatalogueReader &catalogue,
                       QObject *parent = nullptr);
    ~PersonalController() override;

    [[nodiscard]] int favouriteRevision() const { return m_favouriteRevision; }
    [[nodiscard]] QVariantList playlists() const; ///< of {playlistId, name}
    [[nodiscard]] bool canUndo() const { return m_undo.canUndo(); }
    [[nodiscard]] QString undoText() const { return m_undo.undoText(); }

    Q_INVOKABLE bool isFavourite(const QString &trackId) const;
    Q_INVOKABLE void toggleFavourite(const QString &trackId) { toggleFavourites({trackId}); }
    /// All of them, and at least one.
    Q_INVOKABLE bool areFavourites(const QStringList &trackIds) const;
    /// Makes all of them favourites, or none where all are.
    Q_INVOKABLE void toggleFavourites(const QStringList &trackIds);
    /// Makes a playlist of these tracks.
    Q_INVOKABLE void createPlaylist(const QString &name, const QStringList &trackIds);
    Q_INVOKABLE void renamePlaylist(const QString &playlistId, const QString &name);
    Q_INVOKABLE void removePlaylist(const QString &playlistId);
    Q_INVOKABLE void addToPlaylist(const QString &playlistId, const QStringList &trackIds);
    /// So that it stands at @p to afterwards.
    Q_INVOKABLE void moveInPlaylist(const QString &playlistId, int from, int to);
    Q_INVOKABLE void takeFromPlaylist(const QString &playlistId, const QList<int> &positions);
    Q_INVOKABLE void undo();
    /// Has the window ask for the name of a playlist: an existing one, or where @p playlistId is empty a new
    /// one of these tracks.
    Q_INVOKABLE void askForName(const QString &playlistId, const QString &name, const QStringList &trackIds)
    {
        Q_EMIT nameWanted(playlistId, name, trackIds);
    }

    [[nodiscard]] QList<Personal::Playlist> allPlaylists() const { return m_playlists->all(); }
    [[nodiscard]] QList<Personal::PlaylistItem> itemsOfPlaylist(quint64 playlist) const
    {
        return m_playlists->items(playlist);
    }
    [[nodiscard]] QList<Sync::TrackId> favourites() const;
    [[nodiscard]] QList<Sync::TrackId> history(int limit) const;
    [[nodiscard]] QList<Sync::TrackId> mostPlayed(int limit) const;
    /// Something has been heard.
    void historyChanged() { Q_EMIT heard(); }
    /// Shows what that user makes of the music from now on. There is nothing left to undo.
    void setUser(const QString &user);
    /// Asks for everything again: somebody else has changed favourites or playlists.
    void reload();

Q_SIGNALS:
    void favouritesChanged();
    void playlistsChanged();
    void heard();
    void undoChanged();
    void nameWanted(const QString &playlistId, const QString &name, const QStringList &trackIds);
    void failed(const QString &sentence);

private:
    void readFavourites();
    template <typename Change> void changePlaylists(const QString &what, Change change);
    [[nodiscard]] QList<Personal::PlaylistItem> itemsOf(const QStringList &trackIds) const;

    const QString m_directory;
    std::optional<Personal::Favourites> m_favourites;
    std::optional<Personal::Playlists> m_playlists;
    std::optional<Personal::History> m_history;
    const Library::CatalogueReader &m_catalogue;
    QSet<Sync::TrackId> m_favouriteIds;
    int m_favouriteRevision = 0;
    QUndoStack m_undo;
};

} // namespace Desktop
