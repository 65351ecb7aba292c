// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

namespace Library {

/// Bytes in the MPEG audio frame whose four header bytes these are; zero where they are no such header.
[[nodiscard]] int mpegFrameLength(QByteArrayView header);

/// Where in @p bytes the first frame begins that another one of its kind follows, or that ends the bytes; -1
/// if none.
[[nodiscard]] qsizetype firstMpegFrame(QByteArrayView bytes);

} // namespace Library
