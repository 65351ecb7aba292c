// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/personalcontroller.h"

#include "sync/user.h"

#include <QVariantMap>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Desktop {

namespace {

template <typename Rows> QList<Sync::TrackId> tracksOf(const Rows &rows)
{
    QList<Sync::TrackId> tracks;
    for (const auto &row : rows)
        tracks.append(row.trackId);
    return tracks;
}

/// Undo and redo of a playlist's change are the same: the state that was goes back, the state that is comes
/// out.
class PlaylistCommand final : public QUndoCommand
{
public:
    PlaylistCommand(const QString &what, Personal::Playlists &playlists, Personal::PlaylistState before)
        : QUndoCommand(what)
        , m_playlists(playlists)
        , m_state(std::move(before))
    {
    }

    void undo() override { m_state = m_playlists.restore(m_state); }
    void redo() override
    {
        if (std::exchange(m_done, true)) // it is pushed when it has happened already
            undo();
    }

private:
    Personal::Playlists &m_playlists;
    Personal::PlaylistState m_state;
    bool m_done = false;
};

} // namespace

PersonalController::PersonalController(const QString &directory, const Library::CatalogueReader &catalogue,
                                       QObject *parent)
    : QObject(parent)
    , m_directory(directory)
    , m_catalogue(catalogue)
{
    connect(&m_undo, &QUndoStack::indexChanged, this, &PersonalController::undoChanged);
    setUser(Sync::defaultUser);
}

PersonalController::~PersonalController() = default;

void PersonalController::setUser(const QString &user)
{
    m_undo.clear(); // it refers to what goes
    m_favourites.emplace(m_directory, user);
    m_playlists.emplace(m_directory, user);
    m_history.emplace(m_directory, user);
    reload();
    Q_EMIT heard();
}

void PersonalController::reload()
{
    readFavourites();
    Q_EMIT favouritesChanged();
    Q_EMIT playlistsChanged();
}

void PersonalController::readFavourites()
{
    m_favouriteIds.clear();
    for (const Personal::Favourite &favourite : m_favourites->all())
        m_favouriteIds.insert(favourite.trackId);
    ++m_favouriteRevision;
}

QVariantList PersonalController::playlists() const
{
    QVariantList playlists;
    for (const Personal::Playlist &playlist : m_playlists->all())
        playlists.append(
            QVariantMap{{u"playlistId"_s, QString::number(playlist.id)}, {u"name"_s, playlist.name}});
    return playlists;
}

bool PersonalController::isFavourite(const QString &trackId) const
{
    return m_favouriteIds.contains(trackId.toULongLong());
}

bool PersonalController::areFavourites(const QStringList &trackIds) const
{
    return !trackIds.isEmpty()
        && std::ranges::all_of(trackIds, [this](const QString &id) { return isFavourite(id); });
}

void PersonalController::toggleFavourites(const QStringList &trackIds)
{
    const auto since = areFavourites(trackIds) ? std::nullopt : std::optional(Library::wallTime());
    QList<Personal::Favourite> wanted;
    for (const QString &id : trackIds)
        if (const Sync::TrackId track = id.toULongLong(); track != 0 && isFavourite(id) != since.has_value())
            wanted.append({.trackId = track, .since = since});
    try {
        m_favourites->restoreAll(wanted);
        for (const Personal::Favourite &favourite : std::as_const(wanted))
            if (since)
                m_favouriteIds.insert(favourite.trackId);
            else
                m_favouriteIds.remove(favourite.trackId);
    } catch (const Sync::DatabaseError &error) {
        Q_EMIT failed(QString::fromUtf8(error.what()));
    }
    ++m_favouriteRevision;
    Q_EMIT favouritesChanged();
}

void PersonalController::createPlaylist(const QString &name, const QStringList &trackIds)
{
    changePlaylists(tr("Create “%1”").arg(name),
                    [&] { return m_playlists->create(name, itemsOf(trackIds), Library::wallTime()); });
}

void PersonalController::renamePlaylist(const QString &playlistId, const QString &name)
{
    changePlaylists(tr("Rename to “%1”").arg(name),
                    [&] { return m_playlists->rename(playlistId.toULongLong(), name, Library::wallTime()); });
}

void PersonalController::removePlaylist(const QString &playlistId)
{
    changePlaylists(tr("Delete a playlist"), [&] { return m_playlists->remove(playlistId.toULongLong()); });
}

void PersonalController::addToPlaylist(const QString &playlistId, const QStringList &trackIds)
{
    constexpr int end = std::numeric_limits<int>::max();
    changePlaylists(tr("Add to a playlist"), [&] {
        return m_playlists->insert(playlistId.toULongLong(), end, itemsOf(trackIds), Library::wallTime());
    });
}

void PersonalController::moveInPlaylist(const QString &playlistId, int from, int to)
{
    if (from == to)
        return;
    changePlaylists(tr("Move a track"), [&] {
        return m_playlists->move(playlistId.toULongLong(), {from}, to > from ? to + 1 : to,
                                 Library::wallTime());
    });
}

void PersonalController::takeFromPlaylist(const QString &playlistId, const QList<int> &positions)
{
    changePlaylists(tr("Remove %n track(s)", nullptr, int(positions.size())), [&] {
        return m_playlists->take(playlistId.toULongLong(), positions, Library::wallTime());
    });
}

void PersonalController::undo()
{
    try {
        m_undo.undo();
    } catch (const Sync::DatabaseError &error) {
        Q_EMIT failed(QString::fromUtf8(error.what()));
    }
    Q_EMIT playlistsChanged();
}

QList<Sync::TrackId> PersonalController::favourites() const { return tracksOf(m_favourites->all()); }

QList<Sync::TrackId> PersonalController::history(int limit) const
{
    return tracksOf(m_history->recentlyPlayed(limit));
}

QList<Sync::TrackId> PersonalController::mostPlayed(int limit) const
{
    return tracksOf(m_history->mostPlayed(limit));
}

template <typename Change> void PersonalController::changePlaylists(const QString &what, Change change)
{
    try {
        m_undo.push(new PlaylistCommand(what, *m_playlists, change()));
    } catch (const Sync::DatabaseError &error) {
        Q_EMIT failed(QString::fromUtf8(error.what()));
    }
    Q_EMIT playlistsChanged();
}

QList<Personal::PlaylistItem> PersonalController::itemsOf(const QStringList &trackIds) const
{
    QList<Personal::PlaylistItem> items;
    for (const QString &id : trackIds)
        if (auto item = Personal::itemOf(m_catalogue, id.toULongLong()))
            items.append(*std::move(item));
    return items;
}

} // namespace Desktop
