// SPDX-License-Identifier: Apache-2.0
#include "sync/store/sqlitestore.h"

#include "sync/logging.h"
#include "sync/store/personaldatabase.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace Sync {

namespace {

Loaded read(const Database &database, const QString &user)
{
    QSqlQuery query(database.handle());
    query.prepare(u"SELECT epoch, revision, session FROM sessions WHERE user = :user"_s);
    query.bindValue(u":user"_s, user);
    if (!query.exec())
        return {.record = {}, .error = query.lastError().databaseText()};
    if (!query.next())
        return {};
    return {.record = Record{.epoch = query.value(0).toString(),
                             .revision = query.value(1).toLongLong(),
                             .session = query.value(2).toString().toUtf8()},
            .error = {}};
}

Saved write(const Database &database, const QString &user, const Record &record,
            const std::optional<Version> &expected)
{
    QSqlQuery query(database.handle());
    if (expected) {
        query.prepare(u"UPDATE sessions SET epoch = :epoch, revision = :revision, session = :session "
                      "WHERE user = :user AND epoch = :old_epoch AND revision = :old_revision"_s);
        query.bindValue(u":old_epoch"_s, expected->epoch);
        query.bindValue(u":old_revision"_s, expected->revision);
    } else {
        query.prepare(u"INSERT OR IGNORE INTO sessions (user, epoch, revision, session) "
                      "VALUES (:user, :epoch, :revision, :session)"_s);
    }
    query.bindValue(u":user"_s, user);
    query.bindValue(u":epoch"_s, record.epoch);
    query.bindValue(u":revision"_s, record.revision);
    query.bindValue(u":session"_s, QString::fromUtf8(record.session));
    if (!query.exec()) {
        qCWarning(storeLog).noquote() << "A session could not be saved:" << query.lastError().databaseText();
        return Saved::Failed;
    }
    return query.numRowsAffected() == 1 ? Saved::Yes : Saved::Conflict;
}

} // namespace

SqliteStore::SqliteStore(const QString &directory)
    : m_directory(directory)
{
    m_thread.setMaxThreadCount(1);
    m_thread.setExpiryTimeout(-1);
    QString error;
    QtConcurrent::run(&m_thread, [&] {
        try {
            m_database = PersonalDatabase::open(directory);
        } catch (const DatabaseError &problem) {
            error = QString::fromUtf8(problem.what());
        }
    }).waitForFinished();
    if (!error.isEmpty())
        throw DatabaseError(error);
}

SqliteStore::~SqliteStore()
{
    QtConcurrent::run(&m_thread, [this] { m_database.reset(); }).waitForFinished();
}

QFuture<Loaded> SqliteStore::load(const QString &user)
{
    return QtConcurrent::run(&m_thread, [this, user] { return read(*m_database, user); });
}

QFuture<Saved> SqliteStore::save(const QString &user, const Record &record, const std::optional<Version> &expected)
{
    return QtConcurrent::run(&m_thread, [this, user, record, expected] {
        const Saved saved = write(*m_database, user, record, expected);
        // Here, on the first save of a day, it also covers a hub that runs for months.
        if (!PersonalDatabase::backUp(*m_database, m_directory, QDate::currentDate()))
            qCWarning(storeLog).noquote() << "The daily backup in" << m_directory << "could not be written.";
        return saved;
    });
}

} // namespace Sync
