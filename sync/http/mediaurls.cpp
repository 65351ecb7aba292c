// SPDX-License-Identifier: Apache-2.0
#include "sync/http/mediaurls.h"

#include "sync/http/media.h"
#include "sync/http/routes.h"
#include "sync/http/signedurl.h"
#include "sync/limits.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace Sync::Http {

namespace {

constexpr qint64 longestS = std::chrono::duration_cast<std::chrono::seconds>(Limits::signedUrlFor).count();

Response urlResponse(quint64 track, const SignedUrl &url, const QByteArray &key)
{
    const QByteArray path = mediaPath(track);
    return jsonResponse({{"url"_L1, QString::fromLatin1(path + '?' + signedQuery(path, url, key))},
                         {"expires_ms"_L1, url.expiresS * 1000}},
                        201);
}

} // namespace

MediaUrls::MediaUrls(QByteArray key)
    : m_key(std::move(key))
{
    serve(Method::Post, "/api/v1/tracks/{id}/url", Role::Listener,
          [this](const Request &request, const auto &parts) { return sign(request, parts.first()); });
}

Response MediaUrls::sign(const Request &request, const QByteArray &track) const
{
    const auto id = idIn(track);
    if (!id)
        return nothingHere();
    const auto forS = readBody(request, [](Fields &fields) {
        return fields.optional("for_s"_L1, [&] { return fields.integer("for_s"_L1, 1, longestS); })
            .value_or(longestS);
    });
    if (const auto *refused = std::get_if<Response>(&forS))
        return *refused;
    return urlResponse(*id,
                       {.token = request.caller->token,
                        .expiresS = QDateTime::currentSecsSinceEpoch() + std::get<qint64>(forS)},
                       m_key);
}

} // namespace Sync::Http
