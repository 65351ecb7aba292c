// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/followhttp.h"

#include "sync/sources/limits.h"
#include "sync/tls/fingerprint.h"

#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslCertificate>

using namespace Qt::StringLiterals;

namespace Sync::Sources {

namespace {

constexpr auto saidTooMuch = "saidTooMuch";

/// What a server says of why it did not do it: a Segue's words, or a linux-audio-server's.
QString wordsOf(const QJsonObject &json)
{
    const QJsonValue error = json.value("error"_L1);
    const QString words =
        error.isObject() ? error.toObject().value("message"_L1).toString() : error.toString();
    return words.left(Limits::sourceTextLength);
}

QString reasonFor(int status, const QJsonObject &json)
{
    if (status == 401)
        return u"it wants a token; a Segue lets this machine in with --open-api and this machine's address"_s;
    const QString words = wordsOf(json);
    return words.isEmpty() ? u"it answered %1"_s.arg(status) : words;
}

} // namespace

FollowHttp::FollowHttp(const QUrl &server)
    : m_server(server)
    , m_pin(Tls::pinIn(server))
    , m_configuration(Tls::clientConfiguration(server))
{
    m_server.setFragment({});
    m_network.setProxy(QNetworkProxy::NoProxy); // it is of this network
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setTransferTimeout(int(Limits::followAnswersWithin.count()));
}

void FollowHttp::ask(const FollowRequest &request, const Then &then)
{
    QNetworkRequest asked(QUrl::fromEncoded(m_server.toEncoded() + request.path));
    asked.setSslConfiguration(m_configuration);
    QByteArray body;
    if (request.body)
        body = QJsonDocument(*request.body).toJson(QJsonDocument::Compact);
    asked.setHeader(QNetworkRequest::ContentTypeHeader,
                    request.body ? u"application/json"_s : u"application/octet-stream"_s);
    QNetworkReply *reply = request.verb == "POST" ? m_network.post(asked, body)
        : request.verb == "DELETE"                ? m_network.deleteResource(asked)
                                                  : m_network.get(asked);
    reply->setReadBufferSize(qint64(Limits::sourceMessageBytes) + 1);
    connect(reply, &QNetworkReply::sslErrors, this, [this, reply] { judge(reply); });
    connect(reply, &QNetworkReply::readyRead, this, [reply] {
        if (reply->bytesAvailable() <= qint64(Limits::sourceMessageBytes))
            return;
        reply->setProperty(saidTooMuch, true);
        reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, then] {
        reply->deleteLater();
        then(answerOf(*reply));
    });
}

void FollowHttp::judge(QNetworkReply *reply) const
{
    if (Tls::matches(m_pin, reply->sslConfiguration().peerCertificate()))
        reply->ignoreSslErrors();
}

FollowHttp::Answer FollowHttp::answerOf(QNetworkReply &reply) const
{
    Answer answer{.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt()};
    const QByteArray body = reply.readAll();
    const QJsonDocument json = QJsonDocument::fromJson(body);
    answer.json = json.object();
    if (reply.error() == QNetworkReply::SslHandshakeFailedError)
        answer.reason =
            Tls::distrust(m_pin, m_server.authority(), reply.sslConfiguration().peerCertificate());
    else if (reply.property(saidTooMuch).toBool())
        answer = {.status = 0, .json = {}, .reason = u"it said more than 1 MiB at once"_s};
    else if (answer.status >= 300)
        answer.reason = reasonFor(answer.status, answer.json);
    else if (reply.error() != QNetworkReply::NoError)
        answer = {.status = 0, .json = {}, .reason = reply.errorString()};
    else if (!json.isObject())
        answer = {.status = 0, .json = {}, .reason = u"it does not answer with a JSON object"_s};
    return answer;
}

} // namespace Sync::Sources
