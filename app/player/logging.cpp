// SPDX-License-Identifier: Apache-2.0
#include "app/player/logging.h"

namespace Player {

Q_LOGGING_CATEGORY(playerLog, "segue.player", QtInfoMsg)

} // namespace Player
