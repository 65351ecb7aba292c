// SPDX-License-Identifier: Apache-2.0
#include "app/personal/playlists.h"

#include "app/library/reasons.h"
#include "app/personal/limits.h"
#include "app/personal/logging.h"
#include "sync/store/personaldatabase.h"
#include "sync/store/statement.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Personal {

namespace {

using Sync::DatabaseError;
using Sync::idAt;
using Sync::idValue;
using Sync::textValue;
using Sync::Transaction;

quint64 newId() { return QRandomGenerator::system()->generate64() % Sync::maxId + 1; }

QString requiredName(const QString &typed)
{
    const QString name = tidyName(typed);
    if (name.isEmpty())
        throw DatabaseError(Library::Reasons::tr("A playlist needs a name."));
    return name;
}

Playlist playlistFrom(const QSqlQuery &row)
{
    return {.id = idAt(row, 0),
            .name = row.value(1).toString(),
            .origin = row.value(2).toString(),
            .created = momentFrom(row.value(3)),
            .changed = momentFrom(row.value(4)),
            .itemCount = row.value(5).toInt(),
            .duration = std::chrono::milliseconds(row.value(6).toLongLong())};
}

PlaylistItem itemFrom(const QSqlQuery &row)
{
    return {.trackId = idAt(row, 0),
            .title = row.value(1).toString(),
            .artist = row.value(2).toString(),
            .duration = std::chrono::milliseconds(row.value(3).toLongLong()),
            .path = row.value(4).toString()};
}

} // namespace

Playlists::Playlists(const QString &directory, const QString &user)
    : m_user(user)
    , m_database(Sync::PersonalDatabase::open(directory))
{
}

QList<Playlist> Playlists::matching(const QString &condition, const QVariantList &values) const
{
    return Sync::rows(*m_database,
                      "SELECT id, name, origin, created_ms, changed_ms, item_count, duration_ms "
                      "FROM playlists WHERE "_L1
                          + condition,
                      values, playlistFrom);
}

QList<Playlist> Playlists::all() const
{
    return answered([this] {
        QList<Playlist> all = matching(u"user = ?"_s, {m_user});
        // Not SQLite's order: that one knows the case of ASCII only.
        std::ranges::sort(all, [](const Playlist &a, const Playlist &b) {
            const int order = a.name.compare(b.name, Qt::CaseInsensitive);
            return order != 0 ? order < 0 : a.id < b.id;
        });
        return all;
    });
}

std::optional<Playlist> Playlists::playlist(quint64 id) const
{
    return answered([&]() -> std::optional<Playlist> {
        const QList<Playlist> found = matching(u"id = ? AND user = ?"_s, {idValue(id), m_user});
        return found.isEmpty() ? std::nullopt : std::optional(found.first());
    });
}

QList<PlaylistItem> Playlists::items(quint64 id) const
{
    return answered([&] { return storedItems(id); });
}

QList<PlaylistItem> Playlists::storedItems(quint64 id) const
{
    return Sync::rows(*m_database,
                      u"SELECT track_id, title, artist, duration_ms, path FROM playlist_items "
                      "WHERE playlist = ? AND user = ? ORDER BY position"_s,
                      {idValue(id), m_user}, itemFrom);
}

PlaylistState Playlists::state(quint64 id) const
{
    const QList<Playlist> found = matching(u"id = ? AND user = ?"_s, {idValue(id), m_user});
    if (found.isEmpty())
        return {.id = id};
    return {.id = id, .content = PlaylistState::Content{found.first(), storedItems(id)}};
}

PlaylistState Playlists::existing(quint64 id) const
{
    PlaylistState found = state(id);
    if (!found.content)
        throw DatabaseError(Library::Reasons::tr("This playlist is not there any more."));
    return found;
}

void Playlists::write(const PlaylistState::Content &content, const QList<PlaylistItem> &itemsBefore) const
{
    const auto &[playlist, items] = content;
    std::chrono::milliseconds duration{0};
    for (const PlaylistItem &item : items)
        duration += item.duration;
    Sync::run(
        *m_database,
        u"INSERT INTO playlists (id, user, name, origin, created_ms, changed_ms, item_count, duration_ms) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, "
        "changed_ms = excluded.changed_ms, item_count = excluded.item_count, "
        "duration_ms = excluded.duration_ms WHERE user = excluded.user"_s,
        {idValue(playlist.id), m_user, playlist.name, textValue(playlist.origin),
         momentValue(playlist.created), momentValue(playlist.changed), items.size(),
         qint64(duration.count())});
    writeItems(playlist.id, itemsBefore, items);
}

