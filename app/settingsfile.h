// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace App {

/// The text of a settings file in which @p name has these values, or is not set where there are none.
/// Everything else stays as it was, byte for byte: other settings, comments, what a newer version has
/// written.
[[nodiscard]] QByteArray withSetting(const QByteArray &text, const QString &name, const QStringList &values);

/// Changes a setting in the file at @p path, which need not exist. Empty, or a sentence about why nothing was
/// changed.
[[nodiscard]] QString writeSetting(const QString &path, const QString &name, const QStringList &values);

} // namespace App
