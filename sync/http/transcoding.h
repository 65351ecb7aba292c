// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/http/requesthead.h"

#include <QStringList>

#include <chrono>

namespace Sync::Http {

enum class AudioFormat {
    Mp3,
    Aac,
    Opus,
    Flac, ///< of parts of a file, as they are; nobody asks for it by name
};

/// What a track is turned into.
struct Transcoding {
    AudioFormat format = AudioFormat::Mp3;
    int kilobits = 0; ///< a second; none for FLAC

    bool operator==(const Transcoding &) const = default;
};

/// A track in a file, which may hold others before and after it.
struct MediaPart {
    QString path{};
    std::chrono::milliseconds start{0};
    std::chrono::milliseconds length{0}; ///< zero: to the end
    std::chrono::milliseconds duration{0}; ///< zero where that is not known

    /// There is more in the file than this track.
    [[nodiscard]] bool isCutOut() const { return start.count() > 0 || length.count() > 0; }
    bool operator==(const MediaPart &) const = default;
};

/// Kilobits a second that may be asked for.
struct Bitrates {
    int least = 0;
    int usual = 0;
    int most = 0;
};

/// "mp3", "aac" or "opus".
[[nodiscard]] std::optional<AudioFormat> formatNamed(QStringView name);
/// The reverse; empty for FLAC.
[[nodiscard]] QByteArray nameOf(AudioFormat format);
[[nodiscard]] Bitrates bitratesOf(AudioFormat format);
/// The first of a few bitrates that is not below @p kilobits, so that one file serves many requests.
[[nodiscard]] Transcoding transcodingAt(AudioFormat format, int kilobits);

/// The files of one transcoding, within the folder of its cache.
struct TranscodedNames {
    QString finished; ///< ends as its format does
    QString part; ///< what becomes of it, until it is whole
    /// What those read who cannot wait: the same, but for AAC, where the one is MP4 with its index in front
    /// and the other a stream of frames.
    QString growing;
};

/// Of a source as it is now: another size, time or part of it is another file.
[[nodiscard]] TranscodedNames transcodedNames(const MediaPart &part, qint64 sourceBytes, qint64 sourceTimeMs,
                                              const Transcoding &transcoding);
/// Whether that is one that transcodedNames() makes for a finished file.
[[nodiscard]] bool isTranscodedName(const QString &name);

/// Whether one can read along while it is made: FLAC tells its length only at the end, and nobody could seek.
[[nodiscard]] bool growsReadably(AudioFormat format);
/// Of what those read who cannot wait.
[[nodiscard]] QByteArray growingType(AudioFormat format);

/// ffmpeg's words, in the cache's folder. It tells its progress on its standard output.
[[nodiscard]] QStringList ffmpegArguments(const MediaPart &part, const Transcoding &transcoding,
                                          const TranscodedNames &names);

/// How much of the track a line of that output says is done.
[[nodiscard]] std::optional<std::chrono::microseconds> doneIn(QByteArrayView progressLine);

/// The last thing ffmpeg said, without where the files are.
[[nodiscard]] QString lastWords(const QByteArray &said, const MediaPart &part);

/// Whether a file that is not whole yet answers this: to know parts of it, or to have it without chunks, one
/// must wait.
[[nodiscard]] bool takesGrowing(const RequestHead &head);

} // namespace Sync::Http
