// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSqlDatabase>
#include <QString>

#include <span>
#include <stdexcept>

namespace Sync {

/// One step of a schema. Steps are data: a plain statement list, applied in order, never edited once
/// released.
struct Migration {
    int version;
    const char *sql; ///< statements separated by ";\n"
};

/// A database that cannot be used. what() is a sentence for the person at the machine.
class DatabaseError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
    explicit DatabaseError(const QString &sentence)
        : std::runtime_error(sentence.toStdString())
    {
    }
};

/// The file no longer holds what was written to it.
class DatabaseDamaged : public DatabaseError
{
public:
    using DatabaseError::DatabaseError;
};

/// An open SQLite file in WAL mode with its schema up to date. Belongs to the thread that opened it; closes
/// when it goes. All names are plain SQLite; the driver's connection name stays inside.
class Database
{
public:
    /// Opens or makes @p path and migrates it. Throws DatabaseError: cannot be opened, or from a newer Segue.
    /// Does not check the content: see isSound(). @p name begins what a person is told of it later.
    Database(const QString &path, std::span<const Migration> migrations,
             QString name = QStringLiteral("The database"));
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    [[nodiscard]] QSqlDatabase handle() const;
    [[nodiscard]] const QString &name() const { return m_name; }

    /// Writes a consistent copy while in use. False where the target cannot be written.
    [[nodiscard]] bool copyTo(const QString &path) const;

private:
    const QString m_connection;
    const QString m_name;
};

/// SQLite's own quick check of a file that exists. False for a damaged file and for one that is no database.
[[nodiscard]] bool isSound(const QString &path);

/// Renames a damaged file (with its -wal and -shm) to NAME.damaged-TIME beside it; returns the new path.
QString setAside(const QString &path);

} // namespace Sync
