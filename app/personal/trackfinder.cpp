// SPDX-License-Identifier: Apache-2.0
#include "app/personal/trackfinder.h"

#include "app/library/ids.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Personal {

namespace {

// Encoders differ in how much silence they leave at the ends.
constexpr auto sameLength = 3s;

QString nameKey(const QString &title, const QString &artist)
{
    return Library::normalised(title) + u'\n' + Library::normalised(artist);
}

PlaylistItem itemOf(const Library::Track &track)
{
    return {.trackId = track.id, .title = track.title, .artist = track.artist, .duration = track.duration};
}

QStringList otherSpellings(const QString &path)
{
    QStringList spellings;
    const auto add = [&](const QString &other) {
        if (!other.isEmpty() && other != path)
            spellings.append(QDir::cleanPath(other));
    };
    if (path.contains(u'%'))
        add(QUrl::fromPercentEncoding(path.toUtf8()));
    if (path.contains(u'\\'))
        add(QString(path).replace(u'\\', u'/'));
    add(QFileInfo(path).canonicalFilePath());
    return spellings;
}

} // namespace

TrackFinder::TrackFinder(const QString &catalogue)
    : m_reader(catalogue)
{
}

std::optional<PlaylistItem> TrackFinder::in(const QString &file, const QString &title) const
{
    const QList<Sync::TrackId> tracks = m_reader.tracksAt(file);
    auto found = known(tracks.value(0));
    for (qsizetype i = 1; i < tracks.size() && found && found->title != title; ++i)
        if (const auto other = known(tracks[i]); other && other->title == title)
            found = other;
    if (found)
        found->path = file;
    return found;
}

std::optional<PlaylistItem> TrackFinder::at(const QString &path, const QString &title) const
{
    if (path.isEmpty())
        return std::nullopt;
    if (auto found = in(path, title))
        return found;
    for (const QString &spelling : otherSpellings(path))
        if (auto found = in(spelling, title))
            return found;
    return std::nullopt;
}

std::optional<PlaylistItem> TrackFinder::known(Sync::TrackId id) const
{
    const auto track = id == 0 ? std::nullopt : m_reader.track(id);
    return track ? std::optional(itemOf(*track)) : std::nullopt;
}

std::optional<PlaylistItem> TrackFinder::item(Sync::TrackId id) const
{
    auto found = known(id);
    if (found)
        found->path = pathOf(id);
    return found;
}

std::optional<PlaylistItem> TrackFinder::find(const PlaylistItem &item) const
{
    auto found = known(item.trackId);
    if (!found)
        found = at(item.path, item.title);
    if (!found)
        found = named(item);
    if (found && found->path.isEmpty())
        found->path = item.path;
    return found;
}

// One walk over all names is cheaper than a search for each: whole collections are missing at once.
const QMultiHash<QString, Sync::TrackId> &TrackFinder::names() const
{
    if (!m_names) {
        m_names.emplace();
        for (const Library::Track &track : m_reader.tracks())
            m_names->insert(nameKey(track.title, track.artist), track.id);
    }
    return *m_names;
}

std::optional<PlaylistItem> TrackFinder::named(const PlaylistItem &item) const
{
    if (item.title.isEmpty() || item.artist.isEmpty())
        return std::nullopt;
    for (const Sync::TrackId id : names().values(nameKey(item.title, item.artist))) {
        const auto track = known(id);
        if (track
            && (item.duration == 0ms || std::chrono::abs(track->duration - item.duration) <= sameLength))
            return track;
    }
    return std::nullopt;
}

} // namespace Personal
