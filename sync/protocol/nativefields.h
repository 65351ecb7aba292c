// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/protocol/nativetypes.h"

/// How the native wire's values are read and written; shared by both directions.
namespace Sync::Native {

[[nodiscard]] quint64 readId(Fields &fields, QLatin1StringView key);
[[nodiscard]] std::chrono::milliseconds readPosition(Fields &fields, QLatin1StringView key);
[[nodiscard]] std::chrono::microseconds readMicroseconds(Fields &fields, QLatin1StringView key);
[[nodiscard]] qint64 readRevision(Fields &fields, QLatin1StringView key);
[[nodiscard]] QString readName(Fields &fields, QLatin1StringView key);
/// Letters, digits, '.', '_' and '-': it ends up in file names, URLs and logs.
[[nodiscard]] QString readDeviceId(Fields &fields, QLatin1StringView key);
/// At most as many as there are devices in a listing.
[[nodiscard]] QStringList readDeviceIds(Fields &fields, QLatin1StringView key);
/// What of `volume` and `muted` is there.
[[nodiscard]] Volume readVolume(Fields &fields);
void writeVolume(QJsonObject &json, const Volume &volume);
[[nodiscard]] Context readContext(Fields &fields);
void writeContext(QJsonObject &json, const Context &context);
[[nodiscard]] Condition readCondition(Fields &fields);
/// Absent where it is loose.
[[nodiscard]] Timing readTiming(Fields &fields);
void writeTiming(QJsonObject &json, Timing timing);
[[nodiscard]] QLatin1StringView conditionName(Condition condition);
/// How far an output is off; within an hour either way.
[[nodiscard]] Timekeeping readTimekeeping(Fields &fields);
void writeTimekeeping(QJsonObject &json, const Timekeeping &time);

} // namespace Sync::Native
