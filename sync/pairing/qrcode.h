// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QStringList>

namespace Sync {

/// A QR code of @p text: a string for each row, '1' for each dark module. The quiet margin of four modules is
/// left to whoever draws it. Empty where the text is too long for one.
[[nodiscard]] QStringList qrCode(const QByteArray &text);

} // namespace Sync
