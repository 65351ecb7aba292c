// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/rest/visiting.h"

namespace Sync {

/// `/api/v1/devices`: who is here, which of them sound, and how loud (docs/protocol.md). HTTP thread.
class DeviceSite final : public Http::RoutedSite
{
public:
    /// @p hub must outlive this.
    explicit DeviceSite(Hub &hub);

private:
    [[nodiscard]] Http::Answer change(const Http::Request &request, const QByteArray &device);

    Hub &m_hub;
};

} // namespace Sync
