// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/response.h"

namespace Sync::Http {

/// True for `/` and what is below `/web/`: the page for browsers, which anybody who may reach the port may
/// read.
[[nodiscard]] bool asksForPage(const RequestHead &head);

/// A file of the page, which the program carries in itself; 404 for anything else below `/web/`. `/` is asked
/// about each time. All others have a hash of the whole page in their path: they are kept forever, and those
/// of another version are not there. HTTP thread.
[[nodiscard]] Response answerPage(const RequestHead &head);

} // namespace Sync::Http
