// SPDX-License-Identifier: Apache-2.0
#include "sync/limits.h"
#include "sync/protocol/nativefields.h"
#include "sync/protocol/queuejson.h"
#include "sync/session/session.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace Sync {

namespace {

constexpr qint64 latestUs = qint64(1) << 53; // what JSON can carry; in the year 2255

PlayerState readPlayer(Fields &fields)
{
    return {.trackId = Native::readId(fields, "track_id"_L1),
            .context = Native::readContext(fields),
            .pausedBy = fields.flag("playing"_L1) ? PausedBy::Lease : PausedBy::User,
            .position = Native::readPosition(fields, "position_ms"_L1),
            .playId = Native::readId(fields, "play_id"_L1),
            .duration = Native::readPosition(fields, "duration_ms"_L1),
            .item =
                fields.optional("item"_L1, [&] { return Native::readId(fields, "item"_L1); }).value_or(0)};
}

qint64 inUs(HubTime time, const SharedTimes &times)
{
    return qint64((time.time_since_epoch() + times.offset).count());
}

/// What hubs at the same time have to know besides: not where it would go on after a restart, but where it
/// is.
void writeShared(QJsonObject &json, const PlayerState &player, const SharedTimes &times)
{
    json.insert("by_lease"_L1, player.pausedBy == PausedBy::Lease);
    json.insert("at_ms"_L1, qint64(player.position.count()));
    json.insert("since_us"_L1, inUs(player.since, times));
}

PlayerState readShared(Fields &fields, std::chrono::microseconds offset)
{
    PlayerState player = readPlayer(fields);
    if (fields.flag("playing"_L1))
        player.pausedBy = fields.flag("by_lease"_L1) ? PausedBy::Lease : PausedBy::Nobody;
    player.position = Native::readPosition(fields, "at_ms"_L1);
    player.since = HubTime(std::chrono::microseconds(fields.integer("since_us"_L1, 0, latestUs)) - offset);
    return player;
}

QByteArray compact(const QJsonObject &json) { return QJsonDocument(json).toJson(QJsonDocument::Compact); }

QByteArray queueRecord(const Queue &queue)
{
    QJsonObject json{{"last_id"_L1, qint64(queue.lastId())},
                     {"heir"_L1, qint64(queue.heir())},
                     {"straight"_L1, idArray(queue.straight())}};
    writeItems(json, queue.items());
    return compact(json);
}

std::variant<Queue, ParseError> readQueue(const QByteArray &record, QueueItemId current)
{
    std::variant<Fields, ParseError> parsed = parseObject(record);
    if (const auto *error = std::get_if<ParseError>(&parsed))
        return *error;
    auto &fields = std::get<Fields>(parsed);
    const QueueItemId lastId = Native::readId(fields, "last_id"_L1);
    const QueueItemId heir =
        fields.optional("heir"_L1, [&] { return Native::readId(fields, "heir"_L1); }).value_or(0);
    const QList<QueueItemId> straight = fields.ids("straight"_L1, Limits::queueItems);
    const QList<QueueItem> items = readItems(fields);
    if (!fields.ok())
        return fields.fault();
    // A crash may have lost a change of one and not of the other.
    auto queue = Queue::from(items, straight, std::min(current, lastId), lastId, heir);
    if (!queue)
        return ParseError{.field = u"items"_s, .reason = u"the parts of the queue do not fit together"_s};
    return *std::move(queue);
}

} // namespace

Record Session::record(const Instant &instant, bool withQueue, const std::optional<SharedTimes> &times) const
{
    QJsonObject json{{"modes"_L1, toJson(m_modes)},
                     {"rev"_L1, m_revision},
                     {"queue_rev"_L1, m_queueRevision},
                     {"devices_rev"_L1, m_devicesRevision}};
    m_memory.write(json, chosen());
    if (times && times->changedAt)
        json.insert("changed_us"_L1, inUs(*times->changedAt, *times));
    if (m_player) {
        // Where a hub that is killed now would go on from: confirmed, not computed hours later.
        const milliseconds position =
            m_player->paused() ? m_player->position : confirmedPosition(instant.now);
        json.insert("track_id"_L1, qint64(m_player->trackId));
        json.insert("playing"_L1, m_player->pausedBy != PausedBy::User);
        json.insert("position_ms"_L1, qint64(position.count()));
        json.insert("play_id"_L1, qint64(m_player->playId));
        json.insert("duration_ms"_L1, qint64(m_player->duration.count()));
        json.insert("item"_L1, qint64(m_player->item));
        Native::writeContext(json, m_player->context);
        if (times)
            writeShared(json, *m_player, *times);
    }
    return {.epoch = m_epoch,
            .revision = version().revision,
            .session = compact(json),
            .queue = withQueue ? std::optional(queueRecord(m_queue)) : std::nullopt};
}

