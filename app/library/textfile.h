// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QStringList>

namespace Library {

/// The lines of a text file somebody else wrote, however they end: UTF-8 where it is that or says so (or
/// UTF-16 where it says so), otherwise Latin-1.
[[nodiscard]] QStringList linesOf(const QByteArray &bytes);

} // namespace Library
