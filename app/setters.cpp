// SPDX-License-Identifier: Apache-2.0
#include "app/setters.h"

#include "app/settings.h"
#include "app/settingwords.h"
#include "sync/limits.h"
#include "sync/sources/limits.h"
#include "sync/tls/fingerprint.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace App {

QString setSwitch(bool &value, const QStringList &values)
{
    value = values.last() == "true"_L1;
    if (!value && values.last() != "false"_L1)
        return u"%1 is neither true nor false"_s.arg(values.last());
    return {};
}

namespace Setters {

namespace {

constexpr Word<StoreKind> stores[] = {{"memory"_L1, StoreKind::Memory}, {"sqlite"_L1, StoreKind::Sqlite}};
constexpr Word<TlsMode> tlsModes[] = {{"off"_L1, TlsMode::Off},
                                      {"own"_L1, TlsMode::Own},
                                      {"files"_L1, TlsMode::Files},
                                      {"only"_L1, TlsMode::Only}};

QString setFile(QString &path, const QStringList &values)
{
    const QFileInfo info(values.last());
    if (!info.isFile() || !info.isReadable())
        return u"the file %1 cannot be read"_s.arg(values.last());
    path = info.absoluteFilePath();
    return {};
}

} // namespace

QString setMusic(Options &options, const QStringList &values)
{
    for (const QString &folder : values) {
        const QFileInfo info(folder);
        if (!info.isDir() || !info.isReadable() || !info.isExecutable())
            return u"the folder %1 cannot be read"_s.arg(folder);
        options.music.append(info.absoluteFilePath());
    }
    return {};
}

QString setPort(Options &options, const QStringList &values)
{
    bool ok = false;
    const uint port = values.last().toUInt(&ok);
    if (!ok || port > 65535)
        return u"%1 is not a port; ports are 0 to 65535, 0 takes any that is free"_s.arg(values.last());
    options.port = quint16(port);
    return {};
}

QString setBind(Options &options, const QStringList &values)
{
    const QString address = values.last() == "localhost"_L1 ? u"127.0.0.1"_s : values.last();
    if (!options.bind.setAddress(address))
        return u"%1 is not an IP address"_s.arg(values.last());
    return {};
}

QString setDataDir(Options &options, const QStringList &values)
{
    options.dataDir = QDir(values.last()).absolutePath();
    return {};
}

QString setStore(Options &options, const QStringList &values)
{
    options.redis.reset();
    if (!values.last().contains("://"_L1))
        return choose(options.store, values, stores);
    auto address = Sync::Redis::addressFrom(values.last());
    if (auto *fault = std::get_if<QString>(&address))
        return *fault;
    options.redis = std::get<Sync::Redis::Address>(std::move(address));
    options.store = StoreKind::Sqlite;
    return {};
}

QString setStorePassword(Options &options, const QStringList &values)
{
    QFile file(values.last());
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return u"the file %1 cannot be read: %2"_s.arg(values.last(), file.errorString());
    options.storePassword = QString::fromUtf8(file.readLine(Sync::Limits::passwordBytes)).trimmed();
    return options.storePassword.isEmpty() ? u"the file %1 is empty"_s.arg(values.last()) : QString();
}

QString setName(Options &options, const QStringList &values)
{
    options.name = values.last().simplified();
    return faultOfName(options.name);
}

QString setProfile(Options &options, const QStringList &values)
{
    options.profile = values.last();
    return {};
}

/// An address, a hub's name or id, or "auto".
QString setJoin(Options &options, const QStringList &values)
{
    const QString word = values.last().simplified();
    if (word.isEmpty()) {
        options.join.reset();
        return {};
    }
    if (!word.contains("://"_L1)) {
        options.join = Sync::HubChoice{.name = word == "auto"_L1 ? QString() : word};
        return {};
    }
    QUrl url(word, QUrl::StrictMode);
    // What a hub prints when it is ready, and what its QR code says.
    if (url.scheme() == "http"_L1)
        url.setScheme(u"ws"_s);
    else if (url.scheme() == "https"_L1)
        url.setScheme(u"wss"_s);
    const bool secure = url.scheme() == "wss"_L1;
    if (!url.isValid() || (!secure && url.scheme() != "ws"_L1) || url.host().isEmpty()
        || !url.userInfo().isEmpty())
        return u"%1 is not an address like ws://HOST:PORT or wss://HOST:PORT"_s.arg(word);
    const auto pin = Sync::Tls::pinIn(url);
    if (pin && pin->isEmpty())
        return u"%1 has no fingerprint behind sha256=; it has 64 hexadecimal digits"_s.arg(word);
    if (pin && !secure)
        return u"%1 has a fingerprint, but only wss:// shows a certificate"_s.arg(word);
    options.join = Sync::HubChoice{.address = url};
    return {};
}

QString setTls(Options &options, const QStringList &values) { return choose(options.tls, values, tlsModes); }

QString setCertificate(Options &options, const QStringList &values)
{
    return setFile(options.certificate, values);
}

QString setKey(Options &options, const QStringList &values) { return setFile(options.key, values); }

QString setMopidys(Options &options, const QStringList &values)
{
    for (const QString &value : values) {
        const auto address = Sync::Sources::mopidyAddressFrom(value);
        if (const auto *fault = std::get_if<QString>(&address))
            return *fault;
        const auto &mopidy = std::get<Sync::Sources::MopidyAddress>(address);
        const bool isTwice =
            std::ranges::any_of(options.mopidys, [&](const auto &other) { return other.id == mopidy.id; });
        if (isTwice)
            return u"%1 is named twice"_s.arg(mopidy.name);
        options.mopidys.append(mopidy);
    }
    return {};
}

QString setFollowed(Options &options, const QStringList &values)
{
    for (const QString &value : values) {
        const auto address = Sync::Sources::followAddressFrom(value);
        if (const auto *fault = std::get_if<QString>(&address))
            return *fault;
        const auto &server = std::get<Sync::Sources::FollowAddress>(address);
        const bool isTwice =
            std::ranges::any_of(options.followed, [&](const auto &other) { return other.id == server.id; });
        if (isTwice)
            return u"%1 is named twice"_s.arg(server.name);
        options.followed.append(server);
    }
    return options.followed.size() <= Sync::Limits::followedServers
        ? QString()
        : u"there may be %1 servers at most"_s.arg(Sync::Limits::followedServers);
}

QString setPulse(Options &options, const QStringList &values)
{
    if (values.last() == "off"_L1)
        options.pulse.reset();
    else
        options.pulse = values.last() == "auto"_L1 ? QString() : values.last();
    return {};
}

QString setLan(Options &options, const QStringList &values) { return setSwitch(options.lan, values); }

QString setOpenApi(Options &options, const QStringList &values)
{
    for (const QString &value : values) {
        const auto subnet = Sync::Http::subnetFrom(value);
        if (!subnet)
            return u"%1 is not an IP address, nor one with the number of its leading bits as in 192.168.1.0/24"_s
                .arg(value);
        options.openTo.append(*subnet);
    }
    return options.openTo.size() <= Sync::Limits::openAddresses
        ? QString()
        : u"there may be %1 addresses at most"_s.arg(Sync::Limits::openAddresses);
}

/// The page is loaded by HTTP, so both ways of fetching work in it.
QString setMsxLibrary(Options &options, const QStringList &values)
{
    const QUrl url(values.last(), QUrl::StrictMode);
    const bool good = url.isValid() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1)
        && !url.host().isEmpty() && url.userInfo().isEmpty();
    if (!good)
        return u"%1 is not an address like http://HOST/tvx-plugin.min.js"_s.arg(values.last());
    options.msxLibrary = url.toEncoded();
    return {};
}

} // namespace Setters

} // namespace App
