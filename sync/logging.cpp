// SPDX-License-Identifier: Apache-2.0
#include "sync/logging.h"

namespace Sync {

Q_LOGGING_CATEGORY(hubLog, "segue.hub", QtInfoMsg)
Q_LOGGING_CATEGORY(httpLog, "segue.http", QtInfoMsg)
Q_LOGGING_CATEGORY(linkLog, "segue.link", QtInfoMsg)
Q_LOGGING_CATEGORY(sourceLog, "segue.source", QtInfoMsg)
Q_LOGGING_CATEGORY(storeLog, "segue.store", QtInfoMsg)

} // namespace Sync
