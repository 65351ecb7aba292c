// SPDX-License-Identifier: Apache-2.0
#include "sync/hubmedia.h"

#include "sync/discovery/addresses.h"
#include "sync/http/elsewhere.h"
#include "sync/http/front.h"
#include "sync/http/media.h"
#include "sync/logging.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace Sync {

namespace {

std::optional<Caller> nobody(const QByteArray &) { return std::nullopt; }

/// This machine alone, which needs no token.
Http::GateRules ownRules()
{
    return {.hosts = {},
            .callerOf = nobody,
            .tvCallerOf = nobody,
            .callerNumbered = [](qint64) -> std::optional<Caller> { return std::nullopt; },
            .userCalled = [](const QString &) -> std::optional<QString> { return std::nullopt; },
            .urlKey = {},
            .nowS = QDateTime::currentSecsSinceEpoch};
}

} // namespace

HubMedia::HubMedia()
{
    m_thread.run([this] {
        m_elsewhere = std::make_unique<Http::Elsewhere>(Http::Elsewhere::Asks::AsDevice);
        m_front = std::make_unique<Http::Front>(Http::Services{
            .gate = ownRules(),
            .health = [] { return Http::Health(); },
            .sites = {},
            .elsewhere =
                [this](const Http::RequestHead &head, const Http::Response &otherwise) {
                    return m_elsewhere->ask(head, otherwise);
                },
            .tls = std::nullopt,
            .upgrade = [](std::unique_ptr<QTcpSocket>, const Caller &, const Http::Purpose &) {}});
        if (m_front->listen(QHostAddress::LocalHost))
            m_port = m_front->serverPort();
        else
            qCWarning(httpLog).noquote()
                << "Tracks that only the hub has cannot be played here:" << m_front->errorString();
    });
}

HubMedia::~HubMedia()
{
    m_thread.run([this] {
        m_front.reset();
        m_elsewhere.reset();
    });
}

void HubMedia::setHub(const QUrl &hub, const QByteArray &token)
{
    QMetaObject::invokeMethod(
        m_elsewhere.get(),
        [elsewhere = m_elsewhere.get(), hub, token] {
            elsewhere->setNeighbours({{.url = hub, .key = token}});
        },
        Qt::QueuedConnection);
}

QUrl HubMedia::urlOf(TrackId track) const
{
    if (m_port == 0)
        return {};
    QUrl url = Discovery::urlOf("http"_L1, QHostAddress(QHostAddress::LocalHost), m_port);
    url.setPath(QString::fromLatin1(Http::mediaPath(track)));
    return url;
}

} // namespace Sync
