// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/response.h"

namespace Sync::Http {

// A television can send no header and keep no cookie from one of its pages to the next: its token is in the
// query, as `tv`, and means something on a few addresses only (docs/security.md). On those nothing else lets
// anybody in, not even being on this machine, so pages of any origin may ask for them.

/// True where only a television's token counts.
[[nodiscard]] bool isForTv(const RequestHead &head);
/// What is in the query; empty where nothing is, or more than one.
[[nodiscard]] QByteArray tvTokenIn(const RequestHead &head);
[[nodiscard]] QByteArray withoutTvToken(const QByteArray &query);

/// True for what a device asks that wants to be let in.
[[nodiscard]] bool asksToBeLetIn(const RequestHead &head);

/// True where pages of any origin may read the answer.
[[nodiscard]] bool isOpenToAnyOrigin(const RequestHead &head);
/// A browser's question whether a page may ask something.
[[nodiscard]] bool isPreflight(const RequestHead &head);
[[nodiscard]] Response preflightResponse(const RequestHead &head);
void allowAnyOrigin(Response &response);

} // namespace Sync::Http
