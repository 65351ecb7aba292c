// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/routes.h"

namespace Sync::Http {

/// What the program behind the hub has to show beside sessions. Used on the HTTP thread only.
class Site
{
public:
    Site() = default;
    virtual ~Site() = default;
    Q_DISABLE_COPY_MOVE(Site)

    /// Nothing where the path is none of its own. The request has no body.
    [[nodiscard]] virtual std::optional<Response> answer(const RequestHead &head) const = 0;
};

} // namespace Sync::Http
