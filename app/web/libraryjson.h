// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/library/track.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Web {

// What the library tells a page. Lengths are in milliseconds; what is not known is left out.

[[nodiscard]] QJsonObject toJson(const Library::Track &track);
[[nodiscard]] QJsonObject toJson(const Library::Album &album);
[[nodiscard]] QJsonObject toJson(const Library::Artist &artist);
[[nodiscard]] QJsonObject toJson(const Library::Genre &genre);

template <typename Thing> [[nodiscard]] QJsonArray toJson(const QList<Thing> &things)
{
    QJsonArray array;
    for (const Thing &thing : things)
        array.append(toJson(thing));
    return array;
}

} // namespace Web
