// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/database.h"

#include <QList>
#include <QSqlQuery>
#include <QStringList>
#include <QVariant>

#include <unordered_map>

namespace Sync {

/// Prepares a statement, or throws DatabaseError, here as below.
[[nodiscard]] QSqlQuery prepared(const Database &database, const QString &sql);

/// Runs a prepared statement of this database with these values.
void run(const Database &database, QSqlQuery &query, const QVariantList &values = {});

/// Both at once, for what runs only once.
QSqlQuery run(const Database &database, const QString &sql, const QVariantList &values = {});

/// Every row of a question, made a value of by @p from; throws DatabaseError.
template <typename From>
auto rows(const Database &database, const QString &sql, const QVariantList &values, From from)
{
    QList<decltype(from(std::declval<QSqlQuery>()))> rows;
    QSqlQuery query = run(database, sql, values);
    while (query.next())
        rows.append(from(query));
    return rows;
}

/// SQLite's integers have a sign; ids stay below 2^53, so nothing is lost.
[[nodiscard]] inline QVariant idValue(quint64 id) { return qint64(id); }
[[nodiscard]] inline quint64 idAt(const QSqlQuery &query, int column)
{
    return quint64(query.value(column).toLongLong());
}

/// For SQLite's json_each(): many ids in one question.
[[nodiscard]] QVariant idListValue(const QList<quint64> &ids);
[[nodiscard]] QVariant textListValue(const QStringList &texts);

/// A null string would be NULL.
[[nodiscard]] inline QVariant textValue(const QString &text)
{
    return text.isNull() ? QString(0, QChar()) : text;
}

/// Statements that are prepared once. Must go before their database does.
class Statements
{
public:
    explicit Statements(const Database &database)
        : m_database(database)
    {
    }
    [[nodiscard]] const Database &database() const { return m_database; }

    /// Valid until the same words are run again. Whoever leaves rows unread calls finish() on it, or the
    /// write-ahead log cannot shrink.
    QSqlQuery &run(const QString &sql, const QVariantList &values = {});

private:
    const Database &m_database;
    std::unordered_map<QString, QSqlQuery> m_prepared;
};

/// Everything until commit(), or nothing.
class Transaction
{
public:
    explicit Transaction(const Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    void commit();

private:
    const Database &m_database;
    bool m_open = true;
};

} // namespace Sync
