// SPDX-License-Identifier: Apache-2.0
#include "sync/store/statement.h"

#include <QSqlError>

using namespace Qt::StringLiterals;

namespace Sync {

namespace {

[[noreturn]] void fail(const Database &database, const QSqlError &error)
{
    const QString code = error.nativeErrorCode();
    if (code == "11"_L1 || code == "26"_L1) // SQLITE_CORRUPT, SQLITE_NOTADB
        throw DatabaseDamaged(u"%1 is damaged and is made anew when Segue starts again: %2"_s.arg(
            database.name(), error.databaseText()));
    throw DatabaseError(u"%1 cannot be used: %2"_s.arg(database.name(), error.databaseText()));
}

constexpr int mostValues = 32;

// For a value bound by its number QtSql makes a name each time, a fifth of the time of a scan.
const QStringList &placeholders()
{
    static const QStringList names = [] {
        QStringList made;
        for (int i = 0; i < mostValues; ++i)
            made += u":value%1"_s.arg(i);
        return made;
    }();
    return names;
}

/// No text in our statements has a question mark of its own.
QString named(const QString &sql)
{
    QString named;
    qsizetype count = 0;
    for (const QChar c : sql)
        if (c == u'?')
            named += placeholders().at(count++);
        else
            named += c;
    return named;
}

} // namespace

QSqlQuery prepared(const Database &database, const QString &sql)
{
    QSqlQuery query(database.handle());
    query.setForwardOnly(true);
    if (!query.prepare(named(sql)))
        fail(database, query.lastError());
    return query;
}

void run(const Database &database, QSqlQuery &query, const QVariantList &values)
{
    Q_ASSERT(values.size() <= mostValues);
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(placeholders()[i], values[i]);
    if (!query.exec())
        fail(database, query.lastError());
}

QSqlQuery run(const Database &database, const QString &sql, const QVariantList &values)
{
    QSqlQuery query = prepared(database, sql);
    run(database, query, values);
    return query;
}

QVariant idListValue(const QList<quint64> &ids)
{
    QString list;
    for (const quint64 id : ids)
        list += (list.isEmpty() ? u'[' : u',') + QString::number(id);
    return list.isEmpty() ? u"[]"_s : list + u']';
}

QSqlQuery &Statements::run(const QString &sql, const QVariantList &values)
{
    auto found = m_prepared.find(sql);
    if (found == m_prepared.end())
        found = m_prepared.emplace(sql, prepared(m_database, sql)).first;
    Sync::run(m_database, found->second, values);
    return found->second;
}

Transaction::Transaction(const Database &database)
    : m_database(database)
{
    run(m_database, u"BEGIN IMMEDIATE"_s); // not QtSql's own: that one may fail half-way when it first writes
}

Transaction::~Transaction()
{
    if (m_open)
        QSqlQuery(m_database.handle()).exec(u"ROLLBACK"_s);
}

void Transaction::commit()
{
    run(m_database, u"COMMIT"_s);
    m_open = false;
}

} // namespace Sync
