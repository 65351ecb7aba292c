// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/media.h"

#include <QObject>
#include <QString>

#include <chrono>
#include <optional>

namespace Player {

enum class Condition { Idle, Loading, Sounding, Paused, Failed };

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
    /// A SoundDevice's id; empty: the system's default. While it plays the sound moves there.
    virtual void setDevice(const QByteArray &) { }
    /// What is to follow without a gap, where the output can do that. ended() comes all the same, and the
    /// start() that answers it finds the sound already there. A start() forgets it.
    virtual void setNext(const std::optional<Media> &) { }

    [[nodiscard]] virtual std::chrono::milliseconds position() const = 0;
    [[nodiscard]] virtual Condition condition() const = 0;

Q_SIGNALS:
    void conditionChanged();
    void ended(); ///< the media came to its natural end; once for each start()
    void failed(const QString &sentence);
    void flawed(const QString &sentence); ///< what is wrong with the media, which plays as far as it can
    void deviceNotice(const QString &sentence);
};

} // namespace Player
