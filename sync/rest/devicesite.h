// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/rest/visiting.h"
#include "sync/store/tokens.h"

namespace Sync {

/// `/api/v1/devices`: who is here, which of them sound, and how loud (docs/protocol.md). HTTP thread.
class DeviceSite final : public Http::RoutedSite
{
public:
    /// @p hub must outlive this. @p tokens: of devices that were let in; may be none.
    DeviceSite(Hub &hub, std::shared_ptr<const Tokens> tokens);

private:
    [[nodiscard]] Http::Answer change(const Http::Request &request, const QString &device);
    [[nodiscard]] Http::Answer rename(const Http::Request &request, const QString &device,
                                      const QString &name);
    [[nodiscard]] bool isOwn(const Http::Request &request, const QString &device) const;

    Hub &m_hub;
    const std::shared_ptr<const Tokens> m_tokens;
};

} // namespace Sync
