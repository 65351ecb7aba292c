// SPDX-License-Identifier: Apache-2.0
#include "sync/store/tokens.h"

#include "sync/store/personaldatabase.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QRandomGenerator>
#include <QSqlError>
#include <QSqlQuery>

#include <array>

using namespace Qt::StringLiterals;

namespace Sync {

namespace {

QString hashed(const QByteArray &token)
{
    return QString::fromLatin1(QCryptographicHash::hash(token, QCryptographicHash::Sha256).toHex());
}

} // namespace

Tokens::Tokens(const QString &directory)
    : m_database(PersonalDatabase::open(directory))
{
}

std::optional<QString> Tokens::userOf(const QByteArray &token) const
{
    QSqlQuery query(m_database->handle());
    query.prepare(u"SELECT user FROM tokens WHERE hash = ?"_s);
    query.addBindValue(hashed(token));
    if (!query.exec() || !query.next())
        return std::nullopt;
    return query.value(0).toString();
}

QByteArray Tokens::grant(const QString &user, const QString &name) const
{
    std::array<quint32, 8> random{};
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    const QByteArray token = QByteArray(reinterpret_cast<const char *>(random.data()), sizeof random)
                                 .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    QSqlQuery query(m_database->handle());
    query.prepare(u"INSERT INTO tokens (hash, user, name, created_ms) VALUES (?, ?, ?, ?)"_s);
    query.addBindValue(hashed(token));
    query.addBindValue(user);
    query.addBindValue(name);
    query.addBindValue(QDateTime::currentMSecsSinceEpoch());
    if (!query.exec())
        throw DatabaseError(u"The token could not be stored: %1"_s.arg(query.lastError().databaseText()));
    return token;
}

} // namespace Sync
