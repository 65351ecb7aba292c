// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/follower.h"
#include "app/player/output.h"
#include "app/player/soundsettings.h"
#include "app/player/volume.h"
#include "sync/link/link.h"

#include <QTimer>

#include <functional>

namespace Player {

/// Keeps one output on the session's timeline and tells the hub how it goes. Decisions are the Follower's.
class SessionPlayer : public QObject
{
    Q_OBJECT

public:
    /// @p mediaOf: where a track can be played from; empty for one that is not in this library.
    SessionPlayer(Sync::Link &link, std::unique_ptr<Output> output,
                  std::function<Media(Sync::TrackId)> mediaOf);
    ~SessionPlayer() override;

    /// Told to the hub as well, so that other devices show it.
    void setVolume(const Volume &volume);
    [[nodiscard]] const Volume &volume() const { return m_volume; }
    /// What the volume is multiplied with for a while, and nobody is told of: 0..1.
    void setFade(double gain);
    void setSound(const SoundSettings &sound);
    /// More may be known of what comes next than when the output was told of it.
    void lookUpNext() { m_next.reset(); }
    /// Where the sound is, if this device makes any.
    [[nodiscard]] std::optional<std::chrono::milliseconds> soundingAt() const;

Q_SIGNALS:
    void volumeChanged();
    /// A sentence for the person listening; empty: all is well.
    void noticed(const QString &sentence);
    /// This track cannot be played here, and why.
    void failed(Sync::TrackId track, const QString &sentence);

private:
    struct Next {
        TrackKey after;
        Sync::TrackId track = 0; ///< zero: nothing
        bool alone = true; ///< nobody else sounds

        bool operator==(const Next &) const = default;
    };

    void follow();
    void followTimeline(const std::optional<Target> &wanted);
    void rest();
    void obey(const Sync::Native::Volume &wish);
    void applyVolume();
    void prepare(const TrackKey &key);
    void prepareNext();
    [[nodiscard]] Media asAnnounced(const Media &media) const;
    [[nodiscard]] Media levelled(Sync::TrackId track) const;
    void act(const Action &action);
    void giveUp(const QString &sentence);
    [[nodiscard]] bool isToPassOver() const;
    void passOver();
    void finishTrack();
    void mindUnplugged();
    void report();
    void notice(const QString &sentence);
    [[nodiscard]] std::optional<Target> target() const;
    [[nodiscard]] bool isOther(const Sync::Native::Device &device) const;
    [[nodiscard]] bool hasOthers() const;
    [[nodiscard]] bool othersSound() const;
    [[nodiscard]] Sync::Native::Condition reported() const;
    [[nodiscard]] std::optional<Sync::Native::Playing> playing() const;

    Sync::Link &m_link;
    const std::unique_ptr<Output> m_output;
    const std::function<Media(Sync::TrackId)> m_mediaOf;
    SoundSettings m_sound;
    Volume m_volume;
    double m_fade = 1;
    int m_pacePpm = 0; ///< that the output was given last
    Follower m_follower;
    std::optional<TrackKey> m_key; ///< what m_media is for
    std::optional<TrackKey> m_started; ///< what the output plays
    std::optional<Next> m_next; ///< what the output was told of
    Media m_announced; ///< the last the output was told of, as it was told
    Media m_media;
    std::optional<QString> m_failure; ///< why m_media cannot be played here
    std::optional<TrackKey> m_passedOver; ///< what could not be played, once that was said
    int m_failuresInARow = 0;
    QString m_deviceNotice;
    QTimer m_giveUp;
    QTimer m_tick;
    QTimer m_report;
};

} // namespace Player
