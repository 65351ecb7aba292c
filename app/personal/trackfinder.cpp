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

/// The one track a statement finds for @p value.
std::optional<PlaylistItem> only(QSqlQuery &query, const QVariant &value)
{
    return answered([&]() -> std::optional<PlaylistItem> {
        Sync::run(query, {value});
        std::optional<PlaylistItem> found;
        if (query.next())
            found = PlaylistItem{.trackId = Sync::idAt(query, 0),
                                 .title = query.value(1).toString(),
                                 .artist = query.value(2).toString(),
                                 .duration = std::chrono::milliseconds(query.value(3).toLongLong())};
        query.finish(); // an open read would keep the catalogue's log from being cut
        return found;
    });
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
    : m_database(catalogue, Library::catalogueMigrations())
    , m_reader(catalogue)
    , m_byPath(Sync::prepared(m_database,
                              u"SELECT t.id, t.title, t.artist, t.duration_ms FROM files f "
                              "JOIN tracks t ON t.id = f.track_id WHERE f.path = ?"_s))
    , m_byId(Sync::prepared(m_database, u"SELECT id, title, artist, duration_ms FROM tracks WHERE id = ?"_s))
{
}

std::optional<PlaylistItem> TrackFinder::in(const QString &file) const
{
    auto found = only(m_byPath, file);
    if (found)
        found->path = file;
    return found;
}

std::optional<PlaylistItem> TrackFinder::at(const QString &path) const
{
    if (path.isEmpty())
        return std::nullopt;
    if (auto found = in(path))
        return found;
    for (const QString &spelling : otherSpellings(path))
        if (auto found = in(spelling))
            return found;
    return std::nullopt;
}

std::optional<PlaylistItem> TrackFinder::known(Sync::TrackId id) const
{
    return id == 0 ? std::nullopt : only(m_byId, Sync::idValue(id));
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
        found = at(item.path);
    if (!found)
        found = named(item);
    if (found && found->path.isEmpty())
        found->path = item.path;
    return found;
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
