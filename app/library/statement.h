// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSqlQuery>
#include <QVariant>

namespace Library {

/// Prepares a statement, or throws Sync::DatabaseError.
[[nodiscard]] QSqlQuery prepared(const QSqlDatabase &database, const QString &sql);

/// Runs a prepared statement with these values, or throws Sync::DatabaseError.
void run(QSqlQuery &query, const QVariantList &values = {});

/// Both at once, for what runs only once.
QSqlQuery run(const QSqlDatabase &database, const QString &sql, const QVariantList &values = {});

/// SQLite's integers have a sign; ids stay below 2^53, so nothing is lost.
[[nodiscard]] inline QVariant number(quint64 id) { return qint64(id); }
[[nodiscard]] inline quint64 idAt(const QSqlQuery &query, int column)
{
    return quint64(query.value(column).toLongLong());
}

/// Everything until commit(), or nothing.
class Transaction
{
public:
    explicit Transaction(const QSqlDatabase &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    void commit();

private:
    QSqlDatabase m_database;
    bool m_open = true;
};

} // namespace Library
