// SPDX-License-Identifier: Apache-2.0
#include "sync/store/rowtable.h"

#include "sync/limits.h"
#include "sync/store/personaldatabase.h"
#include "sync/store/rowkinds.h"
#include "sync/store/statement.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sync {

namespace {

/// A row's place: what of which kind, and whose.
struct Place {
    const RowKind *kind = nullptr;
    QString id;
    QString user;
};

std::optional<Place> placeOf(const QString &shelf, const QString &key)
{
    const auto colon = key.indexOf(u':');
    const auto kind = std::ranges::find(rowKinds, QStringView(key).first(std::max(colon, qsizetype(0))),
                                        [](const RowKind &one) { return QString(one.name); });
    if (kind == std::end(rowKinds) || kind->isOfPeople != (shelf == peopleShelf))
        return std::nullopt;
    return Place{.kind = kind, .id = key.sliced(colon + 1), .user = shelf};
}

QSqlQuery runGiven(const Database &database, const Place &place, QLatin1StringView sql,
                   const QByteArray &value = {})
{
    return run(database, "WITH given (id, user, content) AS (VALUES (?, ?, ?)) "_L1 + sql,
               {place.id, place.user, textValue(QString::fromUtf8(value))});
}

QByteArray valueAt(const Database &database, const Place &place)
{
    QSqlQuery query = runGiven(database, place, place.kind->read);
    return query.next() ? query.value(0).toString().toUtf8() : QByteArray();
}

void write(const Database &database, const Place &place, const QByteArray &value)
{
    if (value.isEmpty() || !place.kind->writeParts.isEmpty())
        runGiven(database, place, place.kind->remove);
    if (value.isEmpty())
        return;
    runGiven(database, place, place.kind->write, value);
    if (!place.kind->writeParts.isEmpty())
        runGiven(database, place, place.kind->writeParts, value);
}

/// A token's number here and whose it is.
std::optional<std::pair<qint64, QString>> tokenAt(const Database &database, const Place &place)
{
    if (place.kind->name != "token"_L1)
        return std::nullopt;
    const auto found =
        rows(database, u"SELECT id, user FROM tokens WHERE hash = ?"_s, {place.id}, [](const QSqlQuery &row) {
            return std::pair(row.value(0).toLongLong(), row.value(1).toString());
        });
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

} // namespace

RowTable::RowTable(const QString &directory)
    : m_database(PersonalDatabase::open(directory))
{
}

QStringList RowTable::shelves() const
{
    return QStringList(peopleShelf)
        + rows(*m_database, u"SELECT user FROM users"_s, {},
               [](const QSqlQuery &row) { return row.value(0).toString(); });
}

QList<SharedRow> RowTable::unknown(const QString &shelf) const
{
    QList<SharedRow> found =
        rows(*m_database, u"SELECT key, changed_ms FROM changes WHERE shelf = ? AND NOT is_known LIMIT ?"_s,
             {shelf, Limits::rowsAtOnce}, [](const QSqlQuery &row) {
                 return SharedRow{
                     .key = row.value(0).toString(), .changedMs = row.value(1).toLongLong(), .value = {}};
             });
    QList<SharedRow> full;
    for (qsizetype i = 0, bytes = 0; i < found.size() && bytes < Limits::rowBytesAtOnce; ++i) {
        if (const auto place = placeOf(shelf, found[i].key))
            found[i].value = valueAt(*m_database, *place);
        bytes += found[i].value.size();
        full.append(found[i]);
    }
    return full;
}

void RowTable::setKnown(const QString &shelf, const QList<SharedRow> &rows) const
{
    Transaction transaction(*m_database);
    for (const SharedRow &row : rows)
        run(*m_database, u"UPDATE changes SET is_known = 1 WHERE shelf = ? AND key = ? AND changed_ms = ?"_s,
            {shelf, row.key, row.changedMs});
    transaction.commit();
}

void RowTable::setUnknownBut(const QString &shelf, const QStringList &keys) const
{
    run(*m_database,
        u"UPDATE changes SET is_known = 0 WHERE shelf = ? AND is_known"
        " AND key NOT IN (SELECT value FROM json_each(?))"_s,
        {shelf, textListValue(keys)});
}

RowTable::Taken RowTable::take(const QString &shelf, const QList<SharedRow> &rows) const
{
    Taken taken;
    Transaction transaction(*m_database);
    for (const SharedRow &row : rows) {
        try {
            take(shelf, row, taken);
        } catch (const DatabaseError &error) {
            taken.faults.append(u"What another hub says of %1 is not used: %2"_s.arg(
                row.key, QString::fromUtf8(error.what())));
        }
    }
    transaction.commit();
    return taken;
}

void RowTable::take(const QString &shelf, const SharedRow &row, Taken &taken) const
{
    const auto place = placeOf(shelf, row.key);
    if (!place)
        return taken.faults.append(
            u"What another hub says of %1 is not known here: it may be of another version."_s.arg(row.key));
    const auto known =
        rows(*m_database, u"SELECT changed_ms FROM changes WHERE shelf = ? AND key = ?"_s, {shelf, row.key},
             [](const QSqlQuery &query) { return query.value(0).toLongLong(); });
    if (!known.isEmpty() && known.first() >= row.changedMs)
        return;
    if (valueAt(*m_database, *place) != row.value) {
        const auto before = tokenAt(*m_database, *place);
        write(*m_database, *place, row.value);
        const auto after = tokenAt(*m_database, *place);
        if (before)
            (after && after->second != before->second ? taken.moved : taken.revoked).append(before->first);
        taken.users |= place->kind->name == "user"_L1;
        taken.music |= !place->kind->isOfPeople;
    }
    // The triggers have noted that as a change made here.
    run(*m_database,
        u"INSERT INTO changes (shelf, key, changed_ms, is_known) VALUES (?, ?, ?, 1)"
        " ON CONFLICT (shelf, key) DO UPDATE SET changed_ms = excluded.changed_ms, is_known = 1"_s,
        {shelf, row.key, row.changedMs});
}

} // namespace Sync
