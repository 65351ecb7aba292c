// SPDX-License-Identifier: Apache-2.0
#include "sync/http/mediaurls.h"

#include "sync/http/routes.h"
#include "sync/http/signedurl.h"
#include "sync/limits.h"
#include "sync/protocol/fields.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace Sync::Http {

namespace {

constexpr QByteArrayView prefix{"/api/v1/tracks/"};
constexpr QByteArrayView suffix{"/url"};
constexpr qint64 longestS = std::chrono::duration_cast<std::chrono::seconds>(Limits::signedUrlFor).count();

Response urlResponse(quint64 track, const SignedUrl &url, const QByteArray &key)
{
    const QByteArray path = "/media/" + QByteArray::number(track);
    return jsonResponse({{"url"_L1, QString::fromLatin1(path + '?' + signedQuery(path, url, key))},
                         {"expires_ms"_L1, url.expiresS * 1000}},
                        201);
}

} // namespace

std::optional<Answer> MediaUrls::answer(const Request &request)
{
    const QByteArrayView path(request.head.path);
    if (!path.startsWith(prefix) || !path.endsWith(suffix))
        return std::nullopt;
    const auto track = idIn(path.sliced(prefix.size()).chopped(suffix.size()));
    if (!track)
        return nothingHere();
    if (request.head.method != Method::Post)
        return onlyAllowed("POST");
    const auto json = request.json();
    if (const auto *refused = std::get_if<Response>(&json))
        return *refused;
    Fields fields(std::get<QJsonObject>(json));
    const qint64 forS = fields.has("for_s"_L1) ? fields.integer("for_s"_L1, 1, longestS) : longestS;
    if (!fields.ok())
        return errorResponse(400, "bad_field", fields.fault().reason.toUtf8(), fields.fault().field.toUtf8());
    return urlResponse(
        *track, {.token = request.caller->token, .expiresS = QDateTime::currentSecsSinceEpoch() + forS},
        m_key);
}

} // namespace Sync::Http
