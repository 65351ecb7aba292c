// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/engine/mixer.h"
#include "app/player/engine/pace.h"
#include "app/player/engine/pulseserver.h"

#include <memory>

namespace Player {

/// Where the engine sounds: on the wanted device while it is there, else on the system's default, else in
/// silence. A sink that dies is not made anew by itself: whoever plays does that.
class DeviceSink : public QObject
{
    Q_OBJECT

public:
    explicit DeviceSink(QObject *parent = nullptr);
    ~DeviceSink() override;

    /// Empty: the system's default.
    void setWanted(const SoundDevice &device);

    /// Whether it is known by now what devices there are.
    [[nodiscard]] bool isSettled() const { return m_server.isSettled(); }
    [[nodiscard]] bool isOpen() const { return m_sink != nullptr; }
    /// Makes a sink and the mixer that it pulls.
    void open(const Mixer::Listeners &listeners);
    void close();

    // While it is open.
    [[nodiscard]] const std::shared_ptr<Mixer> &mixer() const { return m_mixer; }
    /// Frames, of all that the mixer gave, that were heard by now.
    [[nodiscard]] std::int64_t heard() const { return m_pace->sourceAt(m_sink->heard()); }
    /// heard() means something by now.
    [[nodiscard]] bool isTimed() const { return m_sink->isTimed(); }
    /// Millionths faster than the device; nothing: as the device goes, to the bit.
    void setPace(const std::optional<int> &ppm);
    /// Takes back what nobody has heard yet, so that what the mixer gives next is heard soon. The first frame
    /// that will not be heard; nothing where that would not help: the mixer's own fade is as soon.
    std::optional<std::int64_t> cut();
    /// The mixer has something to give again.
    void hurry() { m_sink->hurry(); }
    [[nodiscard]] quint64 underruns() const { return m_mixer->underruns() + m_sink->underruns(); }

Q_SIGNALS:
    /// It is settled now, or, if it is open, it should be opened anew: that device is gone, or there is a
    /// better one.
    void changed();
    /// The device it is open for went away by itself; changed() follows.
    void unplugged();
    /// Where it sounds, if that is not where somebody would expect it; empty: all is well.
    void noticed(const QString &sentence);

private:
    void mindDevices();
    void sayWhere();
    void notice(const QString &sentence);

    SoundDevice m_wanted;
    std::optional<SoundDevice> m_device; ///< what the sink is for; nothing: silence
    QString m_lastNotice;
    QTimer m_again; ///< when a sink that died may be opened anew
    PulseServer m_server;
    std::shared_ptr<Mixer> m_mixer;
    std::shared_ptr<Pace> m_pace;
    std::unique_ptr<Sink> m_sink; // last: it pulls
};

} // namespace Player
