// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/link/link.h"

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace Desktop {

/// What the window shows of the session and asks of it. Only the link's state is ever shown: a wish changes
/// nothing here until the hub has agreed.
class PlayerController final : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by Window")

    Q_PROPERTY(bool hasTrack READ hasTrack NOTIFY changed FINAL)
    Q_PROPERTY(QString trackId READ trackId NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString artist READ artist NOTIFY changed FINAL)
    Q_PROPERTY(QString album READ album NOTIFY changed FINAL)
    Q_PROPERTY(QString albumId READ albumId NOTIFY changed FINAL)
    Q_PROPERTY(bool known READ known NOTIFY changed FINAL)
    Q_PROPERTY(bool playing READ playing NOTIFY changed FINAL)
    Q_PROPERTY(bool shuffle READ shuffle WRITE setShuffle NOTIFY changed FINAL)
    Q_PROPERTY(Repeat repeat READ repeat NOTIFY changed FINAL)
    Q_PROPERTY(bool stopAfter READ stopAfter WRITE setStopAfter NOTIFY changed FINAL)
    /// Of this device, 0 to 1 as the ear hears it.
    Q_PROPERTY(double volume READ volume WRITE setVolume NOTIFY volumeChanged FINAL)
    Q_PROPERTY(bool muted READ muted WRITE setMuted NOTIFY volumeChanged FINAL)
    Q_PROPERTY(int durationMs READ durationMs NOTIFY changed FINAL)
    Q_PROPERTY(int positionMs READ positionMs NOTIFY positionChanged FINAL)
    Q_PROPERTY(bool connected READ connected NOTIFY connectedChanged FINAL)
    /// The hub cannot reach what it shares with others.
    Q_PROPERTY(bool hubAlone READ hubAlone NOTIFY hubAloneChanged FINAL)
    Q_PROPERTY(QString hubName READ hubName NOTIFY connectedChanged FINAL)
    Q_PROPERTY(bool ownHub READ ownHub NOTIFY ownHubChanged FINAL)
    Q_PROPERTY(QString notice READ notice NOTIFY noticeChanged FINAL)
    Q_PROPERTY(QString fault READ fault NOTIFY faultChanged FINAL)
    /// Counts the tracks that could not be played, so that a binding that asks failureOf() asks again.
    Q_PROPERTY(int failureRevision READ failureRevision NOTIFY failuresChanged FINAL)

public:
    enum Repeat { RepeatOff, RepeatOne, RepeatAll };
    Q_ENUM(Repeat)

    /// The album a track of this library belongs to; nothing for a track that is not in it.
    using AlbumOf = std::function<std::optional<quint64>(Sync::TrackId)>;

    /// What the hub knows of a track when it is asked; changed() is to be emitted when it has told more.
    using TrackOf = std::function<std::optional<Sync::TrackInfo>(Sync::TrackId)>;

    struct Options {
        AlbumOf albumOf;
        TrackOf trackOf{}; ///< for tracks of which the session says nothing; may be none
        bool ownHub = false;
        std::chrono::milliseconds faultShownFor = std::chrono::seconds(6);
    };

    PlayerController(Sync::Link &link, Options options, QObject *parent = nullptr);

    [[nodiscard]] bool hasTrack() const { return player() != nullptr; }
    [[nodiscard]] QString trackId() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString artist() const;
    [[nodiscard]] QString album() const;
    [[nodiscard]] QString albumId() const;
    [[nodiscard]] bool known() const { return m_album.has_value(); }
    [[nodiscard]] bool playing() const;
    [[nodiscard]] bool shuffle() const { return modes().shuffle; }
    void setShuffle(bool shuffle);
    [[nodiscard]] Repeat repeat() const;
    [[nodiscard]] bool stopAfter() const { return modes().stopAfter; }
    void setStopAfter(bool stopAfter);
    [[nodiscard]] double volume() const { return m_volume; }
    void setVolume(double volume);
    [[nodiscard]] int volumePercent() const;
    /// What it is now, whoever set it.
    void showVolume(int percent, bool muted);
    [[nodiscard]] bool muted() const { return m_muted; }
    void setMuted(bool muted);
    [[nodiscard]] int durationMs() const;
    [[nodiscard]] int positionMs() const;
    [[nodiscard]] bool hubAlone() const { return m_link.isHubAlone(); }
    [[nodiscard]] bool connected() const { return m_link.isConnected(); }
    [[nodiscard]] QString hubName() const;
    [[nodiscard]] bool ownHub() const { return m_options.ownHub; }
    void setOwnHub(bool own);
    [[nodiscard]] QString notice() const { return m_notice; }
    [[nodiscard]] QString fault() const { return m_fault; }

    Q_INVOKABLE void toggle();
    Q_INVOKABLE void seek(int positionMs);
    Q_INVOKABLE void seekBy(int deltaMs);
    Q_INVOKABLE void next();
    Q_INVOKABLE void previous();
    /// Off, all, one, and off again.
    Q_INVOKABLE void cycleRepeat();
    /// Ids are strings: QML's numbers do not hold them.
    Q_INVOKABLE void play(const QString &trackId, const QString &fromIs, const QString &fromIsId);
    /// Queues these, of which @p trackId is one, where the hub cannot know what they are: as many around it
    /// as a message holds.
    Q_INVOKABLE void playAmong(const QStringList &trackIds, const QString &trackId, const QString &fromIs,
                               const QString &fromIsId);

    /// Why this device could not play the track when it last tried; empty where it could, or did not try.
    Q_INVOKABLE QString failureOf(const QString &trackId) const
    {
        return m_failures.value(trackId.toULongLong());
    }

    [[nodiscard]] int failureRevision() const { return m_failureRevision; }
    void addFailure(Sync::TrackId track, const QString &sentence);
    /// What the player has to say for as long as it is so; empty for nothing.
    void setNotice(const QString &notice);
    /// Says something for a while; nothing for an empty sentence.
    void tell(const QString &sentence);
    /// What the station that plays says it is sending; empty for nothing.
    void setStreamTitle(const QString &title);
    /// While nobody watches, the position is not refreshed.
    void setWatched(bool watched);
    /// The library may know the track, or no longer know it.
    void lookUpAlbum();

Q_SIGNALS:
    void changed();
    void positionChanged();
    void connectedChanged();
    void hubAloneChanged();
    void ownHubChanged();
    void volumeChanged();
    void noticeChanged();
    void faultChanged();
    void failuresChanged();

private:
    [[nodiscard]] const Sync::PlayerState *player() const;
    [[nodiscard]] std::optional<Sync::TrackInfo> track() const;
    [[nodiscard]] Sync::Modes modes() const;
    void show();
    void updateTick();
    void setFault(const QString &fault);
    void forgetFailure(Sync::TrackId track);

    Sync::Link &m_link;
    Options m_options;
    std::optional<quint64> m_album;
    QString m_notice;
    QString m_fault;
    QString m_streamTitle;
    QHash<Sync::TrackId, QString> m_failures;
    int m_failureRevision = 0;
    double m_volume = 1;
    bool m_muted = false;
    bool m_watched = true;
    QTimer m_tick;
    QTimer m_forgetFault;
};

} // namespace Desktop
