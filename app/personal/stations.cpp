// SPDX-License-Identifier: Apache-2.0
#include "app/personal/stations.h"

#include "app/library/ids.h"
#include "app/library/reasons.h"
#include "app/personal/limits.h"
#include "app/personal/logging.h"
#include "app/personal/playlist.h"
#include "sync/store/personaldatabase.h"
#include "sync/store/statement.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Personal {

namespace {

quint64 stationId(const QUrl &url)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    hash.addData("station");
    hash.addData(QByteArrayView("\0", 1));
    hash.addData(url.toEncoded());
    return Library::idFrom(hash.result());
}

QList<Station>::iterator find(QList<Station> &stations, quint64 id)
{
    return std::ranges::find(stations, id, &Station::id);
}

} // namespace

std::optional<QUrl> stationUrl(const QString &typed)
{
    if (typed.size() > Limits::urlCharacters)
        return std::nullopt;
    QUrl url(typed.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || (url.scheme() != "http"_L1 && url.scheme() != "https"_L1) || url.host().isEmpty()
        || !url.userInfo().isEmpty())
        return std::nullopt;
    url.setFragment({});
    if (url.path().isEmpty())
        url.setPath(u"/"_s);
    return url;
}

Station makeStation(const QString &name, const QUrl &url)
{
    const QString tidy = tidyName(name);
    return {.id = stationId(url), .name = tidy.isEmpty() ? url.host() : tidy, .url = url};
}

Stations::Stations(const QString &directory, const QString &user)
    : m_user(user)
    , m_database(Sync::PersonalDatabase::open(directory))
{
}

QList<Station> Stations::all() const
{
    return answered([this] { return stored(); });
}

std::optional<Station> Stations::station(quint64 id) const
{
    const auto found = answered([&] { return stored(u" AND id = ?"_s, {Sync::idValue(id)}); });
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

QList<Station> Stations::stored(const QString &condition, const QVariantList &values) const
{
    return Sync::rows(
        *m_database,
        u"SELECT id, name, url FROM stations WHERE user = ?%1 ORDER BY position"_s.arg(condition),
        QVariantList{m_user} + values, [](const QSqlQuery &row) {
            return Station{.id = Sync::idAt(row, 0),
                           .name = row.value(1).toString(),
                           .url = QUrl(row.value(2).toString())};
        });
}

void Stations::write(const QList<Station> &stations) const
{
    if (stations.size() > Limits::stations)
        throw Sync::DatabaseError(
            Library::Reasons::tr("There is room for %1 stations at most.").arg(Limits::stations));
    Sync::run(*m_database, u"DELETE FROM stations WHERE user = ?"_s, {m_user});
    QSqlQuery insertion = Sync::prepared(
        *m_database, u"INSERT INTO stations (user, id, name, url, position) VALUES (?, ?, ?, ?, ?)"_s);
    for (qsizetype i = 0; i < stations.size(); ++i)
        Sync::run(*m_database, insertion,
                  {m_user, Sync::idValue(stations[i].id), Sync::textValue(stations[i].name),
                   QString::fromLatin1(stations[i].url.toEncoded()), i});
}

// They are few: the list is written as a whole.
template <typename Change> QList<Station> Stations::change(const Change &change)
{
    Sync::Transaction transaction(*m_database);
    QList<Station> before = stored();
    QList<Station> after = before;
    change(after);
    if (after != before)
        write(after);
    transaction.commit();
    return before;
}

QList<Station> Stations::add(const QList<Station> &stations)
{
    return change([&stations](QList<Station> &all) {
        for (const Station &station : stations) {
            const auto known = find(all, station.id);
            if (known != all.end())
                known->name = station.name;
            else
                all.append(station);
        }
    });
}

QList<Station> Stations::rename(quint64 id, const QString &name)
{
    return change([&](QList<Station> &all) {
        const auto station = find(all, id);
        if (station != all.end())
            *station = makeStation(name, station->url);
    });
}

QList<Station> Stations::move(quint64 id, int to)
{
    return change([&](QList<Station> &all) {
        const auto station = find(all, id);
        if (station != all.end())
            all.move(station - all.begin(), std::clamp<qsizetype>(to, 0, all.size() - 1));
    });
}

QList<Station> Stations::remove(quint64 id)
{
    return change([id](QList<Station> &all) { all.removeIf([id](const Station &s) { return s.id == id; }); });
}

QList<Station> Stations::exchange(quint64 id, const Station &other)
{
    return change([&](QList<Station> &all) {
        const auto station = find(all, id);
        if (station == all.end())
            return;
        *station = other;
        const qsizetype place = station - all.begin();
        for (qsizetype i = all.size() - 1; i >= 0; --i) // it may have been there already
            if (i != place && all.at(i).id == other.id)
                all.remove(i);
    });
}

QList<Station> Stations::replace(const QList<Station> &stations)
{
    return change([&stations](QList<Station> &all) { all = stations; });
}

} // namespace Personal
