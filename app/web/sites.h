// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/web/personalmusic.h"
#include "sync/http/site.h"

namespace Sync {
class Hub;
}

namespace Web {

/// All that the hub's one port shows of the library and of what its users make of it. To be called on the
/// HTTP thread; the databases must have been prepared, and @p hub must outlive them. Throws Sync::DatabaseError.
[[nodiscard]] std::vector<std::shared_ptr<Sync::Http::Site>>
makeSites(Sync::Hub &hub, const QString &catalogue, const QString &directory, PersonalMusic::Changed changed);

} // namespace Web
