// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLoggingCategory>

namespace Library {

Q_DECLARE_LOGGING_CATEGORY(libraryLog)

} // namespace Library
