// SPDX-License-Identifier: Apache-2.0
#include "sync/link/hubhttp.h"

#include "sync/discovery/addresses.h"
#include "sync/discovery/limits.h"
#include "sync/logging.h"
#include "sync/tls/fingerprint.h"
#include "sync/user.h"

#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslCertificate>

using namespace Qt::StringLiterals;

namespace Sync {

HubHttp::HubHttp(QObject *parent)
    : QObject(parent)
{
    m_network.setProxy(QNetworkProxy::NoProxy); // a hub is of this network
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setTransferTimeout(int(Limits::answersWithin.count()));
}

void HubHttp::setHub(const QUrl &hub, const QByteArray &token)
{
    ++m_hub;
    m_base = Discovery::httpUrlOf(hub);
    m_pin = Tls::pinIn(hub);
    m_configuration = Tls::clientConfiguration(hub);
    m_token = token;
    m_distrust.clear();
}

void HubHttp::get(const QString &path, const Then &then) { await(m_network.get(request(path)), then); }

void HubHttp::send(const QByteArray &verb, const QString &path, const QJsonObject &body, const Then &then)
{
    QNetworkRequest request = this->request(path);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    await(m_network.sendCustomRequest(request, verb, QJsonDocument(body).toJson(QJsonDocument::Compact)),
          then);
}

QNetworkRequest HubHttp::request(const QString &path) const
{
    QUrl url = m_base;
    if (path.startsWith(u'/'))
        url.setPath(path.section(u'?', 0, 0), QUrl::TolerantMode);
    else
        url.setPath(u"/api/v1/"_s + path.section(u'?', 0, 0));
    if (path.contains(u'?'))
        url.setQuery(path.section(u'?', 1));
    QNetworkRequest request(url);
    request.setSslConfiguration(m_configuration);
    if (!m_token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_token);
    if (!m_user.isEmpty())
        request.setRawHeader("Cookie", profileCookie + ("=" + QUrl::toPercentEncoding(m_user)));
    return request;
}

void HubHttp::await(QNetworkReply *reply, const Then &then)
{
    connect(reply, &QNetworkReply::sslErrors, this, [this, reply] {
        if (Tls::matches(m_pin, reply->sslConfiguration().peerCertificate()))
            return reply->ignoreSslErrors();
        const QString reason =
            Tls::distrust(m_pin, m_base.authority(), reply->sslConfiguration().peerCertificate());
        if (std::exchange(m_distrust, reason) != reason) // it is asked again and again
            qCWarning(linkLog).noquote() << reason;
    });
    connect(reply, &QNetworkReply::finished, this, [reply, then, hub = m_hub, this] {
        reply->deleteLater();
        if (hub != m_hub)
            return;
        Answer answer{.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                      .json = QJsonDocument::fromJson(reply->readAll()).object()};
        if (answer.isGood() && reply->error() != QNetworkReply::NoError) // cut off
            answer = {};
        then(answer);
    });
}

} // namespace Sync
