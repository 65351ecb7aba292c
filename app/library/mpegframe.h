// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

namespace Library {

/// Bytes in the MPEG audio frame whose header these four @p bytes are; zero where they are none.
[[nodiscard]] int mpegFrameLength(QByteArrayView bytes);

/// Where in @p bytes the first frame begins that another one of its kind follows, or that ends the bytes; -1
/// if none.
[[nodiscard]] qsizetype firstMpegFrame(QByteArrayView bytes);

} // namespace Library
