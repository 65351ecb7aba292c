// SPDX-License-Identifier: Apache-2.0
#include "sync/server.h"

#include "sync/admissionrules.h"
#include "sync/discovery/addresses.h"
#include "sync/http/media.h"
#include "sync/http/mediaurls.h"
#include "sync/http/signedurl.h"
#include "sync/limits.h"
#include "sync/logging.h"
#include "sync/pairing/pairingsite.h"
#include "sync/pairing/tokenssite.h"
#include "sync/rest/devicesite.h"
#include "sync/rest/openapisite.h"
#include "sync/rest/sessionsite.h"
#include "sync/sources/lassite.h"
#include "sync/tls/fingerprint.h"
#include "sync/tv/pollsite.h"
#include "sync/tv/tvfiles.h"
#include "sync/tv/tvpairing.h"
#include "sync/user.h"
#include "sync/users/userssite.h"

#include <QDateTime>
#include <QEventLoop>
#include <QTcpSocket>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Sync {

Server::Server(std::unique_ptr<Store> store, ServerOptions options)
    : m_options(std::move(options))
    , m_name(m_options.identity.name)
    , m_store(std::move(store))
{
    m_hubThread.run([this] {
        m_tracks = m_options.makeTracks();
        if (m_options.makeShared)
            m_shared = m_options.makeShared();
        m_hub = std::make_unique<Hub>(*m_store, m_shared.get(), *m_tracks, m_options.identity,
                                      m_options.listener);
        startSources();
        startReplica();
    });
    m_httpThread.run([this] {
        if (m_options.makeShared)
            m_elsewhere = std::make_unique<Http::Elsewhere>(Http::Elsewhere::Asks::AsHub);
        m_front = std::make_unique<Http::Front>(services());
    });
    // Nothing is missed: others are heard of only once this hub has said where it listens.
    if (m_elsewhere)
        QObject::connect(m_hub.get(), &Hub::neighboursChanged, m_elsewhere.get(),
                         &Http::Elsewhere::setNeighbours);
}

Server::~Server()
{
    // First: what it still reads would look for a hub.
    m_httpThread.run([this] {
        m_front.reset();
        m_elsewhere.reset();
    });
    m_hubThread.run([this] {
        m_broadcaster.reset();
        m_sources.reset();
        QEventLoop loop;
        bool stored = false;
        QTimer::singleShot(Limits::leaveWithin, &loop, &QEventLoop::quit);
        m_hub->flush([&] {
            stored = true;
            loop.quit();
        });
        if (!stored)
            loop.exec();
        m_replica.reset();
        m_hub.reset();
        m_shared.reset();
        m_tracks.reset();
    });
}

std::variant<quint16, QString> Server::listen()
{
    std::variant<quint16, QString> result;
    m_httpThread.run([&] {
        if (m_front->listen(m_options.address, m_options.port))
            result = m_port = announceHub();
        else
            result =
                u"Cannot listen on %1 port %2: %3. Another Segue may be running; use --port to choose another."_s
                    .arg(m_options.address.toString())
                    .arg(m_options.port)
                    .arg(m_front->errorString());
    });
    return result;
}

/// HTTP thread: tells other hubs where this one listens now. Answers with its port.
quint16 Server::announceHub()
{
    const QList<QUrl> ways = addresses();
    QUrl url = ways.isEmpty() ? ownAddress() : ways.first();
    url.setScheme(m_options.tls ? u"wss"_s : u"ws"_s);
    if (m_options.tls)
        url.setFragment(Tls::fragmentOf(m_options.tls->fingerprint));
    QMetaObject::invokeMethod(
        m_hub.get(),
        [hub = m_hub.get(), self = Http::Neighbour{.url = url, .key = m_hubKey}] { hub->announce(self); },
        Qt::QueuedConnection);
    return m_front->serverPort();
}

QString Server::listenAt(const QHostAddress &address)
{
    QString reason;
    m_httpThread.run([&] {
        const QHostAddress before = m_front->serverAddress();
        const quint16 port = m_front->serverPort();
        m_front->close();
        if (m_front->listen(address, port)) {
            (void)announceHub();
            return;
        }
        reason = m_front->errorString();
        if (!m_front->listen(before, port))
            qCCritical(httpLog).noquote() << "Cannot listen on" << before.toString() << "port" << port
                                          << "again:" << m_front->errorString();
    });
    return reason;
}

