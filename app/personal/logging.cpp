// SPDX-License-Identifier: Apache-2.0
#include "app/personal/logging.h"

namespace Personal {

Q_LOGGING_CATEGORY(personalLog, "segue.personal", QtInfoMsg)

} // namespace Personal
