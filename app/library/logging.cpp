// SPDX-License-Identifier: Apache-2.0
#include "app/library/logging.h"

namespace Library {

Q_LOGGING_CATEGORY(libraryLog, "segue.library", QtInfoMsg)

} // namespace Library
