// SPDX-License-Identifier: Apache-2.0
#include "sync/store/users.h"

#include "sync/randomtext.h"
#include "sync/session/privatekey.h"
#include "sync/store/personaldatabase.h"
#include "sync/store/statement.h"

#include <QCollator>
#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sync {

namespace {

constexpr int idBytes = 8;

User userAt(const QSqlQuery &query)
{
    return {.id = query.value(0).toString(),
            .name = query.value(1).toString(),
            .createdMs = query.value(2).toLongLong()};
}

} // namespace

Users::Users(const QString &directory)
    : m_database(PersonalDatabase::open(directory))
{
}

QList<User> Users::all() const
{
    QList<User> users = rows(*m_database, u"SELECT user, name, created_ms FROM users"_s, {}, userAt);
    QCollator collator;
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::ranges::sort(users, [&collator](const User &a, const User &b) {
        if ((a.id == defaultUser) != (b.id == defaultUser))
            return a.id == defaultUser;
        const int order = collator.compare(a.name, b.name);
        return order != 0 ? order < 0 : a.id < b.id;
    });
    return users;
}

std::optional<User> Users::find(const QString &id) const
{
    const QList<User> found = rows(*m_database, u"SELECT user, name, created_ms FROM users WHERE user = ?"_s,
                                   {textValue(id)}, userAt);
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

std::optional<User> Users::called(const QString &text) const
{
    const QList<User> users = all();
    const User *const found = userCalled(text, users);
    return found ? std::optional(*found) : std::nullopt;
}

std::variant<User, NameFault> Users::create(const QString &name) const
{
    Transaction transaction(*m_database);
    const auto good = asUserName(name, all());
    if (const auto *fault = std::get_if<NameFault>(&good))
        return *fault;
    User user{.id = QString::fromLatin1(randomText(idBytes)),
              .name = std::get<QString>(good),
              .createdMs = QDateTime::currentMSecsSinceEpoch()};
    run(*m_database, u"INSERT INTO users (user, name, created_ms) VALUES (?, ?, ?)"_s,
        {user.id, user.name, user.createdMs});
    transaction.commit();
    return user;
}

std::optional<NameFault> Users::rename(const QString &id, const QString &name) const
{
    Transaction transaction(*m_database);
    QList<User> others = all();
    others.removeIf([&id](const User &user) { return user.id == id; });
    const auto good = asUserName(name, others);
    if (const auto *fault = std::get_if<NameFault>(&good))
        return *fault;
    run(*m_database, u"UPDATE users SET name = ? WHERE user = ?"_s, {std::get<QString>(good), id});
    transaction.commit();
    return std::nullopt;
}

Belongings Users::belongingsOf(const QString &id) const
{
    const auto countIn = [&](QLatin1StringView table) {
        QSqlQuery query =
            run(*m_database, u"SELECT count(*) FROM %1 WHERE user = ?"_s.arg(table), {textValue(id)});
        return query.next() ? query.value(0).toInt() : 0;
    };
    return {.playlists = countIn("playlists"_L1),
            .favourites = countIn("favourites"_L1),
            .ratings = countIn("ratings"_L1),
            .plays = countIn("plays"_L1),
            .stations = countIn("stations"_L1)};
}

void Users::remove(const QString &id) const
{
    Transaction transaction(*m_database);
    for (const QLatin1StringView table : {"playlists"_L1, "favourites"_L1, "ratings"_L1, "plays"_L1,
                                          "play_counts"_L1, "stations"_L1, "sessions"_L1, "users"_L1})
        run(*m_database, u"DELETE FROM %1 WHERE user = ?"_s.arg(table), {id});
    const QString own = keyOf({.user = id, .device = u"x"_s}).chopped(1); // its devices'
    run(*m_database, u"DELETE FROM sessions WHERE substr(user, 1, length(?)) = ?"_s, {own, own});
    run(*m_database, u"UPDATE tokens SET user = ? WHERE user = ?"_s, {QString(defaultUser), id});
    transaction.commit();
}

} // namespace Sync
