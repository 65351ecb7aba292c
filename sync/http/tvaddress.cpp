// SPDX-License-Identifier: Apache-2.0
#include "sync/http/tvaddress.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace Sync::Http {

namespace {

constexpr auto key = "tv"_L1;
constexpr QByteArrayView pairingPath{"/api/v1/pairing/requests"};

QUrlQuery queryOf(const QByteArray &query) { return QUrlQuery(QString::fromLatin1(query)); }

bool isTvsOwn(const QByteArray &path)
{
    return path.startsWith("/msx/") || path == "/tv" || path.startsWith("/tv/") || path.startsWith("/stream/")
        || path == "/api/sync/poll";
}

/// Others ask for these as well, by other means.
bool isShared(const QByteArray &path)
{
    return path.startsWith("/art/") || path == "/sync" || path == "/api/sync/leave";
}

} // namespace

bool isForTv(const RequestHead &head)
{
    return isTvsOwn(head.path) || (isShared(head.path) && queryOf(head.query).hasQueryItem(key));
}

QByteArray tvTokenIn(const RequestHead &head)
{
    const QStringList values = queryOf(head.query).allQueryItemValues(key, QUrl::FullyDecoded);
    return values.size() == 1 ? values.first().toLatin1() : QByteArray();
}

QByteArray withoutTvToken(const QByteArray &query)
{
    QUrlQuery rest = queryOf(query);
    if (!rest.hasQueryItem(key))
        return query;
    rest.removeAllQueryItems(key);
    return rest.query(QUrl::FullyEncoded).toLatin1();
}

bool asksToBeLetIn(const RequestHead &head)
{
    if (!head.path.startsWith(pairingPath))
        return false;
    const QByteArrayView rest = QByteArrayView(head.path).sliced(pairingPath.size());
    return rest.isEmpty() || (rest.startsWith('/') && rest.count('/') == 1);
}

bool isOpenToAnyOrigin(const RequestHead &head)
{
    if (asksToBeLetIn(head))
        return head.method == Method::Post || isPreflight(head);
    return isForTv(head) && head.path != "/sync" && head.path != "/api/sync/leave";
}

bool isPreflight(const RequestHead &head)
{
    return head.method == Method::Options && head.has("Origin") && head.has("Access-Control-Request-Method");
}

Response preflightResponse(const RequestHead &head)
{
    Response response{.status = 204};
    response.headers.emplaceBack("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS");
    response.headers.emplaceBack("Access-Control-Allow-Headers", "Content-Type, Range");
    response.headers.emplaceBack("Access-Control-Max-Age", "600");
    if (head.has("Access-Control-Request-Private-Network"))
        response.headers.emplaceBack("Access-Control-Allow-Private-Network", "true");
    return response;
}

void allowAnyOrigin(Response &response)
{
    response.headers.emplaceBack("Access-Control-Allow-Origin", "*");
    response.headers.emplaceBack("Access-Control-Expose-Headers",
                                 "Accept-Ranges, Content-Length, Content-Range");
}

} // namespace Sync::Http
