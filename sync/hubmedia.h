// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/servingthread.h"
#include "sync/session/tracks.h"

#include <QUrl>

#include <memory>

namespace Sync {

namespace Http {
class Elsewhere;
class Front;
} // namespace Http

/// The tracks of the hub that this program has joined, on an address of loopback: for an engine that can send
/// no token and knows no fingerprints. Reaches nobody but this machine. Main thread.
class HubMedia
{
public:
    HubMedia();
    ~HubMedia();
    Q_DISABLE_COPY_MOVE(HubMedia)

    /// From now on that one's; @p hub and @p token as a link has them.
    void setHub(const QUrl &hub, const QByteArray &token);
    /// Empty where there is no port to be had, which has been logged.
    [[nodiscard]] QUrl urlOf(TrackId track) const;

private:
    std::unique_ptr<Http::Elsewhere> m_elsewhere; ///< of the thread, as what follows
    std::unique_ptr<Http::Front> m_front;
    quint16 m_port = 0;
    ServingThread m_thread{QStringLiteral("http")};
};

} // namespace Sync
