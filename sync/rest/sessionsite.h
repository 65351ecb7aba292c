// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/rest/visiting.h"

namespace Sync {

/// `/api/v1/session`, `/api/v1/queue` and `/api/sync/leave`: the caller's session for programs that have no
/// connection (docs/protocol.md). Everything is answered by the hub's thread. HTTP thread.
class SessionSite final : public Http::RoutedSite
{
public:
    /// @p hub must outlive this.
    explicit SessionSite(Hub &hub);

private:
    void addCommand(const QByteArray &path, const char *name, const Show &show);
    [[nodiscard]] Http::Answer queue(const Http::Request &request);
    [[nodiscard]] Http::Answer leave(const Http::Request &request);

    Hub &m_hub;
};

} // namespace Sync
