// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/output.h"
#include "app/player/silentoutput.h"
#include "app/player/soundloss.h"
#include "app/player/steadyposition.h"

#include <QTimer>

#include <memory>

class QAudioOutput;
class QMediaDevices;
class QMediaPlayer;

namespace Player {

/// Chooses the engine under Qt Multimedia; to be called before the application object is made. An engine
/// chosen by the user (QT_MEDIA_BACKEND) stays.
void chooseBackend();

/// Sound by QMediaPlayer; without any sound device it plays on in silence.
class MediaPlayerOutput : public Output
{
    Q_OBJECT

public:
    explicit MediaPlayerOutput(QObject *parent = nullptr);
    ~MediaPlayerOutput() override;
    Q_DISABLE_COPY_MOVE(MediaPlayerOutput)

    void start(const Media &media, std::chrono::milliseconds from, bool paused) override;
    void pause() override;
    void resume() override;
    void seek(std::chrono::milliseconds to) override;
    void stop() override;
    void setVolume(double volume) override;
    void setDevice(const SoundDevice &device) override;
    [[nodiscard]] std::chrono::milliseconds position() const override;
    [[nodiscard]] Condition condition() const override { return m_condition; }
    [[nodiscard]] Delays delays() const override;

private:
    void load();
    void heed();
    void retire();
    void arrive();
    void reachEnd();
    void fail(const QString &sentence);
    void finish();
    void notice(const QString &sentence);
    void become(Condition condition);
    void mindEnd();
    [[nodiscard]] std::chrono::milliseconds length() const; ///< zero where it is not known
    [[nodiscard]] bool active() const;

    // What it plays on, mediaplayerdevices.cpp
    [[nodiscard]] static bool soundIsPossible();
    void openDevice();
    void giveUpSound();
    void mindDevices();
    void sayWhere();
    void loadHere();

    Media m_media;
    std::chrono::milliseconds m_place{0}; ///< while nothing runs: where it is to begin, or where it ended
    double m_volume = 1;
    bool m_wantPaused = false;
    Condition m_condition = Condition::Idle;
    QString m_lastNotice;
    SoundDevice m_wantedDevice; ///< empty: the system's default
    SoundDevice m_device; ///< what it plays on
    SteadyPosition m_steady;
    std::chrono::milliseconds m_unaccounted{0}; ///< heard position minus what the engine says
    QTimer m_reports;
    QTimer m_partEnds;
    SoundLoss m_loss;
    SilentOutput m_silent;
    bool m_inSilence = false;
    std::unique_ptr<QMediaDevices> m_devices; ///< those the engine knows
    std::unique_ptr<QAudioOutput> m_audio;
    std::unique_ptr<QMediaPlayer> m_player; // last: it still speaks to the others while it goes
};

} // namespace Player
