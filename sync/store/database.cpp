// SPDX-License-Identifier: Apache-2.0
#include "sync/store/database.h"

#include <QDateTime>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Sync {

namespace {

// Another thread or a leftover process may hold the write lock for a moment.
constexpr int busyTimeoutMs = 5000;

void run(const QSqlDatabase &database, const QString &path, const QString &sql)
{
    QSqlQuery query(database);
    if (!query.exec(sql))
        throw DatabaseError(
            u"The database %1 cannot be used: %2"_s.arg(path, query.lastError().databaseText()));
}

int schemaVersion(const QSqlDatabase &database)
{
    QSqlQuery query(u"PRAGMA user_version"_s, database);
    return query.next() ? query.value(0).toInt() : 0;
}

void migrate(const QSqlDatabase &database, const QString &path, std::span<const Migration> migrations)
{
    const int current = schemaVersion(database);
    if (!migrations.empty() && current > migrations.back().version)
        throw DatabaseError(u"The database %1 was written by a newer Segue (schema %2, this one knows %3). "
                            "Use that version, or another --data-dir."_s.arg(path)
                                .arg(current)
                                .arg(migrations.back().version));
    for (const auto &[version, sql] : migrations) {
        if (version <= current)
            continue;
        run(database, path, u"BEGIN IMMEDIATE"_s);
        if (version <= schemaVersion(database)) { // somebody else was first
            run(database, path, u"ROLLBACK"_s);
            continue;
        }
        for (const QString &statement : QString::fromUtf8(sql).split(u";\n"_s, Qt::SkipEmptyParts))
            if (!statement.trimmed().isEmpty())
                run(database, path, statement);
        run(database, path, u"PRAGMA user_version = %1"_s.arg(version));
        run(database, path, u"COMMIT"_s);
    }
}

} // namespace

Database::Database(const QString &path, std::span<const Migration> migrations, QString name)
    : m_connection(QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_name(std::move(name))
{
    try {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
        database.setDatabaseName(path);
        database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(busyTimeoutMs));
        if (!database.open())
            throw DatabaseError(
                u"The database %1 cannot be opened: %2"_s.arg(path, database.lastError().databaseText()));
        run(database, path, u"PRAGMA journal_mode = WAL"_s);
        run(database, path, u"PRAGMA synchronous = NORMAL"_s); // a commit survives kill -9; a power cut may
                                                               // cost the last ones
        run(database, path, u"PRAGMA foreign_keys = ON"_s);
        migrate(database, path, migrations);
    } catch (const DatabaseError &) {
        QSqlDatabase::removeDatabase(m_connection);
        throw;
    }
}

Database::~Database() { QSqlDatabase::removeDatabase(m_connection); }

QSqlDatabase Database::handle() const { return QSqlDatabase::database(m_connection); }

bool Database::copyTo(const QString &path) const
{
    QSqlQuery query(handle());
    query.prepare(u"VACUUM INTO ?"_s);
    query.addBindValue(path);
    return query.exec();
}

bool isSound(const QString &path)
{
    // To SQLite an empty file is a sound database; for us it is one cut off.
    if (QFileInfo(path).size() == 0)
        return false;
    const QString connection = QUuid::createUuid().toString(QUuid::WithoutBraces);
    bool sound = false;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
        database.setDatabaseName(path);
        if (database.open()) {
            QSqlQuery query(u"PRAGMA quick_check(1)"_s, database);
            sound = query.next() && query.value(0).toString() == "ok"_L1;
        }
    }
    QSqlDatabase::removeDatabase(connection);
    return sound;
}

QString setAside(const QString &path)
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    const QString aside = u"%1.damaged-%2"_s.arg(path, stamp);
    for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s})
        QFile::rename(path + suffix, aside + suffix);
    return aside;
}

} // namespace Sync