void Server::rename(const QString &name)
{
    m_hubThread.run([&] { m_hub->rename(name); });
    m_httpThread.run([&] { m_name = name; });
}

void Server::setLibrary(const Sources::LibraryFacts &library)
{
    QMetaObject::invokeMethod(
        m_sources.get(), [this, library] { m_sources->setLibrary(library); }, Qt::QueuedConnection);
}

/// Hub thread.
void Server::startSources()
{
    m_sources = std::make_unique<Sources::SourceSet>(*m_hub, m_options.identity.name);
    m_broadcaster = std::make_unique<Sources::Broadcaster>(
        [this](const QString &user) { return m_sources->snapshot(user); });
    QObject::connect(m_sources.get(), &Sources::SourceSet::happened, m_broadcaster.get(),
                     &Sources::Broadcaster::tell);
    if (m_options.makeSources)
        for (auto &source : m_options.makeSources())
            m_sources->add(std::move(source));
    m_hub->setSubscribing(
        {.admit =
             [this](std::unique_ptr<Connection> connection, const Sources::Subscription &subscription) {
                 if (m_broadcaster) // else it is ending
                     m_broadcaster->admit(std::move(connection), subscription);
             },
         .drop =
             [this](qint64 token) {
                 if (m_broadcaster)
                     m_broadcaster->drop(token);
             }});
}

/// Hub thread.
void Server::startReplica()
{
    if (!m_shared || m_options.tokensIn.isEmpty())
        return;
    try {
        m_replica = std::make_unique<Replica>(m_options.tokensIn, m_shared->rows());
    } catch (const DatabaseError &error) {
        qCCritical(hubLog) << error.what();
        return;
    }
    if (m_options.musicChanged)
        QObject::connect(m_replica.get(), &Replica::musicChanged, m_options.musicChanged);
    QObject::connect(m_replica.get(), &Replica::revoked, m_hub.get(), [this](const QList<qint64> &tokens) {
        for (const qint64 token : tokens)
            m_hub->drop(token);
    });
    QObject::connect(m_replica.get(), &Replica::moved, m_hub.get(), [this](const QList<qint64> &tokens) {
        for (const qint64 token : tokens)
            m_hub->sendOff(token);
    });
}

QUrl Server::mediaUrl(TrackId track, const QHostAddress &address) const
{
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(address.toString());
    url.setPort(m_port);
    const QByteArray path = Http::mediaPath(track);
    const qint64 lasts = std::chrono::duration_cast<std::chrono::seconds>(Limits::signedUrlFor).count();
    const Http::SignedUrl opened{.token = 0, .expiresS = QDateTime::currentSecsSinceEpoch() + lasts};
    url.setPath(QString::fromLatin1(path));
    url.setQuery(QString::fromLatin1(Http::signedQuery(path, opened, m_urlKey)));
    return url;
}

Http::GateRules Server::gateRules(const std::shared_ptr<const Tokens> &tokens,
                                  const std::shared_ptr<const Users> &users) const
{
    Http::GateRules rules = admissionRules(tokens, users);
    rules.callerOf = [this, known = rules.callerOf](const QByteArray &token) -> std::optional<Caller> {
        if (token == m_hubKey)
            return Caller{.user = defaultUser, .role = Role::Listener};
        if (auto caller = known(token))
            return caller;
        return m_options.callerOf ? m_options.callerOf(token) : std::nullopt;
    };
    rules.hosts = m_options.hosts + (m_options.tls ? m_options.tls->names : QStringList());
    rules.urlKey = m_urlKey;
    rules.openTo = m_options.openTo;
    return rules;
}

Http::Services::AskElsewhere Server::askElsewhere() const
{
    return [asked = m_elsewhere.get()](const Http::RequestHead &head, const Http::Response &otherwise) {
        return asked->ask(head, otherwise);
    };
}

