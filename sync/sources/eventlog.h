// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/sources/source.h"

#include <deque>

namespace Sync::Sources {

/// An event with its place among all.
struct LoggedEvent {
    quint64 seq = 0;
    HubTime at{};
    Event event{};
    QString user{}; ///< whose it is; empty: everybody's
    QByteArray json{}; ///< as it is told
};

/// As it is told: `source`, `event`, `player` where it is about one, `seq`, `at_us` and `data`.
[[nodiscard]] QByteArray encode(const Event &event, quint64 seq, HubTime at);

/// The newest events in order, so many of them and so many bytes at most. A value.
class EventLog
{
public:
    struct Bounds {
        std::size_t events = 0;
        qsizetype bytes = 0;
    };

    /// @p first: the number before that of the first event. It should be above all numbers of logs before
    /// this one, so that who asks for what came after those learns that it is gone.
    EventLog(quint64 first, Bounds bounds)
        : m_newest(first)
        , m_forgotten(first)
        , m_bounds(bounds)
    {
    }

    /// The event as it was logged; valid until the next one.
    const LoggedEvent &append(const Event &event, HubTime at, const QString &user = {});
    [[nodiscard]] quint64 newest() const { return m_newest; }
    /// What came after @p seq, the oldest first; nothing where some of it is forgotten, or @p seq is none of
    /// this log's.
    [[nodiscard]] std::optional<std::vector<const LoggedEvent *>> after(quint64 seq) const;

private:
    quint64 m_newest;
    quint64 m_forgotten; ///< the newest of those that are
    const Bounds m_bounds;
    qsizetype m_bytes = 0;
    std::deque<LoggedEvent> m_events;
};

/// Makes one of the events that come within a short time: the last of them, told when that time is over. A
/// value.
class Burst
{
public:
    explicit Burst(std::chrono::milliseconds lasts)
        : m_lasts(lasts)
    {
    }

    void add(const LoggedEvent &event);
    /// When take() is to be called; nothing where no event waits.
    [[nodiscard]] std::optional<HubTime> due() const { return m_due; }
    /// The event to tell at @p now; nothing where it is too early.
    [[nodiscard]] std::optional<LoggedEvent> take(HubTime now);

private:
    const std::chrono::milliseconds m_lasts;
    std::optional<HubTime> m_due;
    LoggedEvent m_last;
};

/// The same event as one of a source that the clients of linux-audio-server know: they hear no other.
[[nodiscard]] Event asKnownSource(const Event &event);

} // namespace Sync::Sources
