// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace Library {

/// The picture a file carries, as it lies there: the front cover if there are several, empty if there is
/// none.
[[nodiscard]] QByteArray embeddedCover(const QString &path);

} // namespace Library
