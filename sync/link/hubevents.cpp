// SPDX-License-Identifier: Apache-2.0
#include "sync/link/hubevents.h"

#include "sync/limits.h"
#include "sync/link/backoff.h"
#include "sync/tls/fingerprint.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QSslCertificate>
#include <QSslSocket>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace Sync {

HubEvents::HubEvents(QString sources, QObject *parent)
    : QObject(parent)
    , m_sources(std::move(sources))
{
    m_retry.setSingleShot(true);
    m_socket.setMaxAllowedIncomingFrameSize(Limits::sourceMessageBytes);
    m_socket.setMaxAllowedIncomingMessageSize(Limits::sourceMessageBytes);
    connect(&m_retry, &QTimer::timeout, this, &HubEvents::connectNow);
    connect(&m_socket, &QWebSocket::connected, this, [this] { m_attempt = 0; });
    connect(&m_socket, &QWebSocket::disconnected, this, &HubEvents::lost);
    connect(&m_socket, &QWebSocket::sslErrors, this, &HubEvents::judgeCertificate);
    connect(&m_socket, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
        const QJsonDocument json = QJsonDocument::fromJson(text.toUtf8());
        if (json.isObject())
            Q_EMIT heard(json.object());
    });
}

HubEvents::~HubEvents() { m_socket.disconnect(this); }

void HubEvents::setHub(const QUrl &hub, const QByteArray &token)
{
    const bool listens = m_listens;
    setListening(false);
    m_pin = Tls::pinIn(hub);
    m_socket.setSslConfiguration(Tls::clientConfiguration(hub));
    m_url = hub.adjusted(QUrl::RemoveFragment);
    m_url.setPath(u"/api/events/ws"_s);
    m_url.setQuery(QUrlQuery{{u"source"_s, m_sources}});
    m_token = token;
    setListening(listens);
}

void HubEvents::setListening(bool listens)
{
    if (std::exchange(m_listens, listens) == listens)
        return;
    m_attempt = 0;
    if (listens)
        return connectNow();
    m_socket.abort();
    m_retry.stop();
}

void HubEvents::connectNow()
{
    QNetworkRequest request(m_url);
    if (!m_token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_token);
    m_socket.open(request);
}

void HubEvents::lost()
{
    if (m_listens)
        m_retry.start(backoff(m_attempt++, QRandomGenerator::global()->generateDouble()));
}

void HubEvents::judgeCertificate() { (void)Tls::shownTo(m_socket, m_pin); }

} // namespace Sync
