// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/protocol/fields.h"
#include "sync/session/queue.h"

/// How queues are written, on the wire and in the store: items as `items` (their ids), `tracks` and
/// `contexts`, each context once with the number of items in a row that are from it.
namespace Sync {

[[nodiscard]] QJsonArray idArray(const QList<quint64> &ids);
[[nodiscard]] QList<QueueItem> readItems(Fields &fields);
void writeItems(QJsonObject &json, const QList<QueueItem> &items);
[[nodiscard]] Repeat readRepeat(Fields &fields);
[[nodiscard]] QLatin1StringView repeatName(Repeat repeat);
[[nodiscard]] Modes readModes(Fields &fields);
[[nodiscard]] QJsonObject toJson(const Modes &modes);

} // namespace Sync
