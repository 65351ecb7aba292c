// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/sources/household.h"
#include "sync/sources/seguesource.h"

namespace Sync::Sources {

/// All sources of a hub: what they tell together, and who is meant by a command. Hub thread.
class SourceSet : public QObject
{
    Q_OBJECT

public:
    /// @p hub must outlive this; @p name: the hub's.
    SourceSet(Hub &hub, QString name);

    /// One that all users of this hub share.
    void add(std::unique_ptr<Source> source);
    void setLibrary(const LibraryFacts &library);

    [[nodiscard]] Household house(const QString &user);
    /// Their first words, to who has heard nothing yet: an event "snapshot" of each.
    [[nodiscard]] std::vector<Event> snapshot(const QString &user);
    /// As Source::perform(): by whoever has that player, sink or input.
    [[nodiscard]] QFuture<QString> perform(const QString &user, const Command &command);
    /// The user's own session.
    [[nodiscard]] SegueSource &own(const QString &user);
    /// From now on that player is what @p sink plays.
    void assign(const QString &sink, const QString &player) { m_choices.assignments.insert(sink, player); }
    /// Names of the sinks that were made of others here.
    [[nodiscard]] const QStringList &combined() const { return m_combined; }

Q_SIGNALS:
    /// @p user: whose session's event it is; empty: everybody's.
    void happened(const Sync::Sources::Event &event, const QString &user);

private:
    [[nodiscard]] std::vector<Source *> sourcesOf(const QString &user);
    void remember(const Source &source, const Command &command);

    Hub &m_hub;
    const QString m_name;
    LibraryFacts m_library;
    Choices m_choices;
    QStringList m_combined;
    std::vector<std::unique_ptr<Source>> m_shared;
    std::unordered_map<QString, std::unique_ptr<SegueSource>> m_own; ///< of those who asked
};

} // namespace Sync::Sources
