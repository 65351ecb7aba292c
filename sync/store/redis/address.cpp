// SPDX-License-Identifier: Apache-2.0
#include "sync/store/redis/address.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Sync::Redis {

namespace {

constexpr int databasesMost = 1 << 16;
constexpr int daysMost = 100 * 366;
constexpr qsizetype prefixMost = 64;

std::optional<int> numberIn(const QString &text, int most)
{
    bool ok = false;
    const int number = text.toInt(&ok);
    return ok && number >= 0 && number <= most ? std::optional(number) : std::nullopt;
}

/// Braces would move what belongs together to other nodes of a cluster.
bool isPrefix(const QString &text)
{
    return !text.isEmpty() && text.size() <= prefixMost && std::ranges::all_of(text, [](QChar letter) {
        return letter.unicode() < 128 && (letter.isLetterOrNumber() || u"._:-"_s.contains(letter));
    });
}

/// A sentence about what is wrong with the parameters; empty where nothing is.
QString readParameters(const QUrl &url, Address &address)
{
    const auto parameters = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : parameters) {
        if (name == "prefix"_L1 && isPrefix(value)) {
            address.prefix = value;
        } else if (const auto days = numberIn(value, daysMost); name == "expire_days"_L1 && days) {
            address.keptFor = std::chrono::days(*days);
        } else if (const auto database = numberIn(value, databasesMost);
                   name == "db"_L1 && database && !address.socket.isEmpty()) {
            address.database = *database;
        } else {
            return u"the parameter %1 is not one that is known here, or its value is not allowed"_s.arg(name);
        }
    }
    return {};
}

std::variant<Address, QString> readPlace(const QUrl &url)
{
    Address address{.host = url.host(),
                    .port = quint16(url.port(6379)),
                    .user = url.userName(QUrl::FullyDecoded),
                    .password = url.password(QUrl::FullyDecoded)};
    if (url.scheme() == "unix"_L1) {
        address.socket = url.path(QUrl::FullyDecoded);
        if (!address.host.isEmpty() || address.socket.size() < 2)
            return u"a unix socket is given by its whole path: unix:///run/redis/redis.sock"_s;
        return address;
    }
    if (address.host.isEmpty())
        return u"it names no host"_s;
    const QString database = url.path().mid(1);
    const auto number = database.isEmpty() ? std::optional(0) : numberIn(database, databasesMost);
    if (!number)
        return u"behind the host is the number of a database, not %1"_s.arg(database);
    address.database = *number;
    return address;
}

} // namespace

QString Address::shown() const
{
    if (!socket.isEmpty())
        return socket;
    return (host.contains(u':') ? u"[%1]:%2"_s : u"%1:%2"_s).arg(host).arg(port);
}

QByteArray Address::keyOf(const QString &owner, const QByteArray &what) const
{
    return prefix.toUtf8() + ":{" + QUrl::toPercentEncoding(owner) + "}:" + what;
}

std::variant<Address, QString> addressFrom(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const auto wrong = [](const QString &what) {
        return u"this is no address of a Redis: %1; it looks like redis://HOST:6379/0"_s.arg(what);
    };
    if (!url.isValid())
        return wrong(u"it is no URL"_s);
    if (url.scheme() == "rediss"_L1)
        return wrong(
            u"this build's hiredis knows no TLS (use a tunnel, or a Redis on a network of its own)"_s);
    if (url.scheme() != "redis"_L1 && url.scheme() != "unix"_L1)
        return wrong(u"it begins neither with redis:// nor with unix://"_s);
    auto place = readPlace(url);
    if (const auto *fault = std::get_if<QString>(&place))
        return wrong(*fault);
    const QString fault = readParameters(url, std::get<Address>(place));
    if (!fault.isEmpty())
        return wrong(fault);
    return std::get<Address>(std::move(place));
}

} // namespace Sync::Redis
