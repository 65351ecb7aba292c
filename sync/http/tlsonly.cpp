// SPDX-License-Identifier: Apache-2.0
#include "sync/http/tlsonly.h"

#include "sync/http/upgrade.h"
#include "sync/http/webfiles.h"

namespace Sync::Http {

std::optional<Response> unlessSecure(const RequestHead &head, const Endpoint &endpoint)
{
    if (endpoint.secure || isThisMachine(endpoint))
        return std::nullopt;
    const bool reads = head.method == Method::Get || head.method == Method::Head;
    if (reads && asksForPage(head) && !asksForWebSocket(head)) {
        Response response = errorResponse(307, "tls_only", "this hub speaks TLS only");
        response.headers.emplaceBack("Location",
                                     "https://" + head.header("Host").value_or(QByteArray()) + head.path
                                         + (head.query.isEmpty() ? "" : '?' + head.query));
        return response;
    }
    // A redirection would let whoever sends a token in the clear go on doing so unnoticed.
    Response response = errorResponse(426, "tls_only", "this hub speaks TLS only; use https or wss");
    response.headers.emplaceBack("Upgrade", "TLS/1.2, HTTP/1.1");
    return response;
}

} // namespace Sync::Http
