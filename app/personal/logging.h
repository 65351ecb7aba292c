// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/database.h"

#include <QLoggingCategory>

namespace Personal {

Q_DECLARE_LOGGING_CATEGORY(personalLog)

/// What is asked, or nothing where the database fails: that is logged, and a view stays empty.
template <typename Ask> auto answered(const Ask &ask) -> decltype(ask())
{
    try {
        return ask();
    } catch (const Sync::DatabaseError &error) {
        qCWarning(personalLog) << error.what();
        return {};
    }
}

} // namespace Personal