/// Throws DatabaseError.
Http::Services Server::services()
{
    const auto tokens =
        m_options.tokensIn.isEmpty() ? nullptr : std::make_shared<const Tokens>(m_options.tokensIn);
    const auto users =
        m_options.tokensIn.isEmpty() ? nullptr : std::make_shared<const Users>(m_options.tokensIn);
    return {
        .gate = gateRules(tokens, users),
        .health =
            [this] {
                return Http::Health{
                    .webSocketClients = m_hub->clients(),
                    .uptime = std::chrono::duration_cast<std::chrono::seconds>(HubClock::now() - m_started)};
            },
        .sites = sites(tokens, users),
        .elsewhere = m_elsewhere ? askElsewhere() : Http::Services::AskElsewhere(),
        .tls = m_options.tls,
        .tlsOnly = m_options.tlsOnly,
        .upgrade =
            [this](std::unique_ptr<QTcpSocket> socket, const Caller &caller, const Http::Purpose &purpose) {
                socket->setParent(nullptr);
                socket->moveToThread(&m_hubThread.thread());
                Guest guest{.socket = socket.release(), .caller = caller};
                if (const auto *wire = std::get_if<Native::Wire>(&purpose))
                    guest.wire = *wire;
                else
                    guest.subscription = std::get<Sources::Subscription>(purpose);
                m_hub->adopt(guest);
            },
    };
}

std::vector<std::shared_ptr<Http::Site>> Server::sites(const std::shared_ptr<const Tokens> &tokens,
                                                       const std::shared_ptr<const Users> &users)
{
    std::vector<std::shared_ptr<Http::Site>> all;
    if (tokens) {
        const auto pairing = std::make_shared<PairingSite>(
            tokens,
            PairingSite::Hooks{.addresses = [this] { return addresses(); },
                               .hub = [this] { return introduction(); },
                               .asking = [this](const Native::Asking &asking) { m_hub->setAsking(asking); },
                               .fingerprint = m_options.tls ? m_options.tls->fingerprint : QByteArray()});
        all.push_back(pairing);
        all.push_back(std::make_shared<Tv::TvPairing>(pairing));
        all.push_back(std::make_shared<TokensSite>(
            tokens,
            TokensSite::Hooks{.hub = [this] { return introduction(); },
                              .drop = [this](qint64 token) { m_hub->drop(token); }}));
        all.push_back(std::make_shared<UsersSite>(
            users, tokens,
            UsersSite::Hooks{
                .sendOff = [this](qint64 token) { m_hub->sendOff(token); },
                .close = [this](const QString &user,
                                const std::function<void(bool)> &done) { m_hub->close(user, done); }}));
    }
    all.push_back(std::make_shared<Http::MediaUrls>(m_urlKey));
    all.push_back(std::make_shared<SessionSite>(*m_hub));
    all.push_back(std::make_shared<DeviceSite>(*m_hub, tokens));
    all.push_back(std::make_shared<OpenApiSite>());
    all.push_back(std::make_shared<Sources::LasSite>(
        *m_sources, m_options.makeJukebox ? m_options.makeJukebox() : nullptr));
    all.push_back(std::make_shared<Tv::TvFiles>(
        m_options.msxLibrary.isEmpty() ? Tv::usualLibrary.toByteArray() : m_options.msxLibrary));
    all.push_back(std::make_shared<Tv::PollSite>([this] { return ownAddress(); }));
    if (m_options.makeSites)
        for (auto &site : m_options.makeSites(*m_hub))
            all.push_back(std::move(site));
    return all;
}

/// Where this hub reaches itself. HTTP thread.
QUrl Server::ownAddress() const
{
    return Discovery::urlOf("ws"_L1, Discovery::localAddress(m_front->serverAddress()),
                            m_front->serverPort());
}

/// HTTP thread.
QJsonObject Server::introduction() const
{
    return {
        {"id"_L1, m_options.identity.id}, {"name"_L1, m_name}, {"version"_L1, QStringLiteral(SEGUE_VERSION)}};
}

QUrl Server::urlOf(const QString &host) const
{
    QUrl url;
    url.setScheme(m_options.tls ? u"https"_s : u"http"_s);
    url.setHost(host);
    url.setPort(m_front->serverPort());
    url.setPath(u"/"_s);
    return url;
}

/// HTTP thread. Names of a certificate from elsewhere come first: only there do browsers trust it.
QList<QUrl> Server::addresses() const
{
    QList<QUrl> urls;
    for (const QHostAddress &address :
         Discovery::reachableAddresses(Discovery::ownInterfaces(), m_front->serverAddress()))
        urls.append(urlOf(address.toString()));
    if (m_options.tls && !urls.isEmpty())
        for (const QString &name : m_options.tls->names)
            if (name != "localhost"_L1 && !m_options.hosts.contains(name))
                urls.prepend(urlOf(name));
    return urls;
}

} // namespace Sync
