// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/routedsite.h"
#include "sync/pairing/pairing.h"
#include "sync/protocol/hubmessages.h"
#include "sync/store/tokens.h"

#include <QObject>

#include <functional>

class QUrl;

namespace Sync {

/// `/api/v1/pairing/`: how a device is let in (docs/protocol.md). HTTP thread.
class PairingSite final : public Http::RoutedSite
{
public:
    struct Hooks {
        /// Where others on the network reach this hub; none where it listens on this machine only.
        std::function<QList<QUrl>()> addresses;
        /// Which hub this is, for those who ask to be let in.
        std::function<QJsonObject()> hub;
        /// Who waits has changed.
        std::function<void(const Native::Asking &)> asking;
        QByteArray fingerprint; ///< of the hub's certificate; empty where it speaks no TLS
    };
    PairingSite(std::shared_ptr<const Tokens> tokens, Hooks hooks);

private:
    [[nodiscard]] Http::Response invite(const Http::Request &request);
    [[nodiscard]] Http::Response join(const Http::Request &request);
    [[nodiscard]] Http::Response ask(const Http::Request &request);
    [[nodiscard]] Http::Response collect(const Http::Request &request, const QByteArray &id);
    [[nodiscard]] Http::Response allow(const Http::Request &request, const QByteArray &id);
    [[nodiscard]] Http::Response decide(const QByteArray &id, const std::optional<Caller> &allowed);
    [[nodiscard]] Http::Response waiting();
    [[nodiscard]] Http::Response letIn(const Admission &whom, bool keepsToken, bool secure) const;
    void tellAsking();

    const std::shared_ptr<const Tokens> m_tokens;
    const Hooks m_hooks;
    Pairing m_pairing;
    QObject m_context; ///< of its timers
};

} // namespace Sync
