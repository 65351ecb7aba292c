// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/engine/devicesink.h"
#include "app/player/engine/feeder.h"
#include "app/player/output.h"

#include <QTimer>

#include <deque>

namespace Player {

/// Files, exact to the sample: what was decoded goes through a ring to the sound server, and the position is
/// what is heard. The next media follows without a gap. Without any sound device it plays on in silence.
class TimelineOutput final : public Output
{
    Q_OBJECT

public:
    explicit TimelineOutput(QObject *parent = nullptr);
    ~TimelineOutput() override;

    void start(const Media &media, std::chrono::milliseconds from, bool paused) override;
    void pause() override;
    void resume() override;
    void seek(std::chrono::milliseconds to) override;
    void stop() override;
    void setVolume(double volume) override;
    void setDevice(const SoundDevice &device) override { m_sink.setWanted(device); }
    void setEqualization(const Equalization &equalization) override;
    void setNext(const std::optional<Media> &media, std::chrono::milliseconds crossfade) override;
    void setTimeline(const std::optional<Timeline> &timeline) override;
    void setPace(int ppm) override;
    [[nodiscard]] std::chrono::milliseconds position() const override;
    [[nodiscard]] Condition condition() const override { return m_condition; }
    [[nodiscard]] Delays delays() const override;
    [[nodiscard]] bool isExact() const override { return true; }
    [[nodiscard]] std::chrono::microseconds endedAgo() const override { return m_endedAgo; }
    [[nodiscard]] std::chrono::microseconds heardAt() const override;
    /// How often the sound stopped because the machine was busy, since the device was opened.
    [[nodiscard]] quint64 underruns() const { return m_sink.isOpen() ? m_sink.underruns() : 0; }

private:
    /// Of what follows by itself, to what is asked for.
    static constexpr std::chrono::milliseconds nearEnough{1500};

    /// A media on its way through the feeder and the mixer.
    struct Run {
        quint32 serial = 0;
        Media media;
        std::chrono::milliseconds length{0}; ///< zero until it is known
        bool isOpen = false;
        QString problem;
        std::chrono::milliseconds crossfade{0}; ///< how long before the end of what it follows it may begin
    };

    /// The last of what was cut to pause, on its way to m_place.
    struct Ebb {
        std::chrono::microseconds place;
        std::chrono::steady_clock::time_point since;
    };

    void begin();
    void halt();
    void orderNext();
    void openSink();
    void closeSink();
    void moveSink();
    [[nodiscard]] std::chrono::microseconds placeAt(std::int64_t frame) const;
    void takeMarks();
    void hear();
    void arrive(const Mark &mark);
    void finish();
    void align();
    [[nodiscard]] bool claims(const Media &media, std::chrono::milliseconds from) const;
    void takeClaimed();
    void takeOpened(quint32 serial, std::chrono::milliseconds length);
    void takeProblem(quint32 serial, const QString &problem);
    void fail(const QString &sentence);
    void become(Condition condition);

    Condition m_condition = Condition::Idle;
    bool m_wantPaused = false;
    double m_volume = 1;
    Equalization m_equalization;
    std::chrono::milliseconds m_place{0}; ///< while nothing of it is heard: where it is to begin, or ended
    quint32 m_lastSerial = 0;
    std::optional<Run> m_run;
    std::optional<Run> m_next;
    bool m_ahead = false; ///< what is heard was the next, and nobody has asked for it yet
    bool m_claimed = false; ///< the next was asked for before it is heard
    std::optional<Run> m_afterClaimed;

    std::chrono::microseconds m_endedAgo{0};
    std::optional<Timeline> m_timeline;
    bool m_isHeld = false; ///< the run waits for its alignment, or had one

    std::optional<Ebb> m_ebb;
    std::optional<Mark> m_heard; ///< the last mark that was heard
    std::deque<Mark> m_marks; ///< that will be
    QTimer m_due; ///< when the first of them is
    QTimer m_alignAgain; ///< a new sink cannot tell at once what is heard when
    QTimer m_unclaimed; ///< when what plays ahead is not wanted
    QTimer m_unused; ///< when a sink that plays nothing is let go
    Feeder m_feeder;
    DeviceSink m_sink; // last: it pulls
};

} // namespace Player
