// SPDX-License-Identifier: Apache-2.0
#include "sync/http/routes.h"

#include "sync/http/webfiles.h"

#include <charconv>

using namespace Qt::StringLiterals;

namespace Sync::Http {

namespace {

constexpr QByteArrayView healthPath{"/api/health"};
constexpr QByteArrayView pairingPath{"/api/v1/pairing/"};

Response healthResponse(const Health &health)
{
    const QJsonObject json{{"status"_L1, "ok"_L1},
                           {"websocket_clients"_L1, health.webSocketClients},
                           {"program"_L1, "segue"_L1},
                           {"version"_L1, QStringLiteral(SEGUE_VERSION)},
                           {"uptime_s"_L1, qint64(health.uptime.count())}};
    return jsonResponse(json);
}

} // namespace

bool needsUser(const RequestHead &head)
{
    if (head.path.startsWith(pairingPath)) {
        const QByteArrayView rest = QByteArrayView(head.path).sliced(pairingPath.size());
        const bool asks =
            rest == "join" || rest == "requests" || (rest.startsWith("requests/") && rest.count('/') == 1);
        return head.method != Method::Post || !asks;
    }
    // What televisions load first; what needs one sees to it itself, in words that they show.
    const bool isTvPage = head.path.startsWith("/msx/") || head.path == "/tv" || head.path.startsWith("/tv/");
    return head.path != healthPath && !isTvPage && !asksForPage(head);
}

Response answer(const RequestHead &head, const Health &health)
{
    if (asksForPage(head))
        return answerPage(head);
    if (head.path != healthPath)
        return nothingHere();
    if (head.method != Method::Get && head.method != Method::Head)
        return onlyReadable();
    return healthResponse(health);
}

std::optional<quint64> idIn(QByteArrayView text)
{
    quint64 id = 0;
    const auto [end, error] = std::from_chars(text.begin(), text.end(), id);
    return error == std::errc() && end == text.end() ? std::optional(id) : std::nullopt;
}

} // namespace Sync::Http
