// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/searchcontroller.h"

#include "app/desktop/personalcontroller.h"
#include "app/desktop/radiocontroller.h"
#include "app/library/searchtext.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Desktop {

namespace {

// Short: a search takes a few milliseconds, and whoever types wants to see it happen.
constexpr std::chrono::milliseconds typingPause = 60ms;

constexpr Library::SearchLimits limits{.tracks = 200, .albums = 30, .artists = 12};

/// Those whose name has words that begin with all that was typed.
template <typename Rows> QList<Entry> matching(const Rows &rows, const QString &typed)
{
    QList<Entry> entries;
    for (const auto &row : rows)
        if (Library::mentions(row.name, typed))
            entries.append({.id = row.id, .name = row.name});
    return entries;
}

} // namespace

SearchController::SearchController(const Library::CatalogueReader &catalogue,
                                   const PersonalController &personal, const RadioController &radio,
                                   QObject *parent)
    : QObject(parent)
    , m_catalogue(catalogue)
    , m_personal(personal)
    , m_radio(radio)
    , m_albums(catalogue, [this](const auto &) { return m_found.albums; })
    , m_tracks(catalogue, [this](const auto &) { return m_found.tracks; })
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(typingPause);
    connect(&m_soon, &QTimer::timeout, this, &SearchController::reload);
}

void SearchController::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_soon.start();
    Q_EMIT textChanged();
}

QString SearchController::emptyText() const
{
    if (m_searched.isEmpty())
        return tr("Type what you look for: a title, an artist, an album, a playlist or a station.");
    const bool something = artistCount() + albumCount() + trackCount() + playlistCount() + stationCount() > 0;
    return something ? QString() : tr("Nothing found for “%1”.").arg(m_searched);
}

void SearchController::reload()
{
    m_searched = m_text.trimmed();
    m_found = m_catalogue.searchIds(m_searched, limits);
    QList<Entry> artists;
    for (const quint64 id : std::as_const(m_found.artists))
        if (const auto artist = m_catalogue.artist(id))
            artists.append({.id = id, .name = artist->name});
    m_artists.show(artists);
    m_albums.reload();
    m_tracks.reload();
    const bool empty = m_searched.isEmpty();
    m_playlists.show(empty ? QList<Entry>() : matching(m_personal.allPlaylists(), m_searched));
    m_stations.show(empty ? QList<Entry>() : matching(m_radio.all(), m_searched));
    Q_EMIT foundChanged();
}

} // namespace Desktop
