// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/hubapi.h"

#include "sync/tls/fingerprint.h"
#include "sync/user.h"

#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslCertificate>

using namespace Qt::StringLiterals;

namespace Desktop {

namespace {

constexpr std::chrono::milliseconds answersWithin{5000};

QString sentenceAboutUsers(const QJsonObject &error)
{
    const QString code = error.value("code"_L1).toString();
    if (code == "name_taken"_L1)
        return HubApi::tr("Another profile has this name.");
    if (code == "user_in_use"_L1)
        return HubApi::tr("Devices play as this profile now. Let them switch to another one first.");
    if (code == "too_many_users"_L1)
        return HubApi::tr("This hub has as many profiles as it can have.");
    if (code == "bad_field"_L1 && error.value("field"_L1).toString() == "name"_L1)
        return HubApi::tr("This name is too long, or has characters that cannot be shown.");
    return {};
}

QString sentenceFor(int status, const QJsonObject &error)
{
    if (status == 0)
        return HubApi::tr("The hub does not answer. Try again in a moment.");
    if (status == 401 || status == 403)
        return HubApi::tr(
            "This device may not do that. A device that may let others in can change its role.");
    if (status == 404)
        return HubApi::tr("That is over: somebody else has decided, or it was given up.");
    if (error.value("code"_L1).toString() == "lan_is_off"_L1)
        return HubApi::tr(
            "This hub listens on its own machine only. Let devices on your network join first.");
    if (const QString sentence = sentenceAboutUsers(error); !sentence.isEmpty())
        return sentence;
    return HubApi::tr("The hub refused (%1): %2.").arg(status).arg(error.value("message"_L1).toString());
}

HubApi::Answer answerOf(QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray body = reply.readAll();
    QJsonObject json = QJsonDocument::fromJson(body).object();
    if (status < 200 || status >= 300)
        return HubApi::Refusal{.sentence = sentenceFor(status, json.value("error"_L1).toObject()),
                               .status = status};
    if (reply.error() != QNetworkReply::NoError) // cut off
        return HubApi::Refusal{.sentence = sentenceFor(0, {})};
    return json;
}

} // namespace

HubApi::HubApi(const QUrl &hub, QObject *parent)
    : QObject(parent)
    , m_base(hub)
    , m_pin(Sync::Tls::pinIn(hub))
    , m_configuration(Sync::Tls::clientConfiguration(hub))
{
    m_base.setFragment({});
    m_base.setScheme(hub.scheme() == "wss"_L1 ? u"https"_s : u"http"_s);
    m_network.setProxy(QNetworkProxy::NoProxy); // a hub is of this network
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setTransferTimeout(int(answersWithin.count()));
}

void HubApi::get(const QString &path, const Then &then) { await(m_network.get(request(path)), then); }

void HubApi::send(const QByteArray &verb, const QString &path, const QJsonObject &body, const Then &then)
{
    QNetworkRequest request = this->request(path);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    await(m_network.sendCustomRequest(request, verb, QJsonDocument(body).toJson(QJsonDocument::Compact)),
          then);
}

QNetworkRequest HubApi::request(const QString &path) const
{
    QUrl url = m_base;
    url.setPath(u"/api/v1/"_s + path.section(u'?', 0, 0));
    if (path.contains(u'?'))
        url.setQuery(path.section(u'?', 1));
    QNetworkRequest request(url);
    if (!m_user.isEmpty())
        request.setRawHeader("Cookie", Sync::profileCookie + ("=" + QUrl::toPercentEncoding(m_user)));
    request.setSslConfiguration(m_configuration);
    return request;
}

void HubApi::await(QNetworkReply *reply, const Then &then)
{
    connect(reply, &QNetworkReply::sslErrors, this, [this, reply] {
        if (Sync::Tls::matches(m_pin, reply->sslConfiguration().peerCertificate()))
            reply->ignoreSslErrors();
    });
    connect(reply, &QNetworkReply::finished, this, [reply, then] {
        reply->deleteLater();
        then(answerOf(*reply));
    });
}

} // namespace Desktop
