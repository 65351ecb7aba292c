// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/routedsite.h"

namespace Sync {

/// `/api/v1/openapi.json`: what all the addresses below `/api/v1/` are, for programs. HTTP thread.
class OpenApiSite final : public Http::RoutedSite
{
public:
    OpenApiSite();
};

} // namespace Sync
