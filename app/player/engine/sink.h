// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>

namespace Player {

/// Where sound goes. It pulls what it plays, on a thread of its own, for as long as it lives.
class Sink
{
public:
    /// Fills all of it; true where something sounds at its end.
    using Pull = std::function<bool(std::span<float>)>;

    Sink() = default;
    virtual ~Sink() = default;
    Q_DISABLE_COPY_MOVE(Sink)

    /// Frames, of all it has pulled, that were heard by now; it runs evenly.
    [[nodiscard]] virtual std::int64_t heard() const = 0;
    /// False where it cannot tell that yet.
    [[nodiscard]] virtual bool isTimed() const { return true; }
    /// Takes back what it has pulled and still can take back, fading out what it cannot; heard() counts it at
    /// once. Where that was anything, calls @p meanwhile between two pulls and returns the first frame, of
    /// all that were pulled, that will not be heard.
    virtual std::optional<std::int64_t> cut(const std::function<void()> &meanwhile)
    {
        Q_UNUSED(meanwhile)
        return std::nullopt;
    }
    /// Something sounds from now on: pulls that instead of the silence that it holds.
    virtual void hurry() { }
    /// How often it had nothing to play because the machine was busy.
    [[nodiscard]] virtual quint64 underruns() const { return 0; }
};

} // namespace Player
