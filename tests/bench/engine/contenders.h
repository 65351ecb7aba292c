// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bench/engine/child.h"
#include "bench/support/mpdprocess.h"

#include <QString>

#include <memory>

namespace Bench {

/// Whoever plays a file on a sound server when told.
class Contender
{
public:
    Contender() = default;
    virtual ~Contender() = default;
    Q_DISABLE_COPY_MOVE(Contender)

    /// Gets ready to play @p path. False where it does not come up.
    [[nodiscard]] virtual bool begin(const QProcessEnvironment &environment, const QString &path) = 0;
    /// When the word was given, on the monotonic clock; nothing where it was not taken.
    [[nodiscard]] virtual std::optional<std::chrono::microseconds> play() = 0;
    virtual void stop() = 0;
    [[nodiscard]] virtual qint64 processId() const = 0;
};

/// This program's own players: own, ffmpeg, gstreamer.
[[nodiscard]] std::unique_ptr<Contender> makeOwn(const QString &engine);
[[nodiscard]] std::unique_ptr<Contender> makeMpd(const QString &program);
[[nodiscard]] std::unique_ptr<Contender> makeMpv(const QString &program);

} // namespace Bench
