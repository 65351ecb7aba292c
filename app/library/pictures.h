// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIODevice>
#include <QImage>

namespace Library {

/// A picture that fits into a square of @p size, in its own proportions and never enlarged. Null for what is
/// no picture, or one too large to be meant seriously.
[[nodiscard]] QImage readPicture(QIODevice &device, int size);
[[nodiscard]] QImage readPicture(const QByteArray &bytes, int size);

} // namespace Library
