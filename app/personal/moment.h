// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QVariant>

#include <chrono>

namespace Personal {

/// A time of the wall clock: personal data is dated for people to read.
using Moment = std::chrono::sys_time<std::chrono::milliseconds>;

[[nodiscard]] inline QVariant momentValue(Moment moment) { return qint64(moment.time_since_epoch().count()); }
[[nodiscard]] inline Moment momentFrom(const QVariant &value)
{
    return Moment(std::chrono::milliseconds(value.toLongLong()));
}

} // namespace Personal
