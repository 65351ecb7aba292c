// SPDX-License-Identifier: Apache-2.0
#include "support/hub/testhub.h"

#include "support/patience.h"
#include "sync/http/media.h"
#include "sync/http/routes.h"
#include "sync/store/memorystore.h"
#include "sync/store/redis/redisstore.h"

#include <QFile>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace Sync;

namespace Testing {

namespace {

/// "of-7" is user 7's controller, "listener-7" may only listen.
std::optional<Caller> callerOf(const QByteArray &token)
{
    const qsizetype dash = token.indexOf('-');
    const QByteArray kind = token.first(qMax(dash, 0));
    if (kind != "of" && kind != "listener")
        return std::nullopt;
    return Caller{.user = QString::fromLatin1(token.sliced(dash + 1)),
                  .role = kind == "of" ? Role::Controller : Role::Listener};
}

std::function<std::vector<std::shared_ptr<Http::Site>>(Hub &)> sitesOf(const QHash<TrackId, QString> &files)
{
    return [files](Hub &) {
        return std::vector<std::shared_ptr<Http::Site>>{std::make_shared<TestMedia>(files)};
    };
}

} // namespace

std::optional<TrackInfo> TestTracks::track(const QString &, TrackId id) const
{
    if (id < 1 || id > 3)
        return std::nullopt;
    return TrackInfo{.id = id,
                     .title = u"Track %1"_s.arg(id),
                     .artist = u"Artist"_s,
                     .album = u"Album"_s,
                     .duration = std::chrono::seconds(200)};
}

QList<TrackId> TestTracks::tracksOf(const QString &, const Context &context) const
{
    if (context == Context{.fromIs = u"album"_s, .fromIsId = 7})
        return {1, 2, 3};
    return {};
}

TestMedia::TestMedia(const QHash<TrackId, QString> &files)
{
    serve(Http::Method::Get, "/media/{id}", Role::Listener,
          [files](const Http::Request &request, const QByteArrayList &parts) {
              const QString path = files.value(Http::idIn(parts.first()).value_or(0));
              return path.isEmpty() ? Http::noSuchTrack() : Http::answerFileAt(request.head, path);
          });
}

TestHub::TestHub(std::unique_ptr<Store> store, quint16 port)
    : TestHub(std::move(store), ServerOptions{.port = port})
{
}

TestHub::TestHub(const QHash<TrackId, QString> &files)
    : TestHub(nullptr, ServerOptions{.makeSites = sitesOf(files)})
{
}

TestHub::TestHub(const Tls::Identity &identity, const QHash<TrackId, QString> &files, quint16 port)
    : TestHub(nullptr, ServerOptions{.port = port, .makeSites = sitesOf(files), .tls = identity})
{
}

TestHub TestHub::letsInOverTls(const QString &directory, const Tls::Identity &identity)
{
    return {nullptr, ServerOptions{.address = QHostAddress::AnyIPv4, .tokensIn = directory, .tls = identity}};
}

TestHub TestHub::showing(const Tls::Identity &identity,
                         const std::function<std::shared_ptr<Http::Site>()> &makeSite)
{
    return {
        nullptr,
        ServerOptions{.makeSites = [makeSite](Hub &) { return std::vector{makeSite()}; }, .tls = identity}};
}

TestHub TestHub::letsIn(const QString &directory, std::unique_ptr<Store> store, quint16 port)
{
    return {std::move(store),
            ServerOptions{.address = QHostAddress::AnyIPv4, .port = port, .tokensIn = directory}};
}

TestHub TestHub::with(ServerOptions options) { return {nullptr, std::move(options)}; }

TestHub TestHub::sharing(const QString &redis, const QString &id, const QHash<TrackId, QString> &files,
                         const std::optional<Tls::Identity> &tls)
{
    return {nullptr,
            ServerOptions{.makeShared = [address = std::get<Redis::Address>(Redis::addressFrom(redis)),
                                         id] { return std::make_unique<Redis::RedisStore>(address, id); },
                          .makeSites = sitesOf(files),
                          .tls = tls}};
}

TestHub TestHub::withMsxLibrary(const QByteArray &address)
{
    return {nullptr, ServerOptions{.msxLibrary = address}};
}

TestHub::TestHub(std::unique_ptr<Store> store, ServerOptions options)
{
    options.identity = {.id = u"test-hub"_s, .name = u"Test"_s};
    options.makeTracks = [] { return std::make_unique<TestTracks>(); };
    options.callerOf = callerOf;
    m_server = std::make_unique<Server>(store ? std::move(store) : std::make_unique<MemoryStore>(),
                                        std::move(options));
    const auto listening = m_server->listen();
    if (const auto *found = std::get_if<quint16>(&listening))
        m_port = *found;
    else
        qWarning().noquote() << std::get<QString>(listening);
}

QByteArray writeLongFile(const QString &path)
{
    QByteArray bytes(8 * 1024 * 1024 + 321, '\0');
    QRandomGenerator(7).fillRange(reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / 4);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? bytes : QByteArray();
}

QJsonObject health(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    socket.write("GET /api/health HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port)
                 + "\r\nConnection: close\r\n\r\n");
    QByteArray answer;
    while (socket.waitForReadyRead(patienceMs))
        answer += socket.readAll();
    answer += socket.readAll();
    return QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4)).object();
}

int webSocketClients(quint16 port) { return health(port).value("websocket_clients"_L1).toInt(-1); }

} // namespace Testing
