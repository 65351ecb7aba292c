// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLoggingCategory>

namespace Sync {

Q_DECLARE_LOGGING_CATEGORY(discoveryLog)

} // namespace Sync
