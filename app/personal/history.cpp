// SPDX-License-Identifier: Apache-2.0
#include "app/personal/history.h"

#include "app/personal/limits.h"
#include "app/personal/logging.h"
#include "sync/store/personaldatabase.h"
#include "sync/store/statement.h"

using namespace Qt::StringLiterals;

namespace Personal {

namespace {

using Sync::idAt;
using Sync::idValue;

Play playFrom(const QSqlQuery &row)
{
    return {.trackId = idAt(row, 0),
            .started = momentFrom(row.value(1)),
            .played = std::chrono::milliseconds(row.value(2).toLongLong()),
            .completed = row.value(3).toBool()};
}

PlayCount countFrom(const QSqlQuery &row)
{
    return {.trackId = idAt(row, 0), .count = row.value(1).toInt(), .lastPlayed = momentFrom(row.value(2))};
}

} // namespace

History::History(const QString &directory, const QString &user)
    : m_user(user)
    , m_database(Sync::PersonalDatabase::open(directory))
{
}

void History::add(const Play &play)
{
    Sync::Transaction transaction(*m_database);
    const QSqlQuery added = Sync::run(
        *m_database,
        u"INSERT INTO plays (user, started_ms, track_id, played_ms, completed) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT DO NOTHING"_s,
        {m_user, momentValue(play.started), idValue(play.trackId), qint64(play.played.count()),
         int(play.completed)});
    if (added.numRowsAffected() == 0)
        return;
    Sync::run(
        *m_database,
        u"INSERT INTO play_counts (user, track_id, origin, count, last_played_ms) VALUES (?, ?, '', ?, ?) "
        "ON CONFLICT DO UPDATE SET count = count + excluded.count, "
        "last_played_ms = MAX(last_played_ms, excluded.last_played_ms)"_s,
        {m_user, idValue(play.trackId), int(play.completed), momentValue(play.started)});
    dropOldest();
    transaction.commit();
}

// In steps: finding the border walks over everything that stays.
void History::dropOldest()
{
    if (countPlays() <= Limits::playsKept + Limits::playsOver)
        return;
    Sync::run(*m_database,
              u"DELETE FROM plays WHERE user = ? AND started_ms < (SELECT started_ms FROM plays "
              "WHERE user = ? ORDER BY started_ms DESC LIMIT 1 OFFSET %1)"_s.arg(Limits::playsKept - 1),
              {m_user, m_user});
}

int History::adopt(const QList<PlayCount> &counts, const QString &origin)
{
    Sync::Transaction transaction(*m_database);
    QSqlQuery insertion = Sync::prepared(
        *m_database,
        u"INSERT INTO play_counts (user, track_id, origin, count, last_played_ms) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET count = excluded.count, last_played_ms = excluded.last_played_ms "
        "WHERE count <> excluded.count OR last_played_ms <> excluded.last_played_ms"_s);
    int changed = 0;
    for (const auto &[track, count, lastPlayed] : counts) {
        Sync::run(*m_database, insertion, {m_user, idValue(track), origin, count, momentValue(lastPlayed)});
        changed += insertion.numRowsAffected();
    }
    transaction.commit();
    return changed;
}

void History::clear()
{
    Sync::Transaction transaction(*m_database);
    Sync::run(*m_database, u"DELETE FROM plays WHERE user = ?"_s, {m_user});
    Sync::run(*m_database, u"DELETE FROM play_counts WHERE user = ?"_s, {m_user});
    transaction.commit();
}

QList<Play> History::recent(int limit, int offset) const
{
    return answered([&] {
        return Sync::rows(*m_database,
                          u"SELECT track_id, started_ms, played_ms, completed FROM plays WHERE user = ? "
                          "ORDER BY started_ms DESC, track_id LIMIT ? OFFSET ?"_s,
                          {m_user, limit, offset}, playFrom);
    });
}

int History::plays() const
{
    return answered([this] { return countPlays(); });
}

int History::countPlays() const
{
    QSqlQuery plays = Sync::run(*m_database, u"SELECT COUNT(*) FROM plays WHERE user = ?"_s, {m_user});
    return plays.next() ? plays.value(0).toInt() : 0;
}

QList<PlayCount> History::counted(const QString &rest, const QVariantList &values) const
{
    return answered([&] {
        return Sync::rows(*m_database,
                          "SELECT track_id, SUM(count) AS plays, MAX(last_played_ms) AS last_ms "
                          "FROM play_counts WHERE user = ? "_L1
                              + rest,
                          QVariantList{m_user} + values, countFrom);
    });
}

PlayCount History::count(Sync::TrackId track) const
{
    const auto found = counted(u"AND track_id = ? GROUP BY track_id"_s, {idValue(track)});
    return found.isEmpty() ? PlayCount{.trackId = track} : found.first();
}

QList<PlayCount> History::counts() const { return counted(u"GROUP BY track_id"_s, {}); }

QList<PlayCount> History::mostPlayed(int limit) const
{
    return counted(
        u"GROUP BY track_id HAVING plays > 0 ORDER BY plays DESC, last_ms DESC, track_id LIMIT ?"_s, {limit});
}

QList<PlayCount> History::recentlyPlayed(int limit) const
{
    return counted(u"GROUP BY track_id HAVING last_ms > 0 ORDER BY last_ms DESC, track_id LIMIT ?"_s,
                   {limit});
}

} // namespace Personal
