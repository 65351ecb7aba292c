// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLoggingCategory>

namespace Sync {

Q_DECLARE_LOGGING_CATEGORY(hubLog)
Q_DECLARE_LOGGING_CATEGORY(httpLog)
Q_DECLARE_LOGGING_CATEGORY(linkLog)
Q_DECLARE_LOGGING_CATEGORY(sourceLog)
Q_DECLARE_LOGGING_CATEGORY(storeLog)

} // namespace Sync