// Only from the first difference on: an item put at the end of a long list is one row.
void Playlists::writeItems(quint64 id, const QList<PlaylistItem> &before,
                           const QList<PlaylistItem> &after) const
{
    if (after.size() > Limits::playlistItems)
        throw DatabaseError(
            Library::Reasons::tr("A playlist holds %1 tracks at most.").arg(Limits::playlistItems));
    const auto [first, other] = std::mismatch(before.cbegin(), before.cend(), after.cbegin(), after.cend());
    Sync::run(*m_database, u"DELETE FROM playlist_items WHERE playlist = ? AND user = ? AND position >= ?"_s,
              {idValue(id), m_user, qint64(first - before.cbegin())});
    QSqlQuery insertion = Sync::prepared(
        *m_database,
        u"INSERT INTO playlist_items (playlist, position, user, track_id, title, artist, duration_ms, path) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s);
    for (auto item = other; item != after.cend(); ++item)
        Sync::run(*m_database, insertion,
                  {idValue(id), qint64(item - after.cbegin()), m_user, idValue(item->trackId),
                   textValue(item->title), textValue(item->artist), qint64(item->duration.count()),
                   textValue(item->path)});
}

template <typename Change> PlaylistState Playlists::change(quint64 id, Moment now, const Change &change)
{
    Transaction transaction(*m_database);
    PlaylistState before = existing(id);
    PlaylistState::Content after = *before.content;
    change(after);
    if (after == *before.content)
        return before;
    after.playlist.changed = now;
    write(after, before.content->items);
    transaction.commit();
    return before;
}

PlaylistState Playlists::create(const QString &name, const QList<PlaylistItem> &items, Moment now,
                                const QString &origin)
{
    const Playlist playlist{
        .id = newId(), .name = requiredName(name), .origin = origin, .created = now, .changed = now};
    Transaction transaction(*m_database);
    write({playlist, items}, {});
    transaction.commit();
    return {.id = playlist.id};
}

PlaylistState Playlists::rename(quint64 id, const QString &name, Moment now)
{
    return change(id, now, [name = requiredName(name)](PlaylistState::Content &content) {
        content.playlist.name = name;
    });
}

PlaylistState Playlists::remove(quint64 id)
{
    Transaction transaction(*m_database);
    PlaylistState before = existing(id);
    Sync::run(*m_database, u"DELETE FROM playlists WHERE id = ? AND user = ?"_s, {idValue(id), m_user});
    transaction.commit();
    return before;
}

PlaylistState Playlists::insert(quint64 id, int at, const QList<PlaylistItem> &items, Moment now)
{
    return change(id, now, [&](PlaylistState::Content &content) {
        const qsizetype place = std::clamp<qsizetype>(at, 0, content.items.size());
        content.items = content.items.first(place) + items + content.items.sliced(place);
    });
}

PlaylistState Playlists::move(quint64 id, const QList<int> &positions, int to, Moment now)
{
    return change(id, now, [&](PlaylistState::Content &content) {
        content.items = moved(content.items, positions, to);
    });
}

PlaylistState Playlists::take(quint64 id, const QList<int> &positions, Moment now)
{
    return change(
        id, now, [&](PlaylistState::Content &content) { content.items = without(content.items, positions); });
}

PlaylistState Playlists::replace(quint64 id, const QList<PlaylistItem> &items, Moment now)
{
    return change(id, now, [&](PlaylistState::Content &content) { content.items = items; });
}

PlaylistState Playlists::restore(const PlaylistState &wanted)
{
    Transaction transaction(*m_database);
    PlaylistState before = state(wanted.id);
    if (wanted.content) {
        write(*wanted.content, before.content ? before.content->items : QList<PlaylistItem>());
    } else {
        Sync::run(*m_database, u"DELETE FROM playlists WHERE id = ? AND user = ?"_s,
                  {idValue(wanted.id), m_user});
    }
    transaction.commit();
    return before;
}

} // namespace Personal
