// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLoggingCategory>

namespace Desktop {

Q_DECLARE_LOGGING_CATEGORY(desktopLog)

} // namespace Desktop
