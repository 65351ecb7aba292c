// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

/// Second halves of sentences that say why media cannot be played, for people to read.
namespace Player {

/// What FFmpeg's number means.
[[nodiscard]] QString reasonOf(int error);
/// A playlist, say.
[[nodiscard]] QString notARecording(const QString &kind);
[[nodiscard]] QString noSound();
/// Of where its sound lies, in MP4.
[[nodiscard]] QString missingIndex();
/// What came last could not be decoded.
[[nodiscard]] QString damagedEnd();
[[nodiscard]] QString unmarkedEnd();
[[nodiscard]] QString impossibleRate(int sampleRate);
[[nodiscard]] QString impossibleChannels(int channels);

} // namespace Player
