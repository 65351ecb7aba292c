// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/browsecontroller.h"

#include "app/desktop/personalcontroller.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Desktop {

namespace {

constexpr int shown = 500; // of what has no end of its own

Entry entry(quint64 id, const QString &name, int tracks)
{
    return {.id = id,
            .name = name.isEmpty() ? BrowseController::tr("Unknown") : name,
            .detail = BrowseController::tr("%n track(s)", nullptr, tracks)};
}

} // namespace

const BrowseController::Section BrowseController::sections[] = {
    {"artists"_L1, QT_TR_NOOP("Artists"), QT_TR_NOOP("Nothing here yet."),
     QT_TR_NOOP("No track here is by this artist."), "artist"_L1, &BrowseController::artists,
     &BrowseController::tracksOfArtist, &Library::Filter::artistId},
    {"genres"_L1, QT_TR_NOOP("Genres"), QT_TR_NOOP("Nothing here yet."),
     QT_TR_NOOP("No track here is of this genre."), "genre"_L1, &BrowseController::genres,
     &BrowseController::tracksOfGenre, &Library::Filter::genreId},
    {"playlists"_L1, QT_TR_NOOP("Playlists"), QT_TR_NOOP("No playlists yet. Make one from a track's menu."),
     QT_TR_NOOP("This playlist is empty. Add tracks from their menu."), "playlist"_L1,
     &BrowseController::playlists, &BrowseController::tracksOfPlaylist, nullptr},
    {"favourites"_L1, QT_TR_NOOP("Favourites"), QT_TR_NOOP("No favourites yet. Press the heart of a track."),
     nullptr, "favorites"_L1, nullptr, &BrowseController::favourites, nullptr},
    {"history"_L1, QT_TR_NOOP("Recently played"), QT_TR_NOOP("Nothing has been played yet."), nullptr,
     "history"_L1, nullptr, &BrowseController::history, nullptr},
    {"most-played"_L1, QT_TR_NOOP("Most played"), QT_TR_NOOP("Nothing has been played yet."), nullptr,
     "history"_L1, nullptr, &BrowseController::mostPlayed, nullptr},
    {"added"_L1, QT_TR_NOOP("Recently added"), QT_TR_NOOP("Nothing here yet."), nullptr, "added"_L1, nullptr,
     &BrowseController::added, nullptr},
};

const BrowseController::Section *BrowseController::sectionNamed(const QString &name)
{
    const auto *found = std::ranges::find(sections, name, &Section::name);
    return found == std::end(sections) ? nullptr : found;
}

BrowseController::BrowseController(const Library::CatalogueReader &catalogue, PersonalController &personal,
                                   QObject *parent)
    : QObject(parent)
    , m_catalogue(catalogue)
    , m_personal(personal)
    , m_tracks(
          catalogue, [this](const auto &) { return shownTracks(); },
          [this](Sync::TrackId track) { return remembered(track); })
    , m_albums(catalogue, [this](const auto &) { return shownAlbums(); })
{
    for (const auto signal : {&PersonalController::favouritesChanged, &PersonalController::playlistsChanged,
                              &PersonalController::heard})
        connect(&personal, signal, this, &BrowseController::reload);
}

BrowseController::~BrowseController() = default;

QString BrowseController::section() const { return m_section ? m_section->name : QString(); }

void BrowseController::setSection(const QString &section)
{
    const Section *wanted = sectionNamed(section);
    if (wanted == m_section)
        return;
    m_section = wanted;
    m_open = {};
    reload();
}

QString BrowseController::title() const
{
    if (entryOpen())
        return m_open.name;
    return m_section ? tr(m_section->title) : QString();
}

QString BrowseController::emptyText() const
{
    const bool empty = showsTracks() ? m_tracks.count() == 0 : m_entries.rowCount() == 0;
    if (!empty || !m_section)
        return {};
    return tr(entryOpen() ? m_section->emptyEntry : m_section->empty);
}

QString BrowseController::fromIs() const { return m_section ? m_section->fromIs : QString(); }

void BrowseController::open(const QString &entryId)
{
    const auto found = std::ranges::find(m_entries.entries(), entryId.toULongLong(), &Entry::id);
    if (found == m_entries.entries().end())
        return;
    m_open = *found;
    reloadOpen();
}

