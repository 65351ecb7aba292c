// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIODevice>

namespace Library {

enum class Container { Unknown, Mpeg, Flac, Ogg, Mp4, Wav, Aiff, WavPack, Asf, Other };

/// Where the sound lies in a file; everything outside is headers and tags.
struct Audio {
    Container container = Container::Unknown;
    qint64 begin = 0;
    qint64 end = 0;
    QByteArray signature{}; ///< FLAC's own digest of the decoded sound, where the encoder wrote one

    [[nodiscard]] bool isEmpty() const { return begin >= end; }
};

/// Goes by content, never by name. Reads a few kilobytes at known places, whatever the file's size.
[[nodiscard]] Audio findAudio(QIODevice &file);

} // namespace Library