std::variant<Session, ParseError> Session::restored(const Record &record, HubTime now)
{
    Session session(record.epoch);
    std::variant<Fields, ParseError> parsed = parseObject(record.session);
    if (const auto *error = std::get_if<ParseError>(&parsed))
        return *error;
    auto &fields = std::get<Fields>(parsed);
    session.readRevisions(fields, record.revision);
    session.m_modes = fields.optional("modes"_L1, [&] { return readModes(fields); }).value_or(Modes());
    session.m_memory = DeviceMemory::read(fields);
    if (!fields.has("track_id"_L1))
        return fields.ok() ? std::variant<Session, ParseError>(session) : fields.fault();
    PlayerState player = readPlayer(fields);
    if (!fields.ok())
        return fields.fault();
    player.since = now;
    session.m_player = player;
    if (record.queue && !record.queue->isEmpty()) {
        const auto queue = readQueue(*record.queue, player.item);
        if (const auto *error = std::get_if<ParseError>(&queue))
            return *error;
        session.m_queue = std::get<Queue>(queue);
    }
    // Nothing that was said shortly before a crash, and is not in the record, gets a number twice.
    session.m_revision += Limits::revisionsLost;
    return session;
}

std::variant<Adopted, ParseError> Session::adopting(const Record &record,
                                                    std::chrono::microseconds offset) const
{
    Session session = *this;
    session.m_epoch = record.epoch;
    std::variant<Fields, ParseError> parsed = parseObject(record.session);
    if (const auto *error = std::get_if<ParseError>(&parsed))
        return *error;
    auto &fields = std::get<Fields>(parsed);
    session.readRevisions(fields, record.revision);
    session.m_modes = readModes(fields);
    session.m_memory = DeviceMemory::read(fields);
    session.m_player.reset();
    std::optional<milliseconds> confirmed;
    if (fields.has("track_id"_L1)) {
        session.m_player = readShared(fields, offset);
        confirmed = Native::readPosition(fields, "position_ms"_L1);
    }
    const auto changedAt = fields.optional("changed_us"_L1, [&] {
        return HubTime(std::chrono::microseconds(fields.integer("changed_us"_L1, 0, latestUs)) - offset);
    });
    if (!fields.ok())
        return fields.fault();
    const bool isQueueKnown = record.epoch == m_epoch && session.m_queueRevision == m_queueRevision;
    if (!record.queue && !isQueueKnown)
        return ParseError{.field = u"queue"_s, .reason = u"it comes without its queue"_s};
    if (record.queue && !record.queue->isEmpty()) {
        const auto queue = readQueue(*record.queue, session.m_player ? session.m_player->item : 0);
        if (const auto *error = std::get_if<ParseError>(&queue))
            return *error;
        session.m_queue = std::get<Queue>(queue);
    } else if (session.m_player && session.m_player->item != m_queue.current()) {
        session.m_queue.setCurrent(session.m_player->item);
    }
    const bool isSameQueue =
        m_queue.items() == session.m_queue.items() && m_queue.straight() == session.m_queue.straight();
    if (record.epoch != m_epoch)
        session.m_history = {}; // of another queue
    else if (!isSameQueue)
        session.m_history.add(m_queue);
    session.takeOutputs(session.m_devicesRevision != m_devicesRevision);
    return Adopted{.session = std::move(session), .changedAt = changedAt, .confirmed = confirmed};
}

Session Session::mergedWith(const Session &other, const Queue &base) const
{
    Session merged = *this;
    merged.m_queue = m_queue.mergedWith(other.m_queue, base);
    merged.m_history.add(m_queue);
    merged.m_revision = std::max(m_revision, other.m_revision) + 1;
    merged.m_queueRevision = std::max(m_queueRevision, other.m_queueRevision) + 1;
    merged.m_devicesRevision = std::max(m_devicesRevision, other.m_devicesRevision) + 1;
    return merged;
}

void Session::readRevisions(Fields &fields, qint64 otherwise)
{
    const auto read = [&fields](QLatin1StringView name) {
        return fields.optional(name, [&] { return Native::readRevision(fields, name); });
    };
    m_revision = read("rev"_L1).value_or(otherwise); // records of earlier versions have no other
    m_queueRevision = read("queue_rev"_L1).value_or(0);
    m_devicesRevision = read("devices_rev"_L1).value_or(0);
}

/// Who is here sounds as the record says. @p chosen: somebody has chosen, and did not mean those he did not
/// know of.
void Session::takeOutputs(bool chosen)
{
    for (auto &[connection, member] : m_members) {
        if (member.wire != Native::Wire::Native || !member.output)
            continue;
        const std::optional<bool> active = m_memory.returned(member.device);
        if (active || chosen)
            member.active = active.value_or(false);
    }
}

} // namespace Sync
