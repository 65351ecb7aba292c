// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIODevice>

namespace Library {

/// What stays the same in an Ogg stream however its pages are cut and numbered.
struct OggAudio {
    QByteArray opening{}; ///< the first bytes of its sound packets
    qint64 length = 0; ///< the last granule position

    bool operator==(const OggAudio &) const = default;
};

[[nodiscard]] OggAudio readOgg(QIODevice &file, qint64 begin);

} // namespace Library
