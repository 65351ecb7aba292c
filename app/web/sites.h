// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/web/personalmusic.h"
#include "sync/http/site.h"

namespace Web {

/// All that the hub's one port shows of the library and of what its users make of it. To be called on the
/// HTTP thread; the databases must have been prepared. Throws Sync::DatabaseError.
[[nodiscard]] std::vector<std::shared_ptr<Sync::Http::Site>>
makeSites(const QString &catalogue, const QString &directory, PersonalMusic::Changed changed);

} // namespace Web
