// SPDX-License-Identifier: Apache-2.0
#include "sync/store/sqlitestore.h"

#include "sync/logging.h"
#include "sync/store/personaldatabase.h"
#include "sync/store/statement.h"

#include <QDateTime>
#include <QPromise>
#include <QSqlError>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace Sync {

namespace {

// QtConcurrent::run() would do: but who waits for its future may be made to do the work, on the wrong thread.
template <typename Work> auto runOn(QThreadPool &thread, const Work &work) -> QFuture<decltype(work())>
{
    const auto promise = std::make_shared<QPromise<decltype(work())>>();
    promise->start();
    thread.start([promise, work] {
        promise->addResult(work());
        promise->finish();
    });
    return promise->future();
}

Loaded read(const Database &database, const QString &user)
{
    QSqlQuery query(database.handle());
    query.prepare(u"SELECT epoch, revision, session, queue FROM sessions WHERE user = :user"_s);
    query.bindValue(u":user"_s, user);
    if (!query.exec())
        return {.record = {}, .error = query.lastError().databaseText()};
    if (!query.next())
        return {};
    return {.record = Record{.epoch = query.value(0).toString(),
                             .revision = query.value(1).toLongLong(),
                             .session = query.value(2).toString().toUtf8(),
                             .queue = query.value(3).toString().toUtf8()},
            .error = {}};
}

QSqlQuery prepared(const Database &database, const std::optional<Version> &expected)
{
    QSqlQuery query(database.handle());
    if (expected) {
        query.prepare(
            u"UPDATE sessions SET epoch = :epoch, revision = :revision, session = :session, "
            "used_ms = :used_ms, queue = coalesce(:queue, queue) WHERE user = :user AND epoch = :old_epoch AND revision = :old_revision"_s);
        query.bindValue(u":old_epoch"_s, expected->epoch);
        query.bindValue(u":old_revision"_s, expected->revision);
    } else {
        query.prepare(u"INSERT OR IGNORE INTO sessions (user, epoch, revision, session, used_ms, queue) "
                      "VALUES (:user, :epoch, :revision, :session, :used_ms, coalesce(:queue, ''))"_s);
    }
    return query;
}

} // namespace

SqliteStore::SqliteStore(const QString &directory)
    : m_directory(directory)
{
    m_thread.setMaxThreadCount(1);
    m_thread.setExpiryTimeout(-1);
    const QString error = runOn(m_thread, [this] {
                              try {
                                  m_database = PersonalDatabase::open(m_directory);
                              } catch (const DatabaseError &problem) {
                                  return QString::fromUtf8(problem.what());
                              }
                              return QString();
                          }).result();
    if (!error.isEmpty())
        throw DatabaseError(error);
}

SqliteStore::~SqliteStore()
{
    runOn(m_thread, [this] {
        m_database.reset();
        return true;
    }).waitForFinished();
}

QFuture<Loaded> SqliteStore::load(const QString &user)
{
    return runOn(m_thread, [this, user] { return read(*m_database, user); });
}

QFuture<Saved> SqliteStore::save(const QString &user, const Record &record,
                                 const std::optional<Version> &expected)
{
    return runOn(m_thread, [this, user, record, expected] {
        const Saved saved = write(user, record, expected);
        backUp(); // on the first save of a day: it also covers a hub that runs for months
        return saved;
    });
}

QFuture<QList<Kept>> SqliteStore::kept(const QString &prefix)
{
    return runOn(m_thread, [this, prefix] {
        try {
            return rows(*m_database,
                        u"SELECT user, used_ms FROM sessions WHERE substr(user, 1, length(?)) = ?"_s,
                        {textValue(prefix), textValue(prefix)}, [](const QSqlQuery &row) {
                            return Kept{.user = row.value(0).toString(), .usedMs = row.value(1).toLongLong()};
                        });
        } catch (const DatabaseError &error) {
            qCWarning(storeLog) << error.what();
            return QList<Kept>();
        }
    });
}

void SqliteStore::remove(const QString &user)
{
    (void)runOn(m_thread, [this, user] {
        try {
            run(*m_database, u"DELETE FROM sessions WHERE user = ?"_s, {textValue(user)});
        } catch (const DatabaseError &error) {
            qCWarning(storeLog) << error.what(); // it is found, and tried again, when the hub next starts
        }
        return true;
    });
}

Saved SqliteStore::write(const QString &user, const Record &record, const std::optional<Version> &expected)
{
    QSqlQuery query = prepared(*m_database, expected);
    query.bindValue(u":user"_s, user);
    query.bindValue(u":epoch"_s, record.epoch);
    query.bindValue(u":revision"_s, record.revision);
    query.bindValue(u":session"_s, QString::fromUtf8(record.session));
    query.bindValue(u":used_ms"_s, QDateTime::currentMSecsSinceEpoch());
    query.bindValue(u":queue"_s, record.queue ? QVariant(QString::fromUtf8(*record.queue)) : QVariant());
    const bool ok = query.exec();
    const QString before = std::exchange(m_writeError, ok ? QString() : query.lastError().databaseText());
    if (!ok && m_writeError != before)
        qCWarning(storeLog).noquote()
            << "The database in" << m_directory << "cannot be written:" << m_writeError
            << "- its sessions are kept in memory and tried again.";
    if (!ok)
        return Saved::Failed;
    return query.numRowsAffected() == 1 ? Saved::Yes : Saved::Conflict;
}

void SqliteStore::backUp()
{
    const bool failed = !PersonalDatabase::backUp(*m_database, m_directory, QDate::currentDate());
    if (failed && !m_backUpFailed)
        qCWarning(storeLog).noquote()
            << "The daily backup in" << m_directory << "cannot be written; is the disk full?";
    m_backUpFailed = failed;
}

} // namespace Sync
