// SPDX-License-Identifier: Apache-2.0
#include "sync/tv/tvfiles.h"

#include <QCryptographicHash>
#include <QUrl>

using namespace Qt::StringLiterals;
using Sync::Http::Response;

namespace Sync::Tv {

namespace {

constexpr QByteArrayView msxPrefix{"/msx/"};
constexpr QByteArrayView tvPrefix{"/tv/"};
constexpr qsizetype hashLength = 8;

/// Only what stands in an address may get into the page and its policy.
QByteArray tidied(const QByteArray &library) { return QUrl(QString::fromUtf8(library)).toEncoded(); }

QByteArray originOf(const QByteArray &address)
{
    const QUrl url = QUrl::fromEncoded(address);
    QByteArray origin = url.scheme().toLatin1() + "://" + url.host(QUrl::FullyEncoded).toLatin1();
    if (url.port() != -1)
        origin += ':' + QByteArray::number(url.port());
    return origin;
}

/// Of the page itself: so that what it names is found beside it.
QByteArray locationOf(const Http::Request &request)
{
    QByteArrayList query;
    if (!request.tvToken.isEmpty())
        query.append("tv=" + request.tvToken.toPercentEncoding());
    if (!request.head.query.isEmpty())
        query.append(request.head.query);
    return "/tv/" + QByteArray(query.isEmpty() ? "" : "?") + query.join('&');
}

/// Older televisions do not know that 'self' has WebSockets too.
QByteArray securityFor(const QByteArray &host, const QByteArray &library)
{
    return "default-src 'self'; script-src 'self' " + originOf(library) + "; connect-src 'self' ws://" + host
        + " wss://" + host + "; img-src * data:; media-src *; frame-ancestors *";
}

} // namespace

QByteArray baseOf(const Http::RequestHead &head)
{
    return "http://" + head.header("Host").value_or(QByteArray());
}

TvFiles::TvFiles(const QByteArray &library)
    : m_library(tidied(library))
    , m_msx(u":/segue/msx"_s,
            [this](const QByteArray &path, const QByteArray &, QByteArray &bytes) {
                if (path.endsWith(".html"))
                    bytes.replace(usualLibrary, m_library);
            })
    , m_tv(u":/segue/tv"_s)
    , m_msxHash(QCryptographicHash::hash(m_msx.hash() + m_library, QCryptographicHash::Sha256)
                    .toHex()
                    .first(hashLength))
{
}

std::optional<Http::Answer> TvFiles::answer(const Http::Request &request)
{
    const QByteArray &path = request.head.path;
    const bool isStart = path == "/msx/start.json";
    const Http::PageFile *msx =
        path.startsWith(msxPrefix) ? m_msx.find(path.sliced(msxPrefix.size())) : nullptr;
    const bool isTv = path == "/tv" || path.startsWith(tvPrefix);
    if (!isStart && !msx && !isTv)
        return std::nullopt;
    if (!request.reads())
        return Http::onlyReadable();
    if (isStart)
        return start(request);
    if (msx)
        return send(request, *msx, m_msxHash);
    if (path == "/tv")
        return Response{.status = 302, .headers = {{"Location", locationOf(request)}}};
    const Http::PageFile *file = m_tv.find(path == tvPrefix ? "index.html" : path.sliced(tvPrefix.size()));
    return file ? send(request, *file, m_tv.hash()) : Http::nothingHere();
}

Response TvFiles::start(const Http::Request &request) const
{
    const QByteArray plugin = baseOf(request.head) + "/msx/plugin.html?v=" + m_msxHash;
    return Http::jsonResponse(
        {{"name"_L1, u"Segue"_s},
         {"version"_L1, QStringLiteral(SEGUE_VERSION)},
         {"parameter"_L1, u"menu:request:interaction:init@"_s + QString::fromLatin1(plugin)}});
}

Response TvFiles::send(const Http::Request &request, const Http::PageFile &file, const QByteArray &hash) const
{
    Response response = Http::sendFresh(request.head, file, hash);
    response.contentSecurity = securityFor(request.head.header("Host").value_or(QByteArray()), m_library);
    return response;
}

} // namespace Sync::Tv
