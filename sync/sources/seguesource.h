// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/hub/room.h"
#include "sync/sources/seguemirror.h"

#include <QPromise>

namespace Sync {
class Hub;
}

namespace Sync::Sources {

/// A user's session on this hub, its devices and the library, as a source among others. Hub thread.
class SegueSource final : public Source
{
    Q_OBJECT

public:
    /// @p hub must outlive this; @p name: the hub's.
    SegueSource(Hub &hub, QString user, const QString &name);

    [[nodiscard]] QString kind() const override { return SegueMirror::kind; }
    [[nodiscard]] std::vector<PlayerFacts> players() const override { return m_mirror.players(); }
    [[nodiscard]] std::vector<SinkFacts> sinks() const override { return m_mirror.sinks(); }
    [[nodiscard]] std::vector<InputFacts> inputs() const override { return m_mirror.inputs(); }
    [[nodiscard]] QHash<QString, QString> assignments() const override { return m_mirror.assignments(); }
    [[nodiscard]] QJsonObject details() const override;
    [[nodiscard]] QFuture<QString> perform(const Command &command) override;

    void setLibrary(const LibraryFacts &library) { tell(m_mirror.take(library)); }
    /// Plays that, on the output of @p player alone where it is not the session's. Answers as perform() does.
    [[nodiscard]] QFuture<QString> start(const Native::Play &play, const QString &player);

private:
    using Answer = std::shared_ptr<QPromise<QString>>;
    /// A volume that some devices were asked for.
    struct Awaited {
        QStringList devices;
        Native::Volume wish;
        Answer answer;
    };

    void watch(Room &room);
    void tell(const std::vector<Event> &events);
    void settle();
    /// Does something in the user's room, or answers with a sentence about why it cannot be.
    using Act = std::function<QString(SegueSource &self, Room &room)>;
    /// Answers, once what was done is settled.
    using Then = std::function<void(SegueSource &self, const Answer &answer)>;
    [[nodiscard]] QFuture<QString> visit(Act act, Then then);
    [[nodiscard]] QFuture<QString> command(Act act) { return visit(std::move(act), {}); }
    [[nodiscard]] QFuture<QString> wish(const QStringList &devices, const Native::Volume &volume);
    [[nodiscard]] QFuture<QString> choose(const QStringList &devices);
    [[nodiscard]] QString unlessSounding(const QString &player) const;

    // One overload for each command
    [[nodiscard]] QFuture<QString> carryOut(const Play &play);
    [[nodiscard]] QFuture<QString> carryOut(const Pause &pause);
    [[nodiscard]] QFuture<QString> carryOut(const Stop &stop);
    [[nodiscard]] QFuture<QString> carryOut(const Next &next);
    [[nodiscard]] QFuture<QString> carryOut(const Previous &previous);
    [[nodiscard]] QFuture<QString> carryOut(const Seek &seek);
    [[nodiscard]] QFuture<QString> carryOut(const SetVolume &volume);
    [[nodiscard]] QFuture<QString> carryOut(const PlayUrl &play);
    [[nodiscard]] QFuture<QString> carryOut(const PlayNext &next);
    [[nodiscard]] QFuture<QString> carryOut(const SetSinkVolume &volume);
    [[nodiscard]] QFuture<QString> carryOut(const SetSinkMute &mute);
    [[nodiscard]] QFuture<QString> carryOut(const SetDefaultSink &choice);
    [[nodiscard]] QFuture<QString> carryOut(const MoveInput &move);
    [[nodiscard]] QFuture<QString> carryOut(const MoveAll &move);
    [[nodiscard]] QFuture<QString> carryOut(const SetInputVolume &volume);
    [[nodiscard]] QFuture<QString> carryOut(const SetInputMute &mute);
    [[nodiscard]] QFuture<QString> carryOut(const Combine &combination);
    [[nodiscard]] QFuture<QString> carryOut(const PairUp &pair);
    [[nodiscard]] QFuture<QString> carryOut(const Uncombine &combination);

    Hub &m_hub;
    const QString m_user;
    QPointer<Room> m_room; ///< that is watched
    SegueMirror m_mirror;
    std::vector<Awaited> m_awaited;
};

} // namespace Sync::Sources
