// SPDX-License-Identifier: Apache-2.0
#include "sync/store/statement.h"

#include <QSqlError>

using namespace Qt::StringLiterals;

namespace Sync {

namespace {

[[noreturn]] void fail(const QSqlError &error)
{
    throw DatabaseError(u"The database cannot be used: %1"_s.arg(error.databaseText()));
}

} // namespace

QSqlQuery prepared(const Database &database, const QString &sql)
{
    QSqlQuery query(database.handle());
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

QSqlQuery run(const Database &database, const QString &sql, const QVariantList &values)
{
    QSqlQuery query = prepared(database, sql);
    run(query, values);
    return query;
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
