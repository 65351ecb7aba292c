// SPDX-License-Identifier: Apache-2.0
#include "sync/protocol/plaintime.h"

#include <QDateTime>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Sync {

std::optional<WallTime> parsePlainTime(const QString &text)
{
    // QDateTime alone would also take a date without a time and a time without an offset.
    static const QRegularExpression shape(
        uR"(^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)\z)"_s);
    if (!shape.match(text).hasMatch())
        return std::nullopt;
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    return WallTime(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

QString plainTime(WallTime time)
{
    const qint64 ms = time.time_since_epoch().count();
    const QString format = ms % 1000 == 0 ? u"yyyy-MM-ddTHH:mm:ss"_s : u"yyyy-MM-ddTHH:mm:ss.zzz"_s;
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(format) + "+0000"_L1;
}

} // namespace Sync
