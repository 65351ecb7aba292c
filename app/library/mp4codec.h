// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Library {

/// Whether the MP4 file at @p path holds Apple's lossless sound, which its name does not tell. False for what
/// cannot be read. Reads the file's head, so it may wait for the disk.
[[nodiscard]] bool isAlac(const QString &path);

} // namespace Library
