// SPDX-License-Identifier: Apache-2.0
#include "sync/http/upgrade.h"

namespace Sync::Http {

namespace {

constexpr QByteArrayView eventsPath("/api/events/ws");

constexpr qsizetype keyBytes = 16; // RFC 6455, 4.1

bool isHandshake(const RequestHead &head)
{
    const auto key = QByteArray::fromBase64Encoding(head.header("Sec-WebSocket-Key").value_or(QByteArray()),
                                                    QByteArray::AbortOnBase64DecodingErrors);
    return head.method == Method::Get && head.lists("Connection", "upgrade") && !head.hasBody
        && head.header("Sec-WebSocket-Version") == QByteArray("13") && key && key.decoded.size() == keyBytes;
}

Denied bad(const char *message)
{
    return {.status = 400,
            .json = QByteArray(R"({"error":{"code":"bad_upgrade","message":")") + message + R"("}})"};
}

std::variant<Purpose, Denied> subscriptionIn(const RequestHead &head)
{
    if (head.has("Sec-WebSocket-Protocol"))
        return bad("events have no subprotocol");
    auto subscription = Sources::readSubscription(head.query);
    if (const auto *fault = std::get_if<QByteArray>(&subscription))
        return Denied{.status = 400, .json = *fault};
    return Purpose(std::get<Sources::Subscription>(std::move(subscription)));
}

} // namespace

bool asksForWebSocket(const RequestHead &head) { return head.lists("Upgrade", "websocket"); }

std::variant<Purpose, Denied> purposeOf(const RequestHead &head)
{
    if (head.path != "/" && head.path != "/sync" && head.path != eventsPath)
        return Denied{
            .status = 404,
            .json =
                R"({"error":{"code":"not_found","message":"WebSockets are at /, /sync and /api/events/ws"}})"};
    if (!isHandshake(head))
        return bad("this is not a WebSocket handshake of version 13");
    if (head.path == eventsPath)
        return subscriptionIn(head);
    if (!head.has("Sec-WebSocket-Protocol"))
        return Purpose(Native::Wire::Plain);
    const QByteArrayView ours(Native::subprotocol.data(), Native::subprotocol.size());
    if (head.path == "/sync" && head.lists("Sec-WebSocket-Protocol", ours))
        return Purpose(Native::Wire::Native);
    return bad("the only subprotocol is segue.v1, at /sync");
}

} // namespace Sync::Http
