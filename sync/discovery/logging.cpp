// SPDX-License-Identifier: Apache-2.0
#include "sync/discovery/logging.h"

namespace Sync {

Q_LOGGING_CATEGORY(discoveryLog, "segue.discovery", QtInfoMsg)

} // namespace Sync
