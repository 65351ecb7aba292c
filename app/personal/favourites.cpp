// SPDX-License-Identifier: Apache-2.0
#include "app/personal/favourites.h"

#include "app/personal/logging.h"
#include "sync/store/personaldatabase.h"
#include "sync/store/statement.h"

using namespace Qt::StringLiterals;

namespace Personal {

using Sync::idValue;

Favourites::Favourites(const QString &directory, const QString &user)
    : m_user(user)
    , m_database(Sync::PersonalDatabase::open(directory))
{
}

QList<Favourite> Favourites::all() const
{
    return answered([this] {
        return Sync::rows(*m_database,
                          u"SELECT track_id, since_ms FROM favourites WHERE user = ? "
                          "ORDER BY since_ms DESC, track_id"_s,
                          {m_user}, [](const QSqlQuery &row) {
                              return Favourite{.trackId = Sync::idAt(row, 0),
                                               .since = momentFrom(row.value(1))};
                          });
    });
}

bool Favourites::contains(Sync::TrackId track) const
{
    return answered([&] { return stored(track).since.has_value(); });
}

Favourite Favourites::stored(Sync::TrackId track) const
{
    const auto since =
        Sync::rows(*m_database, u"SELECT since_ms FROM favourites WHERE user = ? AND track_id = ?"_s,
                   {m_user, idValue(track)}, [](const QSqlQuery &row) { return momentFrom(row.value(0)); });
    return {.trackId = track, .since = since.isEmpty() ? std::nullopt : std::optional(since.first())};
}

Favourite Favourites::add(Sync::TrackId track, Moment now)
{
    const Favourite before = stored(track);
    return before.since ? before : restore({.trackId = track, .since = now});
}

Favourite Favourites::remove(Sync::TrackId track) { return restore({.trackId = track}); }

Favourite Favourites::restore(const Favourite &state) { return restoreAll({state}).first(); }

QList<Favourite> Favourites::restoreAll(const QList<Favourite> &states)
{
    Sync::Transaction transaction(*m_database);
    QList<Favourite> before;
    for (const Favourite &state : states) {
        before.append(stored(state.trackId));
        write(state);
    }
    transaction.commit();
    return before;
}

void Favourites::write(const Favourite &state) const
{
    if (state.since)
        Sync::run(*m_database,
                  u"INSERT OR REPLACE INTO favourites (user, track_id, since_ms) VALUES (?, ?, ?)"_s,
                  {m_user, idValue(state.trackId), momentValue(*state.since)});
    else
        Sync::run(*m_database, u"DELETE FROM favourites WHERE user = ? AND track_id = ?"_s,
                  {m_user, idValue(state.trackId)});
}

} // namespace Personal
