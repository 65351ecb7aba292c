// SPDX-License-Identifier: Apache-2.0
#include "app/personal/trackfinder.h"

#include "app/library/catalogue.h"
#include "app/library/ids.h"
#include "app/personal/logging.h"
#include "sync/store/statement.h"

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

QStringList spellings(const QString &path)
{
    QStringList spellings{path};
    const auto add = [&spellings](const QString &other) {
        if (!other.isEmpty() && !spellings.contains(other))
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
    : m_database(catalogue, Library::catalogueMigrations())
    , m_reader(catalogue)
{
}

Sync::TrackId TrackFinder::idAt(const QString &path) const
{
    return answered([&] {
        QSqlQuery query =
            Sync::run(m_database, u"SELECT track_id FROM files WHERE path = ?"_s, {Sync::textValue(path)});
        return query.next() ? Sync::idAt(query, 0) : 0;
    });
}

std::optional<Library::Track> TrackFinder::at(const QString &path) const
{
    if (path.isEmpty())
        return std::nullopt;
    for (const QString &spelling : spellings(path))
        if (const Sync::TrackId id = idAt(spelling); id != 0)
            return m_reader.track(id);
    return std::nullopt;
}

std::optional<Library::Track> TrackFinder::find(const PlaylistItem &item) const
{
    if (item.trackId != 0)
        if (const auto track = m_reader.track(item.trackId))
            return track;
    if (const auto track = at(item.path))
        return track;
    return named(item);
}

// One walk over all names is cheaper than a search for each: whole collections are missing at once.
const QMultiHash<QString, Sync::TrackId> &TrackFinder::names() const
{
    if (!m_names)
        m_names = answered([this] {
            QMultiHash<QString, Sync::TrackId> names;
            QSqlQuery query = Sync::run(m_database, u"SELECT id, title, artist FROM tracks"_s);
            while (query.next())
                names.insert(nameKey(query.value(1).toString(), query.value(2).toString()),
                             Sync::idAt(query, 0));
            return names;
        });
    return *m_names;
}

std::optional<Library::Track> TrackFinder::named(const PlaylistItem &item) const
{
    if (item.title.isEmpty() || item.artist.isEmpty())
        return std::nullopt;
    for (const Sync::TrackId id : names().values(nameKey(item.title, item.artist))) {
        const auto track = m_reader.track(id);
        if (track
            && (item.duration == 0ms || std::chrono::abs(track->duration - item.duration) <= sameLength))
            return track;
    }
    return std::nullopt;
}

PlaylistItem itemOf(const Library::Track &track, const QString &path)
{
    return {.trackId = track.id,
            .title = track.title,
            .artist = track.artist,
            .duration = track.duration,
            .path = path};
}

} // namespace Personal
