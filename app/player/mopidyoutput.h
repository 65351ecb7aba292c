// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/player/mopidylist.h"
#include "app/player/output.h"
#include "sync/sources/source.h"

#include <functional>

namespace Player {

/// A Mopidy as an output: it plays one address at a time and is told of by its source. What somebody does at
/// that Mopidy itself is told, for the session to follow. Nothing of it is touched that was not begun here.
class MopidyOutput final : public Output
{
    Q_OBJECT

public:
    /// Empty: done; else why not. In this object's thread.
    using Done = std::function<void(const QString &reason)>;
    using Perform = std::function<void(const Sync::Sources::Command &command, const Done &done)>;

    MopidyOutput(QString player, Perform perform);

    void start(const Media &media, std::chrono::milliseconds from, bool paused) override;
    void pause() override;
    void resume() override;
    void seek(std::chrono::milliseconds to) override;
    void stop() override;
    void setVolume(double) override { } // is the Mopidy's own, and told of as such
    /// Goes to its list behind what plays, which it then goes on to by itself.
    void setNext(const std::optional<Media> &media, std::chrono::milliseconds crossfade) override;

    [[nodiscard]] std::chrono::milliseconds position() const override;
    [[nodiscard]] Condition condition() const override;
    [[nodiscard]] Delays delays() const override { return {.start = {}, .jump = m_jumpDelay}; }
    [[nodiscard]] bool isLoose() const override { return true; }

    /// What its source tells of it. Somebody's pause is only believed where @p certain: what is told of one
    /// may be the echo of an older one.
    void take(const Sync::Sources::PlayerFacts &facts, const QList<Sync::Sources::Event> &events,
              bool certain);

Q_SIGNALS:
    // By somebody at that Mopidy
    void pausedThere();
    void resumedThere();
    void soughtThere(std::chrono::milliseconds to);
    /// To what is next: the start() that answers it finds it sounding already.
    void skippedThere();
    /// It was stopped, or plays something else now; whoever resumes begins anew.
    void takenAway();

private:
    enum class Turn {
        None,
        Held, ///< paused here, and of no concern to the Mopidy
        Starting,
        Ours,
        Failed,
    };
    /// A seek that was asked for here, and has not been told of. It may be told of late, when something else
    /// has been begun: Mopidy takes one that it has not come to with it into the next track.
    struct Sought {
        std::chrono::milliseconds to{0}; ///< as the Mopidy counts
        Sync::HubTime at{};
        int start = 0; ///< of which it was
    };

    void become(Turn turn);
    void place(std::chrono::milliseconds place);
    void jump(std::chrono::milliseconds to);
    [[nodiscard]] bool wasAskedFor(std::chrono::milliseconds to);
    void command(const Sync::Sources::Command &command);
    void begun(const QString &reason);
    void mindEvent(const Sync::Sources::Event &event, std::chrono::milliseconds before);
    void mindState();
    void finish(std::chrono::milliseconds at);
    void standUp();
    void announce();
    void adopt(std::chrono::milliseconds from);
    void awaitStart();
    [[nodiscard]] bool hasGoneOn() const;
    [[nodiscard]] std::optional<std::chrono::milliseconds> left() const;
    void giveWay(std::chrono::milliseconds at);
    [[nodiscard]] bool isOurs(const Sync::Sources::Event &event) const;
    [[nodiscard]] std::chrono::milliseconds positionThere() const;

    const QString m_player;
    const Perform m_perform;
    Sync::Sources::PlayerFacts m_facts;
    Media m_media;
    Turn m_turn = Turn::None;
    bool m_paused = false; ///< as it is wished here
    std::chrono::milliseconds m_place{0}; ///< where it is held, is to begin, or was last sent to
    Sync::HubTime m_placeAt{};
    std::chrono::milliseconds m_jumpDelay{0}; ///< as the last took
    QList<Sought> m_sought;
    bool m_seeks = false; ///< and has not been answered
    int m_falls = 0; ///< how often it has stopped on its way to a place, since it was begun
    std::optional<std::chrono::milliseconds> m_nextSeek; ///< wished meanwhile
    bool m_isCertain = false;
    std::optional<std::chrono::milliseconds> m_length;
    MopidyList m_list;
    bool m_goesOn = false; ///< the Mopidy, to what follows; nobody has said yet that it is to
    int m_underway = 0; ///< commands that are not over
    int m_start = 0; ///< the number of the last
};

} // namespace Player
