// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/urlcheck.h"

#include "sync/sources/limits.h"

#include <QHostInfo>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QPromise>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sync::Sources {

struct UrlCheck::Errand {
    QUrl url;
    std::optional<Reach> from; ///< how far what sent us here reaches
    Reach reach = Reach::Never; ///< of `url`
    int redirects = 0;
    QPromise<Verdict> promise;

    void end(const Verdict &verdict)
    {
        promise.addResult(verdict);
        promise.finish();
    }
};

namespace {

/// Old stream servers do not quite speak HTTP; they do not redirect either.
bool answersOtherwise(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::ProtocolFailure || error == QNetworkReply::ProtocolUnknownError
        || error == QNetworkReply::UnknownNetworkError;
}

/// The request goes to the address that was judged, not to what the name might lead to a moment later.
QNetworkRequest requestOf(const QUrl &url, const QHostAddress &address)
{
    QUrl judged = url;
    judged.setHost(address.toString());
    judged.setFragment({});
    QNetworkRequest request(judged);
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    if (url.port() > 0)
        host += ':' + QByteArray::number(url.port());
    request.setRawHeader("Host", host);
    request.setPeerVerifyName(url.host());
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setTransferTimeout(int(std::chrono::milliseconds(Limits::urlAnswersWithin).count()));
    return request;
}

} // namespace

UrlCheck::UrlCheck()
{
    m_network.setProxy(QNetworkProxy::NoProxy); // a proxy would reach what this machine cannot
}

QFuture<UrlCheck::Verdict> UrlCheck::check(const QUrl &url)
{
    const auto errand = std::make_shared<Errand>();
    errand->url = url;
    errand->promise.start();
    QFuture<Verdict> future = errand->promise.future();
    lookUp(errand);
    return future;
}

void UrlCheck::lookUp(const std::shared_ptr<Errand> &errand)
{
    if (const auto fault = faultOf(errand->url))
        return errand->end(*fault);
    QHostInfo::lookupHost(errand->url.host(), this,
                          [this, errand](const QHostInfo &info) { ask(errand, info.addresses()); });
}

Reach UrlCheck::reachOfAll(const QList<QHostAddress> &addresses) const
{
    Reach reach = Reach::Public;
    for (const QHostAddress &address : addresses)
        reach = std::max(reach, m_pretended.value(address, reachOf(address)));
    return reach;
}

void UrlCheck::ask(const std::shared_ptr<Errand> &errand, const QList<QHostAddress> &addresses)
{
    if (addresses.isEmpty())
        return errand->end(u"the host %1 is not known"_s.arg(errand->url.host()));
    errand->reach = reachOfAll(addresses);
    if (const auto fault = faultOf(errand->url, errand->reach, errand->from))
        return errand->end(*fault);
    QNetworkReply *const reply = m_network.get(requestOf(errand->url, addresses.first()));
    reply->setParent(this);
    const auto done = [this, errand, reply] {
        if (!reply->parent())
            return;
        reply->disconnect(this);
        reply->setParent(nullptr);
        take(errand, *reply);
        reply->abort(); // the body of a stream has no end
        reply->deleteLater();
    };
    connect(reply, &QNetworkReply::metaDataChanged, this, done, Qt::QueuedConnection);
    connect(reply, &QNetworkReply::finished, this, done, Qt::QueuedConnection);
}

void UrlCheck::take(const std::shared_ptr<Errand> &errand, const QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= 300 && status < 400 && reply.hasRawHeader("Location")) {
        if (++errand->redirects > Limits::urlRedirects)
            return errand->end(u"%1 leads on and on"_s.arg(errand->url.host()));
        errand->url = errand->url.resolved(QUrl::fromEncoded(reply.rawHeader("Location"), QUrl::StrictMode));
        errand->from = errand->reach;
        return lookUp(errand);
    }
    if (status >= 400)
        return errand->end(u"%1 answers with the error %2"_s.arg(errand->url.host()).arg(status));
    if (status == 0 && !answersOtherwise(reply.error()))
        return errand->end(u"%1 does not answer: %2"_s.arg(errand->url.host(), reply.errorString()));
    errand->end(errand->url);
}

} // namespace Sync::Sources
