// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <cstdint>
#include <functional>
#include <memory>
#include <span>

namespace Player {

/// Where sound goes. It pulls what it plays, on a thread of its own, for as long as it lives.
class Sink
{
public:
    /// Fills all of it.
    using Pull = std::function<void(std::span<float>)>;

    Sink() = default;
    virtual ~Sink() = default;
    Q_DISABLE_COPY_MOVE(Sink)

    /// Frames, of all it has pulled, that were heard by now; it runs evenly.
    [[nodiscard]] virtual std::int64_t heard() const = 0;
    /// How often it had nothing to play because the machine was busy.
    [[nodiscard]] virtual quint64 underruns() const { return 0; }
};

} // namespace Player
