// SPDX-License-Identifier: Apache-2.0
#include "sync/sources/eventlog.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Sync::Sources {

QByteArray encode(const Event &event, quint64 seq, HubTime at)
{
    QJsonObject json{{"source"_L1, event.source},
                     {"event"_L1, event.event},
                     {"seq"_L1, qint64(seq)},
                     {"at_us"_L1, qint64(at.time_since_epoch().count())},
                     {"data"_L1, event.data}};
    if (!event.player.isEmpty())
        json.insert("player"_L1, event.player);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

const LoggedEvent &EventLog::append(const Event &event, HubTime at, const QString &user)
{
    ++m_newest;
    m_events.push_back(
        {.seq = m_newest, .at = at, .event = event, .user = user, .json = encode(event, m_newest, at)});
    m_bytes += m_events.back().json.size();
    // The last one stays, however long it is: it is about to be told.
    while (m_events.size() > 1 && (m_events.size() > m_bounds.events || m_bytes > m_bounds.bytes)) {
        m_forgotten = m_events.front().seq;
        m_bytes -= m_events.front().json.size();
        m_events.pop_front();
    }
    return m_events.back();
}

std::optional<std::vector<const LoggedEvent *>> EventLog::after(quint64 seq) const
{
    if (seq < m_forgotten || seq > m_newest)
        return std::nullopt;
    std::vector<const LoggedEvent *> found;
    for (const LoggedEvent &event : m_events)
        if (event.seq > seq)
            found.push_back(&event);
    return found;
}

void Burst::add(const LoggedEvent &event)
{
    if (!m_due)
        m_due = event.at + m_lasts;
    m_last = event;
}

std::optional<LoggedEvent> Burst::take(HubTime now)
{
    if (!m_due || now < *m_due)
        return std::nullopt;
    m_due.reset();
    return std::exchange(m_last, {});
}

Event asKnownSource(const Event &event)
{
    Event known = event;
    if (event.source != "mopidy"_L1 && event.source != "pulseaudio"_L1)
        known.source = event.event.startsWith("sink"_L1) ? u"pulseaudio"_s : u"mopidy"_s;
    return known;
}

} // namespace Sync::Sources
