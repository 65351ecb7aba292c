// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QUrl>

#include <chrono>

namespace Player {

/// Why a media cannot be played, as a sentence for its listener; `reason` is what the engine says.
[[nodiscard]] QString whyNot(const QUrl &media, const QString &reason);

/// The same where @p reason is the second half of a sentence, in words for people.
[[nodiscard]] QString refused(const QUrl &media, const QString &reason);

[[nodiscard]] QString cutOff(const QUrl &media, std::chrono::milliseconds at,
                             std::chrono::milliseconds duration);

/// In so many places it could not be decoded; the sound goes on behind the first at @p first.
[[nodiscard]] QString damaged(const QUrl &media, int places, std::chrono::milliseconds first);

/// No more of it came, and not because it is over; @p reason is the second half of a sentence.
[[nodiscard]] QString brokenOff(const QUrl &media, std::chrono::milliseconds at, const QString &reason);

} // namespace Player
