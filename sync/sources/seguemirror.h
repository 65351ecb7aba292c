// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/protocol/hubmessages.h"
#include "sync/sources/source.h"

namespace Sync::Sources {

/// What a hub tells of its library.
struct LibraryFacts {
    int tracks = 0;
    int albums = 0;
    bool scanning = false;

    bool operator==(const LibraryFacts &) const = default;
};

/// A session as a source of events: its player is "session", which plays on the sink "segue", on all its
/// outputs together. Each output is a sink besides, with a player of its own that does what the session does
/// while the output is chosen. An output that went away stays, suspended. A value: new facts in, events out.
class SegueMirror
{
public:
    /// @p name: the hub's.
    explicit SegueMirror(const QString &name);

    // Each answers with what has changed by it.
    [[nodiscard]] std::vector<Event> take(const Native::State &state);
    [[nodiscard]] std::vector<Event> take(const Native::Devices &devices);
    [[nodiscard]] std::vector<Event> take(const LibraryFacts &library);
    /// @p queue: as it is told, with its `queue_rev`: the same one again is no event.
    [[nodiscard]] std::vector<Event> takeQueue(const QJsonObject &queue);

    [[nodiscard]] const std::vector<PlayerFacts> &players() const { return m_players; }
    [[nodiscard]] const std::vector<SinkFacts> &sinks() const { return m_sinks; }
    [[nodiscard]] std::vector<InputFacts> inputs() const;
    [[nodiscard]] QHash<QString, QString> assignments() const;
    /// Session, devices and library as they are.
    [[nodiscard]] QJsonObject details() const;

    /// The device behind a sink or a player; empty for the whole session's.
    [[nodiscard]] static std::optional<QString> deviceOf(const QString &id);
    [[nodiscard]] QStringList activeDevices() const;
    /// The devices whose volume that sink's is; none where it cannot be set.
    [[nodiscard]] QStringList devicesBehind(const QString &sink) const;
    [[nodiscard]] const Native::Devices &devices() const { return m_devices; }

    static constexpr QLatin1StringView kind{"segue"};
    static constexpr QLatin1StringView mainSink{"segue"};
    static constexpr QLatin1StringView mainPlayer{"session"}; ///< no sink's name: clients would be confused

private:
    struct Output {
        Native::Device device;
        quint32 index = 0;
        bool online = true;
    };

    void remember(const Native::Devices &devices);
    void rebuild();
    [[nodiscard]] PlayerFacts session() const;
    [[nodiscard]] PlayerFacts playerOf(const Output &output) const;
    [[nodiscard]] SinkFacts sinkOf(const Output &output) const;
    [[nodiscard]] SinkFacts wholeSink() const;
    [[nodiscard]] std::vector<Event> sinkEvents(const std::vector<SinkFacts> &before) const;

    const QString m_name;
    Native::State m_state;
    Native::Devices m_devices;
    LibraryFacts m_library;
    std::optional<qint64> m_queueRevision;
    std::vector<Output> m_outputs; ///< in the order of their first coming
    quint32 m_lastIndex;
    std::vector<PlayerFacts> m_players;
    std::vector<SinkFacts> m_sinks;
};

} // namespace Sync::Sources
