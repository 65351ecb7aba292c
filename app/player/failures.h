// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QUrl>

#include <chrono>

namespace Player {

/// Why a media cannot be played, as a sentence for its listener; `reason` is what the engine says.
[[nodiscard]] QString whyNot(const QUrl &media, const QString &reason);

[[nodiscard]] QString cutOff(const QUrl &media, std::chrono::milliseconds at,
                             std::chrono::milliseconds duration);

/// So many pieces of it could not be decoded.
[[nodiscard]] QString damaged(const QUrl &media, int pieces);

} // namespace Player
