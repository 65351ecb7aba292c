// SPDX-License-Identifier: Apache-2.0
#include "fuzzing.h"

#include "sync/http/gate.h"
#include "sync/http/upgrade.h"
#include "sync/limits.h"

using namespace Sync;
using namespace Sync::Http;

namespace {

const GateRules rules{.hosts = {QStringLiteral("den.local")},
                      .callerOf = [](const QByteArray &token) -> std::optional<Sync::Caller> {
                          if (token == "secret")
                              return Caller{.user = QStringLiteral("7")};
                          return std::nullopt;
                      },
                      .callerNumbered = [](qint64) { return std::optional<Caller>(); },
                      .urlKey = "key",
                      .nowS = [] { return qint64(0); }};

void passTheGate(const RequestHead &head, const Endpoint &endpoint)
{
    const auto denied = checkOrigin(head, endpoint, rules);
    require(!denied || denied->status == 421 || denied->status == 403);
    const auto verdict = authorise(head, endpoint, rules);
    if (const auto *caller = std::get_if<Sync::Caller>(&verdict))
        require(!caller->user.isEmpty()
                && (endpoint.peer.isLoopback() || caller->user == QStringLiteral("7")));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    const auto parsed = parseHead(bytes);
    const auto *head = std::get_if<RequestHead>(&parsed);
    if (!head)
        return 0;
    require(head->bytes > 0 && head->bytes <= bytes.size() && head->bytes <= Limits::requestHeadBytes);
    require(bytes.first(head->bytes).endsWith("\r\n\r\n"));
    require(head->path.startsWith('/') && !head->path.contains('?'));
    require(head->header("Host").has_value());
    require(!(head->has("Content-Length") && head->has("Transfer-Encoding")));
    // A head does not depend on what follows it, and every part of it is incomplete.
    const auto alone = parseHead(QByteArrayView(bytes).first(head->bytes));
    require(std::holds_alternative<RequestHead>(alone)
            && std::get<RequestHead>(alone).headers == head->headers);
    require(std::holds_alternative<Incomplete>(parseHead(QByteArrayView(bytes).first(head->bytes - 1))));

    const QHostAddress here(QHostAddress::LocalHost);
    passTheGate(*head, {.peer = here, .local = here});
    passTheGate(*head,
                {.peer = QHostAddress(QStringLiteral("192.168.1.23")),
                 .local = QHostAddress(QStringLiteral("192.168.1.10"))});
    if (asksForWebSocket(*head)) {
        const auto purpose = purposeOf(*head);
        if (const auto *denied = std::get_if<Denied>(&purpose))
            require(denied->status == 400 || denied->status == 404);
        else
            require(head->method == Method::Get && !head->hasBody);
    }
    return 0;
}
