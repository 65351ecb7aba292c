// SPDX-License-Identifier: Apache-2.0
#include "sync/store/tokens.h"

#include "sync/logging.h"
#include "sync/randomtext.h"
#include "sync/store/personaldatabase.h"
#include "sync/store/statement.h"

#include <QCryptographicHash>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace Sync {

namespace {

constexpr int tokenBytes = 32;

QString hashed(const QByteArray &token)
{
    return QString::fromLatin1(QCryptographicHash::hash(token, QCryptographicHash::Sha256).toHex());
}

Admission admissionAt(const QSqlQuery &query)
{
    return {.id = query.value(0).toLongLong(),
            .user = query.value(1).toString(),
            // A role of a later version is none that is known here.
            .role = roleNamed(query.value(2).toString()).value_or(Role::Listener),
            .device = query.value(3).toString(),
            .name = query.value(4).toString(),
            .createdMs = query.value(5).toLongLong(),
            .seenMs = query.value(6).toLongLong(),
            .tv = query.value(7).toBool()};
}

std::optional<Admission> first(const QList<Admission> &found)
{
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

} // namespace

Tokens::Tokens(const QString &directory)
    : m_database(PersonalDatabase::open(directory))
{
}

std::optional<Admission> Tokens::find(const QByteArray &token) const
{
    return first(matching(u"WHERE hash = ?"_s, {hashed(token)}));
}

std::optional<Admission> Tokens::admission(qint64 id) const
{
    return first(matching(u"WHERE id = ?"_s, {id}));
}

QList<Admission> Tokens::all() const { return matching(u"ORDER BY id"_s, {}); }

QList<Admission> Tokens::matching(const QString &condition, const QVariantList &values) const
{
    try {
        return rows(*m_database,
                    u"SELECT id, user, role, device, name, created_ms, seen_ms, tv FROM tokens "_s
                        + condition,
                    values, admissionAt);
    } catch (const DatabaseError &error) {
        qCWarning(storeLog) << error.what();
        return {};
    }
}

QByteArray Tokens::grant(const Admission &whom) const
{
    const QByteArray token = randomText(tokenBytes);
    Transaction transaction(*m_database);
    if (!whom.device.isEmpty())
        run(*m_database, u"DELETE FROM tokens WHERE device = ?"_s, {whom.device});
    run(*m_database,
        u"INSERT INTO tokens (hash, user, role, device, name, created_ms, seen_ms, tv)"
        " VALUES (?, ?, ?, ?, ?, ?, 0, ?)"_s,
        {hashed(token), whom.user, QString(nameOf(whom.role)), textValue(whom.device), textValue(whom.name),
         QDateTime::currentMSecsSinceEpoch(), whom.tv});
    transaction.commit();
    return token;
}

bool Tokens::revoke(qint64 id) const
{
    return run(*m_database, u"DELETE FROM tokens WHERE id = ?"_s, {id}).numRowsAffected() > 0;
}

bool Tokens::change(qint64 id, Role role, const QString &name) const
{
    return run(*m_database, u"UPDATE tokens SET role = ?, name = ? WHERE id = ?"_s,
               {QString(nameOf(role)), textValue(name), id})
               .numRowsAffected()
        > 0;
}

bool Tokens::moveTo(qint64 id, const QString &user) const
{
    return run(*m_database, u"UPDATE tokens SET user = ? WHERE id = ?"_s, {user, id}).numRowsAffected() > 0;
}

void Tokens::see(qint64 id, qint64 nowMs) const
{
    run(*m_database, u"UPDATE tokens SET seen_ms = ? WHERE id = ?"_s, {nowMs, id});
}

} // namespace Sync
