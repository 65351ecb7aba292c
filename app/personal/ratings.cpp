// SPDX-License-Identifier: Apache-2.0
#include "app/personal/ratings.h"

#include "app/personal/logging.h"
#include "sync/store/personaldatabase.h"
#include "sync/store/statement.h"

using namespace Qt::StringLiterals;

namespace Personal {

using Sync::idValue;

Ratings::Ratings(const QString &directory, const QString &user)
    : m_user(user)
    , m_database(Sync::PersonalDatabase::open(directory))
{
}

QHash<Sync::TrackId, int> Ratings::all() const
{
    return answered([this] {
        QHash<Sync::TrackId, int> all;
        QSqlQuery query =
            Sync::run(*m_database, u"SELECT track_id, half_stars FROM ratings WHERE user = ?"_s, {m_user});
        while (query.next())
            all.insert(Sync::idAt(query, 0), query.value(1).toInt());
        return all;
    });
}

int Ratings::rating(Sync::TrackId track) const
{
    return answered([&] { return stored(track); });
}

int Ratings::stored(Sync::TrackId track) const
{
    QSqlQuery query =
        Sync::run(*m_database, u"SELECT half_stars FROM ratings WHERE user = ? AND track_id = ?"_s,
                  {m_user, idValue(track)});
    return query.next() ? query.value(0).toInt() : 0;
}

int Ratings::set(Sync::TrackId track, int halfStars)
{
    if (halfStars < 0 || halfStars > most)
        throw Sync::DatabaseError(u"A rating is between 0 and 5 stars."_s);
    Sync::Transaction transaction(*m_database);
    const int before = stored(track);
    if (halfStars == 0)
        Sync::run(*m_database, u"DELETE FROM ratings WHERE user = ? AND track_id = ?"_s,
                  {m_user, idValue(track)});
    else
        Sync::run(*m_database,
                  u"INSERT OR REPLACE INTO ratings (user, track_id, half_stars) VALUES (?, ?, ?)"_s,
                  {m_user, idValue(track), halfStars});
    transaction.commit();
    return before;
}

int Ratings::adopt(const QHash<Sync::TrackId, int> &ratings)
{
    Sync::Transaction transaction(*m_database);
    QSqlQuery insertion = Sync::prepared(*m_database,
                                         u"INSERT INTO ratings (user, track_id, half_stars) VALUES (?, ?, ?) "
                                         "ON CONFLICT DO NOTHING"_s);
    int adopted = 0;
    for (auto rating = ratings.cbegin(); rating != ratings.cend(); ++rating) {
        Sync::run(*m_database, insertion, {m_user, idValue(rating.key()), rating.value()});
        adopted += insertion.numRowsAffected();
    }
    transaction.commit();
    return adopted;
}

} // namespace Personal
