// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QList>

namespace Pictures {

/// All of one size side by side, so many in a row and each so wide. False where it cannot be written.
[[nodiscard]] bool saveSheet(const QList<QImage> &pictures, int columns, int width, const QString &path);

} // namespace Pictures
