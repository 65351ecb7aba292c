// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/browsecontroller.h"

#include "app/desktop/logging.h"
#include "app/desktop/personalcontroller.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Desktop {

namespace {

constexpr int newest = 500;
constexpr int lastHeard = 500;

bool hasEntries(const QString &section)
{
    return section == "artists"_L1 || section == "genres"_L1 || section == "playlists"_L1;
}

} // namespace

BrowseController::BrowseController(const QString &catalogue, PersonalController &personal, QObject *parent)
    : QObject(parent)
    , m_personal(personal)
    , m_tracks(catalogue)
{
    try {
        m_reader = std::make_unique<Library::CatalogueReader>(catalogue);
    } catch (const Sync::DatabaseError &error) {
        qCWarning(desktopLog) << error.what();
    }
    m_tracks.setQuestion([this](const Library::CatalogueReader &reader) { return sectionTracks(reader); });
    for (const auto signal : {&PersonalController::favouritesChanged, &PersonalController::playlistsChanged,
                              &PersonalController::heard})
        connect(&personal, signal, this, &BrowseController::reload);
}

BrowseController::~BrowseController() = default;

void BrowseController::setSection(const QString &section)
{
    if (section == m_section)
        return;
    m_section = section;
    m_open = {};
    reload();
}

bool BrowseController::showsTracks() const { return entryOpen() || !hasEntries(m_section); }

QString BrowseController::title() const
{
    if (entryOpen())
        return m_open.name;
    if (m_section == "artists"_L1)
        return tr("Artists");
    if (m_section == "genres"_L1)
        return tr("Genres");
    if (m_section == "playlists"_L1)
        return tr("Playlists");
    if (m_section == "favourites"_L1)
        return tr("Favourites");
    if (m_section == "history"_L1)
        return tr("Recently played");
    return tr("Recently added");
}

QString BrowseController::emptyText() const
{
    const bool empty = showsTracks() ? m_tracks.count() == 0 : m_entries.rowCount() == 0;
    if (!empty)
        return {};
    if (m_section == "playlists"_L1)
        return entryOpen() ? tr("This playlist is empty. Add tracks from their menu.")
                           : tr("No playlists yet. Make one from a track's menu.");
    if (m_section == "favourites"_L1)
        return tr("No favourites yet. Press the heart of a track.");
    if (m_section == "history"_L1)
        return tr("Nothing has been played yet.");
    return tr("Nothing here yet.");
}

QString BrowseController::fromIs() const
{
    if (m_section == "artists"_L1)
        return u"artist"_s;
    if (m_section == "genres"_L1)
        return u"genre"_s;
    if (m_section == "playlists"_L1)
        return u"playlist"_s;
    if (m_section == "favourites"_L1)
        return u"favorites"_s; // as sync_player's wire spells it
    if (m_section == "history"_L1)
        return u"history"_s;
    return u"added"_s;
}

void BrowseController::open(const QString &entryId)
{
    const auto found = std::ranges::find(m_entries.rows(), entryId.toULongLong(), &Entry::id);
    if (found == m_entries.rows().end())
        return;
    m_open = *found;
    m_tracks.reload();
    Q_EMIT changed();
}

void BrowseController::close()
{
    m_open = {};
    Q_EMIT changed();
}

void BrowseController::reload()
{
    m_entries.show(sectionEntries());
    if (entryOpen()) {
        const auto found = std::ranges::find(m_entries.rows(), m_open.id, &Entry::id);
        m_open = found == m_entries.rows().end() ? Entry() : *found;
    }
    m_tracks.reload();
    Q_EMIT changed();
}

QList<Entry> BrowseController::sectionEntries() const
{
    QList<Entry> entries;
    const auto add = [&](quint64 id, const QString &name, int tracks) {
        entries.append({.id = id,
                        .name = name.isEmpty() ? tr("Unknown") : name,
                        .detail = tracks == 1 ? tr("1 track") : tr("%1 tracks").arg(tracks)});
    };
    if (m_section == "playlists"_L1)
        for (const Personal::Playlist &playlist : m_personal.allPlaylists())
            add(playlist.id, playlist.name, playlist.itemCount);
    if (m_reader && m_section == "artists"_L1)
        for (const Library::Artist &artist : m_reader->artists())
            add(artist.id, artist.name, artist.trackCount);
    if (m_reader && m_section == "genres"_L1)
        for (const Library::Genre &genre : m_reader->genres())
            add(genre.id, genre.name, genre.trackCount);
    return entries;
}

QList<Library::Track> BrowseController::sectionTracks(const Library::CatalogueReader &reader) const
{
    if (m_section == "favourites"_L1)
        return reader.tracks(m_personal.favourites());
    if (m_section == "history"_L1)
        return reader.tracks(m_personal.history(lastHeard));
    if (m_section == "added"_L1)
        return reader.recentlyAdded(newest);
    if (!entryOpen())
        return {};
    if (m_section == "playlists"_L1)
        return reader.tracks(m_personal.tracksOfPlaylist(m_open.id));
    if (m_section == "artists"_L1)
        return reader.tracks({.artistId = m_open.id});
    return reader.tracks({.genreId = m_open.id});
}

} // namespace Desktop
