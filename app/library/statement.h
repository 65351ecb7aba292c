// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/database.h"

#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <unordered_map>

namespace Library {

/// The file no longer holds what was written to it.
class CatalogueDamaged : public Sync::DatabaseError
{
public:
    using DatabaseError::DatabaseError;
};

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

/// QtSql binds a null QString as NULL, which no column here takes.
[[nodiscard]] inline QVariant words(const QString &text)
{
    return text.isNull() ? QString(QLatin1StringView("")) : text;
}

/// Statements that are prepared once. Must go before their connection does.
class Statements
{
public:
    explicit Statements(const QSqlDatabase &database)
        : m_database(database)
    {
    }
    [[nodiscard]] const QSqlDatabase &database() const { return m_database; }

    /// Valid until the same words are run again. Whoever leaves rows unread calls finish() on it, or the
    /// write-ahead log cannot shrink.
    QSqlQuery &run(const QString &sql, const QVariantList &values = {});

private:
    QSqlDatabase m_database;
    std::unordered_map<QString, QSqlQuery> m_prepared;
};

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
