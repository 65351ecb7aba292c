// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLoggingCategory>

namespace Player {

Q_DECLARE_LOGGING_CATEGORY(playerLog)

} // namespace Player