void BrowseController::close()
{
    m_open = {};
    Q_EMIT changed();
}

bool BrowseController::editable() const
{
    return entryOpen() && m_section && m_section->tracks == &BrowseController::tracksOfPlaylist;
}

bool BrowseController::listed() const
{
    return m_section && m_section->tracks == &BrowseController::mostPlayed;
}

QStringList BrowseController::trackIds() const
{
    QStringList ids;
    for (const Sync::TrackId track : m_tracks.ids())
        if (track < Library::TrackModel::nowhere)
            ids.append(QString::number(track));
    return ids;
}

void BrowseController::moveTrack(int from, int to)
{
    if (editable())
        m_personal.moveInPlaylist(fromIsId(), from, to);
}

void BrowseController::removeTracks(const QList<int> &rows)
{
    if (editable())
        m_personal.takeFromPlaylist(fromIsId(), rows);
}

void BrowseController::reload()
{
    m_entries.show(m_section && m_section->entries ? (this->*m_section->entries)() : QList<Entry>());
    if (entryOpen()) {
        const auto found = std::ranges::find(m_entries.entries(), m_open.id, &Entry::id);
        m_open = found == m_entries.entries().end() ? Entry() : *found;
    }
    reloadOpen();
}

void BrowseController::reloadOpen()
{
    m_tracks.reload();
    m_albums.reload();
    Q_EMIT changed();
}

QList<Entry> BrowseController::artists() const
{
    QList<Entry> entries;
    for (const Library::Artist &artist : m_catalogue.artists())
        entries.append(entry(artist.id, artist.name, artist.trackCount));
    return entries;
}

QList<Entry> BrowseController::genres() const
{
    QList<Entry> entries;
    for (const Library::Genre &genre : m_catalogue.genres())
        entries.append(entry(genre.id, genre.name, genre.trackCount));
    return entries;
}

QList<Entry> BrowseController::playlists() const
{
    QList<Entry> entries;
    for (const Personal::Playlist &playlist : m_personal.allPlaylists())
        entries.append(entry(playlist.id, playlist.name, playlist.itemCount));
    return entries;
}

// All of its items, also those the library does not have: a row is an item, and one without a track stands
// with its place.
BrowseController::Ids BrowseController::tracksOfPlaylist() const
{
    Ids tracks;
    for (const Personal::PlaylistItem &item : m_personal.itemsOfPlaylist(m_open.id))
        tracks.append(item.trackId != 0 ? item.trackId
                                        : Library::TrackModel::nowhere + quint64(tracks.size()));
    return tracks;
}

std::optional<Library::Track> BrowseController::remembered(Sync::TrackId track) const
{
    const QList<Personal::PlaylistItem> items =
        editable() ? m_personal.itemsOfPlaylist(m_open.id) : QList<Personal::PlaylistItem>();
    const auto item = track >= Library::TrackModel::nowhere
        ? items.begin() + qsizetype(track - Library::TrackModel::nowhere)
        : std::ranges::find(items, track, &Personal::PlaylistItem::trackId);
    if (item >= items.end())
        return std::nullopt;
    return Library::Track{
        .id = track, .title = item->title, .artist = item->artist, .duration = item->duration};
}

BrowseController::Ids BrowseController::favourites() const
{
    return m_catalogue.present(m_personal.favourites());
}

BrowseController::Ids BrowseController::history() const
{
    return m_catalogue.present(m_personal.history(shown));
}

BrowseController::Ids BrowseController::mostPlayed() const
{
    return m_catalogue.present(m_personal.mostPlayed(shown));
}

BrowseController::Ids BrowseController::added() const
{
    return m_catalogue.recentlyAdded(m_catalogue.newestShown);
}

QList<quint64> BrowseController::shownAlbums() const
{
    if (!entryOpen() || !m_section || !m_section->albums)
        return {};
    Library::Filter filter;
    filter.*m_section->albums = m_open.id;
    return m_catalogue.albumIds(filter);
}

BrowseController::Ids BrowseController::shownTracks() const
{
    return m_section && showsTracks() ? (this->*m_section->tracks)() : Ids();
}

} // namespace Desktop
