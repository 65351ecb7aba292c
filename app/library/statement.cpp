// SPDX-License-Identifier: Apache-2.0
#include "app/library/statement.h"

#include <QSqlError>

using namespace Qt::StringLiterals;

namespace Library {

namespace {

[[noreturn]] void fail(const QSqlError &error)
{
    const QString code = error.nativeErrorCode();
    if (code == "11"_L1 || code == "26"_L1) // SQLITE_CORRUPT, SQLITE_NOTADB
        throw CatalogueDamaged(u"The catalogue is damaged and is made anew when Segue starts again: %1"_s.arg(
            error.databaseText()));
    throw Sync::DatabaseError(u"The catalogue cannot be used: %1"_s.arg(error.databaseText()));
}

} // namespace

QSqlQuery prepared(const QSqlDatabase &database, const QString &sql)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        fail(query.lastError());
    return query;
}

void run(QSqlQuery &query, const QVariantList &values)
{
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values[i]);
    if (!query.exec())
        fail(query.lastError());
}

QSqlQuery run(const QSqlDatabase &database, const QString &sql, const QVariantList &values)
{
    QSqlQuery query = prepared(database, sql);
    run(query, values);
    return query;
}

QSqlQuery &Statements::run(const QString &sql, const QVariantList &values)
{
    auto found = m_prepared.find(sql);
    if (found == m_prepared.end())
        found = m_prepared.emplace(sql, prepared(m_database, sql)).first;
    Library::run(found->second, values);
    return found->second;
}

Transaction::Transaction(const QSqlDatabase &database)
    : m_database(database)
{
    run(m_database, u"BEGIN IMMEDIATE"_s); // not QtSql's own: that one may fail half-way when it first writes
}

Transaction::~Transaction()
{
    if (m_open)
        QSqlQuery(m_database).exec(u"ROLLBACK"_s);
}

void Transaction::commit()
{
    run(m_database, u"COMMIT"_s);
    m_open = false;
}

} // namespace Library
