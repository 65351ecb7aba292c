// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/logging.h"

namespace Desktop {

Q_LOGGING_CATEGORY(desktopLog, "segue.desktop", QtInfoMsg)

} // namespace Desktop
