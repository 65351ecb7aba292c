// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/hub/asking.h"

namespace Testing {

/// Lets a television in, as somebody at the hub's own machine would. Its token; empty where that failed.
[[nodiscard]] QByteArray letTvIn(quint16 port, const QString &device, const QString &role = QStringLiteral("controller"));

/// Asks as the television that has @p token does: from elsewhere, through a page of the app's. @p line is
/// "GET /path?query".
[[nodiscard]] HttpAnswer askAsTv(quint16 port, QByteArray line, const QByteArray &token,
                                 const QByteArray &body = {});

} // namespace Testing
