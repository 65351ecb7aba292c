// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/equalization.h"
#include "app/player/media.h"
#include "app/player/sounddevice.h"

#include <QObject>
#include <QString>

#include <chrono>
#include <optional>

namespace Player {

enum class Condition { Idle, Loading, Sounding, Paused, Failed };

/// How long after the call a start or a jump is heard, as measured (docs/playback.md).
struct Delays {
    std::chrono::milliseconds start{0};
    std::chrono::milliseconds jump{0};
};

/// Where a media is to be: @p place is heard at @p at, and it goes on evenly from there. The place may lie
/// before the beginning.
struct Timeline {
    std::chrono::microseconds place{0};
    std::chrono::steady_clock::time_point at;
};

/// Whatever can make the sound of one media at a time.
class Output : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Positions here and below are the media's, which may begin within a file.
    virtual void start(const Media &media, std::chrono::milliseconds from, bool paused) = 0;
    virtual void pause() = 0;
    virtual void resume() = 0;
    virtual void seek(std::chrono::milliseconds to) = 0;
    virtual void stop() = 0;
    virtual void setVolume(double volume) = 0; ///< 0..1, as the ear hears it
    /// Its id or name; empty: the system's default. While it plays the sound moves there.
    virtual void setDevice(const SoundDevice &) { }
    virtual void setEqualization(const Equalization &) { }
    /// What is to follow without a gap, where the output can do that; with a @p crossfade it begins that long
    /// before the end, which fades out. ended() comes all the same, then when the next begins, and the
    /// start() that answers it finds the sound already there. A start() forgets it.
    virtual void setNext(const std::optional<Media> & /*media*/, std::chrono::milliseconds /*crossfade*/) { }

    /// Sounds together with others: what begins from now on keeps to this line, where the output isExact().
    /// Nothing: alone again.
    virtual void setTimeline(const std::optional<Timeline> &) { }
    /// In millionths faster than the device runs, while there is a timeline.
    virtual void setPace(int /*ppm*/) { }

    [[nodiscard]] virtual std::chrono::milliseconds position() const = 0;
    /// As position(), where it can be told more exactly.
    [[nodiscard]] virtual std::chrono::microseconds heardAt() const { return position(); }
    [[nodiscard]] virtual Condition condition() const = 0;
    [[nodiscard]] virtual Delays delays() const { return {}; }
    /// While ended() is told: how long ago that was heard.
    [[nodiscard]] virtual std::chrono::microseconds endedAgo() const { return {}; }
    /// It begins to the frame where its timeline says, and can be paced.
    [[nodiscard]] virtual bool isExact() const { return false; }
    /// It cannot be kept close to others: its positions are rough, and each jump is a gap.
    [[nodiscard]] virtual bool isLoose() const { return false; }
    /// Something is started and not over.
    [[nodiscard]] bool isAtWork() const
    {
        return condition() != Condition::Idle && condition() != Condition::Failed;
    }

Q_SIGNALS:
    void conditionChanged();
    void ended(); ///< the media came to its natural end; once for each start()
    void failed(const QString &sentence);
    void flawed(const QString &sentence); ///< what is wrong with the media, which plays as far as it can
    void deviceNotice(const QString &sentence);
    void unplugged(); ///< the device that sounded is gone, and another one takes over
};

} // namespace Player
