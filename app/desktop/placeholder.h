// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QString>

namespace Desktop {

/// A picture for an album that has none: always the same one for the same album. For any thread.
[[nodiscard]] QImage placeholderCover(quint64 albumId, const QString &title, int size);

/// @p picture cut to a square of @p size with rounded corners: scene graphs without shaders cannot clip
/// round.
[[nodiscard]] QImage roundedSquare(const QImage &picture, int size);

} // namespace Desktop
