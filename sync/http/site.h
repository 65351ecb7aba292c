// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/request.h"

namespace Sync::Http {

/// Some of the addresses of the one port. Used on the HTTP thread only.
class Site
{
public:
    Site() = default;
    virtual ~Site() = default;
    Q_DISABLE_COPY_MOVE(Site)

    /// Nothing where the path is none of its own.
    [[nodiscard]] virtual std::optional<Answer> answer(const Request &request) = 0;
};

} // namespace Sync::Http
