// SPDX-License-Identifier: Apache-2.0
#include "sync/server.h"

#include "sync/limits.h"

#include <QEventLoop>
#include <QSemaphore>
#include <QTcpSocket>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Sync {

namespace {

// The GLib dispatcher toggles a notifier in O(N) for each buffered write; one broadcast to 5000 clients took
// it 1.7 s. The choice is made from the environment when a thread starts.
void startOnUnixDispatcher(QThread &thread)
{
    const bool wasSet = qEnvironmentVariableIsSet("QT_NO_GLIB");
    if (!wasSet)
        qputenv("QT_NO_GLIB", "1");
    QSemaphore running;
    const auto connection = QObject::connect(
        &thread, &QThread::started, &thread, [&] { running.release(); }, Qt::DirectConnection);
    thread.start();
    running.acquire();
    QObject::disconnect(connection);
    if (!wasSet)
        qunsetenv("QT_NO_GLIB");
}

/// Runs @p work on @p thread and waits for it.
template <typename Work> void runOn(QThread &thread, Work work)
{
    QObject context;
    context.moveToThread(&thread);
    QMetaObject::invokeMethod(
        &context,
        [&] {
            work();
            context.moveToThread(nullptr); // so that it may die on the waiting thread
        },
        Qt::BlockingQueuedConnection);
}

} // namespace

Server::Server(std::unique_ptr<Store> store, ServerOptions options)
    : m_options(std::move(options))
    , m_store(std::move(store))
{
    m_hubThread.setObjectName(u"hub"_s);
    m_httpThread.setObjectName(u"http"_s);
    startOnUnixDispatcher(m_hubThread);
    startOnUnixDispatcher(m_httpThread);
    runOn(m_hubThread, [this] {
        m_tracks = m_options.makeTracks();
        m_hub = std::make_unique<Hub>(*m_store, *m_tracks, m_options.identity);
    });
    runOn(m_httpThread, [this] { m_front = std::make_unique<Http::Front>(services()); });
}

Server::~Server()
{
    // First: what it still reads would look for a hub.
    runOn(m_httpThread, [this] { m_front.reset(); });
    runOn(m_hubThread, [this] {
        QEventLoop loop;
        bool stored = false;
        QTimer::singleShot(Limits::leaveWithin, &loop, &QEventLoop::quit);
        m_hub->flush([&] {
            stored = true;
            loop.quit();
        });
        if (!stored)
            loop.exec();
        m_hub.reset();
        m_tracks.reset();
    });
    for (QThread *thread : {&m_hubThread, &m_httpThread}) {
        thread->quit();
        thread->wait();
    }
}

std::variant<quint16, QString> Server::listen()
{
    std::variant<quint16, QString> result;
    runOn(m_httpThread, [&] {
        if (m_front->listen(m_options.address, m_options.port))
            result = m_front->serverPort();
        else
            result =
                u"Cannot listen on %1 port %2: %3. Another Segue may be running; use --port to choose another."_s
                    .arg(m_options.address.toString())
                    .arg(m_options.port)
                    .arg(m_front->errorString());
    });
    return result;
}

void Server::rename(const QString &name)
{
    runOn(m_hubThread, [&] { m_hub->rename(name); });
}

Http::Services Server::services()
{
    return {
        .gate = {.hosts = m_options.hosts, .userOf = m_options.userOf},
        .health =
            [this] {
                return Http::Health{
                    .webSocketClients = m_hub->clients(),
                    .uptime = std::chrono::duration_cast<std::chrono::seconds>(HubClock::now() - m_started)};
            },
        .media = m_options.makeMedia ? m_options.makeMedia() : nullptr,
        .site = m_options.makeSite ? m_options.makeSite() : nullptr,
        .upgrade =
            [this](std::unique_ptr<QTcpSocket> socket, const QString &user, Native::Wire wire) {
                socket->setParent(nullptr);
                socket->moveToThread(&m_hubThread);
                m_hub->adopt({.socket = socket.release(), .user = user, .wire = wire});
            },
    };
}

} // namespace Sync
