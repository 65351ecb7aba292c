// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/gain.h"

#include <QUrl>

#include <chrono>
#include <utility>

namespace Player {

/// What to play: a file, a stream, or a part of one. Positions count from the part's beginning.
struct Media {
    Media() = default;
    Media(QUrl where, std::chrono::milliseconds begin = {}, std::chrono::milliseconds lasts = {})
        : url(std::move(where))
        , start(begin)
        , length(lasts)
    {
    }
    [[nodiscard]] bool isEmpty() const { return url.isEmpty(); }
    bool operator==(const Media &) const = default;

    QUrl url{};
    std::chrono::milliseconds start{0};
    std::chrono::milliseconds length{0}; ///< zero: to the end
    bool isTrack = false; ///< of a library, and so with an end, at an address of ours
    quint64 albumId = 0; ///< zero where it is of none
    Loudness loudness{};
    float gain = 1; ///< what samples are multiplied with, besides the volume
};

} // namespace Player
