// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/sources/mopidymessages.h"

namespace Sync::Sources {

/// What one Mopidy is, kept from what it says. A value: no socket, no timer.
///
/// An answer is never older than an event that came before it, but an event may be older than an answer that
/// came before it: Mopidy sends the two by different ways. So events are told once each, by what they change;
/// one that does not follow from what is known makes it ask, and what was told is asked for in the end.
///
/// Nor are its events true by themselves: it tells of no end where its list is emptied, and of one that never
/// was where a stop and a start come close together. So what begins and ends follows from what plays: the end
/// of a track that is not over is only told with what comes after it.
class MopidyMirror
{
public:
    enum class Wish {
        Nothing,
        Soon, ///< a snapshot, Limits::sourceVerifyAfter from now
        Now,
    };

    MopidyMirror(QString id, QString name);

    [[nodiscard]] const PlayerFacts &facts() const { return m_facts; }
    /// Where it is now.
    [[nodiscard]] std::chrono::milliseconds positionAt(HubTime now) const;
    [[nodiscard]] qint64 tracklistLength() const { return m_tracklistLength; }
    /// How many tracks have begun or ended so far.
    [[nodiscard]] int turns() const { return m_turns; }
    /// How often somebody has gone to another place in a track so far.
    [[nodiscard]] int seeks() const { return m_seeks; }
    /// It calls itself paused, with nothing that it could go on with: it stands still until it is stopped.
    [[nodiscard]] bool isStuck() const { return m_isStuck; }
    /// Whether it is to be asked how it is, until it has been.
    [[nodiscard]] Wish wish() const { return m_wish; }
    /// A snapshot has been asked for, which meets the wish.
    void asked()
    {
        m_wish = Wish::Nothing;
        m_answer = Answer::Due;
    }
    void wantSnapshot(Wish wish) { want(wish); }
    /// The last snapshot was not believed; another one is wished.
    [[nodiscard]] bool isInDoubt() const { return m_doubted > 0; }

    // What has come of it, in order
    [[nodiscard]] QList<Event> hear(const Mopidy::Said &said, HubTime now);
    [[nodiscard]] QList<Event> take(const Mopidy::Snapshot &snapshot, HubTime now);
    [[nodiscard]] QList<Event> lose(HubTime now);

private:
    enum class Answer {
        None, ///< or nobody said that one was asked for
        Due,
        Doubtful, ///< something was told meanwhile that it may or may not know
    };
    struct Turn {
        Mopidy::Entry entry;
        bool paused = false; ///< as it was told
    };

    void on(const Mopidy::StateChanged &changed);
    void on(const Mopidy::Started &started);
    void on(const Mopidy::Paused &paused);
    void on(const Mopidy::Resumed &resumed);
    void on(const Mopidy::Ended &ended);
    void on(const Mopidy::Seeked &seeked);
    void on(const Mopidy::VolumeChanged &changed);
    void on(const Mopidy::MuteChanged &changed);
    void on(const Mopidy::TracklistChanged &);
    void on(const Mopidy::OptionsChanged &);
    void on(const Mopidy::OtherEvent &) { }

    [[nodiscard]] bool isDoubtful();
    void comeBack(const Mopidy::Snapshot &snapshot);
    void takeVolume(const Mopidy::Snapshot &snapshot);
    void setState(PlaybackState state);
    void begin(const Mopidy::Entry &entry);
    void end(std::chrono::milliseconds position);
    void tellPaused(bool paused);
    void place(std::chrono::milliseconds position);
    void setVolume(int percent);
    void setMuted(bool muted);
    [[nodiscard]] bool isAt(const Mopidy::Entry &entry) const;
    [[nodiscard]] bool isBehind(std::chrono::milliseconds position) const;
    void want(Wish wish) { m_wish = std::max(m_wish, wish); }
    void tell(QLatin1StringView event, const QJsonObject &data = {});

    PlayerFacts m_facts;
    std::optional<Turn> m_turn; ///< of a track that has begun and not ended, as it was told
    std::optional<std::chrono::milliseconds> m_endHeard; ///< where that track ended, by an event alone
    qint64 m_tracklistVersion = -1;
    qint64 m_tracklistLength = 0;
    int m_turns = 0;
    int m_seeks = 0;
    bool m_isStuck = false;
    // Told because of answers, and when; the events that tell the same are still to come.
    QList<std::pair<PlaybackState, HubTime>> m_statesAhead;
    QList<std::pair<qint64, HubTime>> m_endsAhead; ///< places in the list
    bool m_volumeIsAhead = false; ///< of the events, which may still tell how it came there
    bool m_lacksTrack = false; ///< it says that it plays, and not what
    Wish m_wish = Wish::Now;
    Answer m_answer = Answer::None; ///< a snapshot
    int m_doubted = 0; ///< snapshots, one after the other
    HubTime m_now{}; ///< of what is being heard
    QList<Event> m_told; ///< by what is being heard
};

} // namespace Sync::Sources
