// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace Sync {

/// @p json, a valid JSON object, with the string value of every top-level @p key replaced by @p value (plain
/// ASCII that needs no escaping) and every other byte as it was. QJsonDocument would reorder and reformat the
/// rest.
[[nodiscard]] QByteArray withTopLevelString(const QByteArray &json, QLatin1StringView key,
                                            const QByteArray &value);

} // namespace Sync
